package io.assize.e2e.page;

import io.assize.core.Candidate;
import io.assize.core.Case;
import io.assize.core.Item;
import io.assize.core.Judgment;
import io.assize.core.Party;
import io.assize.core.Provenance;
import io.assize.core.Result;
import io.assize.core.Verdict;
import io.assize.core.Why;
import io.assize.core.scale.Basis;
import io.assize.core.scale.Distribution;
import io.assize.core.scale.Outcome;
import io.assize.core.scale.Scale;
import io.assize.engine.docket.Assignment;
import io.assize.engine.observe.JudgmentRows;
import io.assize.engine.observe.Observations;
import io.assize.engine.trial.Decision;
import io.assize.engine.trial.Gold;
import io.assize.engine.trial.RunResult;
import io.assize.measures.inference.Bootstrap;
import io.assize.report.Facts;
import io.assize.report.JudgeReport;
import io.assize.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;

/** A run of many comparisons between eight systems, made by rule: texts, verdicts and labels. */
final class BigRun {

  private static final int SYSTEMS = 8;
  private static final Party JUDGE = Party.model("by-rule");

  private final List<Assignment> docket = new ArrayList<>();
  private final Observations seen = new Observations();
  private final String text;

  private BigRun(String text) {
    this.text = text;
  }

  /**
   * Make its report.
   *
   * @param pairs how many, an item each
   * @param text that stands in every text and name
   */
  static Report of(int pairs, String text) {
    var run = new BigRun(text);
    for (int i = 0; i < pairs; i++) run.pair(i);
    RunResult result = RunResult.of(run.seen, run.docket, GOLD, Bootstrap.of(20, 1));
    var facts =
        new Facts(
            List.of(),
            "by-rule",
            Optional.of(List.of()),
            "",
            "",
            "",
            Optional.of("big.run"),
            List.of(),
            true);
    var judge =
        new JudgeReport("main", result, List.of(run.seen), GOLD, List.of(), List.of(), facts);
    return new Report("big.run", List.of(judge), 0, "Made by a test.", key -> Optional.of(text));
  }

  /** The label is the other one in every fifth case. */
  private static final Gold GOLD =
      new Gold() {
        @Override
        public String by() {
          return "people";
        }

        @Override
        public Optional<Decision> of(Case pair) {
          int i = number(pair);
          if (i % 5 > 1) return Optional.empty();
          int wins = i % 5 == 0 ? 1 : 0;
          return Optional.of(new Decision.Better(pair.keys().stream().sorted().toList().get(wins)));
        }

        @Override
        public OptionalDouble grade(Case one) {
          return OptionalDouble.empty();
        }
      };

  private static int number(Case asked) {
    return Integer.parseInt(asked.item().id().substring(1));
  }

  private void pair(int i) {
    var fields = new TreeMap<String, String>();
    fields.put(Item.INPUT, "Question " + i + ": which of these is it? " + text);
    Item item = Item.of("q" + i, fields);
    Candidate a = answer(item, i % SYSTEMS, i);
    Candidate b = answer(item, (i + 1 + i / SYSTEMS % (SYSTEMS - 1)) % SYSTEMS, i);
    var asked = Case.of(item, List.of(a, b));
    docket.add(new Assignment(asked, 1));
    Result<Verdict> said =
        i % 50 == 49
            ? Result.missing(Why.UNREADABLE, "no verdict " + text)
            : Result.done(Verdict.of(sure(asked, 0.5 + i % 100 / 200.0)));
    seen.add(
        JudgmentRows.of(
            new Judgment(asked.id(), "better", JUDGE, said, List.of(), Provenance.of("tokens"))));
  }

  private Candidate answer(Item item, int system, int i) {
    return Candidate.of(
        item, Party.system("system-" + system + text), 0, "Answer " + "x".repeat(i % 97) + text);
  }

  private static Distribution sure(Case asked, double mass) {
    List<String> keys = asked.keys().stream().sorted().toList();
    var masses = new TreeMap<Outcome, Double>();
    masses.put(new Outcome.Prefer(keys.get(0)), mass);
    masses.put(new Outcome.Prefer(keys.get(1)), 1 - mass);
    return Distribution.of(
        new Scale.Preference(new TreeSet<>(keys), true), masses, 0, Basis.TOKENS);
  }
}
