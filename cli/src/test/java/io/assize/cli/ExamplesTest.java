package io.assize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.assize.core.json.Json;
import io.assize.engine.config.JudgeConfig;
import io.assize.engine.run.Progress;
import io.assize.judges.recipe.Recipe;
import io.assize.judges.recipe.Recipes;
import io.assize.judges.yaml.YamlNode;
import io.assize.report.ResultJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The recorded examples of recipes give, offline, what they gave when they were recorded. */
class ExamplesTest {

  @TempDir Path folder;

  @Test
  void everyExampleGivesItsResultsToTheDigit() throws IOException {
    Shipped.EXAMPLES.layOut(folder);
    var surroundings =
        new Surroundings(folder, new TreeMap<>(), System.out, System.err, false, Clock.systemUTC());
    var results = Json.object();
    try (var replay = Shipped.EXAMPLES.replay(surroundings, folder)) {
      for (JudgeConfig judge : replay.config().judges()) {
        var bound = replay.execution().bind(judge, replay.data());
        var judged = replay.execution().judge(bound, replay.data(), Progress.NONE);
        assertThat(judged.result().replies().open()).as(judge.name()).isZero();
        Json all = ResultJson.of(judged.result());
        results.put(
            judge.name(),
            Json.object()
                .put("systems", all.get("systems").orElseThrow())
                .put("replies", all.get("replies").orElseThrow())
                .build());
      }
    }
    assertThat(results.build().canonical()).isEqualTo(expected());
  }

  /** The results that the run itself wrote when the model was asked. */
  private static String expected() throws IOException {
    try (var in = ExamplesTest.class.getResourceAsStream("examples-results.json")) {
      var text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return Json.parse(text.strip()).canonical();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pair",
        "score",
        "pass-fail",
        "checklist",
        "grounded",
        "relevance",
        "g-eval",
        "prometheus-absolute",
        "prometheus-relative",
        "mt-bench-single",
        "mt-bench-pair",
        "llmbar-vanilla",
        "llmbar-cot",
        "llmbar-metrics",
        "llmbar-rating",
        "llmbar-reference",
        "llmbar-swap",
        "trustjudge-pair",
        "trustjudge-score"
      })
  void aRecipeShowsHowItWorks(String recipe) {
    String shown = new Terminal(folder).type("recipes", recipe).out();
    assertThat(shown)
        .contains("prompt ")
        .contains("example, recorded with Qwen2.5-Coder-1.5B")
        .contains("answer of careful: Once.")
        .containsPattern("call [0-9a-f]{8}  \\S");
  }

  /** A limit stands in the request, and so in a call's key: what was recorded stays without. */
  @Test
  void recipesHaveALimitOfTokensUnlessTheyWereRecordedWithout() throws IOException {
    Shipped.EXAMPLES.layOut(folder);
    var surroundings =
        new Surroundings(folder, new TreeMap<>(), System.out, System.err, false, Clock.systemUTC());
    List<String> recorded;
    try (var replay = Shipped.EXAMPLES.replay(surroundings, folder)) {
      recorded = replay.config().judges().stream().map(JudgeConfig::name).toList();
    }
    var unlimited = new ArrayList<String>();
    for (String name : Recipes.bundled().recipes()) {
      var given = new TreeMap<String, YamlNode>();
      if (name.equals("weaver")) given.put("verifiers", YamlNode.value("verifiers", "[a, b, c]"));
      boolean open =
          Recipes.bundled().get(name).bind(given).nodes().stream()
              .anyMatch(n ->
                  n instanceof Recipe.Ask a && a.sampling().maxTokens().isEmpty()
                      || n instanceof Recipe.Write w && w.sampling().maxTokens().isEmpty());
      if (open) unlimited.add(name);
    }
    assertThat(unlimited).containsExactlyInAnyOrderElementsOf(recorded);
  }

  @Test
  void aRecipeWithoutAnExampleShowsNone() {
    assertThat(Recipes.bundled().recipes()).contains("weaver");
    assertThat(new Terminal(folder).type("recipes", "debate").out()).doesNotContain("example,");
  }
}
