package io.assize.measures.inference;

import static io.assize.measures.testing.Figures.interval;
import static io.assize.measures.testing.Figures.number;
import static io.assize.measures.testing.Figures.printed;
import static io.assize.measures.testing.Figures.reason;
import static io.assize.measures.testing.Figures.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.assize.measures.Clusters;
import io.assize.measures.Interval;
import io.assize.measures.columns.Values;
import io.assize.measures.random.Seeded;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SteadiedMeanTest {

  private static final SteadiedMean DIFFERENCES = SteadiedMean.ofDifferences(1, 1);

  private static Values differences(int up, int down, int same) {
    double[] d = new double[up + down + same];
    Arrays.fill(d, 0, up, 1);
    Arrays.fill(d, up, up + down, -1);
    return Values.of(d);
  }

  // 1600 people asked twice, 794 and 570 unmoved, 150 and 86 moved (Agresti and Min 2005, table 1):
  // 64 / 1602 and the root of (150.5 + 86.5 - 64^2 / 1602) over 1602, by hand.
  @Test
  void pairedSharesHaveTheIntervalOfAgrestiAndMin() {
    var of = DIFFERENCES.of(differences(150, 86, 1364), 0.95);
    assertThat(number(of)).isEqualTo(0.04);
    double middle = 64.0 / 1602;
    double error = Math.sqrt(150.5 + 86.5 - 64.0 * 64 / 1602) / 1602;
    assertThat(interval(of).low()).isCloseTo(middle - 1.959964 * error, within(1e-5));
    assertThat(interval(of).high()).isCloseTo(middle + 1.959964 * error, within(1e-5));
    assertThat(printed(interval(of).low(), "0.02")).isEqualTo("0.02");
    assertThat(printed(interval(of).high(), "0.06")).isEqualTo("0.06");
    assertThat(value(of).method())
        .isEqualTo("mean difference; Agresti and Min's interval over 1600 clusters, normal");
    assertThat(number(DIFFERENCES.test(differences(150, 86, 1364)))).isCloseTo(3e-5, within(5e-6));
  }

  // 2 of 20 by Agresti and Coull's plus four: 4 / 24, plus and minus t(19) times its error.
  @Test
  void aShareIsPulledToTheMiddleByTwoOfEach() {
    double[] rows = new double[20];
    rows[3] = rows[11] = 1;
    var of = SteadiedMean.ofShares().of(Values.of(rows), 0.95);
    double error = Math.sqrt(24.0 / 23 * (4 * Math.pow(20 / 24.0, 2) + 20 * Math.pow(4 / 24.0, 2)));
    assertThat(number(of)).isEqualTo(0.1);
    assertThat(interval(of).low()).isCloseTo(4 / 24.0 - 2.093024 * error / 24, within(1e-6));
    assertThat(interval(of).high()).isCloseTo(4 / 24.0 + 2.093024 * error / 24, within(1e-6));
  }

  @Test
  void whereNothingMovesThereIsStillAWidthAndNothingIsFound() {
    var of = DIFFERENCES.of(differences(0, 0, 30), 0.95);
    assertThat(number(of)).isZero();
    assertThat(interval(of).high()).isBetween(0.05, 0.08);
    assertThat(interval(of).low()).isEqualTo(-interval(of).high());
    assertThat(number(DIFFERENCES.test(differences(0, 0, 30)))).isEqualTo(1);
    Interval none = interval(SteadiedMean.ofShares().of(Values.of(new double[30]), 0.95));
    assertThat(none.low()).isZero();
    assertThat(none.high()).isBetween(0.1, 0.2);
    double[] all = new double[4];
    Arrays.fill(all, 1);
    assertThat(interval(SteadiedMean.ofShares().of(Values.of(all), 0.95)).high()).isEqualTo(1);
    assertThat(interval(DIFFERENCES.of(Values.of(all), 0.95)).high()).isEqualTo(1);
  }

  /** Where a move is a fourth of the scale, nothing moved is known four times as well. */
  @Test
  void smallMovesAreKnownBetter() {
    Values still = differences(0, 0, 30);
    double whole = interval(DIFFERENCES.of(still, 0.95)).high();
    double fourth = interval(SteadiedMean.ofDifferences(0.25, 1).of(still, 0.95)).high();
    assertThat(fourth).isCloseTo(whole / 4, within(1e-12));
    Values far = differences(29, 0, 1);
    assertThat(interval(SteadiedMean.ofDifferences(0.25, 1).of(far, 0.95)).high()).isEqualTo(1);
  }

  /** Rows of one item that move together are one piece of evidence. */
  @Test
  void rowsOfAClusterAreNotIndependent() {
    double[] rows = new double[60];
    Arrays.fill(rows, 0, 12, 1);
    int[] items = IntStream.range(0, 60).map(i -> i / 6).toArray();
    var together = new Values(rows, Clusters.of(items, 10), 0);
    double alone = number(DIFFERENCES.test(Values.of(rows)));
    assertThat(alone).isLessThan(0.001);
    assertThat(number(DIFFERENCES.test(together))).isGreaterThan(0.1);
    // So many clusters as have rows, whatever the column could hold.
    var wide = new Values(rows, Clusters.of(items, 500), 0);
    assertThat(number(DIFFERENCES.test(wide))).isEqualTo(number(DIFFERENCES.test(together)));
  }

  @Test
  void theTestIsBelowAlphaWhereTheIntervalLeavesNothingOut() {
    for (int up = 0; up < 14; up++) {
      Values of = differences(up, 1, 40 - up);
      boolean outside = !interval(DIFFERENCES.of(of, 0.95)).contains(0);
      assertThat(number(DIFFERENCES.test(of)) < 0.05).as("%d up", up).isEqualTo(outside);
    }
  }

  @Test
  void tooLittleHasNoInterval() {
    assertThat(reason(DIFFERENCES.of(Values.of(), 0.95))).isEqualTo("there are no rows");
    assertThat(reason(DIFFERENCES.test(Values.of()))).isEqualTo("there are no rows");
    assertThat(value(DIFFERENCES.of(Values.of(1), 0.95)).interval()).isEmpty();
    assertThat(value(DIFFERENCES.of(Values.of(1), 0.95)).method())
        .isEqualTo("mean; no interval: 1 cluster, at least 2 are needed");
    assertThat(reason(DIFFERENCES.test(Values.of(1))))
        .isEqualTo("a test needs 2 clusters or more, here is 1");
    for (double[] wrong : new double[][] {{0, 1}, {0.5, 0.25}}) {
      assertThatThrownBy(() -> SteadiedMean.ofDifferences(wrong[0], wrong[1]))
          .hasMessage(
              "A move of %s of at most %s: allowed is a move above 0, up to it."
                  .formatted(wrong[0], wrong[1]));
    }
  }

  /** Verdicts of which so many move up and so many down: 95 % intervals, pinned as measured. */
  @ParameterizedTest(name = "{0} items of {1} rows, {2} up, {3} down")
  @CsvSource({
    "30, 1, 0.00, 0.00, 1.0",
    "30, 1, 0.05, 0.00, 0.9997",
    "44, 1, 0.06, 0.01, 0.9341",
    "100, 1, 0.05, 0.00, 0.9589",
    "100, 1, 0.25, 0.05, 0.9537",
    "36, 6, 0.25, 0.05, 0.9714"
  })
  void differencesAreCovered(int items, int rows, double up, double down, double expected) {
    int worlds = 10_000;
    long held =
        IntStream.range(0, worlds)
            .filter(w ->
                interval(DIFFERENCES.of(world(w, items, rows, up, down), 0.95)).contains(up - down))
            .count();
    assertThat(held / (double) worlds).isEqualTo(expected);
  }

  private static Values world(int world, int items, int rows, double up, double down) {
    RandomGenerator random = Seeded.generator(9, world);
    double[] values = new double[items * rows];
    int[] item = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      boolean repeats = i % rows > 0 && Seeded.unit(random) < 0.5;
      double drawn = Seeded.unit(random);
      values[i] = repeats ? values[i - 1] : drawn < up ? 1 : drawn < up + down ? -1 : 0;
      item[i] = i / rows;
    }
    return new Values(values, Clusters.of(item, items), 0);
  }

  // Holm (1979) by hand: 0.005 * 4, 0.01 * 3, 0.03 * 2, 0.04 * 1 but not below the one before.
  @Test
  void holmAdjustsStepByStep() {
    assertThat(Holm.adjusted(List.of(0.01, 0.04, 0.03, 0.005)))
        .containsExactly(0.03, 0.06, 0.06, 0.02);
    assertThat(Holm.adjusted(List.of(0.5, 0.9))).containsExactly(1.0, 1.0);
    assertThat(Holm.adjusted(List.of())).isEmpty();
    assertThatThrownBy(() -> Holm.adjusted(List.of(0.1, 1.5)))
        .hasMessage("p-value 1.5: allowed is a number from 0 to 1.");
  }
}
