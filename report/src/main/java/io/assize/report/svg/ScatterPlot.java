package io.assize.report.svg;

import io.assize.report.Numbers;
import io.assize.report.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.DoubleFunction;
import org.apiguardian.api.API;

/**
 * Two numbers against each other. Points are counted in the cells of a grid and drawn as dots whose
 * area is the count, so that ten points and a million take the same room.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class ScatterPlot {

  private static final int COLUMNS = 24;
  private static final int ROWS = 16;
  private static final int LEFT = 40;
  private static final int TOP = 12;
  private static final int HEIGHT = 200;

  private ScatterPlot() {}

  /**
   * What is drawn.
   *
   * @param x name of the numbers from left to right
   * @param y name of the numbers from bottom to top
   * @param xs the numbers
   * @param ys as many
   */
  public record Points(String x, String y, double[] xs, double[] ys) {}

  /** Draw; the table holds the counts of the cells. */
  public static Chart of(String id, String title, Points points) {
    Axis x = axis(points.xs());
    Axis y = axis(points.ys());
    TreeMap<Integer, Integer> counts = counts(points, x, y);
    int most = counts.values().stream().mapToInt(n -> n).max().orElse(1);
    double right = Svg.WIDTH - 10;
    double bottom = TOP + HEIGHT;
    String what =
        Numbers.of(points.xs().length, "point", "points")
            + ": "
            + points.y()
            + " against "
            + points.x()
            + ".";
    var svg = new Svg(id, title, what, bottom + 40);
    for (double tick : x.ticks()) {
      double at = x.at(tick, LEFT, right);
      svg.line("grid", at, TOP, at, bottom);
      svg.text("small", Svg.Anchor.MIDDLE, at, bottom + 14, x.label().apply(tick));
    }
    for (double tick : y.ticks()) {
      double at = y.at(tick, bottom, TOP);
      svg.line("grid", LEFT, at, right, at);
      svg.text("small", Svg.Anchor.END, LEFT - 5, at + 4, y.label().apply(tick));
    }
    counts.forEach((cell, n) -> {
      double cx = LEFT + (cell / ROWS + 0.5) / COLUMNS * (right - LEFT);
      double cy = bottom - (cell % ROWS + 0.5) / ROWS * HEIGHT;
      svg.circle("dot s1", cx, cy, 1.6 + 5.2 * Math.sqrt((double) n / most));
    });
    svg.text("small", Svg.Anchor.MIDDLE, (LEFT + right) / 2, bottom + 32, points.x());
    svg.text("small", Svg.Anchor.START, LEFT + 4, TOP + 11, points.y());
    String note = "A larger dot stands for more cases: the largest for " + most + ".";
    return new Chart(title, svg.done(), note, table(title, points, x, y, counts));
  }

  private static Axis axis(double[] of) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double v : of) {
      low = Math.min(low, v);
      high = Math.max(high, v);
    }
    return of.length == 0 ? Axis.around(0, 1) : Axis.around(low, high);
  }

  private static TreeMap<Integer, Integer> counts(Points points, Axis x, Axis y) {
    var counts = new TreeMap<Integer, Integer>();
    for (int i = 0; i < points.xs().length; i++) {
      int column = (int) Math.min(COLUMNS - 1, x.at(points.xs()[i], 0, COLUMNS));
      int row = (int) Math.min(ROWS - 1, y.at(points.ys()[i], 0, ROWS));
      counts.merge(column * ROWS + row, 1, Integer::sum);
    }
    return counts;
  }

  private static Table table(
      String title, Points points, Axis x, Axis y, TreeMap<Integer, Integer> counts) {
    var rows = new ArrayList<List<String>>();
    counts.forEach((cell, n) ->
        rows.add(List.of(range(x, cell / ROWS, COLUMNS), range(y, cell % ROWS, ROWS), "" + n)));
    return Table.of(title, List.of(points.x(), points.y(), "cases"), rows);
  }

  private static String range(Axis axis, int cell, int of) {
    double width = (axis.high() - axis.low()) / of;
    DoubleFunction<String> label = v -> Numbers.fixed(v, width >= 1 ? 0 : 2);
    return label.apply(axis.low() + cell * width)
        + " to "
        + label.apply(axis.low() + (cell + 1) * width);
  }
}
