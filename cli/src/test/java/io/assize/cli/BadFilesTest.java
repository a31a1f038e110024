package io.assize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.assize.cli.Terminal.Said;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Files that are missing, broken, or do not fit together. */
class BadFilesTest extends BadInput {

  /** Files that work leave a run; the others are told by each test. */
  private boolean works;

  @AfterEach
  void nothingIsLeftBehind() throws IOException {
    if (!works) leavesNoRun();
  }

  @Test
  void aMissingFileNamesTheNearest() throws IOException {
    write("answers.csv", ANSWERS);
    refused(
        judge("anwsers.csv"),
        2,
        "anwsers.csv  is not there",
        "  allowed: a file or a folder; nearest is \"answers.csv\"",
        "  fix: check the name and the folder");
    refused(
        judge("answers.csv", "--labels", "labels.csv"),
        2,
        "--labels labels.csv  is not there",
        "  allowed: a file or a folder",
        "  fix: check the name and the folder");
  }

  @Test
  void anEmptyFileAndALoneHeaderAreTold() throws IOException {
    write("answers.csv", "");
    refused(
        judge("answers.csv"),
        2,
        "FOLDER/answers.csv  is empty",
        "  allowed: a header line and at least one row",
        "  fix: check what wrote it");
    write("answers.csv", "id,question,ada,bob\n");
    refused(
        judge("answers.csv"),
        2,
        "FOLDER/answers.csv:1  there is a header and no row below it",
        "  allowed: at least one row",
        "  fix: check what wrote it");
  }

  @Test
  void answersOfSystemsThatMakeOneKeyAreTold() throws IOException {
    write("questions.csv", "id,question\na.b,Why?\na,Who?\n");
    write(
        "assize.yaml",
        """
        items: questions.csv
        systems: {c: {command: cat}, b.c: {command: cat}}
        judges: {main: {model: "%s"}}
        """
            .formatted(model()));
    refused(
        terminal.type("run"),
        2,
        "item \"a\" with system \"b.c\" and item \"a.b\" with system \"c\" both make the key"
            + " \"a.b.c\"",
        "  allowed: ids and names that stay different when joined with a dot",
        "  fix: rename one of the systems");
    assertThat(endpoint.counts().to("/v1/chat/completions")).isZero();
  }

  @Test
  void invalidUtf8NamesByteAndLine() throws IOException {
    write(
        "answers.csv", "id,question,ada,bob\nq1,x,schön,z\n".getBytes(StandardCharsets.ISO_8859_1));
    refused(
        judge("answers.csv"),
        2,
        "FOLDER/answers.csv:2  byte 28 (0xF6) is no UTF-8",
        "  allowed: UTF-8",
        "  fix: save it as UTF-8, or: iconv -f WINDOWS-1252 -t UTF-8 FILE > NEW");
  }

  @Test
  void brokenJsonNamesLineAndColumn() throws IOException {
    write(
        "answers.jsonl",
        "{\"id\":\"1\",\"question\":\"x\",\"ada\":\"y\",\"bob\":\"z\"}\n{\"id\":\"2\",\n");
    refused(
        judge("answers.jsonl"),
        2,
        "FOLDER/answers.jsonl:2:11  no JSON: Unexpected end-of-input within/between Object entries",
        "  allowed: one object a line, or one array of objects",
        "  fix: check what wrote it");
  }

  @Test
  void anIdThatStandsTwiceIsToldWithBothLines() throws IOException {
    write("answers.csv", "id,question,ada,bob\nq1,x,y,z\nq1,x,y,z\n");
    refused(
        judge("answers.csv"),
        2,
        "FOLDER/answers.csv:3  id \"q1\" stands in line 2 too",
        "  allowed: one row for each id",
        "  fix: mend the id, or number the answers in a column called sample");
  }

  @Test
  void anAnswerToAnUnknownItemIsRefused() throws IOException {
    write("items.csv", "id,question\nq1,Why?\nq2,Who?\n");
    write("answers.csv", "id,system,output\nq1,ada,So.\nq2,bob,Me.\nq3,ada,Me.\n");
    refused(
        judge("items.csv", "answers.csv"),
        2,
        "FOLDER/answers.csv:4  answers item \"q3\", which no file defines",
        "  allowed: an id of the 2 items; nearest is \"q1\"",
        "  fix: mend the id, or add the item with its input");
    write("ada.csv", "id,output\nq1,So.\nq3,Me.\n");
    write(
        "assize.yaml",
        "items: items.csv\nsystems: {ada: {file: ada.csv}}\njudges: {main: {model: \""
            + model()
            + "\"}}\n");
    refused(
        terminal.type("run"),
        2,
        "FOLDER/ada.csv  answers item \"q3\", which no file defines",
        "  allowed: an id of the 2 items; nearest is \"q1\"",
        "  fix: mend the id, or add the item with its input");
  }

  @Test
  void answersOfItemsThatWereNotTakenAreNoMistake() throws IOException {
    write("items.csv", "id,question\nq1,Why?\nq2,Who?\n");
    write("ada.csv", "id,output\nq1,So.\nq2,Me.\n");
    write("bob.csv", "id,output\nq1,Thus.\nq2,You.\n");
    write("labels.csv", "item,a,b,label\nq1,ada,bob,ada\nq2,ada,bob,bob\n");
    write(
        "assize.yaml",
        """
        items: {file: items.csv, take: 1}
        systems: {ada: {file: ada.csv}, bob: {file: bob.csv}}
        labels: labels.csv
        judges: {main: {model: "%s"}}
        """
            .formatted(model()));
    works = true;
    Said said = terminal.type("run");
    assertThat(said.code()).as(said.err()).isZero();
    assertThat(said.err()).contains("2 orders x 1 pair = 2");
  }

  @Test
  void itemsWithNoAnswerAreRefused() throws IOException {
    write("items.csv", "id,question\nq1,Why?\nq2,Who?\n");
    refused(
        judge("items.csv"),
        2,
        "FOLDER/items.csv  holds no answer to any of 2 items",
        "  allowed: a column for each system, or systems that answer",
        "  fix: name the columns by --map systems=COLUMN+COLUMN, or the systems in assize.yaml");
  }

  @Test
  void itemsThatLackSomeAnswersAreTold() throws IOException {
    write("answers.csv", "id,question,ada,bob\nq1,Why?,,Thus.\nq2,Who?,Me.,You.\n");
    works = true;
    Said said = judge("answers.csv");
    assertThat(said.code()).isZero();
    assertThat(said.err()).contains("note          1 of 2 items has no answer by ada: q1\n");
  }

  @Test
  void aLabelOffTheScaleNamesItsRow() throws IOException {
    write("answers.csv", "id,question,answer\nq1,Why?,So.\nq2,Who?,Me.\n");
    write("labels.csv", "item,label\nq1,3\nq2,11\n");
    refused(
        judge("answers.csv", "--recipe", "score", "--labels", "labels.csv"),
        2,
        "FOLDER/labels.csv:3  the label of labels is \"11\", off the scale",
        "  allowed: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10",
        "  fix: write one of them; leave it empty where nothing was said");
    write("pairs.csv", ANSWERS);
    write("labels.csv", "item,a,b,label\nq1,ada,bob,ada\nq2,ada,bob,best\n");
    refused(
        judge("pairs.csv", "--labels", "labels.csv"),
        2,
        "FOLDER/labels.csv:3  label is \"best\"",
        "  allowed: a, b, tie (or 1, 2; left, right; A>B, B>A), ada or bob",
        "  fix: write one of them; leave it empty where nothing was said");
  }

  @Test
  void aLabelOfAnUnknownItemIsRefused() throws IOException {
    write("answers.csv", ANSWERS);
    write("labels.csv", "item,a,b,label\nq1,ada,bob,ada\nq9,ada,bob,bob\n");
    refused(
        judge("answers.csv", "--labels", "labels.csv"),
        2,
        "FOLDER/labels.csv:3  labels item \"q9\", which is not there",
        "  allowed: q1, q2; nearest is \"q1\"",
        "  fix: mend the name, or remove the row");
  }

  @Test
  void marksLineEndsAndSemicolonsOfSpreadsheetsAreReadAndTold() throws IOException {
    write(
        "answers.csv",
        "\uFEFFid;question;ada;bob\r\nq1;Why?;So, I think.;\"Thus\r\nand so.\"\r\nq2;Who?;Me.;You.\r\n");
    write("labels.csv", "\uFEFFitem;a;b;label\r\nq1;ada;bob;ada\r\n");
    works = true;
    Said said = judge("answers.csv", "--labels", "labels.csv");
    assertThat(said.code()).as(said.err()).isZero();
    assertThat(said.err())
        .startsWith(
            "answers.csv   2 items; semicolons between columns, input = question,"
                + " systems = ada, bob\n"
                + "labels.csv    1 label on 1 item; semicolons between columns, item = item,"
                + " a = a, b = b, label = label\n");
    assertThat(terminal.type("show", "answers.run", "q1").out())
        .contains("    So, I think.\n", "    Thus\n    and so.\n");
  }

  @Test
  void linesOfTenMegabytesAreRead() throws IOException {
    String words = "word ".repeat(2_000_000);
    works = true;
    write("long.csv", "id,question,ada,bob\nq1,Why?," + words + ",Thus.\n");
    assertThat(judge("long.csv", "--quiet").code()).isZero();
    write(
        "long.jsonl",
        "{\"id\":\"q1\",\"question\":\"Why?\",\"ada\":\"" + words + "\",\"bob\":\"Thus.\"}\n");
    assertThat(judge("long.jsonl", "--quiet", "--to", "lines.run").code()).isZero();
    for (String run : new String[] {"long.run", "lines.run"}) {
      assertThat(terminal.type("show", run, "q1").out())
          .as("every character of it was read")
          .contains("answer of ada (10000000 characters)", "answer of bob (5 characters)");
    }
  }
}
