package io.assize.engine.trial;

import io.assize.core.Why;
import io.assize.core.scale.Distribution;
import io.assize.core.scale.Outcome;
import io.assize.engine.observe.Observations;
import java.util.List;
import org.apiguardian.api.API;

/** What is decided between two candidates. */
@API(status = API.Status.EXPERIMENTAL)
public sealed interface Decision {

  /**
   * One of them is better.
   *
   * @param key of the better one
   */
  record Better(String key) implements Decision {}

  /** Neither is. */
  record Tie() implements Decision {}

  /**
   * Nothing could be decided.
   *
   * @param why the reason
   */
  record None(Why why) implements Decision {}

  /**
   * Decide by the likeliest outcome; two that are equally likely are a tie. So a judge that says
   * the opposite when the order is swapped ties.
   */
  static Decision of(Observations seen, int row) {
    return seen.distribution(row)
        .map(Decision::of)
        .orElseGet(() -> new None(seen.reason(row).orElse(Why.NOT_APPLICABLE)));
  }

  /** Decide by the likeliest outcome of a distribution over a preference or a choice. */
  static Decision of(Distribution d) {
    List<Outcome> modes = d.modes();
    return modes.size() == 1 ? of(modes.getFirst()) : new Tie();
  }

  /** Decide by an outcome of a preference or a choice. */
  static Decision of(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Prefer p -> new Better(p.key());
      case Outcome.Pick p -> new Better(p.option());
      default -> new Tie();
    };
  }

  /** Decide by two numbers: the higher one is better. */
  static Decision of(String a, double x, String b, double y) {
    if (Math.abs(x - y) < 1e-9) return new Tie();
    return new Better(x > y ? a : b);
  }

  /** Return 0 for a tie, 1 where the first key is better, 2 where the other is, -1 for nothing. */
  default int code(String first) {
    return switch (this) {
      case Tie t -> 0;
      case Better b -> b.key().equals(first) ? 1 : 2;
      case None n -> -1;
    };
  }
}
