package io.assize.measures.inference;

import static io.assize.measures.testing.Figures.interval;
import static io.assize.measures.testing.Figures.number;
import static io.assize.measures.testing.Figures.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.assize.measures.Clusters;
import io.assize.measures.Estimate;
import io.assize.measures.Interval;
import io.assize.measures.Weights;
import io.assize.measures.columns.Values;
import io.assize.measures.random.Seeded;
import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BootstrapTest {
  private static final Values SKEWED =
      Values.of(IntStream.range(0, 60).mapToDouble(i -> Math.pow(1.1, i % 37)).toArray());

  @Test
  void theNumberOfThreadsChangesNothing() throws Exception {
    Bootstrap bootstrap = Bootstrap.of(500, 11);
    Estimate one = alone(1, bootstrap);
    assertThat(alone(8, bootstrap)).isEqualTo(one);
    assertThat(ClusteredMean.of(SKEWED, Bootstrap.of(500, 12))).isNotEqualTo(one);
  }

  private static Estimate alone(int threads, Bootstrap bootstrap) throws Exception {
    try (ForkJoinPool pool = new ForkJoinPool(threads)) {
      return pool.submit(() -> ClusteredMean.of(SKEWED, bootstrap)).get();
    }
  }

  @Test
  void aResampleByWeightsIsAResampleByRows() {
    Clusters clusters = Clusters.of(new int[] {0, 0, 1, 2, 2, 2, 3}, 4);
    double[] values = {1, 2, 4, 8, 16, 32, 64};
    Bootstrap bootstrap = Bootstrap.of(200, 5);
    double[] byRows = new double[200];
    for (int i = 0; i < byRows.length; i++) {
      var random = Seeded.generator(5, i);
      double sum = 0;
      int rows = 0;
      for (int draw = 0; draw < 4; draw++) {
        int cluster = Seeded.below(random, 4);
        for (int row = 0; row < values.length; row++) {
          if (clusters.at(row) == cluster) {
            sum += values[row];
            rows++;
          }
        }
      }
      byRows[i] = sum / rows;
    }
    Arrays.sort(byRows);
    double[] byWeights =
        bootstrap
            .replicates(
                (Values data, Weights weights) -> {
                  double sum = 0;
                  double rows = 0;
                  for (int row = 0; row < data.rows(); row++) {
                    sum += weights.at(row) * data.at(row);
                    rows += weights.at(row);
                  }
                  return new double[] {sum / rows};
                },
                new Values(values, clusters, 0))
            .sorted(0);
    assertThat(byWeights).containsExactly(byRows);
  }

  @Test
  void percentileAndBasicAreMirrorImages() {
    Estimate percentile = ClusteredMean.of(SKEWED, Bootstrap.of(1_000, 3));
    Estimate basic =
        ClusteredMean.of(SKEWED, new Bootstrap(1_000, 0.95, 3, Bootstrap.Method.BASIC));
    double mean = number(percentile);
    assertThat(interval(basic).low()).isEqualTo(2 * mean - interval(percentile).high());
    assertThat(interval(basic).high()).isEqualTo(2 * mean - interval(percentile).low());
    assertThat(value(basic).method())
        .isEqualTo("mean; basic bootstrap, 1000 resamples of 60 clusters");
    assertThat(value(basic).seed()).isEqualTo(3);
    assertThat(interval(basic).kind()).isEqualTo(Interval.Kind.SAMPLING);
  }

  @Test
  void quantilesLieAtRankTimesResamplesPlusOne() {
    double[] sorted = {10, 20, 30, 40};
    assertThat(Replicates.quantile(sorted, 0.5)).isEqualTo(25);
    assertThat(Replicates.quantile(sorted, 0.2)).isEqualTo(10);
    assertThat(Replicates.quantile(sorted, 0.3)).isEqualTo(15);
    assertThat(Replicates.quantile(sorted, 0.01)).isEqualTo(10);
    assertThat(Replicates.quantile(sorted, 0.99)).isEqualTo(40);
  }

  @Test
  void undefinedResamplesAreCountedAndTooManyTakeTheIntervalAway() {
    assertThat(withUndefined(0.03).interval(0, 1)).isPresent();
    assertThat(withUndefined(0.03).describe(0))
        .isEqualTo(
            "percentile bootstrap, 100 resamples of 50 clusters; 3 of 100 resamples undefined");
    assertThat(withUndefined(0.06).interval(0, 1)).isEmpty();
    assertThat(withUndefined(0.06).describe(0))
        .isEqualTo("no interval; 6 of 100 resamples undefined, more than 5 %");
    assertThat(withUndefined(0.06).undefined(0)).isEqualTo(6);
  }

  private static Replicates withUndefined(double share) {
    double[][] drawn = new double[100][1];
    for (int i = 0; i < drawn.length; i++) {
      drawn[i][0] = i < share * 100 ? Double.NaN : i;
    }
    return new Replicates(Bootstrap.of(100, 1), drawn, 50);
  }

  @Test
  void oneClusterHasNoInterval() {
    Values values = new Values(new double[] {1, 2}, Clusters.of(new int[] {0, 0}, 1), 0);
    Estimate mean = ClusteredMean.of(values, Bootstrap.of(100, 1));
    assertThat(value(mean).interval()).isEmpty();
    assertThat(value(mean).method())
        .isEqualTo("mean; no interval: 1 cluster, at least 2 are needed");
    assertThat(value(ClusteredMean.of(values, Bootstrap.none())).method()).isEqualTo("mean");
    assertThat(value(ClusteredMean.of(values, Bootstrap.none())).seed()).isZero();
  }

  @Test
  void theSpreadOfReplicatesIsTheStandardErrorOfTheMean() {
    double[] replicates =
        Bootstrap.of(20_000, 9)
            .replicates(
                (Values data, Weights weights) -> {
                  double sum = 0;
                  for (int row = 0; row < data.rows(); row++) {
                    sum += weights.at(row) * data.at(row) / data.rows();
                  }
                  return new double[] {sum};
                },
                SKEWED)
            .sorted(0);
    double mean = Arrays.stream(replicates).average().orElseThrow();
    double variance =
        Arrays.stream(replicates).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
    double expected = number(ClusteredMean.standardError(SKEWED)) * Math.sqrt(59 / 60.0);
    assertThat(Math.sqrt(variance)).isCloseTo(expected, within(0.02 * expected));
  }

  @Test
  void manyClustersAreDrawnInGroups() {
    double[] rows = new double[60_000];
    int[] cluster = new int[rows.length];
    RandomGenerator random = Seeded.generator(5);
    for (int row = 0; row < rows.length; row++) {
      cluster[row] = row / 3;
      boolean first = row % 3 == 0;
      rows[row] = first ? Seeded.unit(random) : rows[row - 1] + 0.1 * Seeded.unit(random);
    }
    Values values = new Values(rows, Clusters.of(cluster, 20_000), 0);
    Estimate.Value mean = value(ClusteredMean.of(values, Bootstrap.of(2_000, 3)));
    assertThat(mean.method())
        .isEqualTo("mean; percentile bootstrap, 2000 resamples of 10000 groups of 20000 clusters");
    Interval found = mean.interval().orElseThrow();
    double width = 2 * 1.96 * number(ClusteredMean.standardError(values));
    assertThat(found.high() - found.low()).isCloseTo(width, within(0.05 * width));
  }

  @Test
  void numbersOutOfRangeAreRefused() {
    assertThatThrownBy(() -> Bootstrap.of(-1, 0))
        .hasMessage("-1 resamples: at least 0 are needed.");
    assertThatThrownBy(() -> new Bootstrap(10, 95, 0, Bootstrap.Method.BASIC))
        .hasMessage("Bootstrap level 95.0: allowed is a share between 0 and 1, such as 0.95.");
  }
}
