package io.assize.engine.label;

import io.assize.core.Case;
import io.assize.core.call.Entry;
import io.assize.core.call.Ledger;
import io.assize.core.json.Hash;
import io.assize.core.json.Json;
import io.assize.engine.trial.Chosen;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.apiguardian.api.API;

/** All draws of a run: which rows there are, and with which probability each case was drawn. */
@API(status = API.Status.EXPERIMENTAL)
public final class Draws implements Chosen {

  private static final String NOTE = "labels/draw/";

  /** Where a case can be drawn from, and since which draw. */
  record Known(String stratum, int since) {}

  private final List<Draw> draws;
  private final TreeMap<String, Known> known = new TreeMap<>();
  private final TreeMap<String, Draw.Row> drawn = new TreeMap<>();
  private final TreeMap<Integer, Draw.Row> rows = new TreeMap<>();

  private Draws(List<Draw> draws) {
    this.draws = List.copyOf(draws);
    for (Draw draw : draws) {
      draw.fresh()
          .forEach((stratum, keys) ->
              keys.forEach(
                  k -> known.putIfAbsent(draw.kind() + k, new Known(stratum, draw.number()))));
      for (Draw.Row row : draw.rows()) {
        drawn.put(row.key(), row);
        rows.put(row.number(), row);
      }
    }
  }

  /** Take draws in their order. */
  public static Draws of(List<Draw> draws) {
    return new Draws(draws);
  }

  /** Read what a ledger holds. */
  public static Draws of(Ledger ledger) {
    var draws = new ArrayList<Draw>();
    ledger.events(e -> {
      if (e instanceof Entry.Note n && n.name().startsWith(NOTE)) {
        draws.add(Draw.of(Json.parse(n.value())));
      }
    });
    return new Draws(draws);
  }

  /** Keep a draw. */
  public static void keep(Ledger ledger, Draw draw) {
    ledger.append(new Entry.Note(NOTE + draw.number(), draw.toJson().canonical()));
  }

  /** Return them in their order. */
  public List<Draw> all() {
    return draws;
  }

  /** Return them with one more. */
  public Draws with(Draw next) {
    var more = new ArrayList<>(draws);
    more.add(next);
    return new Draws(more);
  }

  /** Return a row by the number that it has in the sheets. */
  public Optional<Draw.Row> row(int number) {
    return Optional.ofNullable(rows.get(number));
  }

  /** Return the number of the last row, 0 where there is none. */
  public int lastRow() {
    return rows.isEmpty() ? 0 : rows.lastKey();
  }

  /** Return the row that a case stands in, empty where it was not drawn. */
  public Optional<Draw.Row> row(Case asked) {
    return Optional.ofNullable(drawn.get(Unit.key(asked.keys())));
  }

  Optional<Known> known(String kind, String key) {
    if (known.isEmpty()) return Optional.empty();
    return Optional.ofNullable(known.get(kind + hash(key)));
  }

  boolean isDrawn(String key) {
    return drawn.containsKey(key);
  }

  static String hash(String key) {
    return Hash.of(key).toString().substring(0, 16);
  }

  @Override
  public boolean could(Case asked) {
    String kind = kind(asked);
    return known(kind, Unit.key(asked.keys())).filter(k -> probability(kind, k) > 0).isPresent();
  }

  /**
   * {@inheritDoc}
   *
   * <p>One less the product over all draws, since the case was there, of the share of its stratum
   * that was left: draws by number, whatever their labels say, so that this is exact.
   */
  @Override
  public OptionalDouble probability(Case asked) {
    String key = Unit.key(asked.keys());
    if (!isDrawn(key)) return OptionalDouble.empty();
    return known(kind(asked), key)
        .map(k -> OptionalDouble.of(probability(kind(asked), k)))
        .orElse(OptionalDouble.empty());
  }

  double probability(String kind, Known of) {
    double not = 1;
    for (Draw draw : draws) {
      if (draw.number() < of.since() || !draw.kind().equals(kind)) continue;
      for (Draw.Share share : draw.shares()) {
        if (share.stratum().equals(of.stratum())) not *= 1 - share.probability();
      }
    }
    return 1 - not;
  }

  @Override
  public String why(Case asked) {
    return row(asked).map(Draw.Row::stratum).filter(s -> !s.equals(Strata.REST)).orElse("");
  }

  static String kind(Case asked) {
    return asked.candidates().size() == 2 ? Draw.PAIRS : Draw.ANSWERS;
  }
}
