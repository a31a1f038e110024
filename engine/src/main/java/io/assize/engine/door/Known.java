package io.assize.engine.door;

import io.assize.core.call.CallKey;
import io.assize.core.call.Ledger;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;

/**
 * The calls that are there: those that the ledger held, and what came since. The ledger is asked
 * when somebody first wants to know: a run that is finished never does.
 */
final class Known {

  private final Ledger ledger;
  private final ConcurrentSkipListSet<CallKey> since = new ConcurrentSkipListSet<>();
  private volatile @Nullable SortedSet<CallKey> before;

  Known(Ledger ledger) {
    this.ledger = ledger;
  }

  boolean contains(CallKey key) {
    return since.contains(key) || before().contains(key);
  }

  void add(CallKey key) {
    since.add(key);
  }

  private SortedSet<CallKey> before() {
    SortedSet<CallKey> known = before;
    return known == null ? read() : known;
  }

  private synchronized SortedSet<CallKey> read() {
    SortedSet<CallKey> known = before;
    if (known == null) {
      known = ledger.keys();
      before = known;
    }
    return known;
  }
}
