package io.assize.engine.compare;

import io.assize.core.Candidate;
import io.assize.engine.trial.Decision;
import io.assize.engine.trial.PairTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;

/** What comparisons of one system with others say. */
final class Pairs {

  private Pairs() {}

  /**
   * Return them.
   *
   * @param names what a system is called in the run after, by its name in this one; pairs with
   *     others are left out
   */
  static List<Said> of(
      PairTable table, String system, SortedMap<String, String> names, SortedSet<String> items) {
    var all = new ArrayList<Said>();
    for (PairTable.Row r : table.rows()) {
      boolean known =
          names.containsKey(r.a().by().name())
              && names.containsKey(r.b().by().name())
              && items.contains(r.asked().item().id());
      if (!known) continue;
      if (r.a().by().name().equals(system)) all.add(said(r, r.a(), r.b(), names));
      if (r.b().by().name().equals(system)) all.add(said(r, r.b(), r.a(), names));
    }
    return all;
  }

  private static Said said(
      PairTable.Row r, Candidate of, Candidate other, Map<String, String> names) {
    Optional<Double> share =
        switch (r.whole()) {
          case Decision.Better b -> Optional.of(b.key().equals(of.key()) ? 1.0 : 0.0);
          case Decision.Tie t -> Optional.of(0.5);
          case Decision.None n -> Optional.empty();
        };
    String against = names.getOrDefault(other.by().name(), other.by().name());
    String samples =
        of.sample() + other.sample() == 0 ? "" : " (" + of.sample() + ", " + other.sample() + ")";
    return new Said(
        r.asked().item().id(),
        r.asked().item().root(),
        "against " + against + samples,
        share,
        share.orElse(0.0),
        share.map(s -> s > 0.5 ? "won" : s < 0.5 ? "lost" : "tied").orElse("no verdict"),
        of.text(),
        other.text());
  }
}
