package io.assize.library;

import io.assize.engine.config.ModelEntry.Price;
import io.assize.engine.config.RunConfig.Budget;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What a run draws by, what it costs, and where it stops.
 *
 * @param seed of all that is drawn
 * @param price of the model, where it is known
 * @param budget where it stops
 */
record Bounds(int seed, Optional<Price> price, Budget budget) {

  static final Bounds NONE = new Bounds(1, Optional.empty(), Budget.NONE);

  Bounds withPrice(Price other) {
    return new Bounds(seed, Optional.of(other), budget);
  }

  Bounds withSeed(int other) {
    return new Bounds(other, price, budget);
  }

  Bounds withCalls(OptionalLong calls) {
    return new Bounds(seed, price, new Budget(calls, budget.usd(), budget.minutes()));
  }

  Bounds withUsd(OptionalDouble usd) {
    return new Bounds(seed, price, new Budget(budget.calls(), usd, budget.minutes()));
  }

  Bounds withMinutes(OptionalDouble minutes) {
    return new Bounds(seed, price, new Budget(budget.calls(), budget.usd(), minutes));
  }
}
