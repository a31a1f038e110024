package io.assize.e2e;

import io.assize.core.call.Model;
import io.assize.core.call.Protocol;
import io.assize.engine.config.ConfigReader;
import io.assize.engine.config.JudgeConfig;
import io.assize.engine.door.Schedule;
import io.assize.engine.files.DataFile;
import io.assize.engine.run.Execution;
import io.assize.engine.run.ModelSource;
import io.assize.engine.run.Progress;
import io.assize.engine.trial.Conflict;
import io.assize.engine.trial.Decision;
import io.assize.engine.trial.Gold;
import io.assize.engine.trial.GradeTable;
import io.assize.engine.trial.LabelledGold;
import io.assize.engine.trial.OrderAccuracy;
import io.assize.engine.trial.PairTable;
import io.assize.engine.trial.Replies;
import io.assize.engine.trial.RunResult;
import io.assize.measures.Estimate;
import io.assize.models.wire.Protocols;
import io.assize.store.SqliteLedger;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a real judge did on LLMBar, measured: against the labels, against itself in the other order,
 * and its grades against its comparisons.
 */
final class Figures {

  private final StringBuilder text = new StringBuilder();
  private final Map<String, RunResult> results = new LinkedHashMap<>();
  private final Gold gold;

  private Figures(Gold gold) {
    this.gold = gold;
  }

  /** Compute them from what a run keeps; nothing is asked. */
  static String of(LlmBarRun run, String name) {
    var loaded =
        ConfigReader.read(
            run.folder().resolve("assize.yaml"), Optional.of(LlmBarRun.data().getRoot()));
    try (var ledger = SqliteLedger.readOnly(run.ledger(name))) {
      var execution =
          new Execution(
              loaded.config(),
              loaded.folder(),
              ledger,
              new Nobody(),
              false,
              Schedule.AT_ONCE,
              InstantSource.system());
      DataFile data = execution.inputs(Progress.NONE).data();
      var figures = new Figures(new LabelledGold(data, Optional.empty()));
      var all = new ArrayList<Execution.Judged>();
      for (JudgeConfig judge : loaded.config().judges()) {
        all.add(execution.judge(execution.bind(judge, data), data, Progress.NONE));
      }
      for (var judged : execution.joined(all)) {
        figures.results.put(judged.judge().config().name(), judged.result());
      }
      return figures.text(run.items());
    }
  }

  private String text(int items) {
    say("LLMBar Natural, the first %d items: each asked in two orders, each answer graded.", items);
    results.forEach(this::judge);
    results.forEach((name, result) -> {
      if (result instanceof RunResult.Pairs p) p.conflicts().forEach(c -> against(name, c));
    });
    return text.toString();
  }

  private void judge(String name, RunResult result) {
    Replies replies = result.replies();
    say(
        "%s: %d calls, %d of %d values read; missing %s; read by %s",
        name,
        replies.calls(),
        replies.read(),
        replies.values(),
        replies.missing(),
        replies.rules());
    switch (result) {
      case RunResult.Pairs p -> pairs(p.table());
      case RunResult.Grades g -> {
        byGrades("  right by the likeliest grade", g.table(), true);
        byGrades("  right by the expected grade ", g.table(), false);
      }
    }
  }

  private void pairs(PairTable table) {
    for (OrderAccuracy.Missing policy : OrderAccuracy.Missing.values()) {
      OrderAccuracy.of(table, gold, policy)
          .ifPresentOrElse(
              a ->
                  say(
                      "  %s: right %.1f %% in one order and %.1f %% in the other, %.1f %% in both;"
                          + " the same verdict in both %.1f %%; of %d pairs (%d without a verdict)",
                      word(policy),
                      100 * a.first(),
                      100 * a.second(),
                      100 * a.both(),
                      100 * a.agreement(),
                      a.n(),
                      a.missing()),
              () -> say("  %s: no pair counts", word(policy)));
    }
    int flips = 0;
    var both = new Tally();
    for (PairTable.Row row : table.rows()) {
      var said = row.orders().values().stream().filter(d -> !(d instanceof Decision.None)).toList();
      if (said.size() == 2 && !said.get(0).equals(said.get(1))) flips++;
      both.add(row.whole(), gold.of(row.asked()));
    }
    say("  flips: %d of %d; both orders joined: %s", flips, table.rows().size(), both);
  }

  private static String word(OrderAccuracy.Missing policy) {
    return policy == OrderAccuracy.Missing.AS_LLMBAR ? "as LLMBar counts" : "missing set aside";
  }

  private void byGrades(String what, GradeTable table, boolean likeliest) {
    var tally = new Tally();
    compared(table, likeliest).forEach((item, two) -> tally.add(two.decision(), two.truth()));
    say("%s: %s", what, tally);
  }

  /** Two answers to one item by their grades, and what the label says. */
  private record Compared(Decision decision, Optional<Decision> truth) {}

  private SortedMap<String, Compared> compared(GradeTable table, boolean likeliest) {
    var byItem = new TreeMap<String, List<GradeTable.Row>>();
    for (GradeTable.Row row : table.rows()) {
      byItem.computeIfAbsent(row.asked().item().id(), k -> new ArrayList<>()).add(row);
    }
    var all = new TreeMap<String, Compared>();
    byItem.forEach((item, rows) -> {
      GradeTable.Row a = rows.get(0);
      GradeTable.Row b = rows.get(1);
      OptionalDouble x = likeliest ? a.likeliest() : a.expected();
      OptionalDouble y = likeliest ? b.likeliest() : b.expected();
      Decision decision =
          x.isEmpty() || y.isEmpty()
              ? new Decision.None(a.why().or(b::why).orElse(io.assize.core.Why.UNREADABLE))
              : Decision.of(
                  a.candidate().key(), x.getAsDouble(), b.candidate().key(), y.getAsDouble());
      var asked = a.asked();
      var pair = io.assize.core.Case.of(asked.item(), List.of(a.candidate(), b.candidate()));
      all.put(item, new Compared(decision, gold.of(pair)));
    });
    return all;
  }

  /** Where grades and comparisons of one judge contradict each other. */
  private void against(String pairs, Conflict conflict) {
    said(pairs, conflict.grades(), "the likeliest", conflict.likeliest());
    said(pairs, conflict.grades(), "probabilities", conflict.probabilities());
  }

  private void said(String pairs, String grades, String by, Conflict.Said said) {
    say(
        "%s against %s by %s: conflict %s, reversed %s; grades tie in %d, comparisons in %d",
        pairs,
        grades,
        by,
        share(said.conflict()),
        share(said.reversed()),
        said.tiedGrades(),
        said.tiedComparisons());
  }

  private static String share(Estimate share) {
    return switch (share) {
      case Estimate.Value v ->
          String.format(Locale.ROOT, "%.1f %% of %d", 100 * v.estimate(), v.n());
      case Estimate.Undefined u -> u.reason();
    };
  }

  private void say(String form, Object... of) {
    text.append(String.format(Locale.ROOT, form, of)).append('\n');
  }

  /** Right, wrong, tied and missing decisions. */
  private static final class Tally {
    private int right;
    private int wrong;
    private int tied;
    private int missing;

    void add(Decision said, Optional<Decision> truth) {
      if (truth.isEmpty()) return;
      switch (said) {
        case Decision.None n -> missing++;
        case Decision.Tie t -> tied++;
        case Decision.Better b -> {
          if (b.equals(truth.get())) right++;
          else wrong++;
        }
      }
    }

    @Override
    public String toString() {
      return right + " right, " + wrong + " wrong, " + tied + " tied, " + missing + " missing";
    }
  }

  /** Nobody is asked: only what was recorded is read. */
  private static final class Nobody implements ModelSource {
    @Override
    public Model model(String where, String name) {
      throw new IllegalStateException("asked for " + name);
    }

    @Override
    public Model command(String where, String command) {
      throw new IllegalStateException("asked for " + command);
    }

    @Override
    public SortedMap<String, Protocol> protocols() {
      var all = new TreeMap<String, Protocol>();
      Protocols.all().forEach(p -> all.put(p.name(), p));
      return all;
    }
  }
}
