package io.assize.engine.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
import io.assize.engine.probe.Effect.Finding;
import io.assize.engine.trial.Decision;
import io.assize.engine.trial.Gold;
import io.assize.judges.probe.Probe;
import io.assize.judges.probe.Probes;
import io.assize.measures.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a probe says of verdicts that were worked out by hand. */
class ProbeTrialTest {

  private static final Scale.Levels FIVE = Scale.Levels.range(1, 5, 1);

  private static List<Assignment> answers(int n) {
    return IntStream.range(0, n)
        .mapToObj(i -> {
          Item item = Item.of("q" + i, new TreeMap<>());
          var one = Candidate.of(item, Party.system("a"), 0, "It is so, as all know: " + i);
          return new Assignment(Case.of(item, List.of(one)), 1);
        })
        .toList();
  }

  private static List<Case> cases(List<Assignment> docket) {
    return docket.stream().map(Assignment::asked).toList();
  }

  /** Grades in the order of the cases; 0 is unreadable. */
  private static Observations graded(List<Case> cases, int... grades) {
    var seen = new Observations();
    for (int i = 0; i < grades.length; i++) {
      Case asked = cases.get(i);
      Result<Verdict> said =
          grades[i] == 0
              ? Result.missing(Why.UNREADABLE, "Hm.")
              : Result.done(
                  Verdict.of(
                      Distribution.point(FIVE, new Outcome.Level(grades[i] - 1), Basis.STATED)));
      seen.add(
          JudgmentRows.of(
              new Judgment(
                  asked.id(), "q", Party.model("j"), said, List.of(), Provenance.of("text"))));
    }
    return seen;
  }

  private static Probe probe(String name) {
    return Probes.named("", List.of(name)).getFirst();
  }

  private static double number(Estimate e) {
    return e.value().orElseThrow().estimate();
  }

  /** Grades are known to be right where they are 3. */
  private static final Gold THREE =
      new Gold() {
        @Override
        public String by() {
          return "test";
        }

        @Override
        public Optional<Decision> of(Case pair) {
          return Optional.empty();
        }

        @Override
        public OptionalDouble grade(Case one) {
          return OptionalDouble.of(3);
        }
      };

  @Test
  void gradesMoveByASharesOfTheirScaleAndWhatCannotBeReadIsNoMove() {
    List<Assignment> docket = answers(6);
    List<Case> cases = cases(docket);
    var first = graded(cases, 3, 3, 3, 3, 3, 0);
    var again = graded(cases, 3, 3, 3, 3, 4, 3);
    var trial = new ProbeTrial(cases, List.of(first, again), THREE);
    var changed = ProbeCases.of(probe("authority"), docket, Optional.empty(), 1);
    assertThat(changed.shown()).hasSize(6);
    // Up by 1, up by 2, the same, down by 1; the fifth unreadable, the sixth was.
    Effect e = trial.changed(changed, graded(cases(changed.docket()), 4, 5, 3, 2, 0, 5));
    assertThat(e.changed().n()).isEqualTo(4);
    assertThat(number(e.changed())).isEqualTo(0.75);
    assertThat(number(e.shift())).isCloseTo((1 + 2 + 0 - 1) / 4.0 / 4, within(1e-12));
    assertThat(number(e.beyond())).isEqualTo(0.75);
    assertThat(e.missing()).containsExactly(java.util.Map.entry(Why.UNREADABLE, 1L));
    assertThat(e.missingBefore()).isEqualTo(1);
    Effect.Right right = e.right().orElseThrow();
    assertThat(number(right.before())).isEqualTo(1);
    assertThat(number(right.after())).isEqualTo(0.25);
    assertThat(number(right.difference())).isEqualTo(-0.75);
    Effect repeat = trial.asked(probe("repeat"));
    assertThat(number(repeat.changed())).isEqualTo(0.2);
    assertThat(repeat.changed().n()).isEqualTo(5);
    assertThat(repeat.finding()).isEqualTo(Finding.NOT_TESTED);
    var all = new TreeMap<String, Effect>();
    all.put("authority", e);
    all.put("repeat", repeat);
    ProbeResult result = trial.result(all, List.of());
    assertThat(result.unit()).isEqualTo(new Unit.Grade(1, 5, 0.25));
    assertThat(result.effects())
        .extracting(x -> x.probe().name())
        .containsExactly("repeat", "authority");
    assertThat(result.tests()).isEqualTo(2);
  }

  @Test
  void whatChangesByItselfIsTakenOffCaseByCase() {
    List<Assignment> docket = answers(4);
    List<Case> cases = cases(docket);
    // The first two change by themselves, each time or every second time.
    var trial =
        new ProbeTrial(
            cases,
            List.of(
                graded(cases, 3, 3, 3, 3), graded(cases, 4, 4, 3, 3), graded(cases, 4, 3, 3, 3)),
            Gold.NONE);
    var changed = ProbeCases.of(probe("plea"), docket, Optional.empty(), 1);
    Effect e = trial.changed(changed, graded(cases(changed.docket()), 4, 4, 4, 3));
    assertThat(number(e.changed())).isEqualTo(0.75);
    assertThat(number(e.beyond())).isEqualTo(0.75 - (1 + 0.5) / 4);
    assertThat(e.right()).isEmpty();
    var once = new ProbeTrial(cases, List.of(graded(cases, 3, 3, 3, 3)), Gold.NONE);
    Effect alone = once.changed(changed, graded(cases(changed.docket()), 4, 4, 4, 3));
    assertThat(((Estimate.Undefined) alone.beyond()).reason())
        .isEqualTo("the same was not asked again");
    assertThat(alone.beyondP()).isEmpty();
  }

  @Test
  void aControlIsNoticedWhereTheGradeFallsAndFailsTheGateWhereNot() {
    List<Assignment> docket = answers(20);
    List<Case> cases = cases(docket);
    int[] fours = IntStream.range(0, 20).map(i -> 4).toArray();
    int[] ones = IntStream.range(0, 20).map(i -> 1 + i % 2).toArray();
    var trial = new ProbeTrial(cases, List.of(graded(cases, fours)), Gold.NONE);
    var shuffled = ProbeCases.of(probe("shuffle"), docket, Optional.empty(), 1);
    List<Case> shown = cases(shuffled.docket());
    Effect falls = only(trial, trial.changed(shuffled, graded(shown, ones)));
    assertThat(falls.finding()).isEqualTo(Finding.NOTICED);
    assertThat(falls.fails(0)).isFalse();
    Effect deaf = only(trial, trial.changed(shuffled, graded(shown, fours)));
    assertThat(deaf.finding()).isEqualTo(Finding.UNNOTICED);
    assertThat(deaf.fails(0.99)).isTrue();
    // The same fall by a probe that should do nothing is found, and fails below its nearer end.
    var plea = ProbeCases.of(probe("plea"), docket, Optional.empty(), 1);
    Effect found = only(trial, trial.changed(plea, graded(cases(plea.docket()), ones)));
    assertThat(found.finding()).isEqualTo(Finding.FOUND);
    double high = found.shift().value().orElseThrow().interval().orElseThrow().high();
    assertThat(high).isNegative();
    assertThat(found.surely()).isEqualTo(-high);
    assertThat(found.fails(-high - 0.001)).isTrue();
    assertThat(found.fails(-high + 0.001)).isFalse();
  }

  private static Effect only(ProbeTrial trial, Effect e) {
    var one = new TreeMap<String, Effect>();
    one.put(e.probe().name(), e);
    return trial.result(one, List.of()).effects().getFirst();
  }

  /** Which answer of a pair is touched is drawn, alike in each run, and whatever else there is. */
  @Test
  void theTouchedAnswerIsDrawnByTheCaseAlone() {
    var docket = new ArrayList<Assignment>();
    for (int i = 0; i < 200; i++) {
      Item item = Item.of("q" + i, new TreeMap<>());
      var a = Candidate.of(item, Party.system("a"), 0, "A says so.");
      var b = Candidate.of(item, Party.system("b"), 0, "B says so.");
      docket.add(new Assignment(Case.of(item, i % 2 == 0 ? List.of(a, b) : List.of(b, a)), 1));
    }
    var all = ProbeCases.of(probe("pad"), docket, Optional.empty(), 1);
    long a = all.shown().stream().filter(s -> s.key().orElseThrow().endsWith(".a")).count();
    long first =
        all.shown().stream()
            .filter(s -> s.changed().asked().keys().getFirst().equals(s.key().orElseThrow()))
            .count();
    assertThat(a).isBetween(75L, 125L);
    assertThat(first).isBetween(75L, 125L);
    var some = ProbeCases.of(probe("pad"), docket.subList(50, 60), Optional.empty(), 1);
    assertThat(some.docket()).isEqualTo(all.docket().subList(50, 60));
    assertThat(ProbeCases.of(probe("pad"), docket, Optional.empty(), 2).docket())
        .isNotEqualTo(all.docket());
    // Where the drawn answer cannot be changed, the other one is.
    var one = docket.getFirst().asked();
    var greeting =
        one.with(
            List.of(
                one.candidates().getFirst(),
                Candidate.of(one.item(), Party.system("b"), 0, "Sure! B says so.")));
    var trimmed =
        ProbeCases.of(probe("trim"), List.of(new Assignment(greeting, 1)), Optional.empty(), 1);
    assertThat(trimmed.shown().getFirst().key()).contains("q0.b");
    assertThat(ProbeCases.of(probe("trim"), docket, Optional.empty(), 1).left()).isEqualTo(200);
  }
}
