package io.assize.engine.run;

import io.assize.core.AssizeException;
import io.assize.core.Case;
import io.assize.core.Judgment;
import io.assize.core.Result;
import io.assize.core.Why;
import io.assize.core.call.Entry;
import io.assize.core.call.Ledger;
import io.assize.core.json.Hash;
import io.assize.core.json.Json;
import io.assize.engine.docket.MixedBatches;
import io.assize.engine.door.Outside;
import io.assize.engine.fit.FitMethods;
import io.assize.engine.observe.JudgmentRows;
import io.assize.engine.observe.Observations;
import io.assize.judges.recipe.Recipe;
import io.assize.judges.run.Bench;
import io.assize.judges.run.Interpreter;
import io.assize.judges.run.Parameters;
import io.assize.judges.run.RoundsTable;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Closes the barriers of a recipe, outermost first: fits and rounds.
 *
 * <p>A barrier closes over nothing open. What it was closed over is recorded as a hash: the numbers
 * themselves are computed again each time, and another hash is a defect that is told.
 */
final class Barriers {

  private final Outside outside;
  private final Ledger ledger;
  private final Job job;
  private final Runner runner;
  private final Runner.Mode mode;
  private final List<Case> cases;
  private final SortedMap<Hash, Hash> closed = new TreeMap<>();
  private Bench bench;

  Barriers(Outside outside, Ledger ledger, Bench bench, Job job, Runner runner, Runner.Mode mode) {
    this.outside = outside;
    this.ledger = ledger;
    this.bench = bench;
    this.job = job;
    this.runner = runner;
    this.mode = mode;
    this.cases = job.cases();
    ledger.events(entry -> {
      if (entry instanceof Entry.Closed c) closed.put(c.barrier(), c.seen());
    });
  }

  /** Return the bench with all that was learned; what is open stays open there. */
  Bench close() {
    Recipe rest = job.recipe();
    while (true) {
      switch (rest) {
        case Recipe.Fitted f -> rest = fit(f);
        case Recipe.Rounds r -> rest = rounds(r);
        default -> {
          return bench;
        }
      }
    }
  }

  private Recipe fit(Recipe.Fitted f) {
    var interpreter = new Interpreter(bench);
    var all =
        judge(
            "fitting " + f.name(),
            cases,
            c -> interpreter.judge(f.on(), c, outside.door(c, job.occasion())));
    long open = all.open();
    if (open > 0) {
      bench =
          bench.withFit(
              f.name(),
              new Parameters(
                  Result.missing(
                      Why.PENDING, f.name() + " waits for " + open + " open judgments")));
      return f.body();
    }
    record(f.name(), all);
    var roots = cases.stream().map(c -> c.item().root()).toList();
    var tables = FitMethods.fit(f.method(), f.settings(), f.folds(), all.seen(), roots);
    bench = bench.withFit(f.name(), new Parameters(Result.done(tables)));
    return f.body();
  }

  private Recipe rounds(Recipe.Rounds r) {
    var docket = new MixedBatches(job.seed());
    var table = RoundsTable.empty(r.name());
    for (int round = 0; round < r.most(); round++) {
      int number = round;
      var interpreter = new Interpreter(bench);
      var batches = docket.compose(r, cases, table, round);
      var all =
          judge(
              r.name() + " round " + (round + 1),
              batches,
              c -> interpreter.judge(r.on(), c, outside.door(c, job.occasion(), number)));
      if (all.open() > 0) {
        bench = bench.withRounds(r.name(), new TreeMap<>());
        return r.body();
      }
      record(r.name() + "/" + round, all);
      table = table.plus(round, batches, all.judgments());
    }
    bench = bench.withRounds(r.name(), table.judgments());
    return r.body();
  }

  private record All(Observations seen, List<Judgment> judgments, long open) {}

  @FunctionalInterface
  private interface Judges {
    Judgment judge(Case asked);
  }

  private All judge(String phase, List<Case> of, Judges judges) {
    var made = new ConcurrentSkipListMap<String, Judgment>();
    var seen =
        runner.each(
            phase,
            of,
            Kept.nothing(of.size()),
            i -> {
              Case c = of.get(i);
              Judgment j = judges.judge(c);
              made.put(place(c), j);
              return JudgmentRows.of(j);
            },
            rows -> {});
    var list = of.stream().map(c -> made.get(place(c))).toList();
    return new All(seen, list, list.stream().filter(Judgment::open).count());
  }

  private static String place(Case c) {
    return c.id() + String.join(">", c.keys());
  }

  private void record(String name, All all) {
    Hash barrier =
        Hash.of(
            Json.object()
                .put("recipe", job.hash().toString())
                .put("node", name)
                .put("occasion", job.occasion())
                .put("cases", Json.texts(cases.stream().map(Barriers::place).sorted().toList()))
                .build());
    Hash seen = Hash.of(Json.array(all.judgments(), Judgment::toJson));
    Hash before = closed.get(barrier);
    if (before != null && !before.equals(seen)) {
      throw AssizeException.defect(
          "barrier " + name + " was closed over other judgments before: resume is not run again",
          new IllegalStateException(before + " then " + seen));
    }
    if (before == null && mode == Runner.Mode.RESUME)
      ledger.append(new Entry.Closed(barrier, seen));
    closed.put(barrier, seen);
  }
}
