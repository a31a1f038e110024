package io.assize.measures.inference;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.assize.measures.Estimate;
import io.assize.measures.Explanation;
import io.assize.measures.Formula;
import io.assize.measures.Interval;
import io.assize.measures.Operation;
import io.assize.measures.Weights;
import io.assize.measures.columns.Values;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * Estimate a mean whose rows come in clusters, with a standard error that lets rows of one cluster
 * depend on each other in any way.
 *
 * <p>With cluster g holding weight n_g (its rows) and weighted sum s_g, mean m = s / n, residual
 * e_g = s_g - m n_g: the standard error is sqrt(G / (G - 1) * sum of e_g squared) / n, over the G
 * clusters that have rows. With one row a cluster it is the textbook s / sqrt(n). The interval is m
 * plus and minus its product with Student's quantile (G - 1 degrees of freedom), and with the
 * normal one from 100 clusters on.
 *
 * <p>Assumes independent clusters. Ends may leave a bounded scale; where all clusters agree the
 * standard error is 0 and says nothing, and there is no interval.
 *
 * <p>Source: Cochran (1977), Sampling Techniques, 3rd edition, section 9A.1 (ratio to size); Miller
 * (2024), Adding Error Bars to Evals, arXiv 2411.00640, on clustered standard errors. Differs: G /
 * (G - 1), which Miller leaves out.
 */
@API(status = EXPERIMENTAL)
public final class ClusteredMean {
  private static final Formula MEAN =
      Formula.of(
              "mean",
              Operation.RATIO,
              Formula.statistic(0, "sum"),
              Formula.statistic(1, "weight of the rows"))
          .orUndefined("there are no rows with weight");
  private static final Measure<ClusterSums> MEASURE =
      new Measure<>("mean", ClusterSums::totals, MEAN);

  private ClusteredMean() {}

  /**
   * Compute the mean with the interval of its standard error.
   *
   * @param values a column
   * @param level share that the interval is made to hold, in (0, 1)
   * @return the mean; n counts rows
   */
  public static Estimate of(Values values, double level) {
    ClusterSums clusters = ClusterSums.of(values);
    double[] sums = clusters.totals(Weights.ones(clusters.rows()));
    Optional<String> reason = MEAN.undefined(sums);
    if (reason.isPresent()) {
      return new Estimate.Undefined(reason.get(), values.rows(), values.missing());
    }
    Spread spread = clusters.around(MEAN.value(sums));
    return new Estimate.Value(
        MEAN.explain(sums),
        spread.interval(MEAN.value(sums), level),
        values.rows(),
        values.missing(),
        "mean; " + spread.describe(),
        0);
  }

  /**
   * Compute the mean with a bootstrap interval, for small or skewed data.
   *
   * @param values a column
   * @param bootstrap how to make the interval
   * @return the mean; n counts rows
   */
  public static Estimate of(Values values, Bootstrap bootstrap) {
    return prepare(values).estimate(bootstrap);
  }

  /**
   * Prepare the mean, to be estimated together with other measures.
   *
   * @param values a column
   * @return the measure on its clusters
   */
  public static Prepared<?> prepare(Values values) {
    return new Prepared<>(MEASURE, ClusterSums.of(values), values.rows(), values.missing());
  }

  /**
   * Compute the standard error of the mean.
   *
   * @param values a column
   * @return the standard error; undefined with fewer than two clusters
   */
  public static Estimate standardError(Values values) {
    ClusterSums clusters = ClusterSums.of(values);
    double[] sums = clusters.totals(Weights.ones(clusters.rows()));
    if (sums[1] == 0) {
      return new Estimate.Undefined(
          MEAN.undefined(sums).orElseThrow(), values.rows(), values.missing());
    }
    Spread spread = clusters.around(MEAN.value(sums));
    if (spread.clusters() < 2) {
      return new Estimate.Undefined(
          "a standard error needs 2 clusters or more, here is " + spread.clusters(),
          values.rows(),
          values.missing());
    }
    return new Estimate.Value(
        spread.explain(),
        Optional.empty(),
        values.rows(),
        values.missing(),
        "standard error of the mean, clustered (" + spread.clusters() + " clusters)",
        0);
  }

  /** What the standard error rests on. */
  record Spread(double squares, int clusters, double rows) {

    Explanation explain() {
      return Explanation.of(
          "standard error",
          Operation.RATIO,
          Explanation.of(
              "root of the corrected squares",
              Operation.ROOT,
              Explanation.of(
                  "corrected squares",
                  Operation.PRODUCT,
                  Explanation.of(
                      "correction for few clusters",
                      Operation.RATIO,
                      Explanation.given("clusters", clusters),
                      Explanation.given("clusters less one", clusters - 1)),
                  Explanation.given("squared residual sums of the clusters", squares))),
          Explanation.given("weight of the rows", rows));
    }

    Optional<Interval> interval(double mean, double level) {
      if (!hasInterval()) {
        return Optional.empty();
      }
      double half = Quantiles.forClusters(level, clusters) * explain().value();
      return Optional.of(new Interval(mean - half, mean + half, level, Interval.Kind.SAMPLING));
    }

    String describe() {
      if (clusters < 2) {
        return "no interval: " + clusters + " cluster, at least 2 are needed";
      }
      return hasInterval()
          ? "standard error over " + clusters + " clusters, " + Quantiles.nameForClusters(clusters)
          : "no interval: all " + clusters + " clusters agree";
    }

    private boolean hasInterval() {
      return clusters >= 2 && squares > 0;
    }
  }
}
