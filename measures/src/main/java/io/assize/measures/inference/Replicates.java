package io.assize.measures.inference;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.assize.measures.Interval;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apiguardian.api.API;

/**
 * Hold what the resamples gave, one array of numbers each, and read intervals from it.
 *
 * <p>A resample on which a number is undefined (one class, a graph that falls apart) is left out of
 * that number's interval and counted. Where more than {@value #MOST_UNDEFINED} of them are
 * undefined, what is left would be a flattering selection, and there is no interval.
 */
@API(status = EXPERIMENTAL)
public final class Replicates {
  /** The largest share of undefined resamples under which an interval is still read. */
  public static final double MOST_UNDEFINED = 0.05;

  private final Bootstrap plan;
  private final double[][] drawn;
  private final int clusters;

  Replicates(Bootstrap plan, double[][] drawn, int clusters) {
    this.plan = plan;
    this.drawn = drawn;
    this.clusters = clusters;
  }

  /**
   * Read an interval.
   *
   * @param column which number of the pipeline
   * @param estimate its value on the data themselves
   * @return the interval, or empty where nothing was drawn, where there are fewer than two
   *     clusters, or where too many resamples are undefined
   */
  public Optional<Interval> interval(int column, double estimate) {
    if (clusters < 2) {
      return Optional.empty();
    }
    double[] sorted = sorted(column);
    if (sorted.length == 0 || drawn.length - sorted.length > MOST_UNDEFINED * drawn.length) {
      return Optional.empty();
    }
    double tail = (1 - plan.level()) / 2;
    double low = quantile(sorted, tail);
    double high = quantile(sorted, 1 - tail);
    return Optional.of(
        switch (plan.method()) {
          case PERCENTILE -> new Interval(low, high, plan.level(), Interval.Kind.SAMPLING);
          case BASIC ->
              new Interval(
                  2 * estimate - high, 2 * estimate - low, plan.level(), Interval.Kind.SAMPLING);
        });
  }

  /**
   * Count the resamples on which a number is undefined.
   *
   * @param column which number of the pipeline
   * @return 0 to the number of resamples
   */
  public int undefined(int column) {
    return drawn.length - sorted(column).length;
  }

  /**
   * Say how the interval of a number was made, or why there is none.
   *
   * @param column which number of the pipeline
   * @return words for a footnote; empty where no interval was asked for
   */
  public String describe(int column) {
    if (plan.resamples() == 0) {
      return "";
    }
    if (clusters < 2) {
      return "no interval: " + clusters + " cluster, at least 2 are needed";
    }
    int undefined = undefined(column);
    String some =
        undefined == 0
            ? ""
            : String.format(Locale.ROOT, "; %d of %d resamples undefined", undefined, drawn.length);
    if (undefined > MOST_UNDEFINED * drawn.length) {
      return "no interval" + some + ", more than 5 %";
    }
    return String.format(
        Locale.ROOT,
        "%s bootstrap, %d resamples of %s%d clusters%s",
        plan.method().name().toLowerCase(Locale.ROOT),
        drawn.length,
        clusters > Bootstrap.GROUPS ? Bootstrap.GROUPS + " groups of " : "",
        clusters,
        some);
  }

  /**
   * Compute other numbers from those of each resample, without resampling again.
   *
   * @param from the numbers of one resample to the numbers wanted; pure; NaN in, NaN out
   * @return replicates of the numbers wanted
   */
  public Replicates derive(UnaryOperator<double[]> from) {
    double[][] derived = new double[drawn.length][];
    for (int i = 0; i < drawn.length; i++) {
      derived[i] = from.apply(drawn[i]);
    }
    return new Replicates(plan, derived, clusters);
  }

  /**
   * Give the defined replicates of a number.
   *
   * @param column which number of the pipeline
   * @return a new array, ascending
   */
  public double[] sorted(int column) {
    double[] kept =
        Arrays.stream(drawn).mapToDouble(row -> row[column]).filter(Double::isFinite).toArray();
    Arrays.sort(kept);
    return kept;
  }

  /** Interpolate at rank (R + 1) p, Davison and Hinkley (1997), section 5.2.1, kept within. */
  static double quantile(double[] sorted, double p) {
    double rank = (sorted.length + 1) * p;
    int below = (int) Math.floor(rank);
    if (below < 1) {
      return sorted[0];
    }
    if (below >= sorted.length) {
      return sorted[sorted.length - 1];
    }
    double low = sorted[below - 1];
    return low + (rank - below) * (sorted[below] - low);
  }
}
