package io.assize.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.assize.report.JudgeReport;
import io.assize.report.Report;
import io.assize.report.Table;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Markdown, JUnit XML and CSV say what the page says. */
class OtherFormsTest {

  private static final String HOSTILE = "=x|\"'<b>\u202e\u0000\n# `y`</testsuites>,";

  private static final Report PAIRS =
      Samples.pairs(20, HOSTILE, "bob", HOSTILE).labelled(i -> i < 5).report("reply");

  @Test
  void markdownSaysTheAnswerTheDoubtAndTheTables() {
    List<String> lines = MarkdownPage.of(PAIRS);
    assertThat(lines.getFirst()).isEqualTo("# x.run");
    assertThat(lines).contains("### Can the judge be believed");
    assertThat(lines).anyMatch(l -> l.startsWith("| system | group | win rate %"));
    assertThat(lines)
        .allSatisfy(l -> assertThat(l).doesNotContain("<b>", "\u202e", "\u0000", "\n"))
        .noneMatch(l -> l.matches(".*(^|[^\\\\])`y.*"));
    assertThat(lines).contains("- same verdict in both orders: 67 %, 6 of 18 flipped");
  }

  @Test
  void severalJudgesStandSideBySideThoseWithoutLabelsLast() {
    JudgeReport one = PAIRS.judges().getFirst();
    JudgeReport all =
        Samples.pairs(20, "ada", "bob", "x").labelled(i -> true).report("r").judges().getFirst();
    JudgeReport none = Samples.grades(20, "ada", "x").report("r").judges().getFirst();
    var three = new Report("x.run", List.of(none, one, all), 0, "made", key -> Optional.empty());
    Table table = SideBySide.of(three).orElseThrow();
    assertThat(table.columns()).startsWith("judge", "kappa").endsWith("read", "not read");
    assertThat(table.rows()).hasSize(3);
    // The grades have no labels and no orders: nothing stands there, and they come last.
    assertThat(table.csv().getLast()).isEqualTo("main,,,,,,,,18,2");
    assertThat(table.csv().subList(1, 3)).allMatch(l -> l.endsWith(",36,2"));
    assertThat(MarkdownPage.of(three)).contains("Judges side by side:");
    assertThat(TableFiles.all(three)).containsKey("judges-side-by-side.csv");
    assertThat(HtmlPage.of(three)).contains("<caption>Judges side by side</caption>");
    assertThat(
            SideBySide.of(
                new Report("x.run", List.of(none, one), 0, "made", key -> Optional.empty())))
        .isEmpty();
    var bare = new Report("x.run", List.of(none, none, none), 0, "made", key -> Optional.empty());
    assertThat(SideBySide.of(bare).orElseThrow().columns())
        .as("nobody has labels or orders")
        .containsExactly("judge", "read", "not read");
  }

  private static Document xml(Report report) throws Exception {
    var bytes = String.join("\n", JunitXml.of(report)).getBytes(StandardCharsets.UTF_8);
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(bytes));
  }

  @Test
  void whatFailedTheRubricIsAFailureAndWhatIsUnreadableHasNotPassed() throws Exception {
    Document xml = xml(Samples.grades(20, HOSTILE, HOSTILE).report("reply"));
    Element suite = (Element) xml.getElementsByTagName("testsuite").item(0);
    assertThat(suite.getAttribute("tests")).isEqualTo("20");
    // Of items 3, 7, 11, 15 and 19 the last is unreadable, and so is item 9.
    assertThat(suite.getAttribute("failures")).isEqualTo("4");
    assertThat(suite.getAttribute("skipped")).isEqualTo("2");
    assertThat(suite.getAttribute("errors")).isEqualTo("0");
    assertThat(xml.getElementsByTagName("failure").getLength()).isEqualTo(4);
    assertThat(xml.getElementsByTagName("skipped").getLength()).isEqualTo(2);
  }

  @Test
  void comparisonsDoNotFail() throws Exception {
    Document xml = xml(PAIRS);
    assertThat(xml.getElementsByTagName("testcase").getLength()).isEqualTo(20);
    assertThat(xml.getElementsByTagName("failure").getLength()).isZero();
    assertThat(xml.getElementsByTagName("system-out").item(0).getTextContent())
        .endsWith("is better (0.75)");
  }

  @Test
  void everyVerdictIsOneTidyRow() throws IOException {
    var csv = new StringBuilder();
    VerdictRows.write(Samples.pairs(10, "ada", "bob", "x").labelled(i -> i == 0).report("r"), csv);
    List<String> lines = csv.toString().lines().toList();
    assertThat(lines)
        .hasSize(1 + 9 * 3 + 1)
        .startsWith(
            "judge,time,item,a,b,part,verdict,probability,number,basis,missing,detail,rule,label",
            "main,1,q0,ada,bob,,ada,0.750000,,pooled,,,mean,bob",
            "main,1,q0,ada,bob,order=ada>bob,ada,0.750000,,tokens,,,tokens,",
            "main,1,q0,ada,bob,order=bob>ada,ada,0.750000,,tokens,,,tokens,")
        .endsWith("main,1,q9,ada,bob,,,,,,unreadable,no verdict x,text,");
  }

  @Test
  void everyTableIsAFileAndTheStandingsAreOne() {
    assertThat(TableFiles.all(PAIRS).keySet())
        .contains(
            "agreement-with-itself-along-what-was-varied.csv",
            "agreement-with-the-labels-beyond-chance-kappa.csv",
            "how-sure-the-judge-is-of-its-verdicts.csv",
            "values-asked-for-by-the-rule-that-read-them.csv",
            "win-rate-ties-counted-half-percent.csv");
    Report two =
        new Report(
            "x",
            List.of(
                Samples.pairs(10, "ada", "bob", "x").judge("main"),
                Samples.grades(10, "ada", "x").judge("second")),
            0,
            "",
            key -> Optional.empty());
    assertThat(TableFiles.standings(two))
        .hasSize(4)
        .startsWith("judge,system,measure,value,low,high,n,won,tied,lost")
        .anyMatch(l -> l.startsWith("main,ada,win rate,0.8333,") && l.endsWith(",9,6,3,0"))
        .anyMatch(l -> l.startsWith("second,ada,pass rate,0.7778,") && l.endsWith(",9,,,"));
    assertThat(TableFiles.all(two).keySet()).anyMatch(n -> n.startsWith("2-pass-rate"));
  }
}
