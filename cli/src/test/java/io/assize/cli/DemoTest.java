package io.assize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.assize.core.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo is offline, keeps nothing, and says what the judge got wrong. */
class DemoTest {

  @TempDir Path folder;

  @Test
  void theDemoSetsARecordedJudgeAgainstLabels() throws IOException {
    var said = new Terminal(folder).type("demo");
    assertThat(said.err()).isEmpty();
    assertThat(said.code()).isZero();
    assertThat(said.out())
        .contains("WHICH IS BETTER", "the judge says", "the labels say")
        .contains("careful", "fluent", "qwen", "smollm2")
        .contains("asked once", "asked in both orders", "\"the longer one\"")
        .contains("GRADED RELEVANCE", "ONE CASE", "YOUR TURN");
    try (var left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void everyJudgmentOfTheDemoIsRecorded() {
    String document = new Terminal(folder).type("demo", "--format", "json").out();
    Json judges = Json.parse(document).get("results").orElseThrow();
    for (String judge : List.of("main", "relevance")) {
      Json result = judges.get(judge).orElseThrow();
      assertThat(result.get("replies").orElseThrow().get("missing").orElseThrow().members())
          .as(judge)
          .doesNotContainKeys("pending", "failed");
      assertThat(result.get("card").orElseThrow().get("agreement").orElseThrow().elements())
          .as(judge)
          .hasSizeGreaterThan(1);
      assertThat(result.get("card").orElseThrow().get("baselines").orElseThrow().elements())
          .as(judge)
          .hasSize(8);
    }
  }
}
