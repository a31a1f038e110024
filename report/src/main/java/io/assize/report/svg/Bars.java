package io.assize.report.svg;

import io.assize.report.Numbers;
import io.assize.report.Safe;
import io.assize.report.Table;
import java.util.List;
import org.apiguardian.api.API;

/** Counts of bins or names as standing bars: a histogram. */
@API(status = API.Status.EXPERIMENTAL)
public final class Bars {

  private static final int TOP = 22;
  private static final int BOTTOM = 150;

  private Bars() {}

  /**
   * One bar.
   *
   * @param name below it
   * @param count its height
   */
  public record Bar(String name, long count) {}

  /**
   * Draw.
   *
   * @param id unique in the page
   * @param title what it shows
   * @param below what the names are of
   * @param table the same numbers
   */
  public static Chart of(String id, String title, String below, List<Bar> bars, Table table) {
    long most = Math.max(1, bars.stream().mapToLong(Bar::count).max().orElse(1));
    double width = (Svg.WIDTH - 20.0) / Math.max(1, bars.size());
    var svg = new Svg(id, title, description(bars), BOTTOM + 40);
    svg.line("axis", 10, BOTTOM, Svg.WIDTH - 10, BOTTOM);
    int most1 = (int) Math.max(2, width / 6.5);
    boolean counts = width >= 22;
    int every = Math.max(1, (int) Math.ceil(16 / width));
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      double x = 10 + i * width;
      double height = (BOTTOM - TOP) * (double) bar.count() / most;
      svg.rect("bar s1", x + width * 0.08, BOTTOM - height, width * 0.84, height);
      double middle = x + width / 2;
      if (counts && bar.count() > 0) {
        String count = Numbers.count(bar.count());
        svg.text("small", Svg.Anchor.MIDDLE, middle, BOTTOM - height - 4, count);
      }
      if (i % every == 0) {
        String name = Safe.brief(bar.name(), Math.max(4, most1));
        svg.text("small", Svg.Anchor.MIDDLE, middle, BOTTOM + 14, name);
      }
    }
    svg.text("small", Svg.Anchor.MIDDLE, Svg.WIDTH / 2.0, BOTTOM + 32, below);
    return new Chart(title, svg.done(), "", table);
  }

  private static String description(List<Bar> bars) {
    long all = bars.stream().mapToLong(Bar::count).sum();
    return bars.stream()
        .max(java.util.Comparator.comparingLong(Bar::count))
        .map(b ->
            Numbers.count(all)
                + " in all; most, "
                + Numbers.count(b.count())
                + ", at "
                + b.name()
                + ".")
        .orElse("Nothing to count.");
  }
}
