package io.assize.store;

import io.assize.core.AssizeException;
import io.assize.core.call.CallKey;
import io.assize.core.call.Entry;
import io.assize.core.call.Ledger;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A ledger in one SQLite file.
 *
 * <p>One process writes at a time and leaves its name in the file while it does; any number of
 * processes read meanwhile. An append returns when the entry would survive a loss of power; what
 * many threads append at once is committed together.
 *
 * <p>What stands in the way is told by an {@link AssizeException}: a file of another program, of a
 * newer Assize, on a network file system, in use, locked, not writable; a full disk.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class SqliteLedger implements Ledger {

  /** Entries of one short read transaction. */
  private static final int PAGE = 500;

  /** What there is only where this process writes. */
  private record Writing(Connection connection, Owner owner, GroupCommit commits, Refusal refusal) {

    void close() {
      commits.stop();
      try (connection) {
        owner.leave(connection);
      } catch (SQLException e) {
        throw refusal.of(e);
      }
    }
  }

  private final Path path;
  private final Packed packed;
  private final Changes changes;
  private final Selects selects;
  private final Readers readers;
  private final @Nullable Writing writing;
  private final AtomicBoolean closed = new AtomicBoolean();

  private SqliteLedger(Path path, Settings settings, boolean write) {
    this.path = path;
    var refusal = new Refusal(path);
    var database = new Database(path, settings);
    packed = new Packed();
    changes = new Changes(packed);
    selects = new Selects(packed);
    writing = write ? writing(database, refusal, path) : null;
    readers = new Readers(database, refusal, "ledger-read " + path.getFileName());
  }

  /**
   * Open a ledger to write, and make it where it does not exist.
   *
   * @param path of the file, in a folder that exists
   * @throws AssizeException where it cannot be written or another process writes to it
   */
  public static SqliteLedger open(Path path) {
    return open(path, Settings.ofThisProcess());
  }

  static SqliteLedger open(Path path, Settings settings) {
    return new SqliteLedger(path, settings, true);
  }

  /**
   * Open a ledger to read. Another process may write to it meanwhile.
   *
   * @param path of a file that exists
   * @throws AssizeException where it cannot be read
   */
  public static SqliteLedger readOnly(Path path) {
    return readOnly(path, Settings.USUAL);
  }

  static SqliteLedger readOnly(Path path, Settings settings) {
    var ledger = new SqliteLedger(path, settings, false);
    try {
      ledger.readers.read(connection -> true); // what stands in the way is told now
      return ledger;
    } catch (RuntimeException e) {
      ledger.close();
      throw e;
    }
  }

  private static Writing writing(Database database, Refusal refusal, Path path) {
    try {
      Connection connection = database.toWrite();
      try {
        Owner me = Owner.thisProcess();
        Optional<Owner> other = me.enter(connection);
        if (other.isPresent()) throw refusal.inUse(other.get());
        var commits = new GroupCommit(connection, refusal, "ledger-write " + path.getFileName());
        var writing = new Writing(connection, me, commits, refusal);
        commits.start();
        return writing;
      } catch (SQLException | RuntimeException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw refusal.of(e);
    }
  }

  @Override
  public boolean append(Entry entry) {
    return toWrite().apply(changes.change(entry));
  }

  /**
   * {@inheritDoc}
   *
   * <p>The set does not change: what is appended later is not in it.
   */
  @Override
  public SortedSet<CallKey> keys() {
    return readers.read(selects::keys);
  }

  @Override
  public Optional<Entry.Call> call(CallKey key) {
    return readers.read(connection -> selects.call(connection, key));
  }

  /**
   * {@inheritDoc}
   *
   * <p>What is appended meanwhile may be visited or not.
   */
  @Override
  public void forEach(Consumer<Entry> visitor) {
    byte[] last = new byte[0];
    for (int size = PAGE; size == PAGE; ) {
      byte[] behind = last;
      List<Entry.Call> calls = readers.read(c -> selects.calls(c, behind, PAGE));
      calls.forEach(visitor);
      size = calls.size();
      if (size > 0) last = KeyBytes.of(calls.getLast().key());
    }
    events(visitor);
  }

  @Override
  public void events(Consumer<Entry> visitor) {
    long id = 0;
    for (int size = PAGE; size == PAGE; ) {
      long behind = id;
      List<Selects.Event> events = readers.read(c -> selects.events(c, behind, PAGE));
      events.forEach(event -> visitor.accept(event.entry()));
      size = events.size();
      if (size > 0) id = events.getLast().id();
    }
  }

  /** {@inheritDoc} The later one of two under one key counts. */
  @Override
  public void keep(String judgmentKey, byte[] rows) {
    if (judgmentKey.isEmpty()) throw new IllegalArgumentException("a judgment needs a key");
    toWrite().apply(Changes.judgment(judgmentKey, rows.clone()));
  }

  @Override
  public Optional<byte[]> kept(String judgmentKey) {
    return readers.read(c -> selects.kept(c, judgmentKey));
  }

  @Override
  public void kept(BiConsumer<String, byte[]> visitor) {
    String last = "";
    for (int size = PAGE; size == PAGE; ) {
      String behind = last;
      SequencedMap<String, byte[]> kept = readers.read(c -> selects.kept(c, behind, PAGE));
      kept.forEach(visitor);
      size = kept.size();
      if (size > 0) last = kept.lastEntry().getKey();
    }
  }

  @Override
  public void dropKept() {
    toWrite().apply(Changes.dropJudgments());
  }

  private GroupCommit toWrite() {
    if (writing == null) throw new IllegalStateException(path + " was opened to read");
    return writing.commits;
  }

  @Override
  public void close() {
    if (closed.getAndSet(true)) return;
    readers.close();
    if (writing != null) writing.close();
    packed.close();
  }

  @Override
  public String toString() {
    return "ledger " + path;
  }
}
