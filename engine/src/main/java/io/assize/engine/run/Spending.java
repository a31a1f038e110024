package io.assize.engine.run;

import io.assize.engine.config.ModelEntry;
import io.assize.engine.config.RunConfig;
import io.assize.engine.door.Limits;
import io.assize.engine.door.Price;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a run may spend, and what models cost, as its configuration says. */
final class Spending {

  private Spending() {}

  static Limits limits(RunConfig.Budget budget) {
    Optional<Duration> time =
        budget.minutes().stream()
            .mapToObj(m -> Duration.ofMillis(Math.round(m * 60_000)))
            .findAny();
    return new Limits(budget.calls(), budget.usd(), time, Limits.NONE.inFlight());
  }

  /** Return prices by the names that the run knows models by. */
  static SortedMap<String, Price> prices(RunConfig config) {
    var prices = new TreeMap<String, Price>();
    for (ModelEntry m : config.models()) {
      m.price().ifPresent(p -> prices.put(m.name(), new Price(p.input(), p.output())));
    }
    return prices;
  }
}
