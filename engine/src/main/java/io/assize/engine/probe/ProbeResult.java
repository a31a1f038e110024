package io.assize.engine.probe;

import io.assize.judges.probe.Probe;
import io.assize.measures.inference.Holm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apiguardian.api.API;

/**
 * What probes found of a judge.
 *
 * @param unit of shifts
 * @param cases the judge's own, untouched
 * @param items that they are of: what intervals take as one
 * @param effects of the probes that were measured
 * @param not those that were not
 * @param tests how many tests were made, which each one's chance is adjusted for
 */
@API(status = API.Status.EXPERIMENTAL)
public record ProbeResult(
    Unit unit, int cases, int items, List<Effect> effects, List<NotMeasured> not, int tests) {

  public ProbeResult {
    effects = List.copyOf(effects);
    not = List.copyOf(not);
  }

  /**
   * A probe that was asked for and not measured.
   *
   * @param probe that was asked for
   * @param why not, as a part of a sentence
   */
  public record NotMeasured(Probe probe, String why) {}

  /** Adjust what each probe found for how many were asked: Holm's method over all tests. */
  static ProbeResult adjusted(
      Unit unit, int cases, int items, List<Effect> raw, List<NotMeasured> not) {
    var p = new ArrayList<Double>();
    raw.forEach(e -> {
      e.beyondP().ifPresent(p::add);
      e.shiftP().ifPresent(p::add);
    });
    List<Double> adjusted = Holm.adjusted(p);
    var effects = new ArrayList<Effect>();
    int next = 0;
    for (Effect e : raw) {
      OptionalDouble beyond = OptionalDouble.empty();
      OptionalDouble shift = OptionalDouble.empty();
      if (e.beyondP().isPresent()) beyond = OptionalDouble.of(adjusted.get(next++));
      if (e.shiftP().isPresent()) shift = OptionalDouble.of(adjusted.get(next++));
      effects.add(e.tested(beyond, shift));
    }
    return new ProbeResult(unit, cases, items, effects, not, p.size());
  }

  /** Return those with this meaning. */
  public List<Effect> of(Effect.Finding finding) {
    return effects.stream().filter(e -> e.finding() == finding).toList();
  }

  /** Return the effect of a probe, empty where it was not measured. */
  public Optional<Effect> effect(String probe) {
    return effects.stream().filter(e -> e.probe().name().equals(probe)).findFirst();
  }
}
