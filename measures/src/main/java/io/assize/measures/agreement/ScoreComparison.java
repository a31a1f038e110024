package io.assize.measures.agreement;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.assize.measures.Estimate;
import io.assize.measures.Weights;
import io.assize.measures.columns.Labels;
import io.assize.measures.inference.Bootstrap;
import io.assize.measures.inference.Measure;
import org.apiguardian.api.API;

/**
 * Compute how often a judge contradicts itself between grading answers one by one and comparing
 * them: the share of pairs whose grades say one thing and whose comparison says another. A tie is
 * something that is said: grades that are equal conflict with a comparison that is decided.
 *
 * <p>The units are pairs; one "rater" is what the two grades say, another what the comparison says,
 * each on three levels: one answer, a tie, the other. Pairs that lack one of them are dropped and
 * counted as missing; none left: undefined.
 *
 * <p>Source: Wang et al. (2025), "TrustJudge", arXiv 2509.21117, score-comparison inconsistency as
 * the authors' program counts it: likeliest grades that differ by nothing expect a tie, and a
 * comparison that says the opposite when the order is swapped is a tie. Their abstract names the
 * narrower case, {@link #reversed}: the lower grade wins.
 */
@API(status = EXPERIMENTAL)
public final class ScoreComparison {

  private static final String NONE = "no pair has both grades and a comparison";

  private ScoreComparison() {}

  /**
   * Compute the share of pairs on which the two differ.
   *
   * @param pairs what is said of each pair, on three levels with the tie in the middle
   * @param grades rater that holds what the grades say
   * @param comparison rater that holds what the comparison says
   * @param bootstrap how to make the interval
   * @return a share in [0, 1]; n counts pairs with both
   */
  public static Estimate conflict(Labels pairs, int grades, int comparison, Bootstrap bootstrap) {
    return share(
        pairs,
        grades,
        comparison,
        bootstrap,
        "score-comparison conflict",
        (both, row) -> both.first()[row] != both.second()[row]);
  }

  /**
   * Compute the share of pairs on which the answer with the lower grade wins.
   *
   * @param pairs what is said of each pair, on three levels with the tie in the middle
   * @param grades rater that holds what the grades say
   * @param comparison rater that holds what the comparison says
   * @param bootstrap how to make the interval
   * @return a share in [0, 1], at most that of {@link #conflict}; n counts pairs with both
   */
  public static Estimate reversed(Labels pairs, int grades, int comparison, Bootstrap bootstrap) {
    return share(
        pairs,
        grades,
        comparison,
        bootstrap,
        "score-comparison reversal",
        (both, row) ->
            both.first()[row] != both.second()[row]
                && both.first()[row] + both.second()[row] == both.levels() - 1);
  }

  /** Tells whether a pair counts. */
  private interface Counts {
    boolean pair(LabelPairs both, int row);
  }

  private static Estimate share(
      Labels pairs, int grades, int comparison, Bootstrap bootstrap, String method, Counts counts) {
    LabelPairs both = LabelPairs.of(pairs, grades, comparison);
    return new Measure<LabelPairs>(
            method,
            (data, weights) -> statistics(data, weights, counts),
            PercentAgreement.share("pairs in " + method, "pairs with both", NONE))
        .estimate(both, both.rows(), both.missing(), bootstrap);
  }

  private static double[] statistics(LabelPairs both, Weights weights, Counts counts) {
    double counted = 0;
    double all = 0;
    for (int row = 0; row < both.rows(); row++) {
      double weight = weights.at(row);
      all += weight;
      counted += counts.pair(both, row) ? weight : 0;
    }
    return new double[] {counted, all};
  }
}
