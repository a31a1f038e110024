package io.assize.engine.recording;

import io.assize.core.AssizeException;
import io.assize.core.call.CallKey;
import io.assize.core.call.Entry;
import io.assize.core.call.Ledger;
import io.assize.core.json.Hash;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A ledger of text: a recording, read whole when it is opened.
 *
 * <p>What is appended is a line at the end of the file, on the disk when {@link #append} returns.
 * The view of judgments lives as long as this object. For a long run use the SQLite ledger; this
 * one is for recordings that are shipped, read by people and compared.
 *
 * <p>Another process that would append is refused. POSIX binds locks to processes: one that opens
 * the file a second time itself lets go of its lock when it closes either.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class JsonlLedger implements Ledger {

  private final String name;
  private final ConcurrentSkipListMap<CallKey, Entry.Call> calls = new ConcurrentSkipListMap<>();
  private final ConcurrentSkipListMap<String, byte[]> kept = new ConcurrentSkipListMap<>();
  // What follows is guarded by the lock.
  private final ReentrantLock lock = new ReentrantLock();
  private final List<Entry> events = new ArrayList<>();
  private final TreeSet<Hash> closedBarriers = new TreeSet<>();
  private final TreeSet<CallKey> givenUp = new TreeSet<>();
  private @Nullable LineFile file;
  private boolean closed;
  private Optional<String> dropped = Optional.empty();

  private JsonlLedger(String name) {
    this.name = name;
  }

  /**
   * Open a recording to read and append, and make it where it does not exist.
   *
   * @param path of the file, which is not compressed
   * @throws AssizeException where it is no recording, with the line; where it cannot be written;
   *     where another process appends to it
   */
  public static JsonlLedger open(Path path) {
    if (Recording.isCompressed(path)) {
      throw AssizeException.usage(
          path.toString(),
          "is compressed, and nothing can be appended to it",
          "a recording whose name does not end in .gz",
          "unpack it first, with gunzip");
    }
    var ledger = new JsonlLedger(path.toString());
    LineFile file = LineFile.open(path);
    try {
      file.cutAt(ledger.load(file.content()));
      ledger.file = file;
      return ledger;
    } catch (RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /**
   * Open a recording to read.
   *
   * @param path of the file; compressed where its name ends in {@code .gz}
   * @throws AssizeException where it is no recording, with the line
   */
  public static JsonlLedger readOnly(Path path) {
    var ledger = new JsonlLedger(path.toString());
    ledger.load(path);
    return ledger;
  }

  /**
   * Read a recording that is no file of its own, such as a resource.
   *
   * @param in plain text; is read to its end and left open
   * @param name how messages call it
   * @throws AssizeException where it is no recording, with the line
   */
  public static JsonlLedger read(InputStream in, String name) throws IOException {
    var ledger = new JsonlLedger(name);
    ledger.dropped = new EntryLines(name, ledger::add).read(in).dropped();
    return ledger;
  }

  private void load(Path path) {
    try (InputStream in = Files.newInputStream(path);
        InputStream text = Recording.isCompressed(path) ? new GZIPInputStream(in, 1 << 16) : in) {
      load(text);
    } catch (NoSuchFileException e) {
      throw AssizeException.usage(name, "does not exist", "", "give the name of a recording");
    } catch (IOException e) {
      throw unread(e);
    }
  }

  private EntryLines load(InputStream text) {
    try {
      EntryLines lines = new EntryLines(name, this::add).read(text);
      dropped = lines.dropped();
      return lines;
    } catch (IOException e) {
      throw unread(e);
    }
  }

  private AssizeException unread(IOException e) {
    return AssizeException.environment(
        name, "cannot be read: " + e.getMessage(), "restore it from a copy", e);
  }

  /** Return what is to be told of a last line that was cut off, empty where none was. */
  public Optional<String> dropped() {
    return dropped;
  }

  /** Take an entry into memory, and tell whether it is new. */
  private boolean add(Entry entry) {
    return switch (entry) {
      case Entry.Call c -> calls.putIfAbsent(c.key(), c) == null;
      case Entry.Closed c -> closedBarriers.add(c.barrier()) && events.add(c);
      case Entry.GivenUp g -> givenUp.add(g.key()) && events.add(g);
      case Entry.Note n -> events.add(n);
    };
  }

  private boolean has(Entry entry) {
    return switch (entry) {
      case Entry.Call c -> calls.containsKey(c.key());
      case Entry.Closed c -> closedBarriers.contains(c.barrier());
      case Entry.GivenUp g -> givenUp.contains(g.key());
      case Entry.Note n -> false;
    };
  }

  @Override
  public boolean append(Entry entry) {
    String line = EntryText.write(entry);
    LineFile to;
    boolean isNew;
    long upTo;
    lock.lock();
    try {
      to = toWrite();
      isNew = !has(entry);
      upTo = isNew ? to.write(line) : to.written();
      if (isNew) add(entry);
    } finally {
      lock.unlock();
    }
    // Also where it was there already: the one that counts may be on its way to the disk.
    to.sync(upTo);
    return isNew;
  }

  private LineFile toWrite() {
    if (closed) throw new IllegalStateException("the ledger is closed");
    if (file == null) throw new IllegalStateException(name + " was opened to read");
    return file;
  }

  @Override
  public SortedSet<CallKey> keys() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(calls.keySet()));
  }

  @Override
  public Optional<Entry.Call> call(CallKey key) {
    return Optional.ofNullable(calls.get(key));
  }

  @Override
  public void forEach(Consumer<Entry> visitor) {
    List<Entry> others;
    lock.lock();
    try {
      others = List.copyOf(events);
    } finally {
      lock.unlock();
    }
    calls.values().forEach(visitor);
    others.forEach(visitor);
  }

  @Override
  public void keep(String judgmentKey, byte[] rows) {
    lock.lock();
    try {
      toWrite();
      kept.put(judgmentKey, rows.clone());
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void kept(BiConsumer<String, byte[]> visitor) {
    kept.forEach((key, rows) -> visitor.accept(key, rows.clone()));
  }

  @Override
  public void dropKept() {
    kept.clear();
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      if (file != null) file.close();
      file = null;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public String toString() {
    return "recording " + name;
  }
}
