package io.assize.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assize.core.AssizeException;
import io.assize.core.call.CallKey;
import io.assize.core.call.Entry;
import io.assize.core.call.Ledger;
import io.assize.core.json.Hash;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGeneratorFactory;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every {@link Ledger} does:
 *
 * <ol>
 *   <li>an entry of any kind comes back equal, also after closing and opening
 *   <li>the first of two entries under one key counts, and the second append says so; notes are all
 *       kept
 *   <li>calls are visited by key, then the others in the order in which they were appended
 *   <li>the set of keys is sorted, complete, and knows parts of itself
 *   <li>256 virtual threads may append at once; of several that append one key, one wins
 *   <li>the view of judgments is kept by key, the later one counts, and dropping it touches no call
 *   <li>a process that is killed loses no entry that was acknowledged, and the ledger goes on
 *   <li>a second process reads while one writes, and finds all that was acknowledged before
 *   <li>a second process is refused to write while one does, is told so, and may read
 *   <li>a ledger that was closed, or opened to read, takes nothing
 * </ol>
 *
 * <p>Extend it in a class with a constructor without arguments: the second process makes one too.
 */
@API(status = API.Status.EXPERIMENTAL)
public abstract class LedgerContract {

  private static final long SEED = 20_261_122;
  private static final int KILLS = 10;

  private final SeededEntries entries = new SeededEntries(SEED);

  @TempDir Path folder;

  /** Open a ledger to write, and make it where it does not exist. */
  protected abstract Ledger open(Path file);

  /** Open a ledger to read. */
  protected abstract Ledger openToRead(Path file);

  /** Return the name that the file shall have. */
  protected abstract String fileName();

  /** Tell whether the view of judgments is there after closing and opening. */
  protected boolean keepsTheView() {
    return true;
  }

  private Path file() {
    return folder.resolve(fileName());
  }

  @Test
  final void everyEntryComesBackEqual() {
    var calls = new TreeMap<CallKey, Entry>();
    var events = new ArrayList<Entry>();
    try (Ledger ledger = open(file())) {
      for (int i = 0; i < 1_200; i++) {
        Entry.Call call = entries.call(i);
        calls.put(call.key(), call);
        assertThat(ledger.append(call)).as("call %s is new", i).isTrue();
        if (i % 2 == 0) {
          events.add(entries.event(i));
          assertThat(ledger.append(entries.event(i))).as("event %s is new", i).isTrue();
        }
      }
      check(ledger, calls, events);
    }
    try (Ledger again = open(file())) {
      check(again, calls, events);
    }
    try (Ledger read = openToRead(file())) {
      check(read, calls, events);
    }
  }

  private static void check(Ledger ledger, SortedMap<CallKey, Entry> calls, List<Entry> events) {
    var expected = new ArrayList<Entry>(calls.values());
    expected.addAll(events);
    var visited = new ArrayList<Entry>();
    ledger.forEach(visited::add);
    assertThat(visited).isEqualTo(expected);
    var others = new ArrayList<Entry>();
    ledger.events(others::add);
    assertThat(others).isEqualTo(events);
    assertThat(new ArrayList<>(ledger.keys())).isEqualTo(new ArrayList<>(calls.keySet()));
    calls.forEach((key, call) -> assertThat(ledger.call(key)).hasValue((Entry.Call) call));
  }

  @Test
  final void theFirstOfTwoCounts() {
    Entry.Call first = entries.call(1);
    Entry.Call second = otherReply(first, "another");
    CallKey key = first.key();
    Hash barrier = Hash.of("barrier");
    try (Ledger ledger = open(file())) {
      assertThat(ledger.append(first)).isTrue();
      assertThat(ledger.append(second)).isFalse();
      assertThat(ledger.append(new Entry.Closed(barrier, Hash.of("rows")))).isTrue();
      assertThat(ledger.append(new Entry.Closed(barrier, Hash.of("other rows")))).isFalse();
      assertThat(ledger.append(new Entry.GivenUp(key, "too late"))).isTrue();
      assertThat(ledger.append(new Entry.GivenUp(key, "for another reason"))).isFalse();
    }
    try (Ledger ledger = open(file())) {
      assertThat(ledger.append(second)).isFalse();
      assertThat(ledger.append(new Entry.Closed(barrier, Hash.of("other rows")))).isFalse();
      assertThat(visited(ledger))
          .containsExactly(
              first,
              new Entry.Closed(barrier, Hash.of("rows")),
              new Entry.GivenUp(key, "too late"));
    }
  }

  @Test
  final void everyNoteIsKeptInOrder() {
    List<Entry> notes =
        List.of(
            new Entry.Note("stop", "1"),
            new Entry.Note("plan", "{\"calls\":4}"),
            new Entry.Note("stop", "1"),
            new Entry.Note("stop", "2"));
    try (Ledger ledger = open(file())) {
      for (Entry note : notes) assertThat(ledger.append(note)).isTrue();
      assertThat(visited(ledger)).isEqualTo(notes);
    }
  }

  @Test
  final void theKeysAreASortedSet() {
    var expected = new TreeSet<CallKey>();
    try (Ledger ledger = open(file())) {
      assertThat(ledger.keys()).isEmpty();
      for (int path : new int[] {0, 1, 2, 250, 251, 252, 253, 65_535, 65_536, 1 << 24}) {
        for (List<Integer> more : List.of(List.of(path), List.of(path, 1), List.of(0, path))) {
          Entry.Call call = entries.call(7);
          var key = new CallKey(call.key().request(), more);
          var one = new Entry.Call(key, "p", "m", call.request(), call.reply(), call.origin());
          assertThat(ledger.append(one)).isEqualTo(expected.add(key));
        }
      }
      for (int i = 100; i < 400; i++) {
        expected.add(entries.call(i).key());
        ledger.append(entries.call(i));
      }
      var keys = ledger.keys();
      assertThat(keys).containsExactlyElementsOf(expected).isEqualTo(expected);
      assertThat(keys.first()).isEqualTo(expected.first());
      assertThat(keys.last()).isEqualTo(expected.last());
      CallKey low = entries.call(150).key();
      CallKey absent = entries.call(999).key();
      assertThat(keys.contains(low)).isTrue();
      assertThat(keys.contains(absent)).isFalse();
      assertThat(keys.headSet(low)).isEqualTo(expected.headSet(low));
      assertThat(keys.tailSet(low)).isEqualTo(expected.tailSet(low));
      assertThat(keys.headSet(absent)).isEqualTo(expected.headSet(absent));
      assertThat(keys.subSet(expected.first(), low))
          .isEqualTo(expected.subSet(expected.first(), low));
      assertThat(ledger.call(absent)).isEmpty();
    }
  }

  @Test
  final void manyThreadsAppendAtOnceAndOneWinsEachKey() throws Exception {
    int callers = 256;
    int each = 20;
    int contested = 50;
    var won = new AtomicInteger();
    try (Ledger ledger = open(file());
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var work = new ArrayList<Callable<Void>>();
      for (int c = 0; c < callers; c++) {
        int caller = c;
        work.add(() -> {
          for (int i = 0; i < each; i++) {
            Entry.Call mine = entries.call(1_000 + caller * each + i);
            assertThat(ledger.append(mine)).isTrue();
            assertThat(ledger.call(mine.key())).hasValue(mine);
            Entry.Call shared = entries.call((caller + i) % contested);
            if (ledger.append(otherReply(shared, "of " + caller))) won.incrementAndGet();
            assertThat(ledger.call(shared.key())).isPresent();
          }
          return null;
        });
      }
      for (Future<Void> done : threads.invokeAll(work)) done.get();
      assertThat(won).hasValue(contested);
      assertThat(ledger.keys()).hasSize(callers * each + contested);
    }
  }

  @Test
  final void theViewOfJudgmentsCanBeDropped() {
    byte[] rows = "rows\u0000\u00e9".getBytes(StandardCharsets.UTF_8);
    try (Ledger ledger = open(file())) {
      ledger.append(entries.call(1));
      for (int i = 0; i < 1_100; i++) ledger.keep("key-%05d".formatted(i * 7919 % 1_100), rows);
      ledger.keep("key-00500", new byte[0]);
      checkView(ledger, rows);
    }
    try (Ledger ledger = open(file())) {
      if (keepsTheView()) checkView(ledger, rows);
      ledger.dropKept();
      assertThat(view(ledger)).isEmpty();
      assertThat(visited(ledger)).containsExactly(entries.call(1));
    }
  }

  private static void checkView(Ledger ledger, byte[] rows) {
    SortedMap<String, byte[]> view = view(ledger);
    assertThat(view).hasSize(1_100);
    assertThat(view.get("key-00499")).isEqualTo(rows);
    assertThat(view.get("key-00500")).isEmpty();
  }

  private static SortedMap<String, byte[]> view(Ledger ledger) {
    var view = new TreeMap<String, byte[]>();
    ledger.kept((key, rows) -> {
      assertThat(view.isEmpty() || view.lastKey().compareTo(key) < 0).isTrue();
      view.put(key, rows);
    });
    return view;
  }

  @Test
  final void aKilledProcessLosesNothingThatWasAcknowledged() throws Exception {
    var moments = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    var acknowledged = new TreeSet<Integer>();
    for (int kill = 0; kill < KILLS; kill++) {
      int first = kill * 1_000_000;
      try (var process = LedgerProcess.writing(this, file(), SEED, first)) {
        for (int n = 1 + moments.nextInt(300); n > 0; n--) {
          acknowledged.add(Integer.parseInt(process.next().orElseThrow()));
        }
        for (String line : process.kill()) acknowledged.add(Integer.parseInt(line));
        process.exitCode();
      }
      try (Ledger ledger = open(file())) {
        for (int number : acknowledged.tailSet(first)) {
          Entry.Call call = entries.call(number);
          assertThat(ledger.call(call.key())).as("kill %s, call %s", kill, number).hasValue(call);
        }
        assertThat(ledger.append(entries.event(kill))).isTrue();
      }
    }
    try (Ledger ledger = open(file())) {
      assertThat(acknowledged).hasSizeGreaterThan(KILLS);
      assertThat(ledger.keys()).containsAll(keysOf(acknowledged));
    }
  }

  private List<CallKey> keysOf(Iterable<Integer> numbers) {
    var keys = new ArrayList<CallKey>();
    for (int number : numbers) keys.add(entries.call(number).key());
    return keys;
  }

  @Test
  final void aSecondProcessReadsWhileOneWrites() throws Exception {
    try (Ledger ledger = open(file());
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var before = new ArrayList<String>();
      for (int i = 0; i < 300; i++) {
        Entry.Call call = entries.call(i);
        ledger.append(call);
        before.add(call.key() + " " + call.reply().size());
      }
      try (var process = LedgerProcess.reading(this, file())) {
        var ended = new AtomicBoolean();
        Future<Integer> writing =
            threads.submit(() -> {
              int next = 300;
              while (!ended.get()) ledger.append(entries.call(next++));
              return next;
            });
        List<String> told = process.rest();
        ended.set(true);
        assertThat(process.exitCode()).isZero();
        assertThat(told).containsAll(before);
        assertThat(ledger.keys()).hasSize(writing.get());
      }
    }
  }

  @Test
  final void aSecondProcessIsRefusedToWriteWhileOneDoes() throws Exception {
    try (var process = LedgerProcess.writing(this, file(), SEED, 0)) {
      int first = Integer.parseInt(process.next().orElseThrow());
      assertThatThrownBy(() -> open(file()).close())
          .isInstanceOf(AssizeException.class)
          .hasMessageMatching(
              "(?s).*  is in use by (another process|process "
                  + process.pid()
                  + " on .*)\n  fix: .*");
      try (Ledger read = openToRead(file())) {
        assertThat(read.call(entries.call(first).key())).hasValue(entries.call(first));
      }
      process.kill();
      process.exitCode();
    }
    try (Ledger ledger = open(file())) {
      assertThat(ledger.append(entries.call(-1))).as("free again").isTrue();
    }
  }

  @Test
  final void whatIsClosedOrOpenedToReadTakesNothing() {
    Ledger closed = open(file());
    closed.append(entries.call(1));
    closed.close();
    closed.close();
    assertThatThrownBy(() -> closed.append(entries.call(2)))
        .isInstanceOf(IllegalStateException.class);
    try (Ledger read = openToRead(file())) {
      assertThatThrownBy(() -> read.append(entries.call(2)))
          .isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(() -> read.keep("key", new byte[0]))
          .isInstanceOf(IllegalStateException.class);
      assertThat(visited(read)).containsExactly(entries.call(1));
    }
  }

  private static Entry.Call otherReply(Entry.Call call, String reply) {
    return new Entry.Call(
        call.key(),
        call.protocol(),
        call.model(),
        call.request(),
        Entry.Bytes.of(reply.getBytes(StandardCharsets.UTF_8)),
        call.origin());
  }

  private static List<Entry> visited(Ledger ledger) {
    var visited = new ArrayList<Entry>();
    ledger.forEach(visited::add);
    return visited;
  }
}
