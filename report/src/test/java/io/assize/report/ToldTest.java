package io.assize.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What lines up on a screen reads as a sentence elsewhere. */
class ToldTest {

  @Test
  void theSpacesOfAScreenAreNoSentence() {
    assertThat(Told.plain("23 %   166 of 216 flipped")).isEqualTo("23 %, 166 of 216 flipped");
    assertThat(Told.plain("+38 points   (+34 to +43)")).isEqualTo("+38 points (+34 to +43)");
    assertThat(Told.plain("not measured   --repeat 3")).isEqualTo("not measured: --repeat 3");
    assertThat(Told.plain("-   asked 3 times")).isEqualTo("-: asked 3 times");
  }
}
