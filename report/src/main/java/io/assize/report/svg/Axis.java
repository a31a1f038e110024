package io.assize.report.svg;

import io.assize.report.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.apiguardian.api.API;

/**
 * A line of numbers with marks at round places.
 *
 * @param low where it begins
 * @param high where it ends, above low
 * @param ticks where marks stand
 * @param label of a mark
 */
@API(status = API.Status.EXPERIMENTAL)
public record Axis(double low, double high, List<Double> ticks, DoubleFunction<String> label) {

  public Axis {
    if (!(low < high)) throw new IllegalArgumentException("an axis from " + low + " to " + high);
    ticks = List.copyOf(ticks);
  }

  /** Return an axis of shares from 0 to 1, with percent at its marks. */
  public static Axis shares() {
    return new Axis(0, 1, List.of(0.0, 0.25, 0.5, 0.75, 1.0), x -> Numbers.fixed(100 * x, 0));
  }

  /** Return an axis that holds all finite numbers of two ends, with round marks. */
  public static Axis around(double low, double high) {
    double from = low;
    double to = high;
    if (!(to - from > 1e-9)) {
      from -= 0.5;
      to += 0.5;
    }
    double step = step((to - from) / 4);
    double first = Math.floor(from / step + 1e-9) * step;
    var ticks = new ArrayList<Double>();
    double last = first;
    for (int i = 0; last < to - step * 1e-9 || i == 0; i++) {
      last = first + (i + 1) * step;
      ticks.add(first + i * step);
    }
    ticks.add(last);
    int digits = step >= 1 ? 0 : (int) Math.ceil(-Math.log10(step) - 1e-9);
    return new Axis(first, last, ticks, x -> Numbers.fixed(x, digits));
  }

  /** 1, 2 or 5 times a power of ten, at least as large as what is asked for. */
  private static double step(double least) {
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    for (double factor : new double[] {1, 2, 5}) {
      if (factor * power >= least * (1 - 1e-9)) return factor * power;
    }
    return 10 * power;
  }

  /** Return the place of a number between two places; a number beyond the ends stands at them. */
  double at(double x, double from, double to) {
    double share = (Math.min(high, Math.max(low, x)) - low) / (high - low);
    return from + share * (to - from);
  }
}
