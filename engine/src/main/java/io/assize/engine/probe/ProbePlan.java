package io.assize.engine.probe;

import io.assize.core.AssizeException;
import io.assize.engine.docket.Assignment;
import io.assize.engine.run.Execution;
import io.assize.engine.run.Families;
import io.assize.judges.probe.Probe;
import io.assize.judges.recipe.Recipe;
import io.assize.judges.recipe.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apiguardian.api.API;

/**
 * What is asked for some probes of a judge.
 *
 * @param judge on its untouched cases, asked as often as the plan needs
 * @param asked probes that the untouched cases answer: asked again, and both orders where the
 *     recipe asks in both
 * @param changed probes with cases of their own
 * @param not those that cannot be measured
 */
@API(status = API.Status.EXPERIMENTAL)
public record ProbePlan(
    Execution.Bound judge,
    List<Probe> asked,
    List<Arm> changed,
    List<ProbeResult.NotMeasured> not) {

  public ProbePlan {
    asked = List.copyOf(asked);
    changed = List.copyOf(changed);
    not = List.copyOf(not);
  }

  /**
   * A probe with cases of its own.
   *
   * @param cases as it shows them
   * @param judge on these cases
   */
  public record Arm(ProbeCases cases, Execution.Bound judge) {}

  /**
   * Plan.
   *
   * @param execution that made the judge ready
   * @param judge as the run has it
   * @param docket its cases that are probed
   * @throws AssizeException where the judge learns from its cases, so that it would be another one
   *     on changed ones
   */
  public static ProbePlan of(
      Execution execution, Execution.Bound judge, List<Assignment> docket, List<Probe> probes) {
    refuse(judge);
    boolean again = probes.stream().anyMatch(p -> p.aim() == Probe.Aim.NOTHING);
    boolean filed = judge.file().isPresent();
    int times = again && !filed ? Math.max(2, judge.config().repeat()) : judge.config().repeat();
    var asked = new ArrayList<Probe>();
    var changed = new ArrayList<Arm>();
    var not = new ArrayList<ProbeResult.NotMeasured>();
    for (Probe p : probes) {
      Optional<String> why = why(p, judge, docket);
      if (why.isPresent()) {
        not.add(new ProbeResult.NotMeasured(p, why.get()));
      } else if (p.aim() == Probe.Aim.NOTHING || (p.aim() == Probe.Aim.ORDER && both(judge))) {
        asked.add(p);
      } else {
        var cases = ProbeCases.of(p, docket, family(judge), judge.session().seed());
        if (cases.shown().isEmpty()) {
          not.add(new ProbeResult.NotMeasured(p, "all " + docket.size() + " cases " + p.unless()));
        } else {
          changed.add(new Arm(cases, execution.on(judge, cases.docket(), 1)));
        }
      }
    }
    return new ProbePlan(execution.on(judge, docket, times), asked, changed, not);
  }

  /** Count the cases that some probes would change. */
  public static long cases(Execution.Bound judge, List<Probe> probes) {
    long cases = 0;
    for (Probe p : probes) {
      if (why(p, judge, judge.docket()).isPresent()) continue;
      if (p.aim() == Probe.Aim.NOTHING) cases += judge.docket().size();
      else if (p.aim() != Probe.Aim.ORDER || !both(judge)) {
        cases +=
            ProbeCases.of(p, judge.docket(), family(judge), judge.session().seed()).shown().size();
      }
    }
    return cases;
  }

  private static void refuse(Execution.Bound judge) {
    Recipe tree = judge.recipe().tree();
    if (!(tree instanceof Recipe.Fitted) && !(tree instanceof Recipe.Rounds)) return;
    throw AssizeException.usage(
        "recipe " + judge.recipe().name(),
        "learns from all cases together, and would be another judge on changed ones",
        "a recipe that judges each case by itself",
        "probe it with another recipe: assize recipes lists them");
  }

  private static Optional<String> why(Probe p, Execution.Bound judge, List<Assignment> docket) {
    boolean filed = judge.file().isPresent();
    if (filed && p.aim() == Probe.Aim.ORDER && both(judge)) return Optional.empty();
    if (filed) {
      return Optional.of("the judge's words stand in a file, and it cannot be asked");
    }
    if (p.aim() == Probe.Aim.ORDER) {
      int most = docket.stream().mapToInt(a -> a.asked().candidates().size()).max().orElse(0);
      if (most < 2) return Optional.of("single answers are judged, which have no order");
      if (most > 2) return Optional.of("all answers to an item are judged at once");
    }
    return Optional.empty();
  }

  private static boolean both(Execution.Bound judge) {
    return judge.recipe().nodes().stream()
        .anyMatch(n -> n instanceof Recipe.Vary v && v.values() instanceof Values.BothOrders);
  }

  /** Return the family that the names of the judge's models tell, where they tell one. */
  private static Optional<String> family(Execution.Bound judge) {
    SortedSet<String> all = new TreeSet<>();
    judge.wired().forEach(m -> all.addAll(Families.of(m)));
    if (all.isEmpty()) judge.model().forEach(m -> all.addAll(Families.of(m)));
    return all.size() == 1 ? Optional.of(all.first()) : Optional.empty();
  }
}
