package io.assize.measures.inference;

import static io.assize.measures.testing.Figures.interval;
import static io.assize.measures.testing.Figures.number;
import static io.assize.measures.testing.Figures.numbers;
import static io.assize.measures.testing.Figures.reason;
import static io.assize.measures.testing.Figures.reference;
import static io.assize.measures.testing.Figures.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.assize.measures.Clusters;
import io.assize.measures.Estimate;
import io.assize.measures.Interval;
import io.assize.measures.columns.Paired;
import io.assize.measures.columns.PartlyLabelled;
import io.assize.measures.columns.Values;
import io.assize.measures.inference.PredictionPowered.Range;
import io.assize.measures.random.Seeded;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PredictionPoweredTest {

  @Test
  void twoSamplesGiveTheFiguresOfPpiPy() {
    for (String[] row : reference("prediction-powered.tsv")) {
      Estimate mean =
          PredictionPoweredSamples.mean(
              Paired.of(numbers(row[0]), numbers(row[1])), Values.of(numbers(row[2])), 0.95);
      assertThat(number(mean)).isCloseTo(Double.parseDouble(row[3]), within(1e-12));
      assertThat(interval(mean).low()).isCloseTo(Double.parseDouble(row[4]), within(1e-11));
      assertThat(interval(mean).high()).isCloseTo(Double.parseDouble(row[5]), within(1e-11));
    }
  }

  @Test
  void unequalProbabilitiesGiveThePointOfPpiPyAtTheSameLambda() {
    for (String[] row : reference("weighted-means.tsv")) {
      double lambda = Double.parseDouble(row[4]);
      Estimate mean = PredictionPowered.mean(data(row), WIDE, OptionalDouble.of(lambda), 0.95);
      assertThat(number(mean)).isCloseTo(Double.parseDouble(row[5]), within(1e-12));
    }
  }

  /** With lambda 0 the predictions are out of it, and the error is HC3's of a weighted mean. */
  @Test
  void theErrorOfTheLabelsAloneIsThatOfStatsmodels() {
    for (String[] row : reference("weighted-means.tsv")) {
      PartlyLabelled data = data(row);
      Interval range = interval(PredictionPowered.mean(data, WIDE, OptionalDouble.of(0), 0.95));
      double half = (range.high() - range.low()) / 2;
      double error = half / Quantiles.forClusters(0.95, data.labelled());
      double one = 2.0 / effective(data);
      assertThat(error).isCloseTo(Math.hypot(one, Double.parseDouble(row[6])), within(1e-10));
    }
  }

  private static double effective(PartlyLabelled data) {
    double[] w = IntStream.range(0, data.labelled()).mapToDouble(data::weight).toArray();
    double sum = Arrays.stream(w).sum();
    return sum * sum / Arrays.stream(w).map(x -> x * x).sum();
  }

  /**
   * Wide enough that nothing is cut off, and not so wide that one label more is all that counts.
   */
  private static final Range WIDE = new Range(-0.5, 1.5);

  private static PartlyLabelled data(String... row) {
    int[] rows = Arrays.stream(numbers(row[1])).mapToInt(i -> (int) i).toArray();
    return new PartlyLabelled(Values.of(numbers(row[0])), rows, numbers(row[2]), numbers(row[3]));
  }

  @Test
  void lambdaIsWhereTheVarianceIsSmallest() {
    PartlyLabelled data = data(reference("weighted-means.tsv").get(1));
    var sums = RectifierSums.of(data);
    var slope = sums.slope();
    double best = slope.product() / slope.square();
    assertThat(best).isBetween(0.01, 0.99);
    double least = raw(sums, best);
    for (double other : new double[] {best - 0.01, best + 0.01, 0, 1}) {
      assertThat(raw(sums, other)).isGreaterThan(least);
    }
    assertThat(value(PredictionPowered.mean(data, Range.SHARE, 0.95)).why().toString())
        .contains("lambda, the trust in the predictions = " + best);
  }

  private static double raw(RectifierSums sums, double lambda) {
    double sum = 0;
    for (int g = 0; g < sums.ofAll().length; g++) {
      double part = lambda * (sums.ofAll()[g] - sums.ofPredicted()[g]) + sums.ofLabels()[g];
      sum += part * part;
    }
    return sum;
  }

  @Test
  void aJudgeThatIsRightMakesTheIntervalNarrowAndOneThatGuessesIsNotTrusted() {
    RandomGenerator random = Seeded.generator(5);
    double[] truth = new double[400];
    double[] guess = new double[400];
    for (int i = 0; i < truth.length; i++) {
      truth[i] = Seeded.unit(random) < 0.6 ? 1 : 0;
      guess[i] = Seeded.unit(random) < 0.6 ? 1 : 0;
    }
    Estimate trusted = PredictionPowered.mean(some(truth, truth), Range.SHARE, 0.95);
    Estimate guessed = PredictionPowered.mean(some(guess, truth), Range.SHARE, 0.95);
    Estimate alone =
        PredictionPowered.mean(some(guess, truth), Range.SHARE, OptionalDouble.of(0), 0.95);
    assertThat(number(trusted)).isEqualTo(Arrays.stream(truth).average().orElseThrow());
    assertThat(width(trusted)).isLessThan(width(alone) / 2);
    assertThat(width(guessed)).isCloseTo(width(alone), within(0.05));
    assertThat(value(trusted).method())
        .isEqualTo(
            "prediction-powered mean, lambda 1.00 (tuned); standard error over 40 labelled of 400"
                + " clusters (HC3), Student's t with 39 df");
  }

  private static double width(Estimate e) {
    return interval(e).high() - interval(e).low();
  }

  /** Labels for every tenth row. */
  private static PartlyLabelled some(double[] predictions, double[] truth) {
    int[] rows = IntStream.range(0, truth.length / 10).map(i -> 10 * i).toArray();
    double[] labels = Arrays.stream(rows).mapToDouble(i -> truth[i]).toArray();
    double[] inclusion = new double[rows.length];
    Arrays.fill(inclusion, 0.1);
    return new PartlyLabelled(Values.of(predictions), rows, labels, inclusion);
  }

  /** Nobody knows from 10 agreeing labels that the judge is never wrong: 1 in 10 stays possible. */
  @Test
  void labelsThatAllAgreeLeaveAnIntervalAsIfOneHadNot() {
    double[] same = new double[100];
    Arrays.fill(same, 0.5);
    Estimate mean = PredictionPowered.mean(some(same, same), Range.SHARE, 0.95);
    assertThat(number(mean)).isEqualTo(0.5);
    double half = Quantiles.forClusters(0.95, 10) * 0.1;
    assertThat(interval(mean).low()).isCloseTo(0.5 - half, within(1e-12));
    assertThat(interval(mean).high()).isCloseTo(0.5 + half, within(1e-12));
  }

  @Test
  void whenAllIsLabelledTheLabelsAreTheResult() {
    double[] labels = {1, 0, 1, 1, 0.5, 0, 1, 1, 0, 1, 1, 0};
    double[] ones = new double[labels.length];
    Arrays.fill(ones, 1);
    int[] rows = IntStream.range(0, labels.length).toArray();
    var data = new PartlyLabelled(Values.of(ones), rows, labels, ones);
    assertThat(number(PredictionPowered.mean(data, Range.SHARE, 0.95)))
        .isEqualTo(Arrays.stream(labels).sum() / labels.length);
  }

  @Test
  void rowsOfOneClusterAreOnePieceOfEvidence() {
    PartlyLabelled rows = data(reference("weighted-means.tsv").getFirst());
    PartlyLabelled clustered =
        repeated(rows, Clusters.of(IntStream.range(0, 120).map(i -> i / 2).toArray(), 60));
    Estimate once = PredictionPowered.mean(rows, Range.SHARE, 0.95);
    Estimate twice = PredictionPowered.mean(clustered, Range.SHARE, 0.95);
    assertThat(number(twice)).isCloseTo(number(once), within(1e-12));
    assertThat(width(twice)).isCloseTo(width(once), within(1e-12));
    assertThat(width(PredictionPowered.mean(repeated(rows, Clusters.each(120)), Range.SHARE, 0.95)))
        .isLessThan(0.8 * width(once));
  }

  /** Every row twice, one after the other. */
  private static PartlyLabelled repeated(PartlyLabelled once, Clusters clusters) {
    double[] predictions =
        IntStream.range(0, clusters.rows())
            .mapToDouble(i -> once.predictions().at(i / 2))
            .toArray();
    int n = 2 * once.labelled();
    int[] rows = IntStream.range(0, n).map(i -> 2 * once.row(i / 2) + i % 2).toArray();
    double[] labels = IntStream.range(0, n).mapToDouble(i -> once.label(i / 2)).toArray();
    double[] inclusion = IntStream.range(0, n).mapToDouble(i -> 1 / once.weight(i / 2)).toArray();
    return new PartlyLabelled(new Values(predictions, clusters, 0), rows, labels, inclusion);
  }

  @Test
  void whatCannotBeSaidIsUndefinedWithItsReason() {
    assertThat(reason(PredictionPowered.mean(labelled(0, 0), Range.SHARE, 0.95)))
        .isEqualTo("there are no predictions");
    assertThat(reason(PredictionPowered.mean(labelled(5, 0), Range.SHARE, 0.95)))
        .isEqualTo("there are no labels");
    Estimate.Value one = value(PredictionPowered.mean(labelled(5, 1), Range.SHARE, 0.95));
    assertThat(one.interval()).isEmpty();
    assertThat(one.method())
        .isEqualTo(
            "prediction-powered mean, lambda 1.00; no interval: 1 labelled cluster, at least 2 are"
                + " needed");
    Values two = Values.of(0, 1);
    assertThat(
            reason(
                PredictionPoweredSamples.mean(Paired.of(new double[1], new double[1]), two, 0.95)))
        .isEqualTo("2 rows or more are needed in each sample, here are 1 labelled and 2 not");
  }

  private static PartlyLabelled labelled(int rows, int labels) {
    double[] inclusion = new double[labels];
    Arrays.fill(inclusion, 0.2);
    return new PartlyLabelled(
        Values.of(new double[rows]),
        IntStream.range(0, labels).toArray(),
        new double[labels],
        inclusion);
  }

  @Test
  void wrongColumnsAreRefused() {
    Values two = Values.of(0, 1);
    assertThatThrownBy(() -> new PartlyLabelled(two, new int[2], new double[1], new double[1]))
        .hasMessage("2 rows, 1 labels and 1 probabilities were given; as many of each are needed.");
    assertThatThrownBy(() -> new PartlyLabelled(two, new int[] {2}, new double[1], new double[1]))
        .hasMessage("Label 0 is of row 2; allowed are 0 to 1.");
    double[] half = {0.5, 0.5};
    assertThatThrownBy(() -> new PartlyLabelled(two, new int[] {1, 1}, half, half))
        .hasMessage("Row 1 is labelled twice; join its labels first.");
    assertThatThrownBy(
            () -> new PartlyLabelled(two, new int[] {1}, new double[] {Double.NaN}, new double[1]))
        .hasMessage("Label 0 is NaN; allowed are finite numbers.");
    assertThatThrownBy(() -> new PartlyLabelled(two, new int[] {1}, new double[1], new double[1]))
        .hasMessage("Label 0 was drawn with probability 0.0; allowed are numbers above 0 up to 1.");
    var outside = new PartlyLabelled(two, new int[] {1}, new double[] {3}, new double[] {1});
    assertThatThrownBy(() -> PredictionPowered.mean(outside, Range.SHARE, 0.95))
        .hasMessage("Label 0 is 3.0; allowed are 0.0 to 1.0.");
    assertThatThrownBy(() -> new Range(1, 1))
        .hasMessage("Range from 1.0 to 1.0: the low end must be below the high end.");
  }
}
