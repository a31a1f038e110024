package io.assize.engine.compare;

import io.assize.core.scale.Scale;
import io.assize.engine.trial.GradeTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** What graded answers of one system say. */
final class Grades {

  private Grades() {}

  static List<Said> of(GradeTable table, String system, SortedSet<String> items) {
    var all = new ArrayList<Said>();
    for (GradeTable.Row r : table.rows()) {
      boolean wanted =
          r.candidate().by().name().equals(system) && items.contains(r.asked().item().id());
      if (wanted) all.add(said(r));
    }
    return all;
  }

  private static Said said(GradeTable.Row r) {
    int sample = r.candidate().sample();
    return new Said(
        r.asked().item().id(),
        r.asked().item().root(),
        sample == 0 ? "" : "sample " + sample,
        r.expected().isPresent() ? Optional.of(r.expected().getAsDouble()) : Optional.empty(),
        r.likeliest().orElse(0),
        words(r),
        r.candidate().text(),
        "");
  }

  private static String words(GradeTable.Row r) {
    if (r.value().isEmpty() || r.likeliest().isEmpty()) return "no verdict";
    double likeliest = r.likeliest().getAsDouble();
    if (r.value().get().scale() instanceof Scale.Levels levels) {
      for (Scale.Level level : levels.levels()) {
        if (level.value() == likeliest) return level.label();
      }
    }
    return String.valueOf(Math.rint(100 * likeliest) / 100);
  }

  /** Tell whether the scale has two levels, so that a mean is a pass rate. */
  static boolean isPassFail(GradeTable table) {
    return table
        .scale()
        .filter(s -> s instanceof Scale.Levels l && l.levels().size() == 2)
        .isPresent();
  }
}
