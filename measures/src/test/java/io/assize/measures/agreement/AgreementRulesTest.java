package io.assize.measures.agreement;

import static io.assize.measures.testing.Figures.number;
import static io.assize.measures.testing.Figures.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.assize.measures.Clusters;
import io.assize.measures.Estimate;
import io.assize.measures.Weights;
import io.assize.measures.columns.DistinctLabels;
import io.assize.measures.columns.Labels;
import io.assize.measures.columns.LabelsBuilder;
import io.assize.measures.columns.Paired;
import io.assize.measures.inference.Bootstrap;
import io.assize.measures.inference.Prepared;
import io.assize.measures.random.Seeded;
import io.assize.measures.testing.Worlds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgreementRulesTest {
  private static final Bootstrap NONE = Bootstrap.none();

  @Test
  void whatIsUndefinedSaysWhy() {
    Labels one = Labels.parse("1 1 1\n1 1 1");
    assertThat(reason(CohenKappa.of(one, 0, 1, KappaWeights.UNWEIGHTED, NONE)))
        .isEqualTo("both raters gave one and the same label throughout");
    assertThat(reason(KrippendorffAlpha.of(one, Metric.INTERVAL, NONE)))
        .isEqualTo("all labels are the same, so agreement cannot be told from chance");
    Labels apart = Labels.parse("1 2 . .\n. . 1 2");
    assertThat(reason(CohenKappa.of(apart, 0, 1, KappaWeights.LINEAR, NONE)))
        .isEqualTo("no unit has a label from both raters");
    assertThat(reason(KrippendorffAlpha.of(apart, Metric.NOMINAL, NONE)))
        .isEqualTo("no unit has two labels");
    assertThat(reason(PercentAgreement.of(apart, 0, 1, NONE)))
        .isEqualTo("no unit has a label from both raters");
    assertThat(reason(PercentAgreement.among(apart, NONE))).isEqualTo("no unit has two labels");
    assertThat(reason(Unanimity.of(apart, NONE))).isEqualTo("no case has two values to compare");
    assertThat(Unanimity.flips(apart, NONE).missing()).isEqualTo(4);
  }

  @Test
  void aTieConflictsWithADecisionAndIsNoReversal() {
    // By grades above, by comparison below: -1 the second, 0 a tie, 1 the first, the last not had.
    Labels said = Labels.parse("1 1 1 0 0 -1 -1 0 .\n1 0 -1 0 1 -1 1 . 1");
    assertThat(number(ScoreComparison.conflict(said, 0, 1, NONE))).isEqualTo(4 / 7.0);
    assertThat(number(ScoreComparison.reversed(said, 0, 1, NONE))).isEqualTo(2 / 7.0);
    assertThat(ScoreComparison.reversed(said, 0, 1, NONE).missing()).isEqualTo(2);
    assertThat(reason(ScoreComparison.conflict(Labels.parse("1 . .\n. 0 -1"), 0, 1, NONE)))
        .isEqualTo("no pair has both grades and a comparison");
  }

  @ParameterizedTest
  @EnumSource(KappaWeights.class)
  void aRaterWhoAlwaysSaysTheSameHasKappaZero(KappaWeights weights) {
    assertThat(number(CohenKappa.of(Labels.parse("1 2 3 3\n2 2 2 2"), 0, 1, weights, NONE)))
        .isZero();
  }

  @Test
  void constantsAreExactWhateverTheirNumbers() {
    LabelsBuilder labels = Labels.builder(0.1, 0.3);
    for (int unit = 0; unit < 1_001; unit++) {
      labels.add(unit, 0, 1).add(unit, 1, 1).add(unit, 2, 1);
    }
    for (Metric metric : Metric.values()) {
      reason(KrippendorffAlpha.of(labels.build(), metric, NONE));
    }
    double[] third = new double[999];
    java.util.Arrays.fill(third, 1 / 3.0);
    double[] rising = new double[999];
    java.util.Arrays.setAll(rising, i -> i);
    assertThat(reason(Correlation.pearson(Paired.of(third, rising), NONE)))
        .isEqualTo("one of the two columns is constant");
    assertThat(reason(Correlation.spearman(Paired.of(rising, third), NONE)))
        .isEqualTo("one of the two columns is constant");
    assertThat(reason(Correlation.kendall(Paired.of(third, third), NONE)))
        .isEqualTo("one of the two columns is constant");
    assertThat(number(Correlation.pearson(Paired.of(rising, rising), NONE)))
        .isCloseTo(1, within(1e-15));
  }

  @Test
  void unknownRatersAndNegativeRatiosAreRefused() {
    Labels labels = Labels.parse("-1 2\n2 2");
    assertThatThrownBy(() -> CohenKappa.of(labels, 0, 2, KappaWeights.LINEAR, NONE))
        .hasMessage("Raters 0 and 2: allowed are two different ones of 0 to 1.");
    assertThatThrownBy(() -> PercentAgreement.of(labels, 1, 1, NONE))
        .hasMessage("Raters 1 and 1: allowed are two different ones of 0 to 1.");
    assertThatThrownBy(() -> KrippendorffAlpha.of(labels, Metric.RATIO, NONE))
        .hasMessage("Level -1.0 is below 0; the ratio metric needs numbers from 0. Use INTERVAL.");
  }

  @Test
  void levelsNobodyUsedWidenTheScaleOfWeightedKappa() {
    int[] a = {0, 0, 2, 2, 0};
    int[] b = {0, 2, 2, 0, 3};
    double whole =
        number(
            CohenKappa.of(
                Labels.ofRaters(new double[] {1, 2, 3, 4}, a, b), 0, 1, KappaWeights.LINEAR, NONE));
    int[] a2 = {0, 0, 1, 1, 0};
    int[] b2 = {0, 1, 1, 0, 2};
    double seen =
        number(
            CohenKappa.of(
                Labels.ofRaters(new double[] {1, 3, 4}, a2, b2), 0, 1, KappaWeights.LINEAR, NONE));
    assertThat(whole).isNotCloseTo(seen, within(1e-3));
  }

  /** Brute force over the definition: pairs within units against all pairs. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("io.assize.measures.testing.Worlds#seeds")
  void alphaIsItsDefinition(long seed) {
    Labels labels = Worlds.labels(seed);
    for (Metric metric : Metric.values()) {
      double[] fast =
          Disagreement.by(metric, labels).statistics(labels, Weights.ones(labels.units()));
      double[] slow = bruteForce(labels, metric);
      for (int i = 0; i < slow.length; i++) {
        assertThat(fast[i]).as(metric + " " + i).isCloseTo(slow[i], within(1e-9 * (1 + slow[i])));
      }
    }
  }

  private static double[] bruteForce(Labels labels, Metric metric) {
    int[] pairable = new int[labels.count()];
    int[] unitOf = new int[labels.count()];
    int n = 0;
    for (int unit = 0; unit < labels.units(); unit++) {
      for (int i = labels.start(unit); i < labels.start(unit + 1); i++) {
        if (labels.start(unit + 1) - labels.start(unit) >= 2) {
          pairable[n] = labels.code(i);
          unitOf[n++] = unit;
        }
      }
    }
    double[] count = new double[labels.levels()];
    for (int i = 0; i < n; i++) {
      count[pairable[i]]++;
    }
    double within = 0;
    double all = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double apart = apart(labels, metric, count, pairable[i], pairable[j]);
        all += apart;
        if (unitOf[i] == unitOf[j]) {
          within += apart / (labels.start(unitOf[i] + 1) - labels.start(unitOf[i]) - 1);
        }
      }
    }
    return new double[] {n, within, all};
  }

  private static double apart(Labels labels, Metric metric, double[] count, int c, int k) {
    double x = labels.level(c);
    double y = labels.level(k);
    double apart =
        switch (metric) {
          case NOMINAL -> c == k ? 0 : 1;
          case INTERVAL -> x - y;
          case RATIO -> c == k ? 0 : (x - y) / (x + y);
          case ORDINAL -> {
            double between = -(count[c] + count[k]) / 2;
            for (int g = Math.min(c, k); g <= Math.max(c, k); g++) {
              between += count[g];
            }
            yield c == k ? 0 : between;
          }
        };
    return apart * apart;
  }

  /** Weighted ranks against the rows written out. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("io.assize.measures.testing.Worlds#seeds")
  void correlationsUnderWeightsAreThoseOfRowsWrittenOut(long seed) {
    RandomGenerator random = Seeded.generator(seed, 4);
    int rows = 2 + Seeded.below(random, 30);
    int levels = Worlds.one(random, 2, 4, 1_000);
    double[] x = new double[rows];
    double[] y = new double[rows];
    double[] times = new double[rows];
    int all = 0;
    for (int row = 0; row < rows; row++) {
      x[row] = Seeded.below(random, levels);
      y[row] = Seeded.below(random, levels) + x[row];
      times[row] = Seeded.below(random, 4);
      all += (int) times[row];
    }
    double[] x2 = new double[all];
    double[] y2 = new double[all];
    for (int row = 0, at = 0; row < rows; row++) {
      for (int i = 0; i < times[row]; i++) {
        x2[at] = x[row];
        y2[at++] = y[row];
      }
    }
    RankedPairs pairs = RankedPairs.of(Paired.of(x, y));
    RankedPairs out = RankedPairs.of(Paired.of(x2, y2));
    assertThat(pairs.concordance(Weights.of(times)))
        .containsExactly(out.concordance(Weights.ones(all)));
    double[] weighted = Moments.ofRanks(RankCells.of(Paired.of(x, y)), Weights.of(times));
    double[] written = Moments.ofRanks(RankCells.of(Paired.of(x2, y2)), Weights.ones(all));
    for (int i = 0; i < 3; i++) {
      assertThat(weighted[i]).isCloseTo(written[i], within(1e-9 * (1 + Math.abs(written[i]))));
    }
  }

  @Test
  void aTableSaysWhatItCannotKnow() {
    Confusion table =
        Confusion.of(
            Labels.ofRaters(
                new double[] {1, 2, 3, 4}, new int[] {0, 0, 1, -1}, new int[] {0, 1, 2, 0}),
            0,
            1);
    assertThat(table.count(0, 1)).isEqualTo(1);
    assertThat(table.count(1, 0)).isZero();
    assertThat(table.n()).isEqualTo(3);
    assertThat(number(table.precision(1, 0.95))).isZero();
    assertThat(number(table.recall(0, 0.95))).isEqualTo(0.5);
    assertThat(number(table.f1(0))).isEqualTo(2 / 3.0);
    assertThat(reason(table.precision(3, 0.95))).isEqualTo("the judge never gives this level");
    assertThat(reason(table.recall(2, 0.95))).isEqualTo("gold never has this level");
    assertThat(reason(table.f1(3))).isEqualTo("neither gold nor judge has this level");
    assertThat(reason(table.macroF1())).isEqualTo("neither gold nor judge has level 3");
    assertThat(table.accuracy(0.95).missing()).isEqualTo(1);
  }

  // Lin (1989), doi 10.2307/2532051, with moments divided by n.
  @Test
  void kappaBySquaredDifferenceIsLinsConcordance() {
    double[] x = {1, 2.5, 4, 7, 11};
    double[] y = {2, 2.5, 7, 4, 11};
    Labels labels = Labels.ofRaters(new double[] {7, 1, 2.5, 4, 11, 2}, codes(x), codes(y));
    double meanX = Arrays.stream(x).average().orElseThrow();
    double meanY = Arrays.stream(y).average().orElseThrow();
    double both = 0;
    double squares = 0;
    for (int i = 0; i < x.length; i++) {
      both += (x[i] - meanX) * (y[i] - meanY) / x.length;
      squares += (Math.pow(x[i] - meanX, 2) + Math.pow(y[i] - meanY, 2)) / x.length;
    }
    double concordance = 2 * both / (squares + Math.pow(meanX - meanY, 2));
    assertThat(number(CohenKappa.of(labels, 0, 1, KappaWeights.SQUARED_DIFFERENCE, NONE)))
        .isCloseTo(concordance, within(1e-12));
  }

  private static int[] codes(double[] values) {
    double[] levels = {7, 1, 2.5, 4, 11, 2};
    return Arrays.stream(values)
        .mapToInt(v -> (int) Arrays.stream(levels).takeWhile(level -> level != v).count())
        .toArray();
  }

  @Test
  void lightsKappaIsTheMeanOverPairsAndTellsWhichPairHasNone() {
    Labels labels = Labels.parse("1 2 1 2 3 .\n1 2 2 2 3 .\n2 2 1 2 3 1\n. . . . . 1");
    double mean = 0;
    for (RaterPairs.Pair p : RaterPairs.among(0, 1, 2).all()) {
      mean += number(CohenKappa.of(labels, p.a(), p.b(), KappaWeights.LINEAR, NONE)) / 3;
    }
    Estimate among = LightKappa.of(labels, RaterPairs.among(0, 1, 2), KappaWeights.LINEAR, NONE);
    assertThat(number(among)).isCloseTo(mean, within(1e-12));
    assertThat(among.n()).isEqualTo(5);
    assertThat(among.missing()).isEqualTo(1);
    assertThat(reason(LightKappa.of(labels, RaterPairs.of(3, 2, 0), KappaWeights.LINEAR, NONE)))
        .isEqualTo("of raters 3 and 2: both raters gave one and the same label throughout");
    assertThat(reason(LightKappa.of(labels, RaterPairs.of(3), KappaWeights.LINEAR, NONE)))
        .isEqualTo("there is no pair of raters");
    int[] many = IntStream.range(0, 30).toArray();
    Labels thirty = Labels.ofRaters(new double[] {1, 2}, new int[30][1]);
    assertThat(reason(LightKappa.of(thirty, RaterPairs.among(many), KappaWeights.LINEAR, NONE)))
        .isEqualTo("435 pairs of raters are more than 400: alpha takes them all");
  }

  @Test
  void aDifferenceOfMeanKappasIsTheirDifference() {
    Labels labels = Labels.parse("1 2 1 2 3 1\n1 2 2 2 3 1\n2 2 1 3 3 1");
    RaterPairs people = RaterPairs.among(0, 1);
    RaterPairs judge = RaterPairs.of(2, 0, 1);
    double less =
        number(LightKappa.of(labels, people, KappaWeights.QUADRATIC, NONE))
            - number(LightKappa.of(labels, judge, KappaWeights.QUADRATIC, NONE));
    assertThat(
            number(
                LightKappa.prepareDifference(labels, people, judge, KappaWeights.QUADRATIC)
                    .estimate(NONE)))
        .isEqualTo(less);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("io.assize.measures.testing.Worlds#seeds")
  void measuresThatShareTheirDrawsGiveWhatEachGivesAlone(long seed) {
    Labels labels = Worlds.labels(seed);
    Bootstrap bootstrap = Bootstrap.of(30, seed);
    assertThat(
            Prepared.together(
                List.of(
                    CohenKappa.prepare(labels, 0, 1, KappaWeights.LINEAR),
                    PercentAgreement.prepareAmong(labels),
                    KrippendorffAlpha.prepare(labels, Metric.ORDINAL),
                    PercentAgreement.prepare(labels, 0, 1)),
                bootstrap))
        .containsExactly(
            CohenKappa.of(labels, 0, 1, KappaWeights.LINEAR, bootstrap),
            PercentAgreement.among(labels, bootstrap),
            KrippendorffAlpha.of(labels, Metric.ORDINAL, bootstrap),
            PercentAgreement.of(labels, 0, 1, bootstrap));
  }

  @Test
  void manyUnitsShareTheirGroupsToo() {
    int units = 12_000;
    int[][] codes = new int[3][units];
    RandomGenerator random = Seeded.generator(8);
    for (int unit = 0; unit < units; unit++) {
      for (int[] rater : codes) {
        rater[unit] = Seeded.below(random, 5) == 0 ? -1 : Seeded.below(random, 3);
      }
    }
    Labels labels = Labels.ofRaters(new double[] {1, 2, 3}, codes);
    Bootstrap bootstrap = Bootstrap.of(20, 2);
    Prepared<?> pair = CohenKappa.prepare(labels, 0, 1, KappaWeights.LINEAR);
    Prepared<?> mean = LightKappa.prepare(labels, RaterPairs.among(0, 1), KappaWeights.LINEAR);
    List<Estimate> together = Prepared.together(List.of(pair, mean), bootstrap);
    assertThat(together).containsExactly(pair.estimate(bootstrap), mean.estimate(bootstrap));
    // The mean over one pair is that pair, so its draws must be the same.
    assertThat(((Estimate.Value) together.get(1)).interval())
        .isEqualTo(((Estimate.Value) together.get(0)).interval());
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 12_000})
  void countedByKindTheEstimatesAreTheSame(int units) {
    int[][] codes = new int[3][units];
    RandomGenerator random = Seeded.generator(9);
    for (int unit = 0; unit < units; unit++) {
      for (int[] rater : codes) {
        rater[unit] = Seeded.below(random, 4) - 1;
      }
    }
    int[] origins = IntStream.range(0, units).map(unit -> unit / 2).toArray();
    Labels labels =
        Labels.ofRaters(new double[] {1, 2, 3}, codes).clusteredBy(Clusters.of(origins, units / 2));
    DistinctLabels kinds = DistinctLabels.of(labels).orElseThrow();
    assertThat(kinds.labels().units()).isLessThanOrEqualTo(64);
    Bootstrap bootstrap = Bootstrap.of(25, 4);
    List<Prepared<?>> whole = measures(labels);
    List<Prepared<?>> counted = new ArrayList<>();
    List<Prepared<?>> ofKinds = measures(kinds.labels());
    for (int i = 0; i < whole.size(); i++) {
      counted.add(ofKinds.get(i).counting(whole.get(i).n(), whole.get(i).missing()));
    }
    assertThat(Prepared.together(counted, kinds.kindOfUnit(), labels.clusters(), bootstrap))
        .isEqualTo(Prepared.together(whole, bootstrap));
  }

  private static List<Prepared<?>> measures(Labels labels) {
    return List.of(
        CohenKappa.prepare(labels, 0, 2, KappaWeights.QUADRATIC),
        PercentAgreement.prepare(labels, RaterPairs.among(0, 1, 2)),
        LightKappa.prepare(labels, RaterPairs.among(0, 1, 2), KappaWeights.LINEAR));
  }

  @Test
  void unitsThatAreAllOfTheirOwnKindHaveNoKinds() {
    assertThat(DistinctLabels.of(Labels.parse("1 2 3 4\n1 2 2 1"))).isEmpty();
  }

  @Test
  void columnsOfOtherClustersCannotShareDraws() {
    List<Prepared<?>> apart =
        List.of(
            PercentAgreement.prepare(Labels.parse("1 2\n1 2"), 0, 1),
            PercentAgreement.prepare(Labels.parse("1 2 1\n1 2 2"), 0, 1));
    assertThatThrownBy(() -> Prepared.together(apart, NONE))
        .hasMessage(
            "Columns of 2 and of 3 clusters: what is drawn together needs the same clusters.");
  }
}
