package io.assize.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The smallest real model there is: worthless as a judge, and so a good test. */
class SmolLm2Test extends JudgesLlmBar {

  SmolLm2Test() {
    super("smollm2", Integer.getInteger("assize.e2e.items", 20));
  }

  @Test
  void thisModelLeavesRepliesUnreadable() {
    long unreadable =
        LlmBarRun.JUDGES.stream()
            .mapToLong(judge -> JudgeReport.of(resumed(), judge).unreadable())
            .sum();
    assertThat(unreadable).isPositive();
  }
}
