package io.assize.measures.inference;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.assize.measures.Clustered;
import io.assize.measures.Clusters;
import io.assize.measures.Statistic;
import io.assize.measures.Weights;
import io.assize.measures.random.Seeded;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.apiguardian.api.API;

/**
 * Resample clusters and run the whole pipeline again on each resample: the one resampling machine
 * of this library. A resample of G clusters draws G of them with replacement; how often each was
 * drawn is the weight of its rows. The i-th resample depends on the seed and on i alone, so the
 * result is the same whatever the number of threads.
 *
 * <p>Source: Davison and Hinkley (1997), Bootstrap Methods and their Application, chapters 2 and 5;
 * clusters drawn whole with all their rows, as their section 3.8 recommends for hierarchical data.
 * More than {@value #GROUPS} clusters are dealt at random into so many groups of equal size, and
 * groups are drawn: they are as independent as clusters are, the spread that they show is known to
 * 0.7 %, and 1,000 resamples do not know it better than to 2.2 % (Wolter 2007, Introduction to
 * Variance Estimation, section 2.2: random groups).
 *
 * @param resamples how many, at least 0; with 0 there is no interval
 * @param level share that intervals are made to hold, in (0, 1)
 * @param seed of all draws
 * @param method how an interval is read from the replicates
 */
@API(status = EXPERIMENTAL)
public record Bootstrap(int resamples, double level, long seed, Method method) {

  /** The largest number of clusters that are drawn one by one. */
  public static final int GROUPS = 10_000;

  /** How an interval is read from the replicates. */
  public enum Method {
    /** The quantiles of the replicates. Stays on the scale; this is the default. */
    PERCENTILE,
    /** The quantiles mirrored at the estimate. Mends bias where percentile doubles it. */
    BASIC
  }

  /** Refuse numbers that are out of their ranges. */
  public Bootstrap {
    if (resamples < 0) {
      throw new IllegalArgumentException(resamples + " resamples: at least 0 are needed.");
    }
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException(
          "Bootstrap level " + level + ": allowed is a share between 0 and 1, such as 0.95.");
    }
  }

  /**
   * Ask for no interval.
   *
   * @return a bootstrap that draws nothing
   */
  public static Bootstrap none() {
    return new Bootstrap(0, 0.95, 0, Method.PERCENTILE);
  }

  /**
   * Ask for 95 % percentile intervals.
   *
   * @param resamples how many; 1,000 give the ends to about two digits, 10,000 to about three
   * @param seed of all draws
   * @return the bootstrap
   */
  public static Bootstrap of(int resamples, long seed) {
    return new Bootstrap(resamples, 0.95, seed, Method.PERCENTILE);
  }

  /**
   * Run a pipeline on every resample, on as many threads as the common pool has.
   *
   * @param pipeline from data and weights to numbers; pure
   * @param data the columns
   * @param <D> kind of the columns
   * @return the numbers of each resample
   */
  public <D extends Clustered> Replicates replicates(Statistic<? super D> pipeline, D data) {
    double[][] drawn = new double[resamples][];
    Clusters clusters = grouped(data.clusters());
    if (clusters.count() > 0) {
      IntStream.range(0, resamples)
          .parallel()
          .forEach(i -> drawn[i] = pipeline.of(data, draw(clusters, i)));
    }
    return new Replicates(
        this, clusters.count() > 0 ? drawn : new double[0][], data.clusters().count());
  }

  /** Deal many clusters into groups: which cluster comes where depends on seed and number alone. */
  Clusters grouped(Clusters clusters) {
    if (clusters.count() <= GROUPS) {
      return clusters;
    }
    int[] dealt = Seeded.permutation(Seeded.generator(seed), clusters.count());
    int[] ofRow = new int[clusters.rows()];
    Arrays.setAll(ofRow, row -> dealt[clusters.at(row)] % GROUPS);
    return Clusters.of(ofRow, GROUPS);
  }

  /**
   * Draw one resample.
   *
   * @param clusters what is drawn from
   * @param index which resample, from 0
   * @return how often each cluster was drawn, as weights of its rows
   */
  public Weights draw(Clusters clusters, int index) {
    RandomGenerator random = Seeded.generator(seed, index);
    byte[] times = new byte[clusters.count()];
    for (int i = 0; i < times.length; i++) {
      // One cluster 256 times of so many would be an event of probability below 10^-500.
      if (++times[Seeded.below(random, times.length)] == 0) {
        throw new ArithmeticException("A cluster was drawn 256 times in one resample.");
      }
    }
    return Weights.ofDraws(clusters, times);
  }
}
