package io.assize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.assize.cli.Terminal.Said;
import io.assize.core.json.Json;
import io.assize.testkit.endpoint.Endpoint;
import io.assize.testkit.endpoint.Fault;
import io.assize.testkit.endpoint.Faults;
import io.assize.testkit.endpoint.Scripts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One item that wants to move the cursor, turn the writing round, leave its cell, run as a formula,
 * close a script and name the gold: through everything that is printed.
 */
class HostileItemTest {

  private static final String HOSTILE =
      "=cmd|' /C calc'!A0\u001b[2J\u009b31m\u202e\u2066\u061c</script>\r\n| *x* | `y` |"
          + " {{gold}}{{#x}}{{{y}}} \u2028\u0085\u0007\uDB40\uDC41\tend,\"\\";

  @TempDir Path folder;
  private Terminal terminal;
  private Endpoint endpoint;

  @BeforeEach
  void write() throws IOException {
    terminal = new Terminal(folder);
    endpoint = Endpoint.start(Endpoint.Settings.of(Scripts.named("letters")));
    var rows = new StringBuilder();
    for (String item : List.of(HOSTILE, "q2", "q3")) {
      for (String system : List.of("ada", system())) {
        rows.append(
            Json.object()
                .put("id", item)
                .put("question", "Question " + HOSTILE)
                .put("reference", HOSTILE)
                .put("system", system)
                .put("output", "Answer of " + system + " " + HOSTILE)
                .build()
                .canonical());
        rows.append('\n');
      }
    }
    Files.writeString(folder.resolve("answers.jsonl"), rows);
    Files.writeString(
        folder.resolve("labels.jsonl"),
        Json.object()
                .put("item", HOSTILE)
                .put("a", "ada")
                .put("b", system())
                .put("rater", "=anna" + HOSTILE)
                .put("label", "a")
                .put("reason", HOSTILE)
                .build()
                .canonical()
            + "\n");
  }

  @AfterEach
  void close() {
    endpoint.close();
  }

  private static String system() {
    return "=bob" + HOSTILE;
  }

  private Said judge(String... more) {
    var words =
        new java.util.ArrayList<>(
            List.of(
                "judge",
                "answers.jsonl",
                "--model",
                endpoint.base().toString(),
                "--labels",
                "labels.jsonl",
                "--rubric",
                HOSTILE));
    words.addAll(List.of(more));
    return terminal.type(words.toArray(String[]::new));
  }

  private static void harmless(Said said) {
    harmless(said.out());
    harmless(said.err());
  }

  private static void harmless(String text) {
    text.codePoints()
        .filter(c -> c != '\n')
        .forEach(c ->
            assertThat(Character.getType(c))
                .as("U+%04X in %s", c, text)
                .isNotIn(
                    (int) Character.CONTROL,
                    (int) Character.FORMAT,
                    (int) Character.LINE_SEPARATOR,
                    (int) Character.PARAGRAPH_SEPARATOR,
                    (int) Character.SURROGATE));
  }

  @Test
  void nothingThatIsPrintedMovesTheTerminal() {
    Said whole = judge();
    assertThat(whole.code()).as(whole.err()).isZero();
    harmless(whole);
    assertThat(whole.out()).contains("=bob=cmd|' /C calc'!A0\\u001...");
    harmless(judge("--quiet"));
    harmless(terminal.type("resume", "answers.run"));
    harmless(terminal.type("replay", "answers.run"));
    for (String format : List.of("json", "csv", "latex", "md")) harmless(judge("--format", format));
  }

  @Test
  void nothingInThePageIsMoreThanText() throws IOException {
    judge();
    String page = Files.readString(folder.resolve("answers.run/report.html"));
    harmless(page.replace("\t", " "));
    assertThat(page.split("<script", -1)).hasSize(3);
    assertThat(page.split("</script>", -1)).hasSize(3);
    assertThat(page)
        .contains("<bdi>=bob=cmd|&#39; /C calc&#39;!A0\\u001b[2J", "{{gold}}{{#x}}{{{y}}}")
        .contains("Answer of =bob");
    harmless(Files.readString(folder.resolve("answers.run/table.csv")));
  }

  @Test
  void everyFormOfAReportIsHarmless() throws IOException {
    judge();
    for (String format : List.of("md", "junit", "csv", "json")) {
      Said said = terminal.type("report", "answers.run", "--format", format);
      assertThat(said.code()).as(said.err()).isZero();
      harmless(said);
      if (format.equals("md")) {
        assertThat(said.out())
            .contains("=bob=cmd\\|' /C calc'\\!A0\\\\u001b")
            .doesNotContain("</scr");
      }
    }
    harmless(terminal.type("report", "answers.run", "--format", "csv", "--to", "tables"));
    harmless(terminal.type("export", "answers.run", "verdicts.csv", "--csv"));
    List<String> rows = Files.readAllLines(folder.resolve("verdicts.csv"));
    rows.forEach(HostileItemTest::harmless);
    assertThat(rows.get(1)).startsWith("main,1,\"'=cmd|' /C calc'!A0\\u001b");
    try (var tables = Files.list(folder.resolve("tables"))) {
      for (Path table : tables.toList()) harmless(Files.readString(table));
    }
  }

  /** A sheet is for a spreadsheet program: its lines break, and nothing in it is a formula. */
  @Test
  void aSheetOfLabelsIsHarmless() throws IOException {
    judge();
    Said drawn = terminal.type("label", "answers.run", "--sample", "3", "--csv", "sheet.csv");
    assertThat(drawn.code()).as(drawn.err()).isZero();
    harmless(drawn);
    String sheet = Files.readString(folder.resolve("sheet.csv"));
    assertThat(sheet).startsWith("\uFEFF");
    harmless(sheet.substring(1).replace("\r\n", "\n"));
    assertThat(sheet).doesNotContain(",=", ",\"=", ",+", ",@", "\n=");
    Files.writeString(folder.resolve("=anna.csv"), "row,better,note\n1,left,\"" + "=x" + "\"\n");
    Said read = terminal.type("label", "answers.run", "=anna.csv");
    assertThat(read.code()).as(read.err()).isZero();
    harmless(read);
    harmless(terminal.type("replay", "answers.run", "--format", "json"));
    harmless(terminal.type("show", "answers.run", "q2"));
  }

  @Test
  void jsonSaysExactlyWhatWasGiven() {
    Json results = Json.parse(judge("--format", "json").out()).get("results").orElseThrow();
    List<String> systems =
        results.get("main").flatMap(m -> m.get("systems")).orElseThrow().elements().stream()
            .map(s -> s.get("system").flatMap(Json::text).orElseThrow())
            .toList();
    assertThat(systems).containsExactlyInAnyOrder("ada", system());
  }

  @Test
  void noCellIsAFormulaAndNoRowLeavesItsTable() {
    Said csv = judge("--format", "csv");
    assertThat(csv.out().lines()).hasSize(3);
    assertThat(csv.out().lines()).anyMatch(l -> l.startsWith("\"'=bob=cmd|' /C calc'!A0\\u001b"));
    assertThat(csv.out().lines())
        .noneMatch(l -> l.matches("(?s)(.*,)?\"?[=+@].*") && !l.contains("'=bob"));
    Said latex = judge("--format", "latex");
    assertThat(latex.out().lines()).hasSize(8);
    assertThat(latex.out()).contains("\\{\\{gold\\}\\}\\{\\{\\#x\\}\\}").doesNotContain("{{gold");
  }

  @Test
  void whatIsShownDownToThePromptsIsHarmlessAndIsNoTemplate() {
    judge();
    Said list = terminal.type("show", "answers.run");
    harmless(list);
    assertThat(list.out().lines()).hasSize(3);
    Said item = terminal.type("show", "answers.run", HOSTILE);
    assertThat(item.code()).as(item.err()).isZero();
    harmless(item);
    Said prompts = terminal.type("show", "answers.run", HOSTILE, "--prompts");
    harmless(prompts);
    assertThat(prompts.out()).contains("user | ", "{{gold}}{{#x}}{{{y}}}", "label by =anna");
  }

  /** A model and its endpoint are strangers too: replies, tokens and errors. */
  @Test
  void whatAModelSaysIsHarmlessWhereverItIsShown() {
    endpoint.close();
    endpoint = Endpoint.start(Endpoint.Settings.of(Scripts.saying("\u001b[2J" + HOSTILE)));
    Said unread = judge();
    assertThat(unread.code()).as(unread.err()).isZero();
    harmless(unread);
    Said shown = terminal.type("show", "answers.run", HOSTILE, "--prompts");
    harmless(shown);
    assertThat(shown.out()).contains("call ", "=cmd|' /C calc'!A0\\u001b");
    Said tokens = judge("--recipe", "trustjudge-pair", "--to", "tokens.run");
    harmless(tokens);
    Said likely = terminal.type("show", "tokens.run", HOSTILE);
    harmless(likely);
    assertThat(likely.out()).contains("tokens: \"");
    Fault error = Fault.error(400, "hostile_error", HOSTILE);
    var asked = new AtomicInteger();
    endpoint.fail(a ->
        a.body().contains("Question") && asked.incrementAndGet() > 1
            ? Optional.of(error)
            : Optional.empty());
    Said open = judge("--to", "open.run");
    assertThat(open.code()).isEqualTo(3);
    assertThat(open.err()).contains("still open", "first: ", "=cmd|' /C calc'!A0");
    harmless(open);
    endpoint.fail(Faults.always(error));
    Said refused = judge("--to", "refused.run");
    assertThat(refused.code()).isEqualTo(4);
    assertThat(refused.err()).contains("=cmd|' /C calc'!A0");
    harmless(refused);
  }

  @Test
  void errorsAboutItAreHarmless() throws IOException {
    judge();
    Said unknown = terminal.type("show", "answers.run", "2" + HOSTILE);
    assertThat(unknown.code()).isEqualTo(2);
    harmless(unknown);
    Path answers = folder.resolve("answers.jsonl");
    String first = Files.readAllLines(answers).getFirst();
    Files.writeString(answers, Files.readString(answers) + first + "\n");
    Said twice = judge();
    assertThat(twice.code()).isEqualTo(2);
    harmless(twice);
    assertThat(twice.err().lines()).hasSize(3);
    Said words = terminal.type("judge", "answers.jsonl", "--take", HOSTILE, "--" + HOSTILE);
    assertThat(words.code()).isEqualTo(2);
    harmless(words);
    Said file = terminal.type("judge", HOSTILE.replace("/", ""));
    assertThat(file.code()).isEqualTo(2);
    harmless(file);
  }

  @Test
  void theLineThatMovesIsMovedByNobodyElse() throws IOException {
    Files.writeString(
        folder.resolve("items.jsonl"), "{\"id\": \"q1\", \"question\": \"Why?\"}\n".repeat(1));
    Files.writeString(
        folder.resolve("assize.yaml"),
        """
        items: items.jsonl
        systems: {%s: {model: "%s"}, ada: {model: "%s"}}
        judges: {"=main\\e[2J": {model: "%s"}}
        """
            .formatted("\"=bob\\e[2J\\u202E\"", endpoint.base(), endpoint.base(), endpoint.base()));
    var seconds = new AtomicLong();
    Said said =
        terminal
            .withClock(() -> Instant.EPOCH.plusSeconds(seconds.incrementAndGet()))
            .watched()
            .type("run");
    assertThat(said.code()).as(said.err()).isZero();
    assertThat(said.err()).contains("\ranswers of =bob\\u001b[2J\\u202e 1 of 1");
    harmless(said.err().replace("\r", ""));
    harmless(said.out());
  }

  @Test
  void whatIsExportedReadsBackExactly() throws IOException {
    judge();
    harmless(terminal.type("export", "answers.run", "calls.jsonl.gz"));
    try (var in = new GZIPInputStream(Files.newInputStream(folder.resolve("calls.jsonl.gz")))) {
      String text = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      assertThat(text).doesNotContain("\u001b", "\u0007", "\r");
    }
    harmless(terminal.type("export", "answers.run", "answers-2.jsonl", "--answers"));
    List<String> outputs =
        Files.readAllLines(folder.resolve("answers-2.jsonl")).stream()
            .map(l -> Json.parse(l).get("output").flatMap(Json::text).orElseThrow())
            .toList();
    assertThat(outputs).contains("Answer of " + system() + " " + HOSTILE);
  }
}
