package io.assize.library;

import static io.assize.library.RecordedRun.judge;
import static org.assertj.core.api.Assertions.assertThat;

import io.assize.core.Step;
import io.assize.core.json.Json;
import io.assize.engine.observe.Observations;
import io.assize.engine.run.Execution;
import io.assize.engine.trial.RunResult;
import io.assize.testkit.NeedsData;
import io.assize.testkit.SharedData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The raw replies of three data sets as judges of a run. The counts of each rule are those of the
 * table that was read by hand, which holds the same replies.
 */
class RawRepliesRunTest {

  private static final String NOT_IN_THE_FILE = "not-in-the-file";

  private @TempDir Path scratch;

  private static List<Json> rows(Path file) {
    try (var lines = Files.lines(file)) {
      return lines.map(Json::parse).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Json row, String name) {
    Json value = row.get(name).orElseThrow();
    return value.text().orElseGet(() -> value.number().orElseThrow().toPlainString());
  }

  /** The rules of all judges together, without what their files do not hold. */
  private static SortedMap<String, Long> rules(Finished finished) {
    var rules = new TreeMap<String, Long>();
    for (Finished.Told told : finished.judges()) {
      told.judged().result().replies().rules().forEach((r, n) -> rules.merge(r, n, Long::sum));
      assertThat(told.judged().judge().plan().most()).isEmpty();
    }
    rules.remove(NOT_IN_THE_FILE);
    assertThat(finished.open()).isZero();
    return rules;
  }

  @Test
  @NeedsData("llmbar")
  void llmBarsCompletionsAreReadInARun() {
    Path folder = SharedData.folder("llmbar");
    Path completions = folder.resolve("completions.jsonl");
    var judges = new TreeSet<List<String>>(java.util.Comparator.comparing(Object::toString));
    rows(completions).forEach(r -> judges.add(List.of(text(r, "judge"), text(r, "strategy"))));
    assertThat(judges).hasSize(25);
    var yaml =
        new StringBuilder(
                "items: {file: \"%s\", map: {id: subset+item}}\n"
                    .formatted(folder.resolve("items.jsonl")))
            .append("rank: {resamples: 10}\njudges:\n");
    for (List<String> j : judges) {
      boolean reasons = j.get(1).equals("CoT") || j.get(1).startsWith("Swap");
      yaml.append(
          """
            "%s": {replies: "%s", recipe: %s, map: {id: subset+item, a: "'output_1'", b: "'output_2'", order: order, judge: judge+strategy, reply: completion, finish: finish, only: "judge:%s+strategy:%s"}}
          """
              .formatted(
                  String.join(" ", j),
                  completions,
                  reasons ? "llmbar-cot" : "llmbar-vanilla",
                  j.get(0),
                  j.get(1)));
    }
    Finished finished = new RecordedRun(scratch, yaml.toString()).run();
    assertThat(rules(finished))
        .hasToString(
            "{cut-off=2, empty=84, filtered=2, mark=934, nothing-found=24, off-scale=3, refusal=5,"
                + " stated=298, whole=10}");
    assertThat(judge(finished, "GPT-4 CoT").judge().model()).containsExactly("GPT-4/CoT");
    assertThat(judge(finished, "GPT-4 CoT").result().replies().rules())
        .containsEntry(NOT_IN_THE_FILE, 984L);
  }

  /** The prompt of the reviews, as far as reading needs it: two grades, in free text. */
  private static final String REVIEW =
      """
      recipe: review
      judge:
        fold: prefer
        of: {ask: review, scale: {each: {real: [1, 10]}}, sees: [item, candidates]}
      prompts:
        review:
          text: "{{input}} {{#candidates}}{{label}}: {{text}} {{/candidates}} {{output}}"
          output: {layout: free, fields: [rationale, verdict]}
          vocabulary: {candidates: [Assistant 1, Assistant 2]}
      """;

  @Test
  @NeedsData("vicuna-gpt4-reviews")
  void reviewsWithTwoGradesAreReadInARun() throws IOException {
    Path folder = SharedData.folder("vicuna-gpt4-reviews");
    var others = List.of("alpaca-13b", "bard", "gpt35", "llama-13b");
    // The answers were not published with the reviews: their places stand for them.
    var items = new StringBuilder("id,question," + String.join(",", others) + ",vicuna-13b\n");
    for (Json q : rows(folder.resolve("questions.jsonl"))) {
      items.append(text(q, "question_id")).append(",not shown,one,two,three,four,five\n");
    }
    Files.writeString(scratch.resolve("items.csv"), items);
    var yaml = new StringBuilder("items: ../items.csv\nrank: {resamples: 10}\njudges:\n");
    for (String other : others) {
      yaml.append(
          """
            %s: {replies: "%s", recipe: review, map: {id: question_id, a: answer1, b: answer2, order: "'12'", reply: review}}
          """
              .formatted(other + " reviewed", folder.resolve(file(other))));
    }
    var run = new RecordedRun(scratch, yaml.toString());
    Files.writeString(scratch.resolve("replies.run/review.yaml"), REVIEW);
    Finished finished = run.run();
    // Two grades a review.
    assertThat(rules(finished)).hasToString("{named=22, named-series=2, off-scale=2, series=614}");
    Json expected = Json.parse(Files.readString(folder.resolve("expected.json")));
    // Three reviews are read otherwise than by the source's own parser, each seen by a person: two
    // say 10 and 4 where the source has another figure, one gives 0 of 10, which is off the scale.
    var ours = new TreeMap<String, String>();
    ours.put(
        "bard",
        "{\"n\":80,\"sum_first\":664,\"sum_second\":657.5,\"ties\":10,\"wins_first\":30,"
            + "\"wins_second\":40}");
    ours.put(
        "llama-13b",
        "{\"n\":79,\"sum_first\":513,\"sum_second\":687,\"ties\":0,\"wins_first\":3,"
            + "\"wins_second\":76}");
    for (String other : others) {
      Json published = expected.get(file(other)).orElseThrow();
      assertThat(figures(judge(finished, other + " reviewed")))
          .as(other)
          .isEqualTo(ours.getOrDefault(other, published.canonical()));
    }
  }

  private static String figures(Execution.Judged judged) {
    var table = ((RunResult.Pairs) judged.result()).table();
    var count = new TreeMap<String, Long>();
    double[] sum = new double[2];
    Observations seen = judged.seen();
    for (int i = 0; i < table.rows().size(); i++) {
      var row = table.rows().get(i);
      boolean swapped = row.a().by().name().equals("vicuna-13b");
      int code = row.whole().code((swapped ? row.b() : row.a()).key());
      if (code < 0) continue;
      count.merge("n", 1L, Long::sum);
      count.merge(List.of("ties", "wins_first", "wins_second").get(code), 1L, Long::sum);
      for (int r = seen.root(i); r < seen.end(seen.root(i)); r++) {
        if (!seen.step(r).dimension().equals(Step.CANDIDATE)) continue;
        String by = row.asked().candidate(seen.step(r).value()).by().name();
        sum[by.equals("vicuna-13b") ? 1 : 0] +=
            seen.distribution(r).orElseThrow().expected().orElseThrow();
      }
    }
    var figures = Json.object();
    figures.put("ties", 0L);
    count.forEach((name, n) -> figures.put(name, (long) n));
    return figures.put("sum_first", sum[0]).put("sum_second", sum[1]).build().canonical();
  }

  private static String file(String other) {
    return "vicuna-13b-clean-lang__review_" + other + "_vicuna-13b.jsonl";
  }

  @Test
  @NeedsData({"local-judge", "llmbar"})
  void bothLocalJudgesAreReadInARun() {
    var yaml =
        new StringBuilder(
                "items: {file: \"%s\", map: {id: subset+item}, take: 100}\n"
                    .formatted(SharedData.folder("llmbar").resolve("items.jsonl")))
            .append("rank: {resamples: 10}\njudges:\n");
    for (String model : List.of("qwen", "smollm2")) {
      Path file = SharedData.folder("local-judge").resolve(model + ".jsonl");
      yaml.append(
          """
            %1$s pairs: {replies: "%2$s", recipe: pair, map: {id: subset+item, a: "'output_1'", b: "'output_2'", order: shown, response: response, only: "kind:pair"}}
            %1$s grades: {replies: "%2$s", recipe: score, parameters: {levels: {from: 1, to: 5}}, map: {id: subset+item, system: "'output_'+shown", response: response, only: "kind:grade"}}
          """
              .formatted(model, file));
    }
    Finished finished = new RecordedRun(scratch, yaml.toString()).run();
    assertThat(rules(finished))
        .hasToString("{cut-off=204, line=1, off-scale=11, stated=12, whole=484}");
    assertThat(judge(finished, "smollm2 pairs").result().replies().rules())
        .containsEntry(NOT_IN_THE_FILE, 44L);
  }
}
