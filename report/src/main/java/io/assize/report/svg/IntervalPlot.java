package io.assize.report.svg;

import io.assize.report.Safe;
import io.assize.report.Table;
import java.util.List;
import java.util.OptionalDouble;
import org.apiguardian.api.API;

/** Numbers with their intervals, one row a name: a forest plot, with up to two series. */
@API(status = API.Status.EXPERIMENTAL)
public final class IntervalPlot {

  /** More rows than these are not drawn; the table has them all. */
  public static final int MOST_ROWS = 60;

  private static final int ROW = 24;
  private static final int TOP = 26;

  private IntervalPlot() {}

  /**
   * One number of a series.
   *
   * @param value the number, empty where there is none
   * @param low end of its interval, empty where there is none
   * @param high the other end
   */
  public record Mark(OptionalDouble value, OptionalDouble low, OptionalDouble high) {

    /** There is no number. */
    public static final Mark NONE =
        new Mark(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
  }

  /**
   * One row.
   *
   * @param name what it is of
   * @param marks one a series
   */
  public record Row(String name, List<Mark> marks) {
    public Row {
      marks = List.copyOf(marks);
    }
  }

  /**
   * Draw.
   *
   * @param id unique in the page
   * @param title what it shows
   * @param series their names, one or two
   * @param axis on which the numbers stand
   * @param line where a line of comparison stands, such as one half
   * @param table the same numbers
   */
  public static Chart of(
      String id,
      String title,
      List<String> series,
      List<Row> rows,
      Axis axis,
      OptionalDouble line,
      Table table) {
    List<Row> shown = rows.subList(0, Math.min(MOST_ROWS, rows.size()));
    double left = gutter(shown);
    double right = Svg.WIDTH - 14;
    int top = series.size() > 1 ? TOP + 16 : TOP;
    double bottom = top + ROW * shown.size();
    var svg = new Svg(id, title, description(shown, series), bottom + 10);
    if (series.size() > 1) legend(svg, series, left);
    for (double tick : axis.ticks()) {
      double x = axis.at(tick, left, right);
      svg.line("grid", x, top - 4, x, bottom);
      svg.text("small", Svg.Anchor.MIDDLE, x, top - 9, axis.label().apply(tick));
    }
    line.ifPresent(
        l -> svg.line("rule", axis.at(l, left, right), top - 4, axis.at(l, left, right), bottom));
    for (int i = 0; i < shown.size(); i++) {
      double y = top + ROW * (i + 0.5);
      svg.text("label", Svg.Anchor.END, left - 8, y + 4, Safe.brief(shown.get(i).name(), 22));
      marks(svg, shown.get(i), axis, left, right, y);
    }
    String more =
        shown.size() < rows.size()
            ? " The first " + shown.size() + " of " + rows.size() + " are drawn."
            : "";
    return new Chart(title, svg.done(), "Lines are 95 % intervals." + more, table);
  }

  private static double gutter(List<Row> rows) {
    int longest = rows.stream().mapToInt(r -> Safe.brief(r.name(), 22).length()).max().orElse(4);
    return Math.max(40, 14 + 6.3 * longest);
  }

  private static void legend(Svg svg, List<String> series, double left) {
    double x = left;
    for (int s = 0; s < series.size(); s++) {
      mark(svg, s, x + 5, 8);
      svg.text("small", Svg.Anchor.START, x + 14, 12, series.get(s));
      x += 24 + 5.6 * series.get(s).length();
    }
  }

  private static void marks(Svg svg, Row row, Axis axis, double left, double right, double middle) {
    int n = row.marks().size();
    for (int s = 0; s < n; s++) {
      Mark mark = row.marks().get(s);
      if (mark.value().isEmpty()) continue;
      double y = middle + (n == 1 ? 0 : (s - 0.5) * 9);
      if (mark.low().isPresent() && mark.high().isPresent()) {
        double from = axis.at(mark.low().getAsDouble(), left, right);
        double to = axis.at(mark.high().getAsDouble(), left, right);
        svg.line("range s" + (s + 1), from, y, to, y);
      }
      mark(svg, s, axis.at(mark.value().getAsDouble(), left, right), y);
    }
  }

  /** Series differ in shape, not only in colour. */
  private static void mark(Svg svg, int series, double x, double y) {
    if (series == 0) svg.circle("mark s1", x, y, 4);
    else svg.diamond("mark hollow s2", x, y, 4.5);
  }

  private static String description(List<Row> rows, List<String> series) {
    return rows.size() + " rows, highest first; series: " + String.join(" and ", series) + ".";
  }
}
