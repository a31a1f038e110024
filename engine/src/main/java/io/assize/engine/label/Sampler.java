package io.assize.engine.label;

import io.assize.core.json.Hash;
import io.assize.core.json.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.apiguardian.api.API;

/**
 * Draws cases for a sheet: a simple random sample in each stratum, doubtful strata twice as densely
 * as the rest, and at least two from each where the sheet is long enough.
 *
 * <p>Drawn are the cases with the smallest SHA-256 of seed and key, so that the draw does not
 * depend on the order of the data. A case stays in the stratum that it was first in, whatever
 * judges say later: then the probabilities of several draws multiply.
 *
 * <p>That sure cases are drawn too is what makes the correction right: see Zrnic and Candès (2024),
 * Active statistical inference, arXiv 2403.03208, section 4, on mixing with a uniform rule.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class Sampler {

  private static final double DOUBTFUL = 2;
  private static final int LEAST = 2;

  private Sampler() {}

  /**
   * Draw cases that were not drawn before.
   *
   * @param units all cases that could be asked about, of one kind
   * @param before draws of the run
   * @param n how many, at least 1; all that are left where there are fewer
   * @param seed of the draw
   * @param judge whose cases they are
   * @return the draw, empty rows where nothing is left
   */
  public static Draw draw(List<Unit> units, Draws before, int n, long seed, String judge) {
    if (n < 1) throw new IllegalArgumentException("a sheet of " + n + " rows");
    String kind = units.isEmpty() ? Draw.PAIRS : Draws.kind(units.getFirst().asked());
    var strata = new TreeMap<String, List<Unit>>();
    var fresh = new TreeMap<String, List<String>>();
    for (Unit u : units) {
      var known = before.known(kind, u.key());
      String stratum = known.map(Draws.Known::stratum).orElse(u.stratum());
      if (known.isEmpty()) {
        fresh.computeIfAbsent(stratum, s -> new ArrayList<>()).add(Draws.hash(u.key()));
      }
      if (!before.isDrawn(u.key())) strata.computeIfAbsent(stratum, s -> new ArrayList<>()).add(u);
    }
    var names = List.copyOf(strata.keySet());
    int[] sizes = names.stream().mapToInt(s -> strata.getOrDefault(s, List.of()).size()).toArray();
    int[] taken = shares(names, sizes, n);
    var shares = new ArrayList<Draw.Share>();
    var chosen = new ArrayList<Unit>();
    for (int i = 0; i < taken.length; i++) {
      shares.add(new Draw.Share(names.get(i), sizes[i], taken[i]));
      chosen.addAll(
          inOrder("label", seed, strata.getOrDefault(names.get(i), List.of()))
              .subList(0, taken[i]));
    }
    int number = before.all().size() + 1;
    // Two sheets of one seed are shuffled differently.
    List<Unit> shuffled = inOrder("row " + number, seed, chosen);
    var draw = new Draw(number, kind, judge, seed, List.of(), shares, fresh);
    return new Draw(
        number,
        kind,
        judge,
        seed,
        rows(shuffled, before.with(draw), before.lastRow()),
        shares,
        fresh);
  }

  private static List<Draw.Row> rows(List<Unit> chosen, Draws all, int last) {
    var rows = new ArrayList<Draw.Row>();
    Draw draw = all.all().getLast();
    for (Unit u : chosen) {
      var known = all.known(draw.kind(), u.key()).orElseThrow();
      rows.add(
          new Draw.Row(
              last + rows.size() + 1,
              u.asked().item().id(),
              shown(u, draw.seed()),
              known.stratum(),
              all.probability(draw.kind(), known)));
    }
    return rows;
  }

  /** Which answer stands left is decided by a coin that knows nothing of systems. */
  private static List<String> shown(Unit u, long seed) {
    List<String> keys = u.asked().keys().stream().sorted().toList();
    if (keys.size() == 1) return keys;
    return ticket("side", seed, u).toLong() < 0 ? keys : keys.reversed();
  }

  private record Ticket(Hash hash, Unit unit) {}

  private static List<Unit> inOrder(String purpose, long seed, List<Unit> units) {
    return units.stream()
        .map(u -> new Ticket(ticket(purpose, seed, u), u))
        .sorted(Comparator.comparing(Ticket::hash).thenComparing(t -> t.unit().key()))
        .map(Ticket::unit)
        .toList();
  }

  private static Hash ticket(String purpose, long seed, Unit u) {
    return Hash.of(Json.texts(List.of(purpose, Long.toString(seed), u.key())));
  }

  /** Share n by size and doubt: the least first, then the largest remainder. */
  static int[] shares(List<String> names, int[] sizes, int n) {
    double[] wish = new double[sizes.length];
    double all = 0;
    for (int i = 0; i < sizes.length; i++) {
      wish[i] = sizes[i] * (names.get(i).equals(Strata.REST) ? 1 : DOUBTFUL);
      all += wish[i];
    }
    int least = n >= LEAST * sizes.length ? LEAST : n >= sizes.length ? 1 : 0;
    int[] taken = new int[sizes.length];
    int left = n;
    for (int i = 0; i < sizes.length; i++) {
      taken[i] = Math.min(sizes[i], least);
      left -= taken[i];
    }
    while (left > 0) {
      int next = -1;
      double most = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < sizes.length; i++) {
        double lacks = n * wish[i] / all - taken[i];
        if (taken[i] < sizes[i] && lacks > most) {
          most = lacks;
          next = i;
        }
      }
      if (next < 0) break;
      taken[next]++;
      left--;
    }
    return taken;
  }
}
