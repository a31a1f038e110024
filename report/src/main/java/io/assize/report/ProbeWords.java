package io.assize.report;

import io.assize.engine.probe.Effect;
import io.assize.engine.probe.Effect.Finding;
import io.assize.engine.probe.ProbeResult;
import io.assize.engine.probe.Unit;
import io.assize.judges.probe.Probe;
import io.assize.judges.probe.Probe.Aim;
import io.assize.measures.Estimate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;

/** What probes found, in words and numbers that every form has alike. */
@API(status = API.Status.EXPERIMENTAL)
public final class ProbeWords {

  /** A lean beyond this would decide many a comparison. */
  private static final double MUCH = 0.1;

  private ProbeWords() {}

  /** Return what a shift is a shift of: {@code of its share of wins}. */
  static String of(Unit unit) {
    return switch (unit) {
      case Unit.Wins w -> "of its share of wins";
      case Unit.Passes p -> "of its pass rate";
      case Unit.Grade g ->
          "of 100 from grade " + Numbers.plain(g.low()) + " to " + Numbers.plain(g.high());
    };
  }

  /** Write a difference of shares in points with its interval: {@code +38 (+34 to +43)}. */
  static String points(Estimate e) {
    if (!(e instanceof Estimate.Value v)) return "-";
    return point(v.estimate())
        + v.interval().map(i -> " (" + point(i.low()) + " to " + point(i.high()) + ")").orElse("");
  }

  private static String point(double share) {
    return Numbers.signed(100 * share, 0);
  }

  /** Return what an effect means, in a word; empty where it means nothing. */
  static String word(Effect e) {
    return switch (e.finding()) {
      case FOUND -> "FOUND";
      case UNNOTICED -> "NOT NOTICED";
      case NOTICED -> "noticed";
      case NONE, NOT_TESTED -> "";
    };
  }

  /** Return the sentences: what moves the judge, what does not, and what to make of it. */
  static List<String> answer(ProbeResult of) {
    var said = new ArrayList<String>();
    List<Effect> found = of.of(Finding.FOUND);
    for (Effect e : found) said.add(found(e, of.unit()));
    if (found.isEmpty()) said.add(nothing(of));
    for (Effect e : of.of(Finding.UNNOTICED)) {
      said.add(
          e.probe().name()
              + ": it was not seen to mind "
              + e.probe().does()
              + ", which it should. What it says may rest on something else than the answers.");
    }
    of.effect("repeat")
        .flatMap(e -> e.changed().value())
        .ifPresent(v ->
            said.add(
                "Asked the same again, it changes "
                    + Numbers.percent(v.estimate(), 0)
                    + " of its verdicts by itself."));
    return said;
  }

  private static String found(Effect e, Unit unit) {
    var says = new StringBuilder(e.probe().name()).append(": ");
    boolean moves = e.shiftP().isPresent() && e.shiftP().getAsDouble() <= Effect.ALPHA;
    if (moves) {
      double shift = e.shift().value().orElseThrow().estimate();
      says.append(e.probe().aim() == Aim.ORDER ? "the answer shown first " : it(e.probe()))
          .append(shift > 0 ? "gains " : "loses ")
          .append(Numbers.fixed(100 * Math.abs(shift), 0))
          .append(" points ")
          .append(of(unit))
          .append('.');
    } else {
      says.append(e.probe().does()).append("; ");
      says.append(Numbers.percent(e.beyond().value().orElseThrow().estimate(), 0));
      says.append(" of verdicts change beyond chance.");
    }
    return says.toString();
  }

  private static String it(Probe p) {
    return p.does() + ", and ";
  }

  /** Nothing was found: how much there may be all the same. */
  private static String nothing(ProbeResult of) {
    Optional<Effect> widest = widest(of);
    if (widest.isEmpty()) return "Nothing was tested.";
    return "Nothing that was asked is seen to move it; with "
        + Numbers.of(of.items(), "item", "items")
        + " the intervals leave room for up to "
        + Numbers.fixed(100 * most(widest.get()), 0)
        + " points ("
        + widest.get().probe().name()
        + ").";
  }

  private static Optional<Effect> widest(ProbeResult of) {
    return of.effects().stream()
        .filter(e -> e.finding() == Finding.NONE && most(e) > 0)
        .max(Comparator.comparingDouble(ProbeWords::most));
  }

  private static double most(Effect e) {
    return e.shift()
        .value()
        .or(() -> e.beyond().value())
        .flatMap(Estimate.Value::interval)
        .map(i -> Math.max(Math.abs(i.low()), Math.abs(i.high())))
        .orElse(0.0);
  }

  /** Return what to make of it, in a sentence. */
  static String so(ProbeResult of) {
    List<String> found = names(of.of(Finding.FOUND));
    List<String> deaf = names(of.of(Finding.UNNOTICED));
    if (found.isEmpty() && deaf.isEmpty()) return seenNothing(widest(of).map(ProbeWords::most));
    return "So: its verdicts follow "
        + (found.isEmpty()
            ? "little of the answers"
            : and(found) + ", which a good judge would not mind")
        + ". A lead that is not much larger than this may be nothing else.";
  }

  /** What could not have been seen is no reason to trust it. */
  private static String seenNothing(Optional<Double> room) {
    if (room.isEmpty()) return "So: nothing can be said of it.";
    String points = Numbers.fixed(100 * room.get(), 0) + " points";
    return room.get() > MUCH
        ? "So: too few items to say: a lean of " + points + " may be there. Probe more of them."
        : "So: none of these moves it by more than "
            + points
            + ". Whether it is right only labels tell.";
  }

  private static String and(List<String> names) {
    if (names.size() == 1) return names.getFirst();
    return String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
  }

  private static List<String> names(List<Effect> of) {
    return of.stream().map(e -> e.probe().name()).toList();
  }

  /** Return how the numbers came about. */
  static List<String> how(ProbeResult of) {
    String points = of(of.unit());
    return List.of(
        "changed: verdicts that are another one than on the untouched case. beyond: points of these"
            + " beyond what changes when the same is asked again, case by case. shift: points "
            + points
            + " that the touched answer gains"
            + (of.effect("order").isPresent()
                ? "; in order, that which is shown first, beyond one half."
                : "."),
        "95 % intervals, "
            + Numbers.of(of.items(), "item", "items")
            + " as clusters; FOUND by Holm's method over "
            + Numbers.of(of.tests(), "test", "tests")
            + ": wrong in at most 5 of 100 runs where nothing is there.");
  }

  /** Return why cases are not in the numbers: left alone, or without a verdict. */
  static List<String> left(ProbeResult of) {
    var said = new ArrayList<String>();
    for (Effect e : of.effects()) {
      String name = e.probe().name();
      if (e.left() > 0) {
        said.add(
            name
                + ": "
                + e.left()
                + " of "
                + (e.cases() + e.left())
                + " cases "
                + e.probe().unless()
                + ".");
      }
      var why = new ArrayList<String>();
      e.missing().forEach((w, n) -> why.add(n + " " + w.words()));
      if (e.missingBefore() > 0) why.add(e.missingBefore() + " without a verdict untouched");
      if (!why.isEmpty()) said.add(name + ": not counted are " + String.join(", ", why) + ".");
    }
    return said;
  }

  /** Return how often it is right by labels, untouched and changed; empty without labels. */
  static Map<String, String> right(ProbeResult of) {
    var said = new java.util.LinkedHashMap<String, String>();
    for (Effect e : of.effects()) {
      e.right()
          .ifPresent(r ->
              said.put(
                  e.probe().name(),
                  share(r.before()) + " -> " + share(r.after()) + "   " + points(r.difference())));
    }
    return said;
  }

  private static String share(Estimate e) {
    return e instanceof Estimate.Value v ? Numbers.percent(v.estimate(), 0) : "-";
  }

  /** Say what a gate says. */
  public static String gate(ProbeReport of, double limit) {
    String allowed = Numbers.fixed(100 * limit, 1);
    String option = " (--fail-over " + Numbers.plain(limit) + ")";
    var failed = new ArrayList<String>();
    for (Effect e : of.result().effects()) {
      if (!e.fails(limit)) continue;
      failed.add(
          e.probe().name()
              + (e.finding() == Finding.UNNOTICED
                  ? " was not noticed"
                  : " moves it by at least "
                      + Numbers.fixed(100 * e.surely(), 1)
                      + " points, allowed "
                      + allowed));
    }
    return failed.isEmpty()
        ? "passed: nothing moves it by surely more than " + allowed + " points" + option
        : "FAILED: " + String.join("; ", failed) + option;
  }
}
