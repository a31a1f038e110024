package io.assize.engine.door;

import io.assize.core.call.CallKey;
import io.assize.core.call.Entry;
import io.assize.core.call.Ledger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apiguardian.api.API;

/**
 * Calls of other runs that may serve this one. A run owns its ledger and shares it with none: what
 * is found elsewhere is copied into it before it is used, and counted.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class Reuse {

  private final List<Other> others = new ArrayList<>();
  private final ConcurrentSkipListMap<String, Long> taken = new ConcurrentSkipListMap<>();

  private record Other(String name, Ledger ledger, SortedSet<CallKey> keys) {}

  private Reuse() {}

  /** Take nothing from elsewhere. */
  public static Reuse none() {
    return new Reuse();
  }

  /**
   * Look into other runs, in the order of their names.
   *
   * @param runs ledgers by the names that people are told; they stay open as long as this is used
   */
  public static Reuse of(SortedMap<String, Ledger> runs) {
    var reuse = new Reuse();
    runs.forEach((name, ledger) -> reuse.others.add(new Other(name, ledger, ledger.keys())));
    return reuse;
  }

  /** Tell whether one of the runs holds a call. */
  boolean has(CallKey key) {
    return others.stream().anyMatch(o -> o.keys().contains(key));
  }

  /** Return a call, and count it for the run that it comes from. */
  Optional<Entry.Call> take(CallKey key) {
    for (Other o : others) {
      if (!o.keys().contains(key)) continue;
      taken.merge(o.name(), 1L, Long::sum);
      return o.ledger().call(key);
    }
    return Optional.empty();
  }

  /** Return the last note of a name in the first run that has one. */
  public Optional<Entry.Note> note(String name) {
    for (Other o : others) {
      var found = new ArrayList<Entry.Note>();
      o.ledger()
          .events(e -> {
            if (e instanceof Entry.Note n && n.name().equals(name)) found.add(n);
          });
      if (!found.isEmpty()) return Optional.of(found.getLast());
    }
    return Optional.empty();
  }

  /** Return how many calls were taken from each run so far. */
  public Map<String, Long> taken() {
    return Collections.unmodifiableSortedMap(new TreeMap<>(taken));
  }
}
