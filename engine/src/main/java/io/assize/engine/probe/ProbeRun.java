package io.assize.engine.probe;

import io.assize.core.Why;
import io.assize.engine.observe.Observations;
import io.assize.engine.run.Execution;
import io.assize.engine.run.Progress;
import io.assize.engine.trial.Gold;
import io.assize.engine.trial.Replies;
import io.assize.judges.run.Rehearsal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.apiguardian.api.API;

/**
 * Asks a judge what a plan needs, in the ledger of its run: what is kept is not asked again.
 *
 * @param execution of the run
 * @param plan what is asked
 */
@API(status = API.Status.EXPERIMENTAL)
public record ProbeRun(Execution execution, ProbePlan plan) {

  /** Guess what it sends, in all and beyond what is kept. */
  public Rehearsal.Loads loads() {
    Rehearsal.Loads loads = plan.judge().loads(plan.judge().config().repeat());
    for (ProbePlan.Arm arm : plan.changed()) loads = loads.plus(arm.judge().loads(1));
    return loads;
  }

  /** Tell whether every judgment is kept, so that nobody need be asked. */
  public boolean done() {
    return plan.judge().done() && plan.changed().stream().allMatch(a -> a.judge().done());
  }

  /**
   * What came of it.
   *
   * @param result what the probes found
   * @param replies what came back, of all that was asked
   * @param failure what the first value that is open met, where one is
   */
  public record Probed(ProbeResult result, Replies replies, Optional<String> failure) {}

  /**
   * Ask, and say what the answers say.
   *
   * @param gold labels of the untouched cases, or {@link Gold#NONE}
   */
  public Probed run(Gold gold, Progress progress) {
    var all = new ArrayList<Observations>();
    List<Observations> untouched = execution.observe(plan.judge(), heard(progress, "as it is"));
    all.addAll(untouched);
    var cases = plan.judge().docket().stream().map(a -> a.asked()).toList();
    var trial = new ProbeTrial(cases, untouched, gold);
    var effects = new TreeMap<String, Effect>();
    plan.asked().forEach(p -> effects.put(p.name(), trial.asked(p)));
    for (ProbePlan.Arm arm : plan.changed()) {
      String name = arm.cases().probe().name();
      Observations seen = execution.observe(arm.judge(), heard(progress, name)).getFirst();
      all.add(seen);
      effects.put(name, trial.changed(arm.cases(), seen));
    }
    return new Probed(trial.result(effects, plan.not()), Replies.of(all), failure(all));
  }

  private static Optional<String> failure(List<Observations> all) {
    for (Observations seen : all) {
      for (int row : seen.asked()) {
        if (seen.missing(row).filter(Why::open).isPresent()) {
          return Optional.of(seen.detail(row));
        }
      }
    }
    return Optional.empty();
  }

  private static Progress heard(Progress progress, String what) {
    return (phase, done, total) -> progress.on(phase + " " + what, done, total);
  }
}
