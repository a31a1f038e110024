package io.assize.core.call;

import java.util.ArrayList;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Consumer;
import org.apiguardian.api.API;

/**
 * The append-only store of what came from outside. Many threads use it at once.
 *
 * <p>Beside the entries stands a view that can be dropped and made again: finished judgments under
 * their keys.
 */
@API(status = API.Status.EXPERIMENTAL)
public interface Ledger extends AutoCloseable {

  /**
   * Append, and return when it would survive a loss of power. An entry whose key is there already
   * is left as it was: the first one counts.
   *
   * @return false where its key was there already
   */
  boolean append(Entry entry);

  /** Return the keys of all calls, sorted: loaded once, not looked up one by one. */
  SortedSet<CallKey> keys();

  /** Return one call. */
  Optional<Entry.Call> call(CallKey key);

  /** Visit every entry: calls by key, then the others in the order in which they were appended. */
  void forEach(Consumer<Entry> visitor);

  /** Visit every entry that is no call, in the order in which they were appended. */
  default void events(Consumer<Entry> visitor) {
    forEach(entry -> {
      if (!(entry instanceof Entry.Call)) visitor.accept(entry);
    });
  }

  /** Keep a finished judgment under its key, in the view. */
  void keep(String judgmentKey, byte[] rows);

  /** Return what was kept under a key, empty where there is nothing. */
  default Optional<byte[]> kept(String judgmentKey) {
    var found = new ArrayList<byte[]>();
    kept((key, rows) -> {
      if (key.equals(judgmentKey)) found.add(rows);
    });
    return found.stream().findFirst();
  }

  /** Visit everything that is kept, in the order of the keys. */
  void kept(java.util.function.BiConsumer<String, byte[]> visitor);

  /** Drop the view of judgments; no call is touched. */
  void dropKept();

  /** Write what is waiting and let go of the store. */
  @Override
  void close();
}
