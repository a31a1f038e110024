package io.assize.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {

  @Test
  void aSwapOfLettersIsOneChange() {
    assertThat(Nearest.distance("modle", "model")).isEqualTo(1);
    assertThat(Nearest.distance("", "abc")).isEqualTo(3);
    assertThat(Nearest.of("trustjudge-pairwize", List.of("pair", "trustjudge-pair", "score")))
        .contains("trustjudge-pair");
  }

  @Test
  void aNameThatIsFarFromAllIsNotGuessed() {
    assertThat(Nearest.of("zzz", List.of("pair", "score"))).isEmpty();
    assertThat(Nearest.of("pair", List.of())).isEmpty();
  }

  @Test
  void caseIsNoDifferenceAndTheFirstOfEqualsWins() {
    assertThat(Nearest.of("SCORE", List.of("pair", "score"))).contains("score");
    assertThat(Nearest.of("bat", List.of("cat", "rat"))).contains("cat");
  }
}
