package io.assize.engine.run;

import io.assize.engine.trial.Conflict;
import io.assize.engine.trial.ConflictTrial;
import io.assize.engine.trial.RunResult;
import io.assize.measures.inference.Bootstrap;
import java.util.ArrayList;
import java.util.List;

/** Joins the comparisons and the grades that one party gave in one run. */
final class Conflicts {

  private Conflicts() {}

  static List<Execution.Judged> joined(List<Execution.Judged> all, Bootstrap bootstrap) {
    return all.stream().map(j -> joined(j, all, bootstrap)).toList();
  }

  private static Execution.Judged joined(
      Execution.Judged one, List<Execution.Judged> all, Bootstrap bootstrap) {
    if (!(one.result() instanceof RunResult.Pairs pairs)) return one;
    var conflicts = new ArrayList<Conflict>();
    for (Execution.Judged other : all) {
      if (other.result() instanceof RunResult.Grades grades
          && other.judge().model().equals(one.judge().model())) {
        var trial = new ConflictTrial(pairs.table(), grades.table(), bootstrap);
        conflicts.add(trial.result(other.judge().config().name()));
      }
    }
    return one.with(new RunResult.Pairs(pairs.result(), pairs.table(), conflicts));
  }
}
