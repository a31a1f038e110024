package io.assize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.assize.cli.Terminal.Said;
import io.assize.core.json.Json;
import io.assize.testkit.endpoint.Endpoint;
import io.assize.testkit.endpoint.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two runs of real commands set beside each other, by a judge that reads the word "wrong". */
class CompareTest {

  @TempDir Path folder;
  private Terminal terminal;
  private Endpoint endpoint;

  @BeforeEach
  void begin() {
    terminal = new Terminal(folder);
    endpoint = Endpoint.start(Endpoint.Settings.of(Script.of(CompareTest::says)));
  }

  @AfterEach
  void end() {
    endpoint.close();
  }

  private static String says(String prompt) {
    if (prompt.contains("[Answer A]")) {
      int second = prompt.indexOf("[Answer B]");
      boolean a = prompt.substring(0, second).contains("wrong");
      boolean b = prompt.substring(second).contains("wrong");
      return a == b ? "tie" : a ? "B" : "A";
    }
    if (prompt.contains("mumble")) return "Hm.";
    return "Read with care.\nVerdict: " + (prompt.contains("wrong") ? "FAIL" : "PASS");
  }

  private void write(String name, String columns, int items, IntFunction<String> cells)
      throws IOException {
    var csv = new StringBuilder("id,question," + columns + "\n");
    for (int i = 1; i <= items; i++) {
      csv.append("q%d,Question %d?,%s%n".formatted(i, i, cells.apply(i)));
    }
    Files.writeString(folder.resolve(name), csv);
  }

  private void judge(String file, String... more) {
    Said said = judged(file, more);
    assertThat(said.code()).as(said.err()).isZero();
  }

  private Said judged(String file, String... more) {
    var words = new ArrayList<>(List.of("judge", file, "--model", endpoint.base().toString()));
    words.addAll(List.of(more));
    return terminal.type(words.toArray(String[]::new));
  }

  private Said compare(String... more) {
    var words = new ArrayList<>(List.of("compare", "old.run", "new.run"));
    words.addAll(List.of(more));
    return terminal.type(words.toArray(String[]::new));
  }

  /** Twelve items: q4 and q8 fall, q5 rises, q7 cannot be read in the new run. */
  private void twoVersions() throws IOException {
    write("old.csv", "app", 12, i -> i == 5 ? "wrong" : "right " + i);
    write(
        "new.csv",
        "app",
        12,
        i -> i == 7 ? "mumble" : i == 4 || i == 8 ? "wrong new " + i : "right " + i);
    judge("old.csv", "--rubric", "Right.");
    judge("new.csv", "--rubric", "Right.");
  }

  @Test
  void regressionsComeFirstAndWhatIsTooCloseIsSaid() throws IOException {
    twoVersions();
    Said said = compare();
    assertThat(said.err()).isEmpty();
    assertThat(said.code()).isZero();
    assertThat(said.out()).isEqualTo(SCREEN);
  }

  private static final String SCREEN =
      """
      old.run -> new.run: 12 items in both, judged by assize-test, recipe pass-fail

      WHAT CHANGED
        app passes 81.8 % where it was 90.9 %: -9.1 points (95 % interval -45.3 to +27.1), too close to
        call.
        About 270 more items would settle a difference of this size (80 % power, 5 % level).
        2 regressed, 1 improved, 8 unchanged, 1 without a verdict in both; 3 of 11 answers differ.

      REGRESSIONS
        q4                                      pass -> fail
        q8                                      pass -> fail

      IMPROVEMENTS
        q5                                      fail -> pass
        assize show new.run q4
      """;

  @Test
  void theGateFailsOverItsLimitOnly() throws IOException {
    twoVersions();
    Said failed = compare("--fail-over", "0.05");
    assertThat(failed.code()).isEqualTo(1);
    assertThat(failed.out())
        .endsWith(
            "\ngate FAILED: app fell by 9.1 points, allowed 5.0 (--fail-over 0.05); it may be"
                + " chance, the\ninterval holds 0\n");
    Said passed = compare("--fail-over", "0.1");
    assertThat(passed.code()).isZero();
    assertThat(passed.out()).endsWith("\ngate passed: nothing fell by more than --fail-over 0.1\n");
    assertThat(terminal.type("compare", "new.run", "old.run", "--fail-over", "0").code()).isZero();
    assertThat(compare("--fail-over", "-1").err())
        .isEqualTo(
            "--fail-over -1.0  is no limit\n  allowed: a number from 0\n"
                + "  fix: for example: --fail-over 0.03\n");
  }

  @Test
  void markdownForAPullRequest() throws IOException {
    twoVersions();
    Said said = compare("--format", "md", "--fail-over", "0.05");
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.out()).isEqualTo(MARKDOWN);
  }

  private static final String MARKDOWN =
      """
      **app passes 81.8 % where it was 90.9 %: -9.1 points (95 % interval -45.3 to +27.1), too close to call.** \s
      About 270 more items would settle a difference of this size (80 % power, 5 % level). \s
      Gate FAILED: app fell by 9.1 points, allowed 5.0 (--fail-over 0.05); it may be chance, the interval holds 0

      | system | before | after | change | 95 % interval | regressed | improved | unchanged |
      |---|---|---|---|---|---|---|---|
      | app | 90.9 % | 81.8 % | -9.1 points | -45.3 to +27.1 | 2 | 1 | 8 |

      <details open>
      <summary>Regressions (2)</summary>

      | item | before | after | answer |
      |---|---|---|---|
      | q4 | pass | fail | changed |
      | q8 | pass | fail | changed |

      </details>

      <details>
      <summary>Improvements (1)</summary>

      | item | before | after | answer |
      |---|---|---|---|
      | q5 | fail | pass | changed |

      </details>

      old.run -&gt; new.run: 12 items in both, judged by assize-test, recipe pass-fail.
      """;

  @Test
  void theSameNumbersAsJson() throws IOException {
    twoVersions();
    Json r =
        Json.parse(compare("--format", "json", "--fail-over", "0.05").out())
            .get("results")
            .orElseThrow();
    Json judge = r.get("judges").orElseThrow().elements().getFirst();
    Json app = judge.get("systems").orElseThrow().elements().getFirst();
    assertThat(judge.get("gate").orElseThrow().canonical())
        .isEqualTo("{\"failOver\":0.05,\"failed\":true}");
    assertThat(app.get("figure")).contains(Json.of("pass rate"));
    assertThat(app.get("unchanged")).contains(Json.of(8));
    assertThat(app.get("withoutVerdictInBoth")).contains(Json.of(1));
    assertThat(app.get("regressions").orElseThrow().canonical())
        .isEqualTo(
            "[{\"about\":\"\",\"after\":\"fail\",\"answerChanged\":true,\"before\":\"pass\","
                + "\"item\":\"q4\"},{\"about\":\"\",\"after\":\"fail\",\"answerChanged\":true,"
                + "\"before\":\"pass\",\"item\":\"q8\"}]");
    // Paired: the mean of the differences is the difference of the means on the same items.
    assertThat(number(app, "difference"))
        .isEqualTo(
            number(app, "after") - number(app, "before"),
            org.assertj.core.api.Assertions.within(1e-12));
  }

  private static double number(Json app, String name) {
    return app.get(name)
        .flatMap(e -> e.get("value"))
        .flatMap(Json::number)
        .orElseThrow()
        .doubleValue();
  }

  @Test
  void nothingIsAskedAndTheOrderOfLinesDoesNotMatter() throws IOException {
    twoVersions();
    String before = compare("--details").out();
    long asked = endpoint.counts().to("/v1/chat/completions");
    Path file = folder.resolve("new.csv");
    var lines = new ArrayList<>(Files.readAllLines(file));
    java.util.Collections.reverse(lines.subList(1, lines.size()));
    Files.write(file, lines);
    assertThat(compare("--details").out()).isEqualTo(before);
    assertThat(endpoint.counts().to("/v1/chat/completions")).isEqualTo(asked);
  }

  @Test
  void systemsAreMatchedByNameOrAsTheUserSays() throws IOException {
    write("old.csv", "v1", 6, i -> "right");
    write("new.csv", "v2", 6, i -> i == 2 ? "wrong" : "right");
    judge("old.csv", "--recipe", "pass-fail");
    judge("new.csv", "--recipe", "pass-fail");
    assertThat(compare().out()).contains("v1 -> v2 passes 83.3 % where it was 100.0 %");
    write("new.csv", "v2,v3", 6, i -> "right,wrong");
    judge("new.csv", "--recipe", "pass-fail", "--to", "both.run");
    Said unknown = terminal.type("compare", "old.run", "both.run");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err())
        .isEqualTo(
            "old.run and both.run  have no system of the same name: v1 and v2, v3\n"
                + "  allowed: the same name for what is compared\n"
                + "  fix: say which is which: --match v1=v2\n");
    Said matched = terminal.type("compare", "old.run", "both.run", "--match", "v1=v3");
    assertThat(matched.out())
        .contains(
            "note: left out: v2, only in both.run", "v1 -> v3 passes 0.0 % where it was 100.0 %");
    assertThat(terminal.type("compare", "old.run", "both.run", "--match", "v1=v4").err())
        .isEqualTo(
            "--match v1=v4  \"v4\" is no system of both.run\n  allowed: v2, v3; nearest is \"v2\"\n"
                + "  fix: name one of them\n");
  }

  @Test
  void anotherRubricAndOtherItemsAreRefusedEachByName() throws IOException {
    twoVersions();
    Files.writeString(
        folder.resolve("other.csv"),
        "id,question,app\nq1,Another?,right\nq2,Question 2?,right\nq99,New?,right\n");
    judge("other.csv", "--rubric", "Short.");
    Said refused = terminal.type("compare", "old.run", "other.run");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.out()).isEmpty();
    assertThat(refused.err())
        .isEqualTo(
            "old.run and other.run  cannot be compared\n"
                + "    rubric   \"Right.\" and \"Short.\"\n"
                + "    items    another input under the same id: q1\n"
                + "    items    10 of 12 only in old.run: q10, q11, q12, q3, q4 and 5 more\n"
                + "    items    1 of 3 only in other.run: q99\n"
                + "  allowed: the same judge, recipe, rubric and items in both: then only the"
                + " answers differ\n"
                + "  fix: judge the new answers by the old rubric: --rubric \"Right.\", or the old"
                + " ones by the new one\n"
                + "       give items whose input was changed ids of their own, and add --common\n"
                + "       compare the 2 items that both have: --common\n");
  }

  @Test
  void itemsThatOneRunLacksAreLeftOutWhereThatIsSaid() throws IOException {
    twoVersions();
    write("more.csv", "app", 14, i -> i == 3 ? "wrong" : "right " + i);
    judge("more.csv", "--rubric", "Right.");
    assertThat(terminal.type("compare", "old.run", "more.run").code()).isEqualTo(2);
    Said common = terminal.type("compare", "old.run", "more.run", "--common");
    assertThat(common.code()).isZero();
    assertThat(common.out())
        .startsWith(
            "old.run -> more.run: 12 items in both, judged by assize-test, recipe pass-fail\n")
        .contains("note: left out: 2 items only in more.run");
  }

  @Test
  void anotherRecipeAndAnotherPromptAreRefused() throws IOException {
    write("old.csv", "app", 4, i -> "right");
    judge("old.csv");
    judge("old.csv", "--recipe", "score", "--to", "score.run");
    Said recipe = terminal.type("compare", "old.run", "score.run");
    assertThat(recipe.code()).isEqualTo(2);
    assertThat(recipe.err())
        .contains("cannot be compared\n    recipe   pass-fail and score\n  allowed: ");
    Files.writeString(
        folder.resolve("mine.txt"), "{{input}}\n{{response}}\nDoes it pass? {{output}}\n");
    judge("old.csv", "--prompt", "mine.txt", "--to", "mine.run");
    Said prompt = terminal.type("compare", "old.run", "mine.run");
    assertThat(prompt.code()).isEqualTo(2);
    assertThat(prompt.err())
        .containsPattern(
            "recipe   pass-fail [0-9a-f]+ and pass-fail [0-9a-f]+: its prompt or parameters were"
                + " changed");
  }

  @Test
  void theSameModelAtAnotherAddressIsTheSameJudgeAndAnotherModelIsNot() throws IOException {
    twoVersions();
    try (Endpoint moved = Endpoint.start(Endpoint.Settings.of(Script.of(CompareTest::says)))) {
      terminal.type(
          "judge",
          "new.csv",
          "--model",
          moved.base().toString(),
          "--rubric",
          "Right.",
          "--to",
          "moved.run");
    }
    assertThat(terminal.type("compare", "old.run", "moved.run").code()).isZero();
    try (Endpoint other =
        Endpoint.start(
            Endpoint.Settings.of(Script.of(CompareTest::says)).withModels("another-model"))) {
      terminal.type(
          "judge",
          "new.csv",
          "--model",
          other.base().toString(),
          "--rubric",
          "Right.",
          "--to",
          "other.run");
    }
    Said refused = terminal.type("compare", "old.run", "other.run");
    assertThat(refused.err())
        .isEqualTo(
            "old.run and other.run  cannot be compared\n"
                + "    judge    assize-test and another-model\n"
                + "  allowed: the same judge, recipe, rubric and items in both: then only the"
                + " answers differ\n"
                + "  fix: judge the new answers by the judge of the old run, or the old ones by"
                + " the new one\n");
  }

  @Test
  void aFileThatWasOverwrittenSinceIsTold() throws IOException {
    write("answers.csv", "app", 3, i -> "right");
    judge("answers.csv", "--to", "old.run");
    write("answers.csv", "app", 3, i -> i == 2 ? "wrong" : "right");
    judge("answers.csv", "--to", "new.run");
    Said refused = compare();
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err())
        .isEqualTo(
            "old.run  rests on files that were changed since it was judged: answer q2.app\n"
                + "  allowed: the files as they were judged, each version of the answers in a file"
                + " of its own\n"
                + "  fix: bring the old file back, under a name of its own where the new one has"
                + " taken its place: assize judge OLD.csv --to OLD.run --reuse old.run\n");
  }

  @Test
  void comparisonsOfTheSameTwoSystemsTellTheWinRateAndWhatItDoesNotSay() throws IOException {
    write("old.csv", "base,app", 10, i -> "right,right");
    write("new.csv", "base,app", 10, i -> "right," + (i < 4 ? "wrong" : "right"));
    judge("old.csv");
    judge("new.csv");
    Said said = compare("--fail-over", "0.1");
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.out())
        .contains(
            "note: a win rate tells who wins within a run. Whether new answers are better than old"
                + " ones is not\nin these verdicts: judge both files together as two systems, by"
                + " assize judge\n",
            "app wins against base 35.0 % where it was 50.0 %: -15.0 points",
            "3 regressed, 0 improved, 7 unchanged; 3 of 10 answers differ, 0 of those that they",
            "  q1  against base                        tied -> lost\n");
    write("third.csv", "v1,v2", 10, i -> "right,wrong");
    judge("third.csv");
    Said apart = terminal.type("compare", "old.run", "third.run");
    assertThat(apart.code()).isEqualTo(2);
    assertThat(apart.err()).contains("have no system of the same name: app, base and v1, v2");
    write("fourth.csv", "base,v2", 10, i -> "right,wrong");
    judge("fourth.csv");
    assertThat(terminal.type("compare", "old.run", "fourth.run").err())
        .isEqualTo(
            "old.run and fourth.run  compare no two systems that are in both: app, base and base,"
                + " v2\n"
                + "  allowed: the same two systems in both, of which one has new answers\n"
                + "  fix: to compare old answers with new ones, judge both files together: assize"
                + " judge OLD.csv NEW.csv --model MODEL\n"
                + "       where names differ, say which is which: --match OLD=NEW\n");
    assertThat(terminal.type("compare", "old.run", "fourth.run", "--match", "app=v2").out())
        .contains(
            "app -> v2 wins against base 0.0 % where it was 50.0 %: -50.0 points, worse by the same on every\n  item.\n");
  }

  @Test
  void aGateDoesNotPassWhileVerdictsAreOpen() throws IOException {
    write("old.csv", "app", 5, i -> "right");
    judge("old.csv");
    Files.copy(folder.resolve("old.csv"), folder.resolve("new.csv"));
    assertThat(judged("new.csv", "--max-calls", "3").code()).isEqualTo(3);
    Said open = compare("--fail-over", "0.03");
    assertThat(open.code()).isEqualTo(3);
    assertThat(open.out())
        .contains("2 without a verdict in both", "2 values are still open in these runs.");
    assertThat(compare().code()).isZero();
  }

  @Test
  void whatIsNoRunIsTold() throws IOException {
    twoVersions();
    assertThat(terminal.type("compare", "old.run", "old.run").err())
        .isEqualTo(
            "old.run  is named twice\n  allowed: two runs\n"
                + "  fix: name the run before and the run after\n");
    assertThat(terminal.type("compare", "old.run", "no.run").err())
        .isEqualTo(
            folder.resolve("no.run")
                + "  is not there\n  allowed: a folder that assize judge or assize run made\n"
                + "  fix: look for folders that end in .run\n");
    assertThat(compare("--judge", "else").err())
        .isEqualTo(
            "old.run and new.run  have no judge \"else\" in both\n"
                + "  allowed: judges of both: main and main\n"
                + "  fix: judge the answers of both by one judge\n");
    assertThat(terminal.type("compare", "--help").out())
        .contains("Example: assize compare old.run new.run --fail-over 0.03 --format md");
  }

  @Test
  void textOfAnswersAndIdsIsHarmlessInMarkdown() throws IOException {
    String id = "\"q|<img src=x>@all `x` [a](http://e.org)\"";
    Files.writeString(
        folder.resolve("old.csv"), "id,question,app\n" + id + ",Why?,right\nq2,W?,right\n");
    Files.writeString(
        folder.resolve("new.csv"), "id,question,app\n" + id + ",Why?,wrong\nq2,W?,right\n");
    judge("old.csv");
    judge("new.csv");
    assertThat(compare("--format", "md").out())
        .contains(
            "| q\\|&lt;img src=x&gt;\\@all \\`x\\` \\[a\\](http&#58;//e.org) | pass | fail | changed |");
  }
}
