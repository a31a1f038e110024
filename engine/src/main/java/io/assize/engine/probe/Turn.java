package io.assize.engine.probe;

import io.assize.engine.trial.Decision;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What is said of a pair in its two orders.
 *
 * @param first key of the answer that is shown first in the one order
 * @param one what is said there
 * @param second key of the answer that is shown first in the other order
 * @param other what is said there
 */
record Turn(String first, Decision one, String second, Decision other) {

  /** Take what is said by the key that was shown first; empty where it was not decided in both. */
  static Optional<Turn> of(SortedMap<String, Decision> orders) {
    boolean both =
        orders.size() == 2 && orders.values().stream().noneMatch(Decision.None.class::isInstance);
    if (!both) return Optional.empty();
    var first = orders.firstEntry();
    var last = orders.lastEntry();
    return Optional.of(new Turn(first.getKey(), first.getValue(), last.getKey(), last.getValue()));
  }

  /** Return 1 where the verdict changes with the order, else 0. */
  double flips() {
    return one.equals(other) ? 0 : 1;
  }

  /** Return the share of wins of what is shown first beyond one half, -0.5 to 0.5. */
  double lean() {
    return (share(one, first) + share(other, second)) / 2 - 0.5;
  }

  private static double share(Decision said, String key) {
    return switch (said) {
      case Decision.Better b -> b.key().equals(key) ? 1 : 0;
      default -> 0.5;
    };
  }

  /** Return how much is another word when the same orders are asked again. */
  double differs(Turn again) {
    return ((one.equals(again.one()) ? 0 : 1) + (other.equals(again.other()) ? 0 : 1)) / 2.0;
  }
}
