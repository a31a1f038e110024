package io.assize.report.svg;

import io.assize.report.Numbers;
import io.assize.report.Safe;
import io.assize.report.Table;
import java.util.List;
import org.apiguardian.api.API;

/** Who beats whom: a square of win rates, the row's system against the column's. */
@API(status = API.Status.EXPERIMENTAL)
public final class WinMatrix {

  /** More systems than these are not drawn: the first ones are. */
  public static final int MOST = 40;

  private static final int NUMBERED = 12;

  private WinMatrix() {}

  /**
   * Draw.
   *
   * @param id unique in the page
   * @param title what it shows
   * @param names of the systems, best first
   * @param rates win rate of the row over the column, ties counted half; NaN where they never met
   * @param table the same numbers
   */
  public static Chart of(
      String id, String title, List<String> names, double[][] rates, Table table) {
    int n = Math.min(MOST, names.size());
    boolean numbers = n <= NUMBERED;
    double left = 22;
    for (int i = 0; i < n; i++) {
      left = Math.max(left, 30 + 5.6 * Safe.brief(names.get(i), 16).length());
    }
    double side = Math.min(44, (Svg.WIDTH - 6 - left) / n);
    double top = 20;
    var svg = new Svg(id, title, description(names, rates, n), top + side * n + 6);
    for (int i = 0; i < n; i++) {
      double y = top + side * i;
      String number = Integer.toString(i + 1);
      if (side > 8 || i % 5 == 4) {
        svg.text("small", Svg.Anchor.MIDDLE, left + side * (i + 0.5), top - 6, number);
      }
      if (side > 8) {
        svg.text(
            "small",
            Svg.Anchor.END,
            left - 5,
            y + side / 2 + 4,
            number + " " + Safe.brief(names.get(i), 16));
      }
      for (int j = 0; j < n; j++) {
        cell(svg, rates[i][j], i == j, left + side * j, y, side, numbers);
      }
    }
    String note =
        "Row against column, percent of pairs won, ties counted half."
            + (n < names.size() ? " The first " + n + " of " + names.size() + " are drawn." : "");
    return new Chart(title, svg.done(), note, table);
  }

  private static void cell(
      Svg svg, double rate, boolean self, double x, double y, double side, boolean numbers) {
    boolean none = Double.isNaN(rate);
    String css = self ? "self" : none ? "none" : "h" + Math.round(10 * rate);
    svg.rect("cell " + css, x + 0.5, y + 0.5, side - 1, side - 1);
    if (self || !numbers) return;
    String text = none ? "-" : Numbers.fixed(100 * rate, 0);
    svg.text("small on", Svg.Anchor.MIDDLE, x + side / 2, y + side / 2 + 4, text);
  }

  private static String description(List<String> names, double[][] rates, int n) {
    double top = -1;
    String words = "";
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        if (i == j || !(rates[i][j] > top)) continue;
        top = rates[i][j];
        words = names.get(i) + " against " + names.get(j) + ", " + Numbers.percent(top, 0);
      }
    }
    return n + " systems" + (words.isEmpty() ? "." : "; highest: " + words + ".");
  }
}
