package io.assize.report.svg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assize.report.Table;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Pictures are well-formed, told aloud, harmless, and their marks stand where the numbers are. */
class ChartsTest {

  private static final String HOSTILE = "</svg><script>alert(1)</script>\"'\u202e";
  private static final Table TABLE = Table.of("t", List.of("a"), List.of());

  private static Document read(Chart chart) throws Exception {
    var bytes = chart.svg().getBytes(StandardCharsets.UTF_8);
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(bytes));
  }

  private static List<Element> elements(Document document, String name, String css) {
    NodeList all = document.getElementsByTagName(name);
    var found = new ArrayList<Element>();
    for (int i = 0; i < all.getLength(); i++) {
      if (all.item(i) instanceof Element e
          && List.of(e.getAttribute("class").split(" ")).contains(css)) {
        found.add(e);
      }
    }
    return found;
  }

  private static double number(Element e, String attribute) {
    return Double.parseDouble(e.getAttribute(attribute));
  }

  private static IntervalPlot.Mark mark(double value, double low, double high) {
    return new IntervalPlot.Mark(
        OptionalDouble.of(value), OptionalDouble.of(low), OptionalDouble.of(high));
  }

  private static Chart intervals(List<IntervalPlot.Row> rows, String... series) {
    return IntervalPlot.of(
        "x1", HOSTILE, List.of(series), rows, Axis.shares(), OptionalDouble.of(0.5), TABLE);
  }

  @Test
  void everyPictureSaysWhatItShowsAndNothingInItRuns() throws Exception {
    var all =
        List.of(
            intervals(List.of(new IntervalPlot.Row(HOSTILE, List.of(mark(0.5, 0.4, 0.6)))), "s"),
            Bars.of("x2", HOSTILE, HOSTILE, List.of(new Bars.Bar(HOSTILE, 3)), TABLE),
            ReliabilityPlot.of(
                "x3",
                HOSTILE,
                List.of(
                    new ReliabilityPlot.Bin(
                        0.7, 0.5, OptionalDouble.empty(), OptionalDouble.empty(), 4)),
                TABLE),
            ScatterPlot.of(
                "x4",
                HOSTILE,
                new ScatterPlot.Points(HOSTILE, HOSTILE, new double[] {1}, new double[] {2})),
            WinMatrix.of(
                "x5",
                HOSTILE,
                List.of(HOSTILE, "b"),
                new double[][] {{Double.NaN, 0.7}, {0.3, Double.NaN}},
                TABLE));
    for (Chart chart : all) {
      Document svg = read(chart);
      Element root = svg.getDocumentElement();
      assertThat(root.getAttribute("role")).isEqualTo("img");
      for (String id : root.getAttribute("aria-labelledby").split(" ")) {
        assertThat(chart.svg()).contains("id=\"" + id + "\"");
      }
      assertThat(svg.getElementsByTagName("script").getLength()).isZero();
      assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
          .isEqualTo("</svg><script>alert(1)</script>\"'\\u202e");
      assertThat(chart.svg()).doesNotContain("style=", "\u202e", "NaN", "Infinity");
    }
  }

  @Test
  void marksStandWhereTheirNumbersAre() throws Exception {
    Document svg =
        read(
            intervals(
                List.of(
                    new IntervalPlot.Row("a", List.of(mark(0, 0, 0.5), mark(1, 0.5, 1))),
                    new IntervalPlot.Row("b", List.of(mark(0.25, 0, 1), IntervalPlot.Mark.NONE))),
                "judge",
                "labels"));
    List<Element> marks = elements(svg, "circle", "mark");
    // The first is the legend's.
    double zero = number(marks.get(1), "cx");
    double quarter = number(marks.get(2), "cx");
    Element rule = elements(svg, "line", "rule").getFirst();
    assertThat(quarter - zero).isCloseTo((number(rule, "x1") - zero) / 2, within(0.11));
    assertThat(elements(svg, "path", "hollow")).hasSize(2);
    assertThat(elements(svg, "line", "range")).hasSize(3);
  }

  @Test
  void onlyTheFirstRowsOfManyAreDrawnAndThatIsTold() throws Exception {
    var rows = new ArrayList<IntervalPlot.Row>();
    for (int i = 0; i < 61; i++) {
      rows.add(new IntervalPlot.Row("s" + i, List.of(mark(0.5, 0.4, 0.6))));
    }
    Chart chart = intervals(rows, "judge");
    assertThat(elements(read(chart), "circle", "mark")).hasSize(60);
    assertThat(chart.note()).isEqualTo("Lines are 95 % intervals. The first 60 of 61 are drawn.");
  }

  @Test
  void barsAreAsHighAsTheirCounts() throws Exception {
    Document svg =
        read(
            Bars.of(
                "x",
                "t",
                "b",
                List.of(new Bars.Bar("1", 4), new Bars.Bar("2", 2), new Bars.Bar("3", 0)),
                TABLE));
    List<Element> bars = elements(svg, "rect", "bar");
    assertThat(number(bars.get(0), "height")).isEqualTo(2 * number(bars.get(1), "height"));
    assertThat(number(bars.get(2), "height")).isZero();
    assertThat(svg.getElementsByTagName("desc").item(0).getTextContent())
        .isEqualTo("6 in all; most, 4, at 1.");
  }

  @Test
  void aScatterTakesAMillionPointsInTheRoomOfTen() {
    double[] x = new double[1_000_000];
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = i % 1000;
      y[i] = i / 1000;
    }
    Chart chart = ScatterPlot.of("x", "t", new ScatterPlot.Points("a", "b", x, y));
    assertThat(chart.svg().length()).isLessThan(40_000);
    long all = chart.table().rows().stream().mapToLong(r -> Long.parseLong(r.get(2).text())).sum();
    assertThat(all).isEqualTo(1_000_000);
  }

  @Test
  void aMatrixColoursByWhoWinsAndNumbersOnlyWhereThereIsRoom() throws Exception {
    double[][] rates = {{Double.NaN, 0.96}, {0.04, Double.NaN}};
    Document svg = read(WinMatrix.of("x", "t", List.of("a", "b"), rates, TABLE));
    assertThat(elements(svg, "rect", "h10")).hasSize(1);
    assertThat(elements(svg, "rect", "h0")).hasSize(1);
    assertThat(elements(svg, "text", "on"))
        .extracting(Element::getTextContent)
        .containsExactly("96", "4");
    var names = new ArrayList<String>();
    for (int i = 0; i < 41; i++) names.add("s" + i);
    Chart many = WinMatrix.of("x", "t", names, new double[41][41], TABLE);
    assertThat(elements(read(many), "rect", "cell")).hasSize(1600);
    assertThat(elements(read(many), "text", "on")).isEmpty();
    assertThat(many.note()).endsWith("The first 40 of 41 are drawn.");
  }

  @Test
  void axesHaveRoundMarksThatHoldTheirNumbers() {
    assertThat(Axis.around(0.13, 0.94).ticks()).hasToString("[0.0, 0.5, 1.0]");
    assertThat(Axis.around(3, 3).low()).isLessThan(3);
    Axis thousands = Axis.around(12, 4321);
    assertThat(thousands.high()).isGreaterThanOrEqualTo(4321);
    assertThat(thousands.label().apply(thousands.ticks().get(1))).isEqualTo("2000");
  }
}
