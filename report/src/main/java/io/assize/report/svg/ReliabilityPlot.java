package io.assize.report.svg;

import io.assize.report.Numbers;
import io.assize.report.Table;
import java.util.List;
import java.util.OptionalDouble;
import org.apiguardian.api.API;

/**
 * What a judge's probability is worth: how sure it was, against how often it was right.
 *
 * <p>Source: Guo, Pleiss, Sun, Weinberger (2017), On Calibration of Modern Neural Networks, figure
 * 1; intervals are added here.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class ReliabilityPlot {

  private static final int LEFT = 44;
  private static final int TOP = 10;
  private static final int SIDE = 240;

  private ReliabilityPlot() {}

  /**
   * Cases of about the same probability.
   *
   * @param said mean probability
   * @param right share that was right
   * @param low end of its interval, empty where there is none
   * @param high the other end
   * @param n how many cases
   */
  public record Bin(double said, double right, OptionalDouble low, OptionalDouble high, long n) {}

  /** Draw; the line from corner to corner is a judge that knows how sure to be. */
  public static Chart of(String id, String title, List<Bin> bins, Table table) {
    var svg = new Svg(id, title, description(bins), TOP + SIDE + 40);
    Axis axis = Axis.shares();
    double right = LEFT + SIDE;
    double bottom = TOP + SIDE;
    for (double tick : axis.ticks()) {
      double x = axis.at(tick, LEFT, right);
      double y = axis.at(tick, bottom, TOP);
      svg.line("grid", x, TOP, x, bottom).line("grid", LEFT, y, right, y);
      svg.text("small", Svg.Anchor.MIDDLE, x, bottom + 14, axis.label().apply(tick));
      svg.text("small", Svg.Anchor.END, LEFT - 6, y + 4, axis.label().apply(tick));
    }
    svg.line("rule", LEFT, bottom, right, TOP);
    long most = bins.stream().mapToLong(Bin::n).max().orElse(1);
    for (Bin bin : bins) {
      double x = axis.at(bin.said(), LEFT, right);
      if (bin.low().isPresent() && bin.high().isPresent()) {
        double from = axis.at(bin.low().getAsDouble(), bottom, TOP);
        svg.line("range s1", x, from, x, axis.at(bin.high().getAsDouble(), bottom, TOP));
      }
      double radius = 2.5 + 4.5 * Math.sqrt((double) bin.n() / most);
      svg.circle("mark s1", x, axis.at(bin.right(), bottom, TOP), radius);
    }
    svg.text(
        "small", Svg.Anchor.MIDDLE, LEFT + SIDE / 2.0, bottom + 32, "how sure it said it was, %");
    svg.text("small", Svg.Anchor.START, right + 6, TOP + 10, "right, %");
    String note = "On the diagonal a judge is as often right as it is sure; below, too sure.";
    return new Chart(title, svg.done(), note, table);
  }

  private static String description(List<Bin> bins) {
    var words = new StringBuilder();
    for (Bin b : bins) {
      words.append(Numbers.percent(b.said(), 0)).append(" sure, ");
      words.append(Numbers.percent(b.right(), 0)).append(" right; ");
    }
    return words + "of " + bins.stream().mapToLong(Bin::n).sum() + " cases with a label.";
  }
}
