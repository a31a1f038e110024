package io.assize.engine.files;

import io.assize.core.AssizeException;
import io.assize.core.Item;
import io.assize.core.json.Hash;
import io.assize.core.json.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apiguardian.api.API;

/** Fewer items than there are: the first ones, or a drawn sample. */
@API(status = API.Status.EXPERIMENTAL)
public final class Picks {

  private Picks() {}

  /**
   * Keep the first items.
   *
   * @param n at least 1; all are kept where there are fewer
   */
  public static DataFile take(DataFile data, int n) {
    atLeastOne("--take", n);
    var kept = new TreeSet<String>();
    data.items().stream().limit(n).forEach(i -> kept.add(i.id()));
    return keep(data, kept, data.inclusion());
  }

  /**
   * Draw items without replacement, a simple random sample in each stratum. The stratum of an item
   * is the set of its tags; each stratum gets its share of n by the largest remainder, and at least
   * one item where n allows it.
   *
   * <p>Within a stratum the items with the smallest SHA-256 of seed and id are drawn. So the draw
   * depends neither on the order of the file nor on other items, and a larger sample holds every
   * smaller one of its seed where shares do not shrink: calls that were made stay of use.
   *
   * @param n at least 1; all are kept, each with probability 1, where there are no more
   * @return the data with the inclusion probability of every item that was drawn: items drawn from
   *     its stratum by items in it, times the one that it had
   */
  public static DataFile sample(DataFile data, int n, long seed) {
    atLeastOne("--sample", n);
    if (n >= data.items().size()) return data;
    var strata = new TreeMap<String, List<Item>>();
    for (Item item : data.items()) {
      String tags = Json.texts(item.tags()).canonical();
      strata.computeIfAbsent(tags, t -> new ArrayList<>()).add(item);
    }
    Map<String, Integer> shares = shares(strata, n, data.items().size());
    var drawn = new TreeMap<String, Double>();
    strata.forEach((tags, items) -> {
      int share = shares.getOrDefault(tags, 0);
      items.stream()
          .sorted(Comparator.<Item, Hash>comparing(i -> ticket(seed, i)).thenComparing(Item::id))
          .limit(share)
          .forEach(i ->
              drawn.put(i.id(), data.inclusion().getOrDefault(i.id(), 1.0) * share / items.size()));
    });
    return keep(data, new TreeSet<>(drawn.keySet()), drawn);
  }

  private static Hash ticket(long seed, Item item) {
    return Hash.of(Json.texts(List.of("sample", Long.toString(seed), item.id())));
  }

  /**
   * Share n among strata by size: largest remainder, ties by name; none is left without if n
   * allows.
   */
  private static Map<String, Integer> shares(SortedMap<String, List<Item>> strata, int n, int all) {
    var shares = new TreeMap<String, Integer>();
    boolean each = n >= strata.size();
    strata.forEach((tags, items) -> {
      int floor = (int) ((long) n * items.size() / all);
      shares.put(tags, each ? Math.max(1, floor) : floor);
    });
    List<String> byRemainder = new ArrayList<>(strata.keySet());
    byRemainder.sort(
        Comparator.<String, Long>comparing(
                tags -> -((long) n * strata.getOrDefault(tags, List.of()).size() % all))
            .thenComparing(Comparator.naturalOrder()));
    int given = shares.values().stream().mapToInt(Integer::intValue).sum();
    for (int i = 0; given < n; i = (i + 1) % byRemainder.size()) {
      String tags = byRemainder.get(i);
      if (shares.getOrDefault(tags, 0) >= strata.getOrDefault(tags, List.of()).size()) continue;
      shares.merge(tags, 1, Integer::sum);
      given++;
    }
    while (given > n) {
      // The ones that were raised to 1 are paid for by the largest shares.
      String largest =
          shares.entrySet().stream()
              .max(
                  Map.Entry.<String, Integer>comparingByValue()
                      .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
              .orElseThrow()
              .getKey();
      shares.merge(largest, -1, Integer::sum);
      given--;
    }
    return shares;
  }

  private static DataFile keep(
      DataFile data, SortedSet<String> ids, SortedMap<String, Double> inclusion) {
    Predicate<String> in = ids::contains;
    return new DataFile(
        data.items().stream().filter(i -> in.test(i.id())).toList(),
        data.systems(),
        data.candidates().stream().filter(c -> in.test(c.item().id())).toList(),
        data.labels().stream().filter(l -> in.test(l.item())).toList(),
        data.names(),
        inclusion,
        data.accounts(),
        data.notes(),
        data.recorded().stream().filter(l -> in.test(l.item())).toList());
  }

  private static void atLeastOne(String option, int n) {
    if (n >= 1) return;
    throw AssizeException.usage(option, "is " + n, "a whole number, at least 1", "");
  }
}
