package io.assize.engine.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.assize.core.Item;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of promptfoo and Inspect; their texts here are ours. */
class OtherToolsTest {

  private @TempDir Path folder;
  private Scratch scratch;

  @BeforeEach
  void makeScratch() {
    scratch = new Scratch(folder);
  }

  private static String result(int test, int prompt, String label, String provider, String more) {
    return """
    {"testIdx": %d, "promptIdx": %d, "prompt": {"raw": "...", "label": "%s"},
     "provider": {"id": "%s", "label": ""}, %s}\
    """
        .formatted(test, prompt, label, provider, more);
  }

  private void results(String... rows) {
    scratch.write(
        "results.json",
        "{\"evalId\": \"e\", \"results\": {\"version\": 3, \"results\": ["
            + String.join(",", rows)
            + "], \"prompts\": []}, \"config\": {}}");
  }

  @Test
  void promptfooResultsAreItemsWithASystemForEachColumn() {
    String vars =
        "\"vars\": {\"question\": \"Why?\", \"tone\": \"dry\"}, \"testCase\": {\"assert\": ["
            + "{\"type\": \"equals\", \"value\": \"So.\"}, {\"type\": \"llm-rubric\", \"value\": \"Short.\"},"
            + " {\"type\": \"latency\", \"threshold\": 9}]}, \"response\": ";
    results(
        result(0, 0, "v1", "openai:m", vars + "{\"output\": \"a\"}"),
        result(0, 1, "v2", "openai:m", vars + "{\"output\": \"b\"}"),
        result(1, 0, "v1", "openai:m", vars + "{\"output\": \"c\"}"),
        result(1, 1, "v2", "openai:m", vars + "{\"error\": \"x\"}"),
        result(
            2,
            0,
            "v1",
            "openai:m",
            "\"vars\": {\"text\": \"Go\"}, \"response\": {\"output\": {\"x\": 1}}"),
        result(
            2,
            1,
            "v2",
            "openai:m",
            "\"vars\": {\"text\": \"Go\"}, \"response\": {\"output\": null}"));

    DataFile data = scratch.answers("results.json");

    assertThat(Scratch.candidates(data))
        .containsExactly("0.v1: a", "0.v1#1: c", "0.v2: b", "2.v1: {\"x\":1}");
    Item first = data.items().getFirst();
    assertThat(first.fields())
        .isEqualTo(Map.of("question", "Why?", "tone", "dry", "input", "Why?", "reference", "So."));
    assertThat(first.rubric()).contains("Short.");
    assertThat(data.items().get(1).field("input")).contains("Go");
    assertThat(data.notes())
        .containsExactly(
            "assertions that are not read: latency", "1 of 2 items has no answer by v2: 2");
    assertThat(scratch.accounts(data))
        .containsExactly(
            "results.json   2 items; read as promptfoo, fields = question, tone, text,"
                + " systems = v1, v2");
  }

  @Test
  void promptfooColumnsAreNamedByWhatDiffers() {
    String vars = "\"vars\": {\"q\": \"x\"}, \"response\": {\"output\": \"a\"}";
    results(result(0, 0, "p", "openai:m", vars), result(0, 1, "p", "ollama:n", vars));
    assertThat(scratch.answers("results.json").systems()).hasToString("[openai:m, ollama:n]");

    results(
        result(0, 0, "p", "openai:m", vars),
        result(0, 1, "p", "ollama:n", vars),
        result(0, 2, "Say it in very many words, ".repeat(3), "ollama:n", vars));
    assertThat(scratch.answers("results.json").systems())
        .hasToString("[p | openai:m, p | ollama:n, prompt 2 | ollama:n]");
  }

  @Test
  void promptfooTestsAreItems() {
    scratch.write(
        "tests.csv",
        "text,language,__expected,__description",
        "Go,French,equals: Va,one",
        "Stop,French,Arrête,two",
        "Run,French,similar(0.8): Cours,three",
        "Sit,French,llm-rubric: Is polite.,four",
        "Lie,French,javascript: output.length < 9,five");

    DataFile data = scratch.answers("tests.csv");

    assertThat(data.systems()).isEmpty();
    assertThat(data.items().stream().map(i -> i.field("reference").orElse("-")))
        .containsExactly("Va", "Arrête", "Cours", "-", "-");
    assertThat(data.items().get(3).rubric()).contains("Is polite.");
    assertThat(data.items().get(0).field("input")).contains("text: Go\nlanguage: French");
    assertThat(data.notes()).containsExactly("assertions that are not read: javascript");
  }

  private static String sample(String id, int epoch, String input, String output) {
    return "{\"id\": %s, \"epoch\": %d, \"input\": %s, \"target\": [\"4\", \"four\"], \"output\": %s, \"scores\": {}}"
        .formatted(id, epoch, input, output);
  }

  private static String said(String content) {
    return "{\"choices\": [{\"message\": {\"role\": \"assistant\", \"content\": "
        + content
        + "}}]}";
  }

  private static String log(String model) {
    return "{\"version\": 2, \"status\": \"success\", \"eval\": {\"task\": \"sums\", \"model\": \""
        + model
        + "\"}";
  }

  @Test
  void twoLogsOfInspectAreTwoSystemsJoinedByIdAndEpoch() throws IOException {
    scratch.write(
        "logs/v1.json",
        log("openai/m")
            + ", \"samples\": ["
            + sample("1", 1, "\"2+2?\"", said("\"4\""))
            + ","
            + sample(
                "1",
                2,
                "\"2+2?\"",
                said(
                    "[{\"type\": \"reasoning\", \"reasoning\": \"hm\"}, {\"type\": \"text\", \"text\": \"5\"}]"))
            + ","
            + sample(
                "\"b\"",
                1,
                "[{\"role\": \"system\", \"content\": \"Sum.\"}, {\"role\": \"user\", \"content\": \"1+1?\"}]",
                "{\"choices\": [], \"completion\": \"\"}")
            + "]}");
    zip(
        "logs/v2.eval",
        Map.of(
            "header.json",
            log("openai/n") + "}",
            "_journal/start.json",
            "{}",
            "samples/1_epoch_1.json",
            sample("1", 1, "\"2+2?\"", "{\"completion\": \"four\"}"),
            "samples/b_epoch_1.json",
            sample("\"b\"", 1, "\"1+1?\"", said("\"2\""))));

    DataFile data = scratch.answers("logs/v1.json", "logs/v2.eval");

    assertThat(Scratch.candidates(data))
        .containsExactly("1.v1: 4", "1.v1#1: 5", "1.v2: four", "b.v2: 2");
    assertThat(data.items().get(1).fields())
        .isEqualTo(Map.of("input", "1+1?", "reference", "4\n\nfour"));
    assertThat(data.notes())
        .containsExactly("1 row of v1 without an answer", "1 of 2 items has no answer by v1: b");
    assertThat(scratch.accounts(data))
        .containsExactly(
            "logs/v1.json   2 items; read as inspect, system = v1",
            "logs/v2.eval   2 items; read as inspect, system = v2");
  }

  @Test
  void logsWithTheNamesThatInspectGivesAreCalledByTheirModel() throws IOException {
    for (String name :
        new String[] {"2026-01-01T00-00_sums_a.eval", "2026-01-02T00-00_sums_b.eval"}) {
      zip(
          name,
          Map.of(
              "header.json",
              log("openai/m") + "}",
              "samples/1_epoch_1.json",
              sample("1", 1, "\"2+2?\"", said("\"4\""))));
    }

    assertThat(
            scratch
                .answers("2026-01-01T00-00_sums_a.eval", "2026-01-02T00-00_sums_b.eval")
                .systems())
        .hasToString("[openai/m, openai/m (2026-01-02T00-00_sums_b)]");
  }

  @Test
  void brokenLogsAreTold() throws IOException {
    zip("running.eval", Map.of("_journal/start.json", "{}"));
    zip("none.eval", Map.of("header.json", log("m") + "}"));
    zip("bad.eval", Map.of("header.json", log("m") + "}", "samples/1.json", "{\"id\": "));
    scratch.write("cut.eval", new byte[] {'P', 'K', 3, 4, 9, 9, 9});

    assertThat(scratch.refusal(() -> scratch.answers("running.eval")))
        .isEqualTo(
            """
            running.eval  is a zip that holds no header.json
              allowed: logs of Inspect, .eval or JSON, finished
              fix: finish the evaluation, or unpack the zip\
            """);
    assertThat(scratch.refusal(() -> scratch.answers("none.eval")))
        .isEqualTo(
            """
            none.eval  is read as inspect, and holds no entry samples/*.json
              allowed: at least one
              fix: check what wrote it\
            """);
    assertThat(scratch.refusal(() -> scratch.answers("bad.eval")))
        .startsWith("bad.eval!samples/1.json:1:");
    assertThat(scratch.refusal(() -> scratch.answers("cut.eval")))
        .startsWith("cut.eval  is no zip that can be read: ");
  }

  private void zip(String name, Map<String, String> entries) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var e : new TreeMap<>(entries).entrySet()) {
        zip.putNextEntry(new ZipEntry(e.getKey()));
        zip.write(e.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    scratch.write(name, bytes.toByteArray());
  }
}
