package io.assize.engine.probe;

import io.assize.core.Case;
import io.assize.core.Why;
import io.assize.core.scale.Distribution;
import io.assize.engine.observe.Observations;
import io.assize.engine.trial.Decision;
import io.assize.engine.trial.Gold;
import io.assize.engine.trial.PairTable;
import io.assize.engine.trial.PairTrial;
import io.assize.judges.probe.Probe;
import io.assize.judges.probe.Probes;
import io.assize.measures.Estimate;
import io.assize.measures.inference.SteadiedMean;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apiguardian.api.API;

/**
 * Compares what a judge says of changed cases with what it says of the same ones untouched: pure,
 * from observations.
 *
 * <p>The untouched verdict is that of the first time. How often a verdict changes by itself is the
 * mean over the further times, case by case, and is taken off what a probe changes, case by case.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class ProbeTrial {

  private final List<Case> cases;
  private final List<Observations> occasions;
  private final Gold gold;
  private final Unit unit;
  private final int[] items;
  private final int clusters;

  /**
   * Prepare a trial.
   *
   * @param cases untouched
   * @param occasions judgments on them in the same order, each time; at least one
   * @param gold labels, or {@link Gold#NONE}
   */
  public ProbeTrial(List<Case> cases, List<Observations> occasions, Gold gold) {
    this.cases = List.copyOf(cases);
    this.occasions = List.copyOf(occasions);
    this.gold = gold;
    this.unit = unit();
    var roots = new LinkedHashMap<String, Integer>();
    this.items = new int[cases.size()];
    for (int i = 0; i < items.length; i++) {
      roots.putIfAbsent(cases.get(i).item().root(), roots.size());
      items[i] = roots.getOrDefault(cases.get(i).item().root(), 0);
    }
    this.clusters = roots.size();
  }

  /** That of the first verdict; pairs where there is none. */
  private Unit unit() {
    for (Observations seen : occasions) {
      for (int i = 0; i < seen.cases(); i++) {
        Optional<Distribution> said = said(seen, i);
        if (said.isPresent()) return Unit.of(said.get().scale());
      }
    }
    return new Unit.Wins();
  }

  private static Optional<Distribution> said(Observations seen, int theCase) {
    return seen.distribution(seen.verdict(theCase));
  }

  private Optional<Distribution> untouched(int theCase) {
    return said(occasions.getFirst(), theCase);
  }

  /** How often the verdict on a case is another one when it is asked again. */
  private OptionalDouble noise(int theCase) {
    Optional<Distribution> first = untouched(theCase);
    if (first.isEmpty()) return OptionalDouble.empty();
    return occasions.stream()
        .skip(1)
        .flatMap(o -> said(o, theCase).stream())
        .mapToDouble(d -> differ(first.get(), d))
        .average();
  }

  private static double differ(Distribution a, Distribution b) {
    return Unit.word(a).equals(Unit.word(b)) ? 0 : 1;
  }

  // ---- what the untouched cases answer

  /** Measure a probe that needs no changed case: asked again, or both orders. */
  Effect asked(Probe probe) {
    return probe.aim() == Probe.Aim.ORDER ? orders(probe) : repeat(probe);
  }

  private Effect repeat(Probe probe) {
    var moves = new Moves(clusters);
    var missing = new EnumMap<Why, Long>(Why.class);
    long before = 0;
    for (int i = 0; i < cases.size(); i++) {
      if (untouched(i).isEmpty()) before++;
      for (Observations o : occasions.subList(1, occasions.size())) {
        o.reason(o.verdict(i)).ifPresent(w -> missing.merge(w, 1L, Long::sum));
      }
      OptionalDouble changed = noise(i);
      if (changed.isPresent()) moves.changed(items[i], changed.getAsDouble());
    }
    return effect(probe, cases.size(), 0, moves, missing, before, Optional.empty());
  }

  /** The single orders of each pair, as the recipe asks them. */
  private Effect orders(Probe probe) {
    var moves = new Moves(clusters);
    var missing = new EnumMap<Why, Long>(Why.class);
    for (int i = 0; i < cases.size(); i++) {
      Optional<Turn> turn = turn(occasions.getFirst(), i);
      if (turn.isEmpty()) {
        missing.merge(why(occasions.getFirst(), i), 1L, Long::sum);
        continue;
      }
      var again = new ArrayList<Double>();
      for (Observations o : occasions.subList(1, occasions.size())) {
        turn(o, i).ifPresent(t -> again.add(turn.get().differs(t)));
      }
      moves.turned(items[i], turn.get(), mean(again));
    }
    return effect(probe, cases.size(), 0, moves, missing, 0, Optional.empty());
  }

  private static Why why(Observations seen, int theCase) {
    int row = seen.verdict(theCase);
    if (seen.reason(row).isPresent()) return seen.reason(row).get();
    for (int r = row; r < seen.end(row); r++) {
      if (seen.reason(r).isPresent()) return seen.reason(r).get();
    }
    return Why.NOT_APPLICABLE;
  }

  private Optional<Turn> turn(Observations seen, int theCase) {
    var orders = PairTable.row(seen, seen.root(theCase), cases.get(theCase)).orders();
    return Turn.of(orders);
  }

  private static OptionalDouble mean(List<Double> of) {
    return of.stream().mapToDouble(d -> d).average();
  }

  // ---- what changed cases answer

  /**
   * Measure a probe with cases of its own.
   *
   * @param seen judgments on its cases, in their order
   */
  Effect changed(ProbeCases changed, Observations seen) {
    var moves = new Moves(clusters);
    var right = new RightBefore(gold, clusters);
    var missing = new EnumMap<Why, Long>(Why.class);
    long before = 0;
    for (int i = 0; i < changed.shown().size(); i++) {
      ProbeCases.Shown shown = changed.shown().get(i);
      Optional<Distribution> was = untouched(shown.at());
      Optional<Distribution> is = said(seen, i).map(shown.back()::of);
      if (was.isEmpty()) before++;
      if (is.isEmpty()) missing.merge(why(seen, i), 1L, Long::sum);
      if (was.isEmpty() || is.isEmpty()) continue;
      int item = items[shown.at()];
      Case asked = cases.get(shown.at());
      if (changed.probe().aim() == Probe.Aim.ORDER) {
        SortedMap<String, Decision> orders = new TreeMap<>();
        orders.put(asked.keys().getFirst(), Decision.of(was.get()));
        orders.put(asked.keys().getLast(), Decision.of(is.get()));
        Turn.of(orders).ifPresent(t -> moves.turned(item, t, noise(shown.at())));
        continue;
      }
      moves.changed(item, differ(was.get(), is.get()), noise(shown.at()));
      shown
          .key()
          .ifPresent(k -> moves.shifted(item, Unit.worth(was.get(), k), Unit.worth(is.get(), k)));
      right.add(item, asked, was.get(), is.get());
    }
    return effect(
        changed.probe(),
        changed.shown().size(),
        changed.left(),
        moves,
        missing,
        before,
        right.estimate());
  }

  private Effect effect(
      Probe probe,
      int all,
      int left,
      Moves moves,
      Map<Why, Long> missing,
      long before,
      Optional<Effect.Right> right) {
    long lost = all - moves.rows();
    boolean order = probe.aim() == Probe.Aim.ORDER;
    SteadiedMean shifts =
        order ? SteadiedMean.ofDifferences(0.5, 0.5) : SteadiedMean.ofDifferences(unit.move(), 1);
    SteadiedMean beyonds = SteadiedMean.ofDifferences(1, 1);
    var beyond = moves.beyond(lost);
    var shift = moves.shift(lost);
    return new Effect(
        probe,
        all,
        left,
        SteadiedMean.ofShares().of(moves.changed(lost), PairTrial.LEVEL),
        beyond
            .map(v -> beyonds.of(v, PairTrial.LEVEL))
            .orElseGet(() -> new Estimate.Undefined("the same was not asked again", 0, lost)),
        shift
            .map(v -> shifts.of(v, PairTrial.LEVEL))
            .orElseGet(() -> new Estimate.Undefined("no single answer was touched", 0, lost)),
        beyond.map(v -> p(beyonds.test(v))).orElse(OptionalDouble.empty()),
        shift.map(v -> p(shifts.test(v))).orElse(OptionalDouble.empty()),
        new TreeMap<>(missing),
        before,
        right);
  }

  private static OptionalDouble p(Estimate test) {
    return test.value()
        .map(v -> OptionalDouble.of(Math.min(1, v.estimate())))
        .orElse(OptionalDouble.empty());
  }

  /**
   * Put together what was measured, in the order of the probes, adjusted for how many there are.
   */
  ProbeResult result(SortedMap<String, Effect> effects, List<ProbeResult.NotMeasured> not) {
    var ordered = new ArrayList<Effect>();
    var none = new ArrayList<>(not);
    for (Probe p : Probes.all()) {
      Effect e = effects.get(p.name());
      if (e == null) continue;
      if (e.changed().n() > 0) ordered.add(e);
      else none.add(new ProbeResult.NotMeasured(p, nothing(e)));
    }
    return ProbeResult.adjusted(unit, cases.size(), clusters, ordered, none);
  }

  /** Say why nothing of a probe could be compared. */
  private static String nothing(Effect e) {
    var why = new ArrayList<String>();
    e.missing().forEach((w, n) -> why.add(n + " " + w.words()));
    if (e.missingBefore() > 0) why.add(e.missingBefore() + " without a verdict untouched");
    return "no case has a verdict on both sides: " + String.join(", ", why);
  }
}
