package io.assize.report.page;

import io.assize.measures.Estimate;
import io.assize.measures.Explanation;
import io.assize.measures.Operation;
import io.assize.report.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A number with how it came about: the operations that it was computed from, for the template. */
final class Explained {

  /** Operations that are shown; a fitted number may have a thousand. */
  static final int MOST = 40;

  private Explained() {}

  /** Return what the template of a number asks for. */
  static Map<String, Object> of(String what, Estimate e) {
    var slots = new LinkedHashMap<String, Object>();
    slots.put("what", what);
    switch (e) {
      case Estimate.Value v -> {
        var lines = new ArrayList<Map<String, Object>>();
        lines(lines, v.why(), 0);
        int more = v.why().size() - lines.size();
        String interval =
            v.interval()
                .map(i ->
                    ", "
                        + Numbers.fixed(100 * i.level(), 0)
                        + " % interval "
                        + Numbers.fixed(i.low(), 4)
                        + " to "
                        + Numbers.fixed(i.high(), 4))
                .orElse("");
        slots.put("value", Numbers.fixed(v.estimate(), 4) + interval);
        slots.put(
            "method",
            v.method()
                + "; n "
                + Numbers.count(v.n())
                + (v.missing() > 0 ? ", left out " + Numbers.count(v.missing()) : "")
                + (v.seed() != 0 ? ", seed " + v.seed() : "")
                + (more > 0 ? "; " + more + " more operations" : ""));
        slots.put("lines", lines);
      }
      case Estimate.Undefined u -> {
        slots.put("value", "not measured: " + u.reason());
        slots.put("method", "n " + Numbers.count(u.n()));
        slots.put("lines", List.of());
      }
    }
    return slots;
  }

  private static void lines(List<Map<String, Object>> lines, Explanation of, int depth) {
    if (lines.size() >= MOST) return;
    var line = new LinkedHashMap<String, Object>();
    line.put("depth", Math.min(6, depth));
    line.put("name", of.name());
    line.put("number", number(of.value()));
    boolean given = of.operation() == Operation.GIVEN;
    line.put("operation", given ? "" : of.operation().name().toLowerCase(Locale.ROOT));
    lines.add(line);
    for (Explanation part : of.parts()) lines(lines, part, depth + 1);
  }

  private static String number(double x) {
    if (x == Math.rint(x) && Math.abs(x) < 1e12) return Numbers.fixed(x, 0);
    return Double.isFinite(x) ? Numbers.fixed(x, 4) : Double.toString(x);
  }
}
