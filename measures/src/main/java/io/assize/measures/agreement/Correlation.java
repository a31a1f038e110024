package io.assize.measures.agreement;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.assize.measures.Estimate;
import io.assize.measures.Formula;
import io.assize.measures.Operation;
import io.assize.measures.columns.Paired;
import io.assize.measures.inference.Bootstrap;
import io.assize.measures.inference.Measure;
import org.apiguardian.api.API;

/**
 * Compute how far two scores rise and fall together. In [-1, 1]; blind to a constant offset, so put
 * {@link ScoreError} beside it. A column that is constant has no correlation: undefined.
 *
 * <p>All three are symmetric, and linear in rows but for sorting.
 */
@API(status = EXPERIMENTAL)
public final class Correlation {
  private static final String CONSTANT = "one of the two columns is constant";

  private Correlation() {}

  /**
   * Compute Pearson's r, for scores whose distances mean something.
   *
   * <p>Source: Pearson (1895), doi 10.1098/rspl.1895.0041.
   *
   * @param pairs two scores a row
   * @param bootstrap how to make the interval
   * @return r; n counts pairs
   */
  public static Estimate pearson(Paired pairs, Bootstrap bootstrap) {
    return new Measure<Paired>("Pearson's r", Moments::ofValues, moments("r"))
        .estimate(pairs, pairs.rows(), pairs.missing(), bootstrap);
  }

  /**
   * Compute Spearman's rho: Pearson's r of the ranks, equal scores at their middle rank.
   *
   * <p>Source: Spearman (1904), doi 10.2307/1412159; ties: Kendall (1945), doi
   * 10.1093/biomet/33.3.239.
   *
   * @param pairs two scores a row
   * @param bootstrap how to make the interval
   * @return rho; n counts pairs
   */
  public static Estimate spearman(Paired pairs, Bootstrap bootstrap) {
    return new Measure<RankCells>("Spearman's rho", Moments::ofRanks, moments("rho"))
        .estimate(RankCells.of(pairs), pairs.rows(), pairs.missing(), bootstrap);
  }

  /**
   * Compute Kendall's tau-b: pairs of rows in the same order less those in opposite order, by the
   * geometric mean of the pairs untied in each column.
   *
   * <p>Source: Kendall (1945), doi 10.1093/biomet/33.3.239; in n log n after Knight (1966), doi
   * 10.1080/01621459.1966.10480879.
   *
   * @param pairs two scores a row
   * @param bootstrap how to make the interval
   * @return tau-b; n counts pairs
   */
  public static Estimate kendall(Paired pairs, Bootstrap bootstrap) {
    Formula tau =
        bounded(
            "tau-b",
            Formula.of(
                "same less opposite order",
                Operation.DIFFERENCE,
                Formula.statistic(2, "pairs of rows in the same order"),
                Formula.statistic(3, "pairs of rows in opposite order")),
            "pairs of rows untied in the first",
            "pairs of rows untied in the second");
    return new Measure<RankedPairs>("Kendall's tau-b", RankedPairs::concordance, tau)
        .estimate(RankedPairs.of(pairs), pairs.rows(), pairs.missing(), bootstrap);
  }

  private static Formula moments(String name) {
    return bounded(
        name,
        Formula.statistic(2, "sum of products"),
        "sum of squares of the first",
        "sum of squares of the second");
  }

  private static Formula bounded(String name, Formula joint, String first, String second) {
    Formula size =
        Formula.of(
            "geometric mean",
            Operation.PRODUCT,
            Formula.of("root of the first", Operation.ROOT, Formula.statistic(0, first)),
            Formula.of("root of the second", Operation.ROOT, Formula.statistic(1, second)));
    return Formula.of(
        name,
        Operation.BOUNDED,
        Formula.of(name + " before rounding is mended", Operation.RATIO, joint, size)
            .orUndefined(CONSTANT),
        Formula.constant("least", -1),
        Formula.constant("most", 1));
  }
}
