package io.assize.report.page;

import io.assize.core.Candidate;
import io.assize.core.Case;
import io.assize.core.Item;
import io.assize.core.Judgment;
import io.assize.core.Part;
import io.assize.core.Party;
import io.assize.core.Provenance;
import io.assize.core.Result;
import io.assize.core.Step;
import io.assize.core.Verdict;
import io.assize.core.Why;
import io.assize.core.call.CallKey;
import io.assize.core.json.Hash;
import io.assize.core.scale.Basis;
import io.assize.core.scale.Distribution;
import io.assize.core.scale.Outcome;
import io.assize.core.scale.Scale;
import io.assize.engine.docket.Assignment;
import io.assize.engine.files.Label;
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
import java.util.function.IntPredicate;

/** Runs made by hand: what is said of each case is decided by its number. */
final class Samples {

  private static final Party JUDGE = Party.model("judge");

  private final List<Assignment> docket = new ArrayList<>();
  private final Observations seen = new Observations();
  private Gold gold = Gold.NONE;
  private List<Label> labels = List.of();

  /**
   * Compare two systems, item by item, in both orders. The verdict is for a, but for every third
   * item, where it flips, and every tenth, which is unreadable.
   */
  static Samples pairs(int items, String a, String b, String text) {
    var samples = new Samples();
    for (int i = 0; i < items; i++) samples.pair(i, a, b, text);
    return samples;
  }

  /** Grade one system pass or fail: every fourth answer fails, every tenth is unreadable. */
  static Samples grades(int items, String system, String text) {
    var samples = new Samples();
    var levels = Scale.Levels.labelled("fail", "pass");
    for (int i = 0; i < items; i++) {
      Item item = item(i, text);
      var answer = Candidate.of(item, Party.system(system), 0, "Answer " + i + " " + text);
      var asked = Case.of(item, List.of(answer));
      Result<Verdict> said =
          i % 10 == 9
              ? Result.missing(Why.UNREADABLE, "neither " + text)
              : Result.done(
                  Verdict.of(
                      Distribution.point(
                          levels, new Outcome.Level(i % 4 == 3 ? 0 : 1), Basis.STATED)));
      samples.add(asked, said, List.of());
    }
    return samples;
  }

  /** Label the cases of some items for the second system, or with the lower grade. */
  Samples labelled(IntPredicate items) {
    gold =
        new Gold() {
          @Override
          public String by() {
            return "people";
          }

          @Override
          public Optional<Decision> of(Case pair) {
            if (!items.test(number(pair))) return Optional.empty();
            return Optional.of(new Decision.Better(pair.keys().getLast()));
          }

          @Override
          public OptionalDouble grade(Case one) {
            return items.test(number(one)) ? OptionalDouble.of(0) : OptionalDouble.empty();
          }
        };
    return this;
  }

  /** Say what each rater said. */
  Samples said(List<Label> by) {
    labels = by;
    return this;
  }

  private static int number(Case asked) {
    return Integer.parseInt(asked.item().id().replaceAll("\\D", ""));
  }

  private static Item item(int i, String text) {
    var fields = new TreeMap<String, String>();
    fields.put(Item.INPUT, "Question " + i + " " + text);
    return Item.of("q" + i, fields);
  }

  private void pair(int i, String a, String b, String text) {
    Item item = item(i, text);
    var one = Candidate.of(item, Party.system(a), 0, "Long answer " + i + " " + text);
    var two = Candidate.of(item, Party.system(b), 0, "Answer " + i);
    var asked = Case.of(item, List.of(one, two));
    if (i % 10 == 9) {
      add(asked, Result.missing(Why.UNREADABLE, "no verdict " + text), List.of());
      return;
    }
    var scale = new Scale.Preference(new TreeSet<>(asked.keys()), true);
    Distribution first = sure(scale, one.key(), two.key());
    Distribution second = i % 3 == 2 ? sure(scale, two.key(), one.key()) : first;
    add(
        asked,
        Result.done(Verdict.of(Distribution.mix(List.of(first, second), new double[] {0.5, 0.5}))),
        List.of(
            order(asked, one.key() + ">" + two.key(), first),
            order(asked, two.key() + ">" + one.key(), second)));
  }

  private static Distribution sure(Scale scale, String winner, String loser) {
    var mass = new TreeMap<Outcome, Double>();
    mass.put(new Outcome.Prefer(winner), 0.75);
    mass.put(new Outcome.Prefer(loser), 0.25);
    return Distribution.of(scale, mass, 0, Basis.TOKENS);
  }

  private static Part order(Case asked, String order, Distribution said) {
    var from = new Provenance("tokens", List.of(key(asked.item().id() + order)), Optional.empty());
    return new Part(
        new Step(Step.ORDER, order),
        new Judgment(asked.id(), "better", JUDGE, Result.done(Verdict.of(said)), List.of(), from));
  }

  private static CallKey key(String of) {
    return new CallKey(Hash.of(of), List.of());
  }

  private void add(Case asked, Result<Verdict> said, List<Part> parts) {
    docket.add(new Assignment(asked, 1));
    var from = Provenance.of(parts.isEmpty() ? "text" : "mean");
    seen.add(JudgmentRows.of(new Judgment(asked.id(), "better", JUDGE, said, parts, from)));
  }

  /** Return the judge's report. */
  JudgeReport judge(String name) {
    RunResult result = RunResult.of(seen, docket, gold, Bootstrap.of(50, 1));
    var facts =
        new Facts(
            List.of(),
            "model-x",
            Optional.of(List.of()),
            "--labels FILE",
            "",
            "",
            Optional.of("x.run"),
            List.of(),
            true);
    return new JudgeReport(name, result, List.of(seen), gold, labels, List.of(), facts);
  }

  /** Return a report of this judge alone, each of whose replies says the same. */
  Report report(String reply) {
    return new Report(
        "x.run", List.of(judge("main")), 0, "Made by a test.", key -> Optional.of(reply));
  }
}
