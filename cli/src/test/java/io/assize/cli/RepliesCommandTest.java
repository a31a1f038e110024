package io.assize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.assize.cli.Terminal.Said;
import io.assize.core.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Raw replies that stand in a file, as a user types and sees them. */
class RepliesCommandTest {

  private static final String MAP = "id=item,a='v1',b='v2',order=shown,reply=said";

  private @TempDir Path folder;
  private Terminal terminal;

  @BeforeEach
  void write() throws IOException {
    terminal = new Terminal(folder);
    Files.writeString(
        folder.resolve("answers.csv"), "id,question,v1,v2\nq1,One?,yes,no\nq2,Two?,one,two\n");
    Files.writeString(
        folder.resolve("pairs.csv"),
        "item,shown,who,said\n"
            + "q1,12,m,A\nq1,21,m,The better answer is B.\nq2,12,m,A\nq2,21,m,A\n");
    Files.writeString(
        folder.resolve("grades.csv"),
        "item,whose,who,said\nq1,v1,m,4\nq1,v2,m,5\nq2,v1,m,3\nq2,v2,m,3\n");
  }

  private Said judge(String... more) {
    var words = new java.util.ArrayList<String>();
    words.add("judge");
    words.add("answers.csv");
    words.addAll(java.util.List.of(more));
    return terminal.type(words.toArray(String[]::new));
  }

  @Test
  void repliesAreReadAndNothingIsAsked() {
    Said said = judge("--replies", "pairs.csv", "--replies-map", MAP);
    assertThat(said.code()).as(said.err()).isZero();
    assertThat(said.err())
        .contains("pairs.csv     4 recorded replies; id = item, ")
        .contains("plan          pair by pairs: 0 calls");
    assertThat(said.out())
        .contains("  same verdict in both orders      50 %   1 of 2 flipped")
        .contains("  replies read by rule             whole 3, label 1");
    Said replay = terminal.type("replay", "answers.run");
    assertThat(replay.out()).contains("  replies read by rule             whole 3, label 1");
  }

  @Test
  void whatWasSaidIsShownThoughTheRunAskedNobody() throws IOException {
    Said said = judge("--replies", "pairs.csv", "--replies-map", MAP);
    assertThat(said.out())
        .contains("  same verdict when asked again    not measured   replies in a file\n");
    assertThat(terminal.type("show", "answers.run", "q1").out())
        .contains(
            "      order=v1>v2   v1   [whole]\n        in the file  A\n",
            "[label]\n        in the file  The better answer is B.\n");
    assertThat(Files.readString(folder.resolve("answers.run/report.html")))
        .contains("The better answer is B.");
    Files.delete(folder.resolve("answers.run/report.html"));
    assertThat(terminal.type("resume", "answers.run").code()).isZero();
    assertThat(Files.readString(folder.resolve("answers.run/report.html")))
        .as("also where nothing is judged any more")
        .contains("The better answer is B.");
  }

  @Test
  void aLevelThatAGraderNeverGivesIsALevelAllTheSame() throws IOException {
    Files.writeString(
        folder.resolve("one.csv"), "id,question,answer,label\nq1,One?,yes,3\nq2,Two?,two,1\n");
    Files.writeString(folder.resolve("graded.csv"), "item,grader\nq1,1\nq2,0\n");
    Said said = terminal.type("judge", "one.csv", "--verdicts", "graded.csv");
    assertThat(said.code()).as(said.err()).isZero();
    assertThat(said.out())
        .contains("more lenient than the labels by  -1.50")
        .doesNotContain("passes", "off the scale");
  }

  @Test
  void gradesAndComparisonsOfOneJudgeAreHeldTogether() throws IOException {
    Files.writeString(
        folder.resolve("assize.yaml"),
        """
        items: answers.csv
        judges:
          pairs: {replies: pairs.csv, map: {id: item, a: "'v1'", b: "'v2'", order: shown, judge: who, reply: said}}
          grades: {replies: grades.csv, recipe: score, map: {id: item, system: whose, judge: who, reply: said}}
        """);
    Said said = terminal.type("run");
    assertThat(said.code()).as(said.err()).isZero();
    // q1: the comparison says v1, the grades say v2. q2: a flip and equal grades, both a tie.
    assertThat(said.out())
        .containsPattern(
            "  grades and comparisons conflict  50 % .*of 2 pairs, 50 % the other way round\n");
    Json results = Json.parse(terminal.type("run", "--format", "json").out()).get("results").get();
    Json conflict = results.get("pairs").get().get("conflictWithGrades").get().at(0).get();
    assertThat(conflict.get("grades").flatMap(Json::text)).contains("grades");
    assertThat(conflict.get("byLikeliestLabel").get().get("tiedGrades").get().canonical())
        .isEqualTo("1");
    assertThat(results.get("pairs").get().get("replies").get().get("rules").get().canonical())
        .isEqualTo("{\"label\":1,\"whole\":3}");
  }

  @Test
  void oneWayToJudgeIsEnough() {
    Said said =
        judge("--replies", "pairs.csv", "--verdicts", "pairs.csv", "--model", "openai/NAME");
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err())
        .isEqualTo(
            """
            --model and --verdicts and --replies  say more than one way how the judge judges
              allowed: one of --model, --verdicts, --replies
              fix: keep one of them
            """);
    assertThat(folder.resolve("answers.run")).doesNotExist();
  }
}
