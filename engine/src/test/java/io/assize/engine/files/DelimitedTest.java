package io.assize.engine.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DelimitedTest {

  private @TempDir Path folder;
  private Scratch scratch;

  @BeforeEach
  void makeScratch() {
    scratch = new Scratch(folder);
  }

  private static List<List<String>> cells(String text) {
    Sheet sheet = Delimited.read(new SourceText("t.csv", text));
    return sheet.rows().stream()
        .map(row ->
            java.util.stream.IntStream.range(0, sheet.columns().size())
                .mapToObj(i -> row.cell(i).orElse("-"))
                .toList())
        .toList();
  }

  private String refusal(String text) {
    return scratch.refusal(() -> Delimited.read(new SourceText("t.csv", text)));
  }

  @Test
  void quotesHoldSeparatorsQuotesAndLineEnds() {
    assertThat(cells("id,v1\n\"a,b\",\"say \"\"no\"\"\"\n1,\"two\r\nlines\"\n"))
        .containsExactly(List.of("a,b", "say \"no\""), List.of("1", "two\r\nlines"));
  }

  @Test
  void aQuoteInsideAnUnquotedCellIsACharacter() {
    assertThat(cells("id,v1\n1,5\" disk\n")).containsExactly(List.of("1", "5\" disk"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void everyLineEndIsRead(String end) {
    assertThat(cells("id,v1" + end + "1,a" + end + "2,b"))
        .containsExactly(List.of("1", "a"), List.of("2", "b"));
  }

  @Test
  void commaSemicolonAndTabAreFoundByTheHeader() {
    assertThat(cells("id,a;b,c\n1,2,3\n")).containsExactly(List.of("1", "2", "3"));
    assertThat(cells("id;a,b;c\n1;2,5;3\n")).containsExactly(List.of("1", "2,5", "3"));
    assertThat(cells("id\ta\tb\n1\t2, 3\t;\n")).containsExactly(List.of("1", "2, 3", ";"));
    assertThat(cells("\"id,x\";\"a,b,c\"\n1;2\n")).containsExactly(List.of("1", "2"));
  }

  @Test
  void theLineThatExcelWritesAboveTheHeaderIsObeyed() {
    assertThat(cells("sep=;\nid;v1,x,y\n1;2\n")).containsExactly(List.of("1", "2"));
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstName() {
    scratch.write("bom.csv", "\uFEFFid;question;v1", "1;Why?;So.");

    assertThat(scratch.accounts(scratch.answers("bom.csv")))
        .containsExactly(
            "bom.csv   1 item; semicolons between columns, input = question, systems = v1");
  }

  @Test
  void unnamedColumnsEmptyRowsAndEmptyEndsAreLeftOut() {
    assertThat(cells(",id,v1,,\n0,1,a,,\n,,,,\n\n1,2,b\u0020,,\n1,3,c,,,,\n"))
        .containsExactly(List.of("1", "a"), List.of("2", "b "), List.of("3", "c"));
  }

  @Test
  void emptyCellsAreNothing() {
    assertThat(cells("id,a,b\n1,,\"\"\n")).containsExactly(List.of("1", "-", "-"));
  }

  @Test
  void raggedRowsNameLineExpectedAndFound() {
    assertThat(refusal("id,a,b\n1,\"x\ny\",3\n2,x\n3,1,2\n4,1,2,3,4\n"))
        .isEqualTo(
            """
            t.csv:4  2 cells where the header has 3; so in line 6
              allowed: 3 cells in each row
              fix: write the empty cells too, or close the quotes of a cell that holds line ends\
            """);
    assertThat(refusal("id,a\n1,Yes, please\n"))
        .isEqualTo(
            """
            t.csv:2  3 cells where the header has 2
              allowed: 2 cells in each row
              fix: put quotes around a cell that holds the separator\
            """);
  }

  @Test
  void anOpenQuoteNamesTheLineWhereItBegan() {
    assertThat(refusal("id,a\n1,\"x\ny\"\n2,\"never\nclosed\n\n"))
        .isEqualTo(
            """
            t.csv:4  a cell begins with a quote here, and the quote is never closed
              allowed: "..." around the cell, and "" for a quote inside it
              fix: close the quote, or write "" where the text has one\
            """);
  }

  @Test
  void textBehindAClosingQuoteNamesBothLines() {
    assertThat(refusal("id,a\n1,\"x\n\"said\" he\n"))
        .isEqualTo(
            """
            t.csv:3  "said\\" he" stands behind the quote that closes the cell begun in line 2
              allowed: "..." around the cell, and "" for a quote inside it
              fix: write "" where the text has a quote\
            """
                .replace("\\\"", "\""));
    assertThat(refusal("id,a\n1,\"x\"y\n"))
        .startsWith("t.csv:2  \"y\" stands behind the quote that closes the cell\n");
  }

  @Test
  void twoColumnsWithOneNameAreTold() {
    assertThat(refusal("id,answer, answer\n1,a,b\n"))
        .isEqualTo(
            """
            t.csv:1  columns 2 and 3 are both called "answer"
              allowed: one name for each column
              fix: rename one of them\
            """);
  }

  @Test
  void aHeaderAloneIsTold() {
    assertThat(refusal("id,question,v1\n,,\n"))
        .isEqualTo(
            """
            t.csv:1  there is a header and no row below it
              allowed: at least one row
              fix: check what wrote it\
            """);
  }

  @Test
  void anotherSeparatorIsTold() {
    scratch.write("pipes.csv", "id|question|v1", "1|Why?|So.");

    assertThat(scratch.refusal(() -> scratch.answers("pipes.csv")))
        .isEqualTo(
            """
            pipes.csv:1  the header is one column, "id|question|v1"
              allowed: columns separated by comma, semicolon or tab
              fix: save it with one of these separators\
            """);
  }

  @Test
  void longCellsTakeLinearTime() {
    // Ten times the text, at most forty times the time: quadratic reading would take a hundred.
    long small = nanos("x\"\"\n".repeat(250_000));
    long large = nanos("x\"\"\n".repeat(2_500_000));

    assertThat(large).isLessThan(40 * Math.max(small, 5_000_000));
  }

  private static long nanos(String cell) {
    String text = "id,v1\n1,\"" + cell + "\"\n2," + "y".repeat(cell.length()) + "\n";
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      long start = System.nanoTime();
      assertThat(cells(text)).hasSize(2);
      best = Math.min(best, System.nanoTime() - start);
    }
    return best;
  }
}
