package io.assize.engine.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.assize.core.json.Json;
import io.assize.testkit.NeedsData;
import io.assize.testkit.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Published data in forms of their own, read by a mapping of a few lines and nothing else. */
class MappedSharedTest {

  private @TempDir Path folder;

  private DataFile said(String data, String mapping) throws IOException {
    Path file = Files.writeString(folder.resolve("mine.yaml"), mapping);
    return DataFiles.labels(List.of(SharedData.folder(data)), ColumnMap.parse("mapping=" + file));
  }

  // The leaderboard of AlpacaEval 2.0: columns n_wins, n_wins_base, n_draws.
  @Test
  @NeedsData("alpacaeval")
  void winsOfThe38ModelsAreThoseOfTheLeaderboard() throws IOException {
    DataFile read =
        said(
            "alpacaeval/annotations.csv",
            """
            mapping: table
            items: {id: item}
            scores:
              - rater: {text: gpt4-turbo}
                value: preference
                words: {"=1.5": tie, ">1.5": a, "<1.5": b}
                pair: {a: model, b: {text: base}}
            """);
    assertThat(read.labels()).hasSize(30_589);
    var counts = new TreeMap<String, Integer>();
    for (Label l : read.labels()) {
      if (!(l.subject() instanceof Subject.Pair p)) continue;
      String word = l.value().got().orElseThrow();
      String column =
          word.equals("tie") ? "n_draws" : word.equals("base") ? "n_wins_base" : "n_wins";
      counts.merge(p.a() + " " + column, 1, Integer::sum);
    }
    Json expected = Json.parse(Files.readString(SharedData.folder("alpacaeval/expected.json")));
    var printed = new TreeMap<String, Integer>();
    expected
        .get("models")
        .orElseThrow()
        .members()
        .forEach((model, figures) -> {
          for (String column : List.of("n_wins", "n_wins_base", "n_draws")) {
            int n = figures.get(column).flatMap(Json::number).orElseThrow().intValue();
            if (n > 0) printed.put(model + " " + column, n);
          }
        });
    assertThat(counts).isEqualTo(printed);
  }

  @Test
  @NeedsData("gpt4-repeat-scores")
  void aGraderThatSpeaksThreeTimesIsThree() throws IOException {
    DataFile read =
        said(
            "gpt4-repeat-scores/mt_bench_eval.jsonl",
            """
            mapping: repeated
            items: {id: {join: [question, response_source], with: "/"}}
            scores: [{each: "scores[*]", rater: {text: GPT-4}, value: .}]
            """);
    assertThat(read.raters()).hasToString("[GPT-4, GPT-4 2, GPT-4 3]");
    var words = new TreeMap<String, TreeSet<String>>();
    for (Label l : read.labels()) {
      words.computeIfAbsent(l.item(), i -> new TreeSet<>()).add(l.value().got().orElseThrow());
    }
    assertThat(words).hasSize(320);
    assertThat(words.values().stream().filter(w -> w.size() == 1)).hasSize(141);
  }
}
