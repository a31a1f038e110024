package io.assize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.assize.cli.Terminal.Said;
import io.assize.core.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Ratings in plain files, as a researcher types them. */
class AgreeTest extends BadInput {

  /** Three people and a judge on a scale from 1 to 5: what people say, the judge often one more. */
  private static final String WIDE =
      """
      item,anna,ben,chen,judge
      1,4,4,5,5
      2,2,,3,4
      3,1,1,1,2
      4,5,5,4,5
      5,3,3,3,3
      6,2,1,2,4
      7,4,4,4,5
      8,5,4,5,
      9,1,2,1,1
      10,3,3,4,4
      """;

  private Said agree(String... words) {
    var all = new ArrayList<>(List.of("agree"));
    all.addAll(List.of(words));
    return terminal.type(all.toArray(String[]::new));
  }

  private static Json results(Said said) {
    assertThat(said.err()).isEmpty();
    assertThat(said.code()).isZero();
    return Json.parse(said.out()).get("results").orElseThrow();
  }

  @Test
  void theScreenTellsWhoAgreesWithWhomAndWhatAConstantWouldReach() throws IOException {
    write("ratings.csv", WIDE);
    Said said = agree("ratings.csv");
    assertThat(said.err()).isEmpty();
    assertThat(said.code()).isZero();
    assertThat(said.out()).isEqualTo(SCREEN);
    assertThat(said.out().lines()).allMatch(line -> line.length() <= 100);
  }

  private static final String SCREEN =
      """
      ratings.csv: 10 items, 4 raters (anna, ben, chen, judge), levels 1 to 5 read as ordinal
      (--scale nominal|interval to change)
                               agree             weighted kappa        alpha (ordinal)       n     missing
      anna - ben               67 %  33 to 100   0.91  0.78 to 1.00                          9     1
      anna - chen              60 %  30 to 90    0.90  0.66 to 0.98                          10    0
      ben - chen               33 %  10 to 67    0.83  0.52 to 0.91                          9     1
      people among them        54 %  33 to 75    0.88  0.68 to 0.93    0.88  0.58 to 0.93
      judge - people           35 %  13 to 59    0.69  0.27 to 0.88                          9     1
      always "4"               28 %  7 to 50     0.00
      Whether judge agrees with people less than they do among them cannot be told: people's kappa less
      the judge's is +0.19 (-0.03 to 0.56).
      judge is 0.80 points more lenient than people (0.31 to 1.30).
      Confusion and the 6 disagreements: --details
      Intervals: 95 %, bootstrap by item, 10 000 resamples, seed 1. Methods with citations: --methods
      Tables: --format csv|json|latex
      """;

  @Test
  void theOrderOfLinesAndColumnsChangesNothing() throws IOException {
    write("ratings.csv", WIDE);
    String plain = agree("ratings.csv", "--resamples", "200").out();
    var lines = new ArrayList<>(WIDE.lines().skip(1).toList());
    Collections.shuffle(lines, new Random(3));
    var mixed = new StringBuilder("judge;chen;item;anna;ben\n");
    for (String line : lines) {
      String[] c = line.split(",", -1);
      mixed.append(String.join(";", c[4], c[3], c[0], c[1], c[2])).append("\r\n");
    }
    write("ratings.csv", ("\ufeff" + mixed).getBytes(StandardCharsets.UTF_8));
    assertThat(agree("ratings.csv", "--resamples", "200").out()).isEqualTo(plain);
  }

  @Test
  void wideLongTabsAndJsonLinesAreOne() throws IOException {
    write("wide.csv", WIDE);
    var rows = new StringBuilder("item\trater\tlabel\n");
    var json = new StringBuilder();
    String[] raters = {"anna", "ben", "chen", "judge"};
    for (String line : WIDE.lines().skip(1).toList()) {
      String[] c = line.split(",", -1);
      for (int i = 0; i < raters.length; i++) {
        if (c[i + 1].isEmpty()) continue;
        rows.append(c[0]).append('\t').append(raters[i]).append('\t').append(c[i + 1]).append('\n');
        json.append(
            "{\"item\":%s,\"rater\":\"%s\",\"label\":%s}%n".formatted(c[0], raters[i], c[i + 1]));
      }
    }
    write("long.tsv", rows.toString());
    write("long.jsonl", json.toString());
    String[] files = {"wide.csv", "long.tsv", "long.jsonl"};
    var csv = new ArrayList<String>();
    for (String file : files) csv.add(agree(file, "--format", "csv", "--resamples", "100").out());
    assertThat(csv.get(1)).isEqualTo(csv.get(0));
    assertThat(csv.get(2)).isEqualTo(csv.get(0));
  }

  @Test
  void severalFilesAreJoinedByItem() throws IOException {
    write("people.csv", "item,anna,ben\nq1,yes,yes\nq2,no,yes\nq3,no,no\n");
    write("gpt.csv", "item,label\nq3,no\nq1,yes\nq2,no\n");
    Json r = results(agree("people.csv", "gpt.csv", "--judge", "gpt", "--format", "json"));
    assertThat(r.get("raters").orElseThrow().canonical())
        .isEqualTo(
            "[{\"judge\":false,\"name\":\"anna\"},{\"judge\":false,\"name\":\"ben\"},"
                + "{\"judge\":true,\"name\":\"gpt\"}]");
    assertThat(r.get("scale").orElseThrow().canonical())
        .isEqualTo("{\"labels\":[\"no\",\"yes\"],\"name\":\"nominal\",\"told\":false}");
    assertThat(r.get("moreLenientThanPeople").orElseThrow().elements().getFirst().get("label"))
        .contains(Json.of("yes"));
  }

  @Test
  void pairsAreReadBySidesOrByNames() throws IOException {
    write(
        "pairs.csv",
        """
        item,a,b,anna,ben,judge
        q1,v1,v2,a,v1,a
        q2,v1,v2,b,tie,v2
        q3,v1,v2,tie,tie,a
        q4,v1,v2,v2,b,b
        """);
    Said said = agree("pairs.csv", "--details");
    assertThat(said.out())
        .startsWith(
            "pairs.csv: 4 pairs on 4 items, 3 raters (anna, ben, judge), pairs (v1, tie, v2) read"
                + " as nominal\n(--scale ordinal puts the tie between)\n")
        .contains("q3  v1 - v2                             anna tie, ben tie, judge v1");
    assertThat(agree("pairs.csv", "--scale", "ordinal").out())
        .contains("pairs (v1, tie, v2) taken as ordinal", "weighted kappa");
  }

  @Test
  void aPairThatStandsTheOtherWayRoundIsTheSamePair() throws IOException {
    write(
        "pairs.csv",
        """
        item,a,b,rater,label
        q1,v1,v2,anna,a
        q1,v2,v1,ben,b
        q2,v1,v3,anna,b
        q2,v3,v1,ben,a
        q3,v2,v3,anna,tie
        q3,v2,v3,ben,a
        """);
    Json r = results(agree("pairs.csv", "--format", "json", "--resamples", "0"));
    Json row = r.get("comparisons").orElseThrow().elements().getFirst();
    assertThat(row.get("agree").orElseThrow().get("value").orElseThrow().canonical())
        .isEqualTo("0.6666666666666666");
    assertThat(r.get("units")).contains(Json.of(3));
    write("twice.csv", "item,a,b,rater,label\nq1,v1,v2,anna,a\nq1,v2,v1,anna,b\nq1,v1,v2,ben,a\n");
    refused(
        agree("twice.csv"),
        2,
        "FOLDER/twice.csv:3  anna labels \"q1  v2 - v1\" a second time, first in"
            + " FOLDER/twice.csv:2",
        "  allowed: one label by a rater for the same thing; a pair in the other order is the same",
        "  fix: remove one, or give repeats a rater's name of their own");
  }

  @Test
  void whatDoesNotExistIsADashWithItsReason() throws IOException {
    write("ratings.csv", "item,anna,ben,judge\n1,4,,4\n2,,4,4\n3,4,,4\n");
    assertThat(agree("ratings.csv").out())
        .contains(
            "anna - ben               - [1]             - [1]",
            "people among them        - [2]             - [1]                 - [2]\n",
            "one label, 4, read as nominal",
            "[1] no unit has a label from both raters\n",
            "[4] always 4 - anna: both raters gave one and the same label throughout\n")
        .doesNotContain("NaN");
    String csv = agree("ratings.csv", "--format", "csv").out();
    assertThat(csv)
        .contains(
            "people pair,anna,ben,,,,,,,,,,0,3,no agree: no unit has a label from both raters; ");
  }

  @Test
  void numbersThatAreNoLevelsAreComparedByConcordance() throws IOException {
    write("scores.csv", "item,anna,judge\n1,0.5,0.75\n2,1,1\n3,0.25,0.5\n4,0,0.25\n");
    assertThat(agree("scores.csv").out())
        .startsWith(
            "scores.csv: 4 items, 2 raters (anna, judge), 5 different numbers from 0 to 1 read as"
                + " interval\n(--scale nominal|ordinal|ratio to change)\n")
        .contains("concordance", "alpha (interval)", "judge is 0.19 points more lenient");
  }

  @Test
  void theMethodsAreAParagraphWithCitations() throws IOException {
    write("ratings.csv", WIDE);
    String text = agree("ratings.csv", "--methods", "--seed", "7").out().replace('\n', ' ');
    assertThat(text)
        .contains(
            "Agreement of 3 people and 1 judge on 10 items was computed with Assize ",
            "Labels (levels 1 to 5) were taken as ordinal.",
            "Cohen's kappa with quadratic weights [1].",
            "10 000 resamples of items, each with all that was labelled of it, seed 7.",
            "[1] Cohen, J. (1968).",
            "doi:10.1037/h0031643");
    String nominal = agree("ratings.csv", "--methods", "--scale", "nominal").out();
    assertThat(nominal).contains("doi:10.1177/001316446002000104").doesNotContain("h0026256");
  }

  @Test
  void aLatexTableAndAHostileNameAreHarmless() throws IOException {
    write("ratings.csv", "item,an_na,\"=cmd|' /C calc'!A0\"\n1,4,\u001b[2J\n2,x_%,x_%\n3,4,4\n");
    assertThat(agree("ratings.csv", "--scale", "nominal", "--format", "latex").out())
        .startsWith("\\begin{tabular}{llrrrrr}\n")
        .contains("=cmd|' /C calc'!A0 & an\\_na & ")
        .doesNotContain("\u001b");
    assertThat(agree("ratings.csv", "--scale", "nominal", "--format", "csv").out())
        .contains(",'=cmd|' /C calc'!A0,");
    assertThat(agree("ratings.csv", "--scale", "nominal", "--details").out())
        .doesNotContain("\u001b")
        .contains("\\u001b[2J");
  }

  @Test
  void theHelpHasAnExample() {
    assertThat(agree("--help").out()).contains("Example: assize agree ratings.csv --details");
  }

  // ---- what is refused

  @Test
  void labelsOffTheScaleAreNamed() throws IOException {
    write("ratings.csv", WIDE + "11,7,5,7,9\n");
    refused(
        agree("ratings.csv", "--levels", "1..5"),
        2,
        "FOLDER/ratings.csv:12  3 labels are off the scale: 7 (2 times), 9; the first by anna",
        "  allowed: 1, 2, 3, 4, 5",
        "  fix: mend them, leave a cell empty where nothing was said, or move them in by --clamp"
            + " 1..5");
    assertThat(agree("ratings.csv", "--levels", "1..5", "--clamp", "1..5").out())
        .contains("levels 1 to 5 taken as ordinal");
    write("words.csv", "item,anna,ben\n1,low,high\n2,medium,hihg\n");
    refused(
        agree("words.csv", "--levels", "low,medium,high"),
        2,
        "FOLDER/words.csv:3  1 label is off the scale: hihg; the first by ben",
        "  allowed: low, medium, high",
        "  fix: write one of them; leave a cell empty where nothing was said");
  }

  @Test
  void wordsAmongNumbersAreRefusedUnlessTheyAreSaidToBeMissing() throws IOException {
    write("ratings.csv", WIDE.replace("1,4,4,5,5\n", "1,4,n/a,5,5\n"));
    refused(
        agree("ratings.csv"),
        2,
        "FOLDER/ratings.csv:2  1 label is no number, where others are: n/a; the first by ben",
        "  allowed: numbers throughout, or words throughout",
        "  fix: leave a cell empty where nothing was said, or name such words: --missing WORD",
        "       all of them are names: --scale nominal",
        "       a column is no rater: --map raters=ANNA+BEN");
    String told = agree("ratings.csv", "--missing", "n/a", "--resamples", "50").out();
    write("ratings.csv", WIDE.replace("1,4,4,5,5\n", "1,4,,5,5\n"));
    assertThat(agree("ratings.csv", "--resamples", "50").out()).isEqualTo(told);
  }

  @Test
  void wordsHaveAnOrderOnlyWhereItIsTold() throws IOException {
    write("ratings.csv", "item,anna,ben\n1,low,high\n2,high,high\n3,low,low\n");
    refused(
        agree("ratings.csv", "--scale", "ordinal"),
        2,
        "FOLDER/ratings.csv:2  6 labels are no number: low (3 times), high (3 times); the first by"
            + " anna",
        "  allowed: numbers, or words with their order",
        "  fix: say the order: --levels low,medium,high; without order: --scale nominal");
    refused(
        agree("ratings.csv", "--levels", "low,high", "--scale", "interval"),
        2,
        "--scale interval  needs numbers, and the labels are words: low, high",
        "  allowed: nominal or ordinal",
        "  fix: choose one of them");
    refused(
        agree("ratings.csv", "--levels", "low,,high"),
        2,
        "--levels low,,high  are no labels, each once",
        "  allowed: two numbers with dots between, the lesser first; levels also as a list",
        "  fix: for example: --clamp 0..3, --levels 1..5 or --levels low,medium,high");
  }

  @Test
  void aRaterWhoLabelsTwiceIsRefused() throws IOException {
    write("ratings.csv", "item,anna,ben\n1,4,4\n2,3,3\n1,5,4\n");
    refused(
        agree("ratings.csv"),
        2,
        "FOLDER/ratings.csv:4  anna labels item \"1\" a second time, first in line 2",
        "  allowed: one label by a rater for the same thing",
        "  fix: remove the older one");
  }

  @Test
  void aJudgeWhoIsNoRaterAndAFileWithOneRaterAreRefused() throws IOException {
    write("ratings.csv", "item,anna,ben\n1,4,4\n");
    refused(
        agree("ratings.csv", "--judge", "bne"),
        2,
        "--judge bne  is no rater of these files",
        "  allowed: anna, ben; nearest is \"ben\"",
        "  fix: name one of them");
    write("one.csv", "item,anna\n1,4\n");
    refused(
        agree("one.csv"),
        2,
        "FOLDER/one.csv  holds one rater only, anna",
        "  allowed: two raters or more: a column for each, or a row for each label with item,"
            + " rater, label",
        "  fix: add what others say; several files are joined by item: assize agree a.csv b.csv");
    refused(
        agree("two.csv"),
        2,
        "two.csv  is not there",
        "  allowed: a file or a folder; nearest is \"one.csv\"",
        "  fix: check the name and the folder");
  }

  @Test
  void textsAreNoLabels() throws IOException {
    var csv = new StringBuilder("item,anna,remark\n");
    for (int i = 0; i < 80; i++) csv.append(i + ",good,a remark of its own " + i + "\n");
    write("ratings.csv", csv.toString());
    refused(
        agree("ratings.csv"),
        2,
        "FOLDER/ratings.csv  holds 81 different words in 160 labels: these are texts",
        "  allowed: labels, of which most are given often",
        "  fix: say which columns are raters: --map raters=ANNA+BEN");
  }
}
