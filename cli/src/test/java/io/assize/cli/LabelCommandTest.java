package io.assize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.assize.core.json.Json;
import io.assize.testkit.endpoint.Endpoint;
import io.assize.testkit.endpoint.Script;
import io.assize.testkit.endpoint.Scripts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The engineer's minutes five to nine: a sheet out, a sheet back, and what it makes of the result.
 */
class LabelCommandTest {

  @TempDir Path folder;
  private Terminal terminal;

  @BeforeEach
  void judge() throws IOException {
    terminal = new Terminal(folder);
    var answers = new StringBuilder("id,question,reference,ada,bob\n");
    for (int i = 1; i <= 24; i++) {
      answers.append(
          "q%d,\"Question, number %d?\",Yes,\"=HYPERLINK(\"\"http://x\"\") is what ada says of %d\",\"bob has it that %d is so, and at length\"%n"
              .formatted(i, i, i, i));
    }
    Files.writeString(folder.resolve("answers.csv"), answers);
  }

  private Terminal.Said run(String script, String... more) {
    return run(Scripts.named(script), more);
  }

  private Terminal.Said run(Script script, String... more) {
    try (Endpoint endpoint = Endpoint.start(Endpoint.Settings.of(script))) {
      var words =
          new ArrayList<>(List.of("judge", "answers.csv", "--model", endpoint.base().toString()));
      words.addAll(List.of(more));
      return terminal.type(words.toArray(String[]::new));
    }
  }

  private String read(String file) throws IOException {
    return Files.readString(folder.resolve(file));
  }

  /** Fill the column before the note in every row. */
  private void fill(String from, String to, UnaryOperator<String> word) throws IOException {
    var out = new StringBuilder();
    for (String line : read(from).split("\r\n", -1)) {
      boolean row = line.matches("\\d+,.*,,");
      out.append(row ? line.substring(0, line.length() - 1) + word.apply(line) + "," : line);
      out.append("\r\n");
    }
    Files.writeString(folder.resolve(to), out);
  }

  /** Ada is better, whatever side she stands on. */
  private static String ada(String line) {
    return line.indexOf("ada says") < line.indexOf("bob has") ? "left" : "right";
  }

  @Test
  void aSheetIsBlindSafeAndDrawnByStrata() throws IOException {
    assertThat(run("letters").out())
        .contains(
            "  agrees with people               not measured   30 labels take about 15 minutes (below)")
        .contains("  assize label answers.run --sample 30 --csv sheet.csv     blind, shuffled\n")
        .contains(
            "  assize label answers.run sheet.csv                       when it is filled in\n");
    Terminal.Said said =
        terminal.type("label", "answers.run", "--sample", "12", "--csv", "sheet.csv");
    assertThat(said.code()).isZero();
    assertThat(said.out())
        .contains(
            "sheet.csv     12 rows, 1 to 12, of 24 pairs: blind, rows and sides shuffled; seed 1")
        .contains(
            "fill in       better: left, right or tie; empty where you cannot say. About 6 minutes");
    String sheet = read("sheet.csv");
    assertThat(sheet)
        .startsWith(
            "\uFEFF\"# Which answer is better? In the column better write left, right or tie.\"")
        .contains("row,input,reference,left,right,better,note\r\n")
        .contains("\"'=HYPERLINK(\"\"http://x\"\") is what ada says")
        .doesNotContain("flips", "q1,", "\"q");
    assertThat(sheet.lines().filter(l -> l.matches("\\d+,.*"))).hasSize(12);
    assertThat(sheet.lines().filter(l -> l.matches("\\d+,.*")).filter(l -> ada(l).equals("left")))
        .hasSizeBetween(1, 11);
  }

  @Test
  void aSheetIsNeverOverwrittenAndTheNextOneHoldsOtherRows() throws IOException {
    run("letters");
    terminal.type("label", "answers.run", "--sample", "12", "--csv", "sheet.csv");
    String before = read("sheet.csv");
    Terminal.Said again =
        terminal.type("label", "answers.run", "--sample", "12", "--csv", "sheet.csv");
    assertThat(again.code()).isEqualTo(2);
    assertThat(again.err())
        .isEqualTo(
            "--csv sheet.csv  is there already, and a sheet that somebody works on is never"
                + " overwritten\n  allowed: the name of a file that is not there\n  fix: name another"
                + " file; --again writes the rows that were drawn before, for another person\n");
    assertThat(read("sheet.csv")).isEqualTo(before);
    assertThat(terminal.type("label", "answers.run", "--sample", "90", "--csv", "more.csv").out())
        .contains("more.csv      12 rows, 13 to 24, of 12 pairs");
    assertThat(terminal.type("label", "answers.run", "--sample", "1", "--csv", "last.csv").err())
        .isEqualTo(
            "answers.run  all 24 cases with a verdict were drawn already\n  allowed: a run with cases"
                + " that were not drawn\n  fix: write them again by --again\n");
    assertThat(terminal.type("label", "answers.run", "--again", "--csv", "ben.csv").code())
        .isZero();
    assertThat(read("ben.csv").lines().filter(l -> l.matches("\\d+,.*"))).hasSize(24);
  }

  @Test
  void labelsOfTwoPeopleBecomePartOfTheRun() throws IOException {
    run("letters");
    terminal.type("label", "answers.run", "--sample", "18", "--csv", "sheet.csv");
    fill("sheet.csv", "anna.csv", LabelCommandTest::ada);
    int[] rows = {0};
    fill("sheet.csv", "ben.csv", line -> rows[0]++ < 10 ? ada(line) : "");
    Terminal.Said said = terminal.type("label", "answers.run", "anna.csv", "ben.csv");
    assertThat(said.err()).isEmpty();
    assertThat(said.code()).isZero();
    assertThat(said.out())
        .contains("anna.csv      anna: 18 of 18 rows labelled; 18 new, 0 changed, 0 as before")
        .contains("ben.csv       ben: 10 of 18 rows labelled; 10 new, 0 changed, 0 as before")
        .contains("    judge with anna ")
        .contains("    anna with ben                  100 %   100 to 100  10 of 10")
        .contains("WHERE THEY DIFFER")
        .contains("  assize show answers.run q")
        .contains("THE RESULT, CORRECTED BY THE LABELS")
        .contains("saved   answers.run   with these labels: assize replay answers.run");
    assertThat(said.out().lines()).allMatch(l -> l.length() <= 100);

    Terminal.Said replay = terminal.type("replay", "answers.run");
    assertThat(replay.out())
        .contains("  agrees with people               share of pairs        beyond chance (kappa)")
        .contains("  person by person ")
        .contains("  corrected by the labels          ")
        .doesNotContain("no person has checked");
    assertThat(terminal.type("label", "answers.run").out()).contains("    judge with anna ");

    Json results = Json.parse(read("answers.run/results.json")).get("results").orElseThrow();
    Json json =
        Json.parse(terminal.type("replay", "answers.run", "--format", "json").out())
            .get("results")
            .orElseThrow();
    assertThat(results).isEqualTo(json);
    Json people =
        json.get("main").or(() -> json.get("judge")).flatMap(j -> j.get("people")).orElseThrow();
    assertThat(people.get("labelled").flatMap(Json::number).orElseThrow().intValue()).isEqualTo(18);
    // Anna says of every pair that ada is better: so does the corrected result of her labels alone.
    Json ada =
        people.get("corrected").orElseThrow().elements().stream()
            .filter(c -> c.get("system").flatMap(Json::text).orElse("").equals("ada"))
            .findFirst()
            .flatMap(c -> c.get("corrected"))
            .orElseThrow();
    assertThat(ada.get("value").flatMap(Json::number).orElseThrow().doubleValue())
        .isGreaterThan(0.8);
  }

  @Test
  void sayingItAnewSupersedesAndWrongWordsKeepNothing() throws IOException {
    run("letters");
    terminal.type("label", "answers.run", "--sample", "6", "--csv", "anna.csv");
    String empty = read("anna.csv");
    Files.delete(folder.resolve("anna.csv"));
    Files.writeString(folder.resolve("sheet.csv"), empty);
    fill("sheet.csv", "anna.csv", line -> "tie");
    terminal.type("label", "answers.run", "anna.csv");
    fill("sheet.csv", "anna.csv", line -> line.startsWith("1,") ? "left" : "");
    assertThat(terminal.type("label", "answers.run", "anna.csv").out())
        .startsWith("anna.csv      anna: 1 of 6 rows labelled; 0 new, 1 changed, 0 as before\n");
    fill("sheet.csv", "ben.csv", line -> "better");
    Terminal.Said wrong = terminal.type("label", "answers.run", "anna.csv", "ben.csv");
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err())
        .contains("row 1 says \"better\" in the column better\n  allowed: left, right or tie\n");
    assertThat(terminal.type("label", "answers.run").out()).doesNotContain("ben");
    Files.createDirectory(folder.resolve("b"));
    Files.copy(folder.resolve("anna.csv"), folder.resolve("b/anna.csv"));
    assertThat(terminal.type("label", "answers.run", "anna.csv", "b/anna.csv").err())
        .isEqualTo(
            "b/anna.csv  is the second sheet of \"anna\" by its name\n  allowed: a file for each"
                + " person\n  fix: rename one of them, or say by --by NAME that one person filled in"
                + " both\n");
    assertThat(terminal.type("label", "answers.run", "anna.csv", "--by", "carla").out())
        .startsWith("anna.csv      carla: 1 of 6 rows labelled; 1 new");
  }

  @Test
  void passAndFailGiveRates() throws IOException {
    var answers = new StringBuilder("id,question,reference,output\n");
    for (int i = 1; i <= 24; i++) {
      answers.append("q%d,Question number %d,Yes,-what is said of %d%n".formatted(i, i, i));
    }
    Files.writeString(folder.resolve("answers.csv"), answers);
    Terminal.Said judged = run(Script.of(text -> text.contains("of 7") ? "fail" : "pass"));
    assertThat(judged.code()).as(judged.err()).isZero();
    terminal.type("label", "answers.run", "--sample", "30", "--csv", "sheet.csv");
    assertThat(read("sheet.csv"))
        .startsWith(
            "\uFEFF# How good is the answer? In the column label write fail or pass.,,,,,\r\n")
        .contains("row,input,reference,answer,label,note\r\n");
    int[] rows = {0};
    fill("sheet.csv", "anna.csv", line -> rows[0]++ % 3 == 0 ? "fail" : "pass");
    Terminal.Said said = terminal.type("label", "answers.run", "anna.csv");
    assertThat(said.err()).isEmpty();
    assertThat(said.out())
        .contains("    passes what anna passes ")
        .contains("    fails what anna fails ")
        .contains("16 labels")
        .contains("8 labels")
        .contains("THE RESULT, CORRECTED BY THE LABELS");
    assertThat(terminal.type("replay", "answers.run", "--format", "json").out())
        .contains("\"truePositiveRate\"");
  }

  @Test
  void wordsThatDoNotFitTogetherAreTold() {
    run("letters");
    assertThat(terminal.type("label", "answers.run", "--sample", "5").err())
        .isEqualTo(
            "--sample 5  says which rows and not where to\n  allowed: a file for the sheet\n"
                + "  fix: add --csv sheet.csv\n");
    assertThat(terminal.type("label", "answers.run", "--csv", "x.csv").err())
        .isEqualTo(
            "--csv x.csv  says where to and not which rows\n  allowed: --sample N for new rows, or"
                + " --again for those that were drawn before\n  fix: give one of them; read a sheet by"
                + " a command of its own\n");
    assertThat(terminal.type("label", "answers.run", "--again", "--csv", "x.csv").err())
        .isEqualTo(
            "answers.run  no row was drawn yet\n  allowed: a run with a sheet\n  fix: draw one: assize"
                + " label answers.run --sample 30 --csv sheet.csv\n");
    assertThat(terminal.type("label", "answers.run").out())
        .isEqualTo(
            "\nNo label yet. Draw a sheet: assize label answers.run --sample 30 --csv sheet.csv\n");
    assertThat(
            terminal
                .type("label", "answers.run", "--sample", "5", "--csv", "x", "--judge", "j")
                .err())
        .startsWith("--judge  is \"j\"\n");
  }
}
