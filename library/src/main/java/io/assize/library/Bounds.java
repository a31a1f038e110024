package io.assize.library;

import io.assize.engine.config.RunConfig.Budget;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What a run draws by, and where it stops.
 *
 * @param seed of all that is drawn
 * @param budget where it stops
 */
record Bounds(int seed, Budget budget) {

  static final Bounds NONE = new Bounds(1, Budget.NONE);

  Bounds withSeed(int other) {
    return new Bounds(other, budget);
  }

  Bounds withCalls(OptionalLong calls) {
    return new Bounds(seed, new Budget(calls, budget.usd(), budget.minutes()));
  }

  Bounds withUsd(OptionalDouble usd) {
    return new Bounds(seed, new Budget(budget.calls(), usd, budget.minutes()));
  }

  Bounds withMinutes(OptionalDouble minutes) {
    return new Bounds(seed, new Budget(budget.calls(), budget.usd(), minutes));
  }
}
