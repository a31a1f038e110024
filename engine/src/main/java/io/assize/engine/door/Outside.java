package io.assize.engine.door;

import io.assize.core.AssizeException;
import io.assize.core.Case;
import io.assize.core.Result;
import io.assize.core.Why;
import io.assize.core.call.Answer;
import io.assize.core.call.CallKey;
import io.assize.core.call.Calls;
import io.assize.core.call.Entry;
import io.assize.core.call.Ledger;
import io.assize.core.call.Reply;
import io.assize.core.call.Request;
import io.assize.core.json.Hash;
import io.assize.core.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.apiguardian.api.API;

/**
 * A run's end of the door: what was answered before is read, what was not goes out once, however
 * many ask for it at the same time.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class Outside {

  private final Ledger ledger;
  private final SortedMap<String, Target> targets;
  private final Records records;
  private final Reuse reuse;
  private final Wires wires;
  private final Schedule schedule;
  private final long seed;
  private final Known known;
  private final ConcurrentSkipListSet<CallKey> fetched = new ConcurrentSkipListSet<>();
  private final ConcurrentSkipListSet<CallKey> read = new ConcurrentSkipListSet<>();
  private final ConcurrentSkipListMap<CallKey, String> givenUp = new ConcurrentSkipListMap<>();
  private final ConcurrentSkipListMap<CallKey, CompletableFuture<Result<Reply>>> inFlight =
      new ConcurrentSkipListMap<>();

  /** Open the door of a run that takes nothing from others. */
  public Outside(
      Ledger ledger,
      SortedMap<String, Target> targets,
      Records records,
      Wires wires,
      Schedule schedule,
      long seed) {
    this(ledger, targets, records, Reuse.none(), wires, schedule, seed);
  }

  /**
   * Open the door of a run.
   *
   * @param ledger where replies are written and read
   * @param targets who can be asked, by the name that the run knows
   * @param records verdicts that stand in files
   * @param reuse calls of other runs
   * @param wires how calls go out
   * @param schedule how work is done
   * @param seed of the run
   */
  public Outside(
      Ledger ledger,
      SortedMap<String, Target> targets,
      Records records,
      Reuse reuse,
      Wires wires,
      Schedule schedule,
      long seed) {
    this.ledger = ledger;
    this.targets = Collections.unmodifiableSortedMap(new TreeMap<>(targets));
    this.records = records;
    this.reuse = reuse;
    this.wires = wires;
    this.schedule = schedule;
    this.seed = seed;
    this.known = new Known(ledger);
    ledger.events(entry -> {
      if (entry instanceof Entry.GivenUp g) givenUp.put(g.key(), g.reason());
    });
  }

  /**
   * Return the door of one case.
   *
   * @param occasion 0, or the number of the retest
   */
  public Calls door(Case of, int occasion) {
    List<Integer> base = List.of(occasion);
    return new Door(this, of.id(), base, base, 1);
  }

  /** Return the door of a batch in a round. */
  public Calls door(Case of, int occasion, int round) {
    List<Integer> base = List.of(occasion, round);
    return new Door(this, of.id(), base, base, 1);
  }

  /** Return how many different calls of this run were answered from the ledger. */
  public int reused() {
    return read.size();
  }

  /** Return how many different calls of this run went out and were kept. */
  public int fetched() {
    return fetched.size();
  }

  /** Tell whether a call is there already, in this run or in one that serves it. */
  public boolean kept(Request request, List<Integer> path) {
    Target target = targets.get(request.to());
    if (target == null) return false;
    CallKey key = target.key(request, path);
    return known.contains(key) || reuse.has(key);
  }

  Schedule schedule() {
    return schedule;
  }

  long seed() {
    return seed;
  }

  /**
   * Ask.
   *
   * @param path place on the draw path
   * @param of how many siblings of the last step of the path ask the same
   */
  Result<Answer> send(Request request, List<Integer> path, int of) {
    if (request instanceof Request.AskPerson person) return recorded(person, path);
    Target target = target(request.to());
    Json envelope = target.envelope(request);
    Hash hash = Hash.of(envelope);
    var siblings = new ArrayList<CallKey>();
    for (int i = 0; i < (of > 1 ? of : 0); i++) {
      var sibling = new ArrayList<>(path);
      sibling.set(path.size() - 1, i);
      siblings.add(new CallKey(hash, sibling));
    }
    var key = new CallKey(hash, path);
    if (siblings.isEmpty()) siblings.add(key);
    return answer(new Asked(request, target, envelope, key, siblings))
        .map(reply -> new Answer(key, reply));
  }

  private Target target(String name) {
    Target target = targets.get(name);
    if (target != null) return target;
    throw AssizeException.usage(
        "model \"" + name + "\"",
        "is not known to this run",
        String.join(", ", targets.keySet()),
        "");
  }

  private Result<Reply> answer(Asked asked) {
    CallKey key = asked.key();
    if (known.contains(key)) return kept(asked);
    String reason = givenUp.get(key);
    if (reason != null) return Result.missing(Why.GIVEN_UP, reason);
    if (asked.target().live().isEmpty()) return Result.missing(Why.PENDING, "not recorded");
    var mine = new CompletableFuture<Result<Reply>>();
    var other = inFlight.putIfAbsent(key, mine);
    if (other != null) return join(other);
    try {
      Result<Reply> got =
          known.contains(key)
              ? kept(asked)
              : reuse.has(key) ? taken(asked) : wires.fetch(asked, this::missing, this::keep);
      mine.complete(got instanceof Result.Done<Reply> || !known.contains(key) ? got : kept(asked));
    } catch (RuntimeException | Error e) {
      mine.completeExceptionally(e);
    } finally {
      inFlight.remove(key);
    }
    return join(mine);
  }

  private static Result<Reply> join(CompletableFuture<Result<Reply>> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException r) throw r;
      if (e.getCause() instanceof Error r) throw r;
      throw e;
    }
  }

  private boolean missing(CallKey key) {
    return !known.contains(key) && !givenUp.containsKey(key) && !reuse.has(key);
  }

  /** Copy a call of another run into this one. */
  private Result<Reply> taken(Asked asked) {
    Entry.Call call = reuse.take(asked.key()).orElseThrow();
    ledger.append(call);
    known.add(call.key());
    return asked.target().protocol().read(call.reply().get());
  }

  /** Write, then let it be known. */
  private void keep(Entry.Call call) {
    ledger.append(call);
    known.add(call.key());
    fetched.add(call.key());
  }

  private Result<Reply> kept(Asked asked) {
    CallKey key = asked.key();
    if (!fetched.contains(key)) read.add(key);
    return asked.target().protocol().read(stored(key));
  }

  private byte[] stored(CallKey key) {
    return ledger
        .call(key)
        .orElseThrow(() -> new IllegalStateException("the ledger lost call " + key))
        .reply()
        .get();
  }

  private Result<Answer> recorded(Request.AskPerson person, List<Integer> path) {
    CallKey key = personKey(person, path);
    String reason = givenUp.get(key);
    if (reason != null) return Result.missing(Why.GIVEN_UP, reason);
    var found = records.find(person.to(), person.on(), person.question());
    if (found.isPresent()) return found.get().said().map(said -> new Answer(key, said));
    if (!known.contains(key)) return Result.missing(Why.PENDING, "waits for " + person.to());
    String said = new String(stored(key), StandardCharsets.UTF_8);
    return Result.done(new Answer(key, Reply.Said.of(said)));
  }

  /** Return the reply that stands in a file, empty where none stands there under this key. */
  public Optional<Reply.Said> recorded(CallKey key) {
    return records.reply(key);
  }

  /** Return the key under which a person's word is kept. */
  public static CallKey personKey(Request.AskPerson person, List<Integer> path) {
    return new CallKey(Hash.of(personRequest(person)), path);
  }

  /** Return what the key of a person's word is the hash of. */
  public static Json personRequest(Request.AskPerson person) {
    return Json.object()
        .put("protocol", "person")
        .put("queue", person.to())
        .put("case", person.on().toString())
        .put("question", person.question())
        .build();
  }
}
