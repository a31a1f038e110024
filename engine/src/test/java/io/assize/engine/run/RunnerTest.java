package io.assize.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.assize.core.Candidate;
import io.assize.core.Item;
import io.assize.core.Party;
import io.assize.core.Why;
import io.assize.core.call.Abilities;
import io.assize.core.call.Message;
import io.assize.core.call.Model;
import io.assize.core.call.Sampling;
import io.assize.core.json.Hash;
import io.assize.engine.docket.Assignment;
import io.assize.engine.docket.Pairs;
import io.assize.engine.door.Limits;
import io.assize.engine.door.MemoryLedger;
import io.assize.engine.door.Records;
import io.assize.engine.door.Schedule;
import io.assize.engine.door.ScriptedModel;
import io.assize.engine.door.Wires;
import io.assize.engine.observe.Observations;
import io.assize.engine.trial.Gold;
import io.assize.engine.trial.RunResult;
import io.assize.judges.prompt.Output;
import io.assize.judges.prompt.Prompt;
import io.assize.judges.prompt.Vocabulary;
import io.assize.judges.reading.ReplyReader;
import io.assize.judges.recipe.Form;
import io.assize.judges.recipe.Read;
import io.assize.judges.recipe.Recipe;
import io.assize.judges.recipe.Reduce;
import io.assize.judges.recipe.Settings;
import io.assize.judges.recipe.Values;
import io.assize.judges.run.Bench;
import io.assize.judges.run.CustomJudges;
import io.assize.measures.inference.Bootstrap;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Resume, replay and run again are one thing, whatever the schedule and wherever it stopped. */
class RunnerTest {

  private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);

  /** The answer that is longer wins; where lengths are near each other, the first one does. */
  private static String judge(String prompt, long seed) {
    if (prompt.contains("poem")) return "I would rather talk about something else.";
    String a = prompt.substring(prompt.indexOf("[A]"), prompt.indexOf("[B]"));
    String b = prompt.substring(prompt.indexOf("[B]"));
    return Math.abs(a.length() - b.length()) < 4 ? "A" : a.length() > b.length() ? "A" : "B";
  }

  private static final Prompt PAIR =
      new Prompt(
          "pair",
          List.of(
              new Prompt.Block(
                  "all",
                  Message.Role.USER,
                  "{{input}}\n{{#candidates}}[{{label}}] {{text}}\n{{/candidates}}")),
          new Output(Output.Layout.TOKEN, List.of("verdict"), Optional.empty(), Output.Counts.ONLY),
          Vocabulary.LETTERS);

  private static Recipe.Ask ask() {
    return new Recipe.Ask(
        PAIR,
        new Form.Prefer(true),
        "judge",
        Sampling.GREEDY,
        Read.TEXT,
        new TreeSet<>(List.of("item", "candidates")));
  }

  static final Recipe BOTH_ORDERS =
      new Recipe.Vary("order", new Values.BothOrders(), ask(), Optional.of(Reduce.of("mix")));

  /** Escalates what is unsure: a fit over all cases, then a choice. */
  private static final Recipe FITTED =
      new Recipe.Fitted("limit", "quantile", Settings.NONE, 1, BOTH_ORDERS, BOTH_ORDERS);

  private static List<Assignment> docket() {
    var candidates = new ArrayList<Candidate>();
    for (int i = 0; i < 20; i++) {
      String ask = i == 7 ? "Write a poem" : "Question " + i;
      Item item = Item.of("i" + i, new TreeMap<>(Map.of("input", ask)));
      candidates.add(Candidate.of(item, Party.system("ada"), 0, "x".repeat(3 + i)));
      candidates.add(Candidate.of(item, Party.system("bob"), 0, "y".repeat(12)));
    }
    return Pairs.of(candidates, Pairs.MOST, 1);
  }

  private static ScriptedModel model() {
    return new ScriptedModel(Abilities.TEXT, RunnerTest::judge);
  }

  private static Session session(MemoryLedger ledger, Model model, Schedule schedule) {
    Roster roster = Roster.live(new TreeMap<>(Map.of("judge", model)), ledger);
    Bench bench = Bench.of(roster.seats(), CustomJudges.NONE, new ReplyReader());
    var wires = new Wires(Limits.NONE, new TreeMap<>(), CLOCK);
    return new Session(ledger, roster, bench, Records.NONE, wires, schedule, 1);
  }

  private static Job job(Recipe recipe) {
    return new Job("judge", recipe, Hash.of(recipe.toString()), Optional.empty(), docket(), 0, 1);
  }

  private static String bytes(Observations seen) {
    var text = new StringBuilder();
    for (int row = 0; row < seen.size(); row++) {
      text.append(seen.step(row))
          .append(seen.distribution(row))
          .append(seen.missing(row))
          .append(seen.calls(row))
          .append(seen.rule(row))
          .append('\n');
    }
    return text.toString();
  }

  @Test
  void aRunSaysWhoIsBetterAndWhatCouldNotBeRead() {
    var ledger = new MemoryLedger();
    Observations seen =
        session(ledger, model(), Schedule.AT_ONCE)
            .judge(job(BOTH_ORDERS), Runner.Mode.RESUME, Progress.NONE);
    var result = RunResult.of(seen, docket(), Gold.NONE, Bootstrap.of(200, 1));
    var pairs = ((RunResult.Pairs) result).result();
    assertThat(pairs.pairs()).isEqualTo(19);
    assertThat(pairs.missing()).containsExactly(Map.entry(Why.UNREADABLE, 1L));
    // Lengths 3 to 22 against 12: seven are longer, six shorter, seven near it (9 to 15). Those
    // flip, but for the one that is asked for a poem and has no verdict at all.
    assertThat(pairs.card().flips()).isEqualTo(6);
    var first = pairs.standings().getFirst();
    assertThat(List.of(first.system(), first.won(), first.tied(), first.lost()))
        .containsExactly("ada", 7L, 6L, 6L);
    assertThat(pairs.replies().missing(Why.UNREADABLE)).isEqualTo(2);
    assertThat(pairs.replies().calls()).isEqualTo(40);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void theScheduleReachesNothing(long seed) {
    var inOrder = new MemoryLedger();
    String expected =
        bytes(
            session(inOrder, model(), Schedule.IN_ORDER)
                .judge(job(FITTED), Runner.Mode.RESUME, Progress.NONE));
    var shuffled = new MemoryLedger();
    String got =
        bytes(
            session(shuffled, model(), shuffled(seed))
                .judge(job(FITTED), Runner.Mode.RESUME, Progress.NONE));
    assertThat(got).isEqualTo(expected);
    assertThat(shuffled.keys()).isEqualTo(inOrder.keys());
  }

  private static Schedule shuffled(long seed) {
    return new Schedule() {
      @Override
      public <T> List<T> all(List<? extends Callable<T>> work) {
        var order = new ArrayList<Integer>();
        for (int i = 0; i < work.size(); i++) order.add(i);
        Collections.shuffle(order, new Random(seed));
        var results = new ArrayList<T>(Collections.nCopies(work.size(), null));
        for (int i : order) results.set(i, Schedule.IN_ORDER.all(List.of(work.get(i))).getFirst());
        return results;
      }
    };
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 7, 19, 38, 39})
  void whatStoppedGoesOnAndAsksNothingTwice(int stopAfter) {
    var whole = new MemoryLedger();
    String expected =
        bytes(
            session(whole, model(), Schedule.IN_ORDER)
                .judge(job(FITTED), Runner.Mode.RESUME, Progress.NONE));
    var ledger = new MemoryLedger();
    ScriptedModel first = model();
    first.failAfter = stopAfter;
    Observations open =
        session(ledger, first, Schedule.IN_ORDER)
            .judge(job(FITTED), Runner.Mode.RESUME, Progress.NONE);
    assertThat(RunResult.of(open, docket(), Gold.NONE, Bootstrap.none()).replies().open())
        .isPositive();
    ScriptedModel second = model();
    Session again = session(ledger, second, Schedule.AT_ONCE);
    assertThat(bytes(again.judge(job(FITTED), Runner.Mode.RESUME, Progress.NONE)))
        .isEqualTo(expected);
    assertThat(second.samples.get() + stopAfter).isEqualTo(40);
    assertThat(ledger.keys()).isEqualTo(whole.keys());
  }

  @Test
  void replayAsksNobodyAndSaysTheSame() {
    var ledger = new MemoryLedger();
    String expected =
        bytes(
            session(ledger, model(), Schedule.AT_ONCE)
                .judge(job(FITTED), Runner.Mode.RESUME, Progress.NONE));
    var protocols = new TreeMap<>(Map.of("scripted", ScriptedModel.PROTOCOL));
    MemoryLedger copy = ledger.copy();
    Roster roster = Roster.recorded(copy, protocols);
    Bench bench = Bench.of(roster.seats(), CustomJudges.NONE, new ReplyReader());
    var wires = new Wires(Limits.NONE, new TreeMap<>(), CLOCK);
    var replay = new Session(copy, roster, bench, Records.NONE, wires, Schedule.AT_ONCE, 1);
    assertThat(bytes(replay.judge(job(FITTED), Runner.Mode.REPLAY, Progress.NONE)))
        .isEqualTo(expected);
    assertThat(wires.count().attempts()).isZero();
  }

  private static List<String> wholes(MemoryLedger ledger) {
    var found = new ArrayList<String>();
    ledger.kept((key, rows) -> {
      if (key.startsWith("whole/")) found.add(key);
    });
    return found;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aFinishedRunIsReadInOnePieceAndADamagedPieceCaseByCase(boolean damaged) {
    var ledger = new MemoryLedger();
    String expected =
        bytes(
            session(ledger, model(), Schedule.IN_ORDER)
                .judge(job(BOTH_ORDERS), Runner.Mode.RESUME, Progress.NONE));
    String whole = wholes(ledger).getFirst();
    byte[] piece = ledger.kept(whole).orElseThrow();
    if (damaged) piece[piece.length / 2] ^= 1;
    ledger.keep(whole, piece);
    Session again = session(ledger, model(), Schedule.IN_ORDER);
    assertThat(again.done(job(BOTH_ORDERS))).isTrue();
    assertThat(bytes(again.judge(job(BOTH_ORDERS), Runner.Mode.RESUME, Progress.NONE)))
        .isEqualTo(expected);
    // A piece that was damaged is mended.
    assertThat(bytes(WholeDocket.read(ledger.kept(whole).orElseThrow(), 20).orElseThrow()))
        .isEqualTo(expected);
    assertThat(again.outside().reused()).isZero();
  }

  @Test
  void whatIsNotFinishedIsNotKeptInOnePiece() {
    var ledger = new MemoryLedger();
    ScriptedModel stopped = model();
    stopped.failAfter = 5;
    session(ledger, stopped, Schedule.IN_ORDER)
        .judge(job(BOTH_ORDERS), Runner.Mode.RESUME, Progress.NONE);
    assertThat(wholes(ledger)).isEmpty();
    Session again = session(ledger, model(), Schedule.IN_ORDER);
    assertThat(again.done(job(BOTH_ORDERS))).isFalse();
    again.judge(job(BOTH_ORDERS), Runner.Mode.RESUME, Progress.NONE);
    assertThat(wholes(ledger)).hasSize(1);
  }

  @Test
  void storedJudgmentsAreReadAndNotMadeAgain() {
    var ledger = new MemoryLedger();
    session(ledger, model(), Schedule.IN_ORDER)
        .judge(job(BOTH_ORDERS), Runner.Mode.RESUME, Progress.NONE);
    Session again = session(ledger, model(), Schedule.IN_ORDER);
    again.judge(job(BOTH_ORDERS), Runner.Mode.RESUME, Progress.NONE);
    assertThat(again.outside().reused()).isZero();
    Session made = session(ledger, model(), Schedule.IN_ORDER);
    made.judge(job(BOTH_ORDERS), Runner.Mode.REPLAY, Progress.NONE);
    assertThat(made.outside().reused()).isEqualTo(40);
  }
}
