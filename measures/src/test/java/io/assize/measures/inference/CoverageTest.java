package io.assize.measures.inference;

import static io.assize.measures.testing.Figures.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.assize.measures.Clusters;
import io.assize.measures.Estimate;
import io.assize.measures.agreement.KappaWeights;
import io.assize.measures.agreement.LightKappa;
import io.assize.measures.agreement.RaterPairs;
import io.assize.measures.columns.Labels;
import io.assize.measures.columns.Values;
import io.assize.measures.random.Seeded;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Pin how often 95 % intervals hold the truth, in 10,000 seeded worlds each (the bootstrap: 2,000).
 * A cell is pinned as measured, to the last place, so that any change of a method is seen.
 */
class CoverageTest {
  private static final int WORLDS = 10_000;

  /** Swings around 0.95 with n and p, as that of every interval for counts does. */
  @ParameterizedTest(name = "Wilson, {0} of p {1}")
  @CsvSource({"30, 0.5, 0.9567", "30, 0.9, 0.9700", "118, 0.589, 0.9408", "300, 0.02, 0.9398"})
  void wilson(int n, double p, double expected) {
    assertThat(
            share(
                WORLDS,
                world -> {
                  RandomGenerator random = Seeded.generator(1, world);
                  int yes = 0;
                  for (int i = 0; i < n; i++) {
                    yes += Seeded.unit(random) < p ? 1 : 0;
                  }
                  return holds(Proportion.of(yes, n, 0, 0.95), p);
                }))
        .isEqualTo(expected);
  }

  /** Three-valued outcomes, several rows a cluster that lean the same way. */
  @ParameterizedTest(name = "clustered mean, {0} clusters of {1}, lean {2}")
  @CsvSource({
    "10, 3, 0.8, 0.9395",
    "30, 1, 0.0, 0.9467",
    "30, 4, 0.8, 0.9467",
    "118, 1, 0.0, 0.9449",
    "300, 6, 0.8, 0.9462"
  })
  void clusteredMean(int clusters, int rows, double lean, double expected) {
    assertThat(
            share(
                WORLDS,
                world -> holds(ClusteredMean.of(outcomes(world, clusters, rows, lean), 0.95), 0.6)))
        .isEqualTo(expected);
  }

  @ParameterizedTest(name = "percentile bootstrap, {0} clusters of {1}, lean {2}")
  @CsvSource({"30, 4, 0.8, 0.937", "118, 1, 0.0, 0.946"})
  void bootstrap(int clusters, int rows, double lean, double expected) {
    assertThat(
            share(
                2_000,
                world ->
                    holds(
                        ClusteredMean.of(
                            outcomes(world, clusters, rows, lean), Bootstrap.of(400, world)),
                        0.6)))
        .isEqualTo(expected);
  }

  /**
   * Three raters who know the level with probability 0.8 and else guess one of four: each pair has
   * kappa 0.64.
   */
  @ParameterizedTest(name = "mean kappa over three pairs of raters, {0} units")
  @CsvSource({"30, 0.9345", "118, 0.948"})
  void meanKappa(int units, double expected) {
    assertThat(
            share(
                2_000,
                world ->
                    holds(
                        LightKappa.of(
                            knowing(world, units, 3, 4, 0.8),
                            RaterPairs.among(0, 1, 2),
                            KappaWeights.UNWEIGHTED,
                            Bootstrap.of(400, world)),
                        0.64)))
        .isEqualTo(expected);
  }

  private static Labels knowing(int world, int units, int raters, int levels, double knows) {
    RandomGenerator random = Seeded.generator(4, world);
    int[][] codes = new int[raters][units];
    for (int unit = 0; unit < units; unit++) {
      int truth = Seeded.below(random, levels);
      for (int[] rater : codes) {
        rater[unit] = Seeded.unit(random) < knows ? truth : Seeded.below(random, levels);
      }
    }
    return Labels.ofRaters(IntStream.range(0, levels).asDoubleStream().toArray(), codes);
  }

  private static Values outcomes(int world, int clusters, int rows, double lean) {
    RandomGenerator random = Seeded.generator(2, world);
    double[] values = new double[clusters * rows];
    int[] cluster = new int[values.length];
    for (int row = 0; row < values.length; row++) {
      boolean repeats = row % rows > 0 && Seeded.unit(random) < lean;
      double drawn = Seeded.unit(random);
      // Wins 0.5, ties 0.2: mean 0.6.
      values[row] = repeats ? values[row - 1] : drawn < 0.5 ? 1 : drawn < 0.7 ? 0.5 : 0;
      cluster[row] = row / rows;
    }
    return new Values(values, Clusters.of(cluster, clusters), 0);
  }

  /**
   * Shares of 2,000 rows, a judge that is right so often and wrong on one side only, rows drawn
   * twice as often where the judge is unsure, two rows an item. Where labels nearly all agree it
   * covers more than is asked: one of them could have been off.
   */
  @ParameterizedTest(name = "prediction-powered mean, {0} labels, right {1}")
  @CsvSource({
    "12, 0.75, 0.9875",
    "30, 0.6, 0.9595",
    "30, 0.8, 0.9665",
    "30, 0.95, 1.0",
    "100, 0.8, 0.9535",
    "200, 0.95, 0.9545"
  })
  void predictionPowered(int labels, double right, double expected) {
    assertThat(share(2_000, world -> PoweredWorld.of(world, labels, right).holds()))
        .isEqualTo(expected);
  }

  private static boolean holds(Estimate estimate, double truth) {
    // No interval (all clusters agree) does not hold the truth.
    return value(estimate).interval().map(range -> range.contains(truth)).orElse(false);
  }

  private interface World {
    boolean holds(int world);
  }

  private static double share(int worlds, World world) {
    return IntStream.range(0, worlds).filter(world::holds).count() / (double) worlds;
  }
}
