package io.assize.measures.agreement;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.assize.measures.Estimate;
import io.assize.measures.Formula;
import io.assize.measures.Operation;
import io.assize.measures.Weights;
import io.assize.measures.columns.Labels;
import io.assize.measures.inference.Bootstrap;
import io.assize.measures.inference.Measure;
import io.assize.measures.inference.Prepared;
import org.apiguardian.api.API;

/**
 * Compute the share of pairs of labels that are equal, chance not taken out. Two raters: the share
 * of common units on which they agree. All raters: over all pairs of labels on the same unit, so
 * that a unit with m labels counts m (m - 1) / 2 times. Some pairs of raters, such as a judge with
 * each person: over all pairs of labels that these gave.
 *
 * <p>Units without a pair are dropped and counted as missing; no pair at all: undefined. Reads well
 * but flatters where one label is common; put kappa or alpha beside it.
 *
 * <p>Source: Zheng et al. (2023), arXiv 2306.05685, where agreement is this share.
 */
@API(status = EXPERIMENTAL)
public final class PercentAgreement {
  private PercentAgreement() {}

  /**
   * Compute the agreement of two raters.
   *
   * @param labels labels of units by raters
   * @param a one rater
   * @param b another rater
   * @param bootstrap how to make the interval
   * @return a share in [0, 1]; n counts units that both labelled
   */
  public static Estimate of(Labels labels, int a, int b, Bootstrap bootstrap) {
    return prepare(labels, a, b).estimate(bootstrap);
  }

  /**
   * Prepare the agreement of two raters, to be estimated together with other measures.
   *
   * @param labels labels of units by raters
   * @param a one rater
   * @param b another rater
   * @return the measure on its rows
   */
  public static Prepared<?> prepare(Labels labels, int a, int b) {
    LabelPairs pairs = LabelPairs.of(labels, a, b);
    return new Prepared<>(
        new Measure<LabelPairs>(
            "percent agreement",
            (data, weights) -> equal(data.counted(weights)),
            share("units with equal labels", "units", "no unit has a label from both raters")),
        pairs,
        pairs.rows(),
        pairs.missing());
  }

  /**
   * Compute the agreement over some pairs of raters.
   *
   * @param labels labels of units by raters
   * @param raters which pairs of raters
   * @param bootstrap how to make the interval
   * @return a share in [0, 1]; n counts units with a label from both of some pair
   */
  public static Estimate over(Labels labels, RaterPairs raters, Bootstrap bootstrap) {
    return prepare(labels, raters).estimate(bootstrap);
  }

  /**
   * Prepare the agreement over some pairs of raters, to be estimated together with other measures.
   *
   * @param labels labels of units by raters
   * @param raters which pairs of raters
   * @return the measure on its rows
   */
  public static Prepared<?> prepare(Labels labels, RaterPairs raters) {
    PairTables tables = PairTables.of(labels, raters);
    return new Prepared<>(
        new Measure<PairTables>(
            "percent agreement over pairs of raters",
            PercentAgreement::equalInTables,
            share("equal pairs of labels", "pairs of labels", "no unit has labels from both")),
        tables,
        tables.units(),
        labels.units() - tables.units());
  }

  /**
   * Compute the agreement among all raters.
   *
   * @param labels labels of units by raters
   * @param bootstrap how to make the interval
   * @return a share in [0, 1]; n counts units with two labels or more
   */
  public static Estimate among(Labels labels, Bootstrap bootstrap) {
    return prepareAmong(labels).estimate(bootstrap);
  }

  /**
   * Prepare the agreement among all raters, to be estimated together with other measures.
   *
   * @param labels labels of units by raters
   * @return the measure on its rows
   */
  public static Prepared<?> prepareAmong(Labels labels) {
    long pairable = Unanimity.pairable(labels);
    return new Prepared<>(
        new Measure<LabelPatterns>(
            "percent agreement over all pairs of raters",
            (patterns, weights) -> equalPairs(patterns.distinct(), patterns.counted(weights)),
            share("equal pairs of labels", "pairs of labels", "no unit has two labels")),
        LabelPatterns.of(labels),
        pairable,
        labels.units() - pairable);
  }

  static Formula share(String part, String whole, String whenNone) {
    return Formula.of(
            "share", Operation.RATIO, Formula.statistic(0, part), Formula.statistic(1, whole))
        .orUndefined(whenNone);
  }

  private static double[] equal(LabelPairs.Counted counted) {
    double equal = 0;
    double all = 0;
    for (int i = 0; i < counted.weight().length; i++) {
      all += counted.weight()[i];
      equal += counted.first()[i] == counted.second()[i] ? counted.weight()[i] : 0;
    }
    return new double[] {equal, all};
  }

  private static double[] equalInTables(PairTables tables, Weights weights) {
    double equal = 0;
    double all = 0;
    for (LabelPairs pairs : tables.pairs()) {
      double[] of = equal(pairs.countedByUnit(weights));
      equal += of[0];
      all += of[1];
    }
    return new double[] {equal, all};
  }

  private static double[] equalPairs(Labels labels, Weights weights) {
    double equal = 0;
    double all = 0;
    int[] seen = new int[labels.levels()];
    for (int unit = 0; unit < labels.units(); unit++) {
      int from = labels.start(unit);
      int to = labels.start(unit + 1);
      long same = 0;
      for (int i = from; i < to; i++) {
        same += seen[labels.code(i)]++;
      }
      for (int i = from; i < to; i++) {
        seen[labels.code(i)] = 0;
      }
      long m = to - from;
      equal += weights.at(unit) * same;
      all += weights.at(unit) * (m * (m - 1) / 2);
    }
    return new double[] {equal, all};
  }
}
