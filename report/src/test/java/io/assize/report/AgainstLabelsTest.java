package io.assize.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.assize.engine.trial.Agreement;
import io.assize.measures.Estimate;
import io.assize.measures.agreement.CohenKappa;
import io.assize.measures.agreement.KappaWeights;
import io.assize.measures.columns.Labels;
import io.assize.measures.inference.Bootstrap;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgainstLabelsTest {

  /** Of so many cases the judge says the same as the labels, but for some. */
  private static String words(int cases, int others) {
    int[] labels = IntStream.range(0, cases).map(i -> i % 2).toArray();
    int[] says = IntStream.range(0, cases).map(i -> i < others ? 1 - i % 2 : i % 2).toArray();
    Labels both = Labels.ofRaters(new double[] {0, 1}, new int[][] {says, labels});
    Estimate kappa = CohenKappa.of(both, 0, 1, KappaWeights.UNWEIGHTED, Bootstrap.of(200, 1));
    return AgainstLabels.words(new Agreement("the judge", kappa, kappa), "never", "alone");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          40 | 0  | it agrees with the labels well beyond chance
          40 | 10 | with the labels it agrees little beyond chance: alone
          40 | 20 | with the labels it does not agree beyond chance: never
          4  | 0  | it agrees with the labels, but 4 labels are too few to be sure: about 30 are enough to begin
          """)
  void aFewEqualLabelsSayLittle(int cases, int others, String says) {
    assertThat(words(cases, others)).isEqualTo(says);
  }
}
