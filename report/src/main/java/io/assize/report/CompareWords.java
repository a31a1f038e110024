package io.assize.report;

import io.assize.engine.compare.Comparison;
import io.assize.engine.compare.Comparison.Change;
import io.assize.engine.compare.Comparison.Figure;
import io.assize.measures.Estimate;
import io.assize.measures.Interval;
import java.util.Optional;

/** What a change comes to, in words: the same on a terminal and in Markdown. */
final class CompareWords {

  private static final int FEW_ALIKE = 5;

  private CompareWords() {}

  /** Return the figure of one run. */
  static String figure(Change c, Estimate e) {
    if (!(e instanceof Estimate.Value v)) return "-";
    return c.figure().isShare() ? Numbers.percent(v.estimate(), 1) : Numbers.fixed(v.estimate(), 2);
  }

  /** Return the difference: {@code -4.2 points}. */
  static String difference(Change c) {
    return c.difference() instanceof Estimate.Value v ? amount(c, v.estimate()) : "-";
  }

  private static String amount(Change c, double x) {
    return c.figure().isShare()
        ? Numbers.signed(100 * x, 1) + " points"
        : Numbers.signed(x, 2) + " on the scale";
  }

  /** Return its interval: {@code -8.9 to +0.6}, empty where there is none. */
  static Optional<String> interval(Change c) {
    double unit = c.figure().isShare() ? 100 : 1;
    int digits = c.figure().isShare() ? 1 : 2;
    return range(c)
        .map(i ->
            Numbers.signed(unit * i.low(), digits)
                + " to "
                + Numbers.signed(unit * i.high(), digits));
  }

  private static Optional<Interval> range(Change c) {
    return c.difference().value().flatMap(Estimate.Value::interval);
  }

  /** Return the name of a system, and what it was called where that is another name. */
  static String system(Change c) {
    return Safe.terminal(c.was().map(w -> w + " -> ").orElse("") + c.system());
  }

  /** Return the sentence: what it was, what it is, whether that can be told from chance. */
  static String answer(Change c) {
    if (!(c.difference() instanceof Estimate.Value v)) {
      return system(c) + ": nothing has a verdict in both runs.";
    }
    String verb =
        switch (c.figure()) {
          case PASS_RATE -> " passes ";
          case SCORE -> " is graded ";
          case WIN_RATE -> " wins against " + Safe.terminal(c.against().orElse("others")) + " ";
        };
    return system(c)
        + verb
        + figure(c, c.after())
        + " where it was "
        + figure(c, c.before())
        + ": "
        + amount(c, v.estimate())
        + interval(c).map(i -> " (95 % interval " + i + ")").orElse("")
        + verdict(c, v)
        + ".";
  }

  private static String verdict(Change c, Estimate.Value v) {
    if (c.moved().isEmpty() && v.estimate() == 0) return ", no verdict moved";
    if (isClose(c)) return ", too close to call";
    String all = range(c).isEmpty() ? " by the same on every item" : "";
    return (v.estimate() < 0 ? ", worse" : ", better") + all;
  }

  /**
   * Tell whether the interval holds 0. Where all items moved alike there is none; then so many
   * coins that fall alike are still chance: {@value #FEW_ALIKE} or fewer, at the 5 % level.
   */
  static boolean isClose(Change c) {
    boolean still = c.difference().value().filter(v -> v.estimate() != 0).isEmpty();
    return range(c)
        .map(i -> i.low() <= 0 && i.high() >= 0)
        .orElse(still || c.clusters() <= FEW_ALIKE);
  }

  /** Return how many more items would settle it, where it is too close to call. */
  static Optional<String> more(Change c) {
    if (!isClose(c) || !(c.itemsToSettle() instanceof Estimate.Value v)) return Optional.empty();
    double more = v.estimate() - c.clusters();
    if (more <= 0) return Optional.empty();
    return Optional.of(
        "About "
            + Numbers.about(more)
            + " more items would settle a difference of this size (80 % power, 5 % level).");
  }

  /** Return how many verdicts moved which way. */
  static String counts(Change c) {
    return c.regressions().size()
        + " regressed, "
        + c.improvements().size()
        + " improved, "
        + Numbers.count(c.same())
        + " unchanged"
        + (c.unpaired() > 0 ? ", " + c.unpaired() + " without a verdict in both" : "");
  }

  /** Return how many answers are other ones. */
  static String answers(Change c) {
    long all = c.difference().n();
    String own = c.otherAnswers() + " of " + all + " answers differ";
    return c.figure() == Figure.WIN_RATE
        ? own + ", " + c.otherOpponents() + " of those that they are compared with"
        : own;
  }

  /** Return what the gate says: {@code FAILED: app fell by 5.0 points, allowed are 3.0}. */
  static String gate(Comparison of, double limit) {
    for (Change c : of.changes()) {
      if (c.loss() <= limit) continue;
      boolean share = c.figure().isShare();
      return "FAILED: "
          + system(c)
          + " fell by "
          + (share ? Numbers.fixed(100 * c.loss(), 1) + " points" : Numbers.fixed(c.loss(), 2))
          + ", allowed "
          + (share ? Numbers.fixed(100 * limit, 1) : Numbers.fixed(limit, 2))
          + " (--fail-over "
          + Numbers.plain(limit)
          + ")"
          + (isClose(c) ? "; it may be chance, the interval holds 0" : "");
    }
    return "passed: nothing fell by more than --fail-over " + Numbers.plain(limit);
  }
}
