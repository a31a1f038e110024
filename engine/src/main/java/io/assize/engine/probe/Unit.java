package io.assize.engine.probe;

import io.assize.core.scale.Distribution;
import io.assize.core.scale.Outcome;
import io.assize.core.scale.Scale;
import java.util.List;
import java.util.OptionalDouble;
import org.apiguardian.api.API;

/** What a shift is a shift of. All run from 0 to 1, so that one limit serves every judge. */
@API(status = API.Status.EXPERIMENTAL)
public sealed interface Unit {

  /** Of the share of wins, a tie counting half. */
  record Wins() implements Unit {}

  /** Of the pass rate. */
  record Passes() implements Unit {}

  /**
   * Of the grade, as a share of its scale.
   *
   * @param low the lowest grade
   * @param high the highest
   * @param step from one level to the next, as a share of the scale
   */
  record Grade(double low, double high, double step) implements Unit {}

  /** A move where a verdict moves, as a share of the scale. */
  default double move() {
    return this instanceof Grade g ? g.step() : 1;
  }

  /** Steps of a scale without levels: a tenth of it. */
  double TENTH = 0.1;

  /** Return the unit of verdicts on a scale. */
  static Unit of(Scale scale) {
    return switch (scale) {
      case Scale.Levels l when l.levels().size() == 2 -> new Passes();
      case Scale.Levels l -> {
        double widest = 0;
        for (int i = 1; i < l.levels().size(); i++) {
          widest = Math.max(widest, l.levels().get(i).value() - l.levels().get(i - 1).value());
        }
        yield new Grade(l.low(), l.high(), widest / (l.high() - l.low()));
      }
      case Scale.Real r -> new Grade(r.low(), r.high(), TENTH);
      default -> new Wins();
    };
  }

  /**
   * Return how good a verdict says that an answer is, from 0 to 1: its share of the win, its grade
   * on the scale; empty where the verdict says nothing of single answers.
   */
  static OptionalDouble worth(Distribution said, String key) {
    List<Outcome> modes = said.modes();
    return switch (said.scale()) {
      case Scale.Levels l -> within(said.expected(), l.low(), l.high());
      case Scale.Real r -> within(said.expected(), r.low(), r.high());
      case Scale.Preference p ->
          OptionalDouble.of(
              modes.size() == 1 && modes.getFirst() instanceof Outcome.Prefer x
                  ? (x.key().equals(key) ? 1 : 0)
                  : 0.5);
      case Scale.Choice c when c.options().contains(key) ->
          OptionalDouble.of(modes.contains(new Outcome.Pick(key)) ? 1.0 / modes.size() : 0);
      case Scale.Ranking r
          when r.keys().size() > 1 && modes.getFirst() instanceof Outcome.Order order ->
          OptionalDouble.of(1 - order.keys().indexOf(key) / (r.keys().size() - 1.0));
      default -> OptionalDouble.empty();
    };
  }

  private static OptionalDouble within(OptionalDouble x, double low, double high) {
    return x.isEmpty() ? x : OptionalDouble.of((x.getAsDouble() - low) / (high - low));
  }

  /**
   * Return what a verdict says, so that two can be told apart: one outcome, or a tie of several.
   */
  static List<Outcome> word(Distribution said) {
    List<Outcome> modes = said.modes();
    boolean numbers = said.scale() instanceof Scale.Levels || said.scale() instanceof Scale.Real;
    if (modes.size() == 1 || numbers) return List.of(modes.getFirst());
    return List.of(new Outcome.Tie());
  }
}
