package io.assize.measures.inference;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.assize.measures.Estimate;
import io.assize.measures.Explanation;
import io.assize.measures.Interval;
import io.assize.measures.Operation;
import io.assize.measures.Weights;
import io.assize.measures.columns.Values;
import java.util.Optional;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.apiguardian.api.API;

/**
 * Estimate a mean of clustered rows on a bounded scale where most rows may say the same: a share
 * near 0, a difference that is 0 almost everywhere. There the interval of {@link ClusteredMean} is
 * too narrow, and has no width at all where all clusters agree.
 *
 * <p>The mean is that of the rows. Interval and test are those of {@link ClusteredMean} after a few
 * made-up clusters of the average size were added, which pull to where nothing is known:
 *
 * <ul>
 *   <li>to a share, two that say 1 and two that say 0. Source: Agresti and Coull (1998), doi
 *       10.1080/00031305.1998.10480550
 *   <li>to a difference between two verdicts on the same row, half a cluster that moves each way
 *       and one at 0. Source: Agresti and Min (2005), doi 10.1002/sim.1781, which adds one half to
 *       each cell of the table of pairs
 * </ul>
 *
 * <p>Differs: rows come in clusters, and Student's quantile is taken below 100 of them, with one
 * degree of freedom less than there are true clusters. What lies beyond the scale is cut off, and
 * the interval always holds the mean.
 */
@API(status = EXPERIMENTAL)
public final class SteadiedMean {

  private final double most;
  private final double low;
  private final double[] made;
  private final double[] times;
  private final String words;

  private SteadiedMean(double low, double high, double[] made, double[] times, String words) {
    this.low = low;
    this.most = high;
    this.made = made;
    this.times = times;
    this.words = words;
  }

  /** Take rows that say 0 or 1. */
  public static SteadiedMean ofShares() {
    return new SteadiedMean(
        0, 1, new double[] {1, 0}, new double[] {2, 2}, "share; Agresti and Coull's interval");
  }

  /**
   * Take rows that each hold a difference.
   *
   * @param move the size of a move where a row moves, above 0: made-up clusters move so far
   * @param most the size of the largest difference that a row can hold, at least {@code move}
   */
  public static SteadiedMean ofDifferences(double move, double most) {
    if (!(move > 0 && most >= move)) {
      throw new IllegalArgumentException(
          "A move of " + move + " of at most " + most + ": allowed is a move above 0, up to it.");
    }
    return new SteadiedMean(
        -most,
        most,
        new double[] {move, -move, 0},
        new double[] {0.5, 0.5, 1},
        "mean difference; Agresti and Min's interval");
  }

  /** The mean and its standard error after clusters were added. */
  private record Steady(double mean, double error, int clusters) {}

  /**
   * Compute the mean with its interval.
   *
   * @param values a column within the scale
   * @param level share that the interval is made to hold, in (0, 1)
   * @return the mean; n counts rows; undefined without rows, without an interval below two clusters
   */
  public Estimate of(Values values, double level) {
    ClusterSums clusters = ClusterSums.of(values);
    double[] sums = clusters.totals(Weights.ones(clusters.rows()));
    if (sums[1] == 0) return new Estimate.Undefined("there are no rows", 0, values.missing());
    Explanation mean =
        Explanation.of(
            "mean",
            Operation.RATIO,
            Explanation.given("sum", sums[0]),
            Explanation.given("weight of the rows", sums[1]));
    Steady steady = steady(clusters, sums);
    return new Estimate.Value(
        mean,
        interval(steady, mean.value(), level),
        values.rows(),
        values.missing(),
        steady.clusters() < 2
            ? "mean; no interval: 1 cluster, at least 2 are needed"
            : words
                + " over "
                + steady.clusters()
                + " clusters, "
                + Quantiles.nameForClusters(steady.clusters()),
        0);
  }

  private Optional<Interval> interval(Steady steady, double mean, double level) {
    if (steady.clusters() < 2) return Optional.empty();
    double half = Quantiles.forClusters(level, steady.clusters()) * steady.error();
    return Optional.of(
        new Interval(
            Math.min(mean, Math.max(low, steady.mean() - half)),
            Math.max(mean, Math.min(most, steady.mean() + half)),
            level,
            Interval.Kind.SAMPLING));
  }

  /**
   * Test whether the mean is 0, on both sides. It is small where the interval leaves 0 out: both
   * rest on the same numbers.
   *
   * @param values a column within the scale
   * @return a probability; undefined below two clusters
   */
  public Estimate test(Values values) {
    ClusterSums clusters = ClusterSums.of(values);
    double[] sums = clusters.totals(Weights.ones(clusters.rows()));
    if (sums[1] == 0) return new Estimate.Undefined("there are no rows", 0, values.missing());
    Steady steady = steady(clusters, sums);
    if (steady.clusters() < 2) {
      return new Estimate.Undefined(
          "a test needs 2 clusters or more, here is " + steady.clusters(),
          values.rows(),
          values.missing());
    }
    double distance = Math.abs(steady.mean()) / steady.error();
    double tail =
        steady.clusters() >= Quantiles.MANY_CLUSTERS
            ? NormalDistribution.of(0, 1).survivalProbability(distance)
            : TDistribution.of(steady.clusters() - 1.0).survivalProbability(distance);
    return new Estimate.Value(
        Explanation.of(
            "p-value",
            Operation.PRODUCT,
            Explanation.given("both tails", 2),
            Explanation.given("chance in one tail", Quantiles.stable(tail))),
        Optional.empty(),
        values.rows(),
        values.missing(),
        "test of a mean of 0, two-sided, " + steady.clusters() + " clusters",
        0);
  }

  private Steady steady(ClusterSums clusters, double[] sums) {
    double size = sums[1] / Math.max(1, clusters.used());
    double sum = sums[0];
    double weight = sums[1];
    double all = clusters.used();
    for (int i = 0; i < made.length; i++) {
      sum += times[i] * size * made[i];
      weight += times[i] * size;
      all += times[i];
    }
    double mean = sum / weight;
    double squares = clusters.around(mean).squares();
    for (int i = 0; i < made.length; i++) {
      double residual = size * (made[i] - mean);
      squares += times[i] * residual * residual;
    }
    return new Steady(mean, Math.sqrt(all / (all - 1) * squares) / weight, clusters.used());
  }
}
