package io.assize.measures.inference;

import static io.assize.measures.testing.Figures.interval;

import io.assize.measures.Clusters;
import io.assize.measures.columns.PartlyLabelled;
import io.assize.measures.columns.Values;
import io.assize.measures.random.Seeded;
import java.util.random.RandomGenerator;

/**
 * Rows whose truth is known, a judge of them and labels for a few: the mean truth is 0.6, two rows
 * an item are alike, and where the judge is unsure rows are drawn twice as often.
 *
 * @param data predictions and labels
 */
record PoweredWorld(PartlyLabelled data) {
  private static final int ROWS = 2_000;
  private static final double TRUTH = 0.6;

  static PoweredWorld of(long seed, int labels, double right) {
    RandomGenerator random = Seeded.generator(11, seed);
    double[] truth = new double[ROWS];
    double[] says = new double[ROWS];
    int[] item = new int[ROWS];
    boolean[] unsure = new boolean[ROWS];
    for (int row = 0; row < ROWS; row++) {
      item[row] = row / 2;
      boolean alike = row % 2 == 1 && Seeded.unit(random) < 0.5;
      double fresh = Seeded.unit(random) < TRUTH ? 1 : 0;
      truth[row] = alike ? truth[row - 1] : fresh;
      // Where it is wrong it says yes: its errors do not cancel.
      boolean wrong = Seeded.unit(random) > right;
      says[row] = wrong ? 1 : truth[row];
      unsure[row] = Seeded.unit(random) < (wrong ? 0.5 : 0.2);
    }
    return new PoweredWorld(drawn(truth, says, item, unsure, labels, random));
  }

  private static PartlyLabelled drawn(
      double[] truth,
      double[] says,
      int[] item,
      boolean[] unsure,
      int labels,
      RandomGenerator random) {
    int many = 0;
    for (boolean u : unsure) many += u ? 1 : 0;
    int ofUnsure = (int) Math.round(labels * 2.0 * many / (2.0 * many + (ROWS - many)));
    int[] rows = new int[labels];
    double[] given = new double[labels];
    double[] inclusion = new double[labels];
    int at = 0;
    int left = ofUnsure;
    int others = labels - ofUnsure;
    for (int row : Seeded.permutation(random, ROWS)) {
      if (unsure[row] ? left == 0 : others == 0) continue;
      if (unsure[row]) left--;
      else others--;
      rows[at] = row;
      given[at] = truth[row];
      inclusion[at] =
          unsure[row] ? (double) ofUnsure / many : (double) (labels - ofUnsure) / (ROWS - many);
      at++;
    }
    var predictions = new Values(says, Clusters.of(item, ROWS / 2), 0);
    return new PartlyLabelled(predictions, rows, given, inclusion);
  }

  boolean holds() {
    return interval(PredictionPowered.mean(data, PredictionPowered.Range.SHARE, 0.95))
        .contains(TRUTH);
  }
}
