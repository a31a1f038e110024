package io.assize.engine.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
import io.assize.core.scale.Basis;
import io.assize.core.scale.Distribution;
import io.assize.core.scale.Outcome;
import io.assize.core.scale.Scale;
import io.assize.engine.docket.Assignment;
import io.assize.engine.observe.JudgmentRows;
import io.assize.engine.observe.Observations;
import io.assize.measures.Estimate;
import io.assize.measures.inference.Bootstrap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Agreement with itself along what was varied, and with each rater apart. */
class VariedTest {

  private static final Party JUDGE = Party.model("judge");
  private static final Scale LEVELS = Scale.Levels.labelled("fail", "pass");

  private final Observations seen = new Observations();
  private final List<Case> cases = new ArrayList<>();

  private static Case pair(int i) {
    Item item = Item.of("q" + i, new TreeMap<>());
    return Case.of(
        item,
        List.of(
            Candidate.of(item, Party.system("ada"), 0, "a"),
            Candidate.of(item, Party.system("bob"), 0, "b")));
  }

  private static Judgment judgment(Case asked, Distribution said, List<Part> parts) {
    return new Judgment(
        asked.id(), "q", JUDGE, Result.done(Verdict.of(said)), parts, Provenance.of("text"));
  }

  private static Distribution level(int index) {
    return Distribution.point(LEVELS, new Outcome.Level(index), Basis.STATED);
  }

  private static Distribution better(Case asked, int index) {
    var scale = new Scale.Preference(new TreeSet<>(asked.keys()), true);
    return Distribution.point(scale, new Outcome.Prefer(asked.keys().get(index)), Basis.STATED);
  }

  private void graded(int i, String dimension, int... levels) {
    Item item = Item.of("q" + i, new TreeMap<>());
    Case asked = Case.of(item, List.of(Candidate.of(item, Party.system("ada"), 0, "a")));
    var parts = new ArrayList<Part>();
    for (int k = 0; k < levels.length; k++) {
      parts.add(
          new Part(new Step(dimension, "" + k), judgment(asked, level(levels[k]), List.of())));
    }
    cases.add(asked);
    seen.add(JudgmentRows.of(judgment(asked, level(1), parts)));
  }

  private static double value(Estimate e) {
    return e.value().orElseThrow().estimate();
  }

  @Test
  void threeDrawsOfWhichOneDiffersAgreeOnOnePairOfThree() {
    graded(1, "draw", 1, 1, 0);
    graded(2, "draw", 1, 1, 1);
    AlongDimension draws = AlongDimension.of(seen, cases).getFirst();
    assertThat(draws.dimension()).isEqualTo("draw");
    assertThat(draws.values()).isEqualTo(3);
    assertThat(value(draws.same())).isCloseTo(2.0 / 3, within(1e-12));
    // Observed 2/6, expected 2 * 1 * 5 / 30: by hand, after Krippendorff.
    assertThat(value(draws.alpha())).isCloseTo(0, within(1e-12));
  }

  @Test
  void whateverWasVariedIsOneMeasureButOtherQuestionsAreNot() {
    graded(1, "juror", 1, 0);
    graded(2, "criterion", 1, 0);
    graded(3, Step.CANDIDATE, 1, 0);
    assertThat(AlongDimension.of(seen, cases))
        .extracting(AlongDimension::dimension)
        .containsExactly("juror");
  }

  @Test
  void ordersOfPairsAreComparedByWhoWinsAndNotByKeys() {
    for (int i = 0; i < 4; i++) {
      Case asked = pair(i);
      Distribution first = better(asked, 0);
      Distribution second = better(asked, i == 0 ? 1 : 0);
      cases.add(asked);
      seen.add(
          JudgmentRows.of(
              judgment(
                  asked,
                  first,
                  List.of(
                      new Part(new Step(Step.ORDER, "x"), judgment(asked, first, List.of())),
                      new Part(new Step(Step.ORDER, "y"), judgment(asked, second, List.of()))))));
    }
    AlongDimension orders = AlongDimension.of(seen, cases).getFirst();
    assertThat(value(orders.same())).isEqualTo(0.75);
    assertThat(orders.same().n()).isEqualTo(4);
  }

  /** A rater who always prefers the answer in this place. */
  private static Gold always(int place) {
    return new Gold() {
      @Override
      public String by() {
        return "a rater";
      }

      @Override
      public Optional<Decision> of(Case pair) {
        return Optional.of(new Decision.Better(pair.keys().get(place)));
      }

      @Override
      public OptionalDouble grade(Case one) {
        return OptionalDouble.empty();
      }
    };
  }

  @Test
  void aJudgeThatFollowsOneRaterAndNotTheOtherIsSeenToDoSo() {
    var docket = new ArrayList<Assignment>();
    for (int i = 0; i < 6; i++) {
      Case asked = pair(i);
      docket.add(new Assignment(asked, 1));
      seen.add(JudgmentRows.of(judgment(asked, better(asked, 0), List.of())));
    }
    RunResult result = RunResult.of(seen, docket, always(0), Bootstrap.of(50, 1));
    var raters = new TreeMap<String, Gold>();
    raters.put("anna", always(0));
    raters.put("ben", always(1));
    raters.put("mute", Gold.NONE);
    var apart = RaterAgreements.of(result, raters, Bootstrap.of(50, 1));
    assertThat(apart).extracting(Agreement::who).containsExactly("anna", "ben");
    assertThat(value(apart.get(0).share())).isEqualTo(1);
    assertThat(value(apart.get(1).share())).isZero();
  }
}
