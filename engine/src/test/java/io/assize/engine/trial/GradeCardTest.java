package io.assize.engine.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.assize.core.Candidate;
import io.assize.core.Case;
import io.assize.core.Item;
import io.assize.core.Party;
import io.assize.core.Result;
import io.assize.core.Why;
import io.assize.core.scale.Basis;
import io.assize.core.scale.Distribution;
import io.assize.core.scale.Outcome;
import io.assize.core.scale.Scale;
import io.assize.engine.observe.Observations;
import io.assize.measures.inference.Bootstrap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Whoever says the same of every answer is one judge, under however many names. */
class GradeCardTest {

  private static final Scale.Levels LEVELS = Scale.Levels.range(0, 3, 1);

  private static final Gold ALL_TWO =
      new Gold() {
        @Override
        public String by() {
          return "anna";
        }

        @Override
        public Optional<Decision> of(Case pair) {
          return Optional.empty();
        }

        @Override
        public OptionalDouble grade(Case one) {
          return OptionalDouble.of(2);
        }
      };

  private static Distribution level(int index) {
    return Distribution.point(LEVELS, new Outcome.Level(index), Basis.STATED);
  }

  private static BaselineVerdicts says(String name, int... levels) {
    var all = new ArrayList<Result<Outcome>>();
    for (int l : levels) all.add(Result.done(new Outcome.Level(l)));
    return new BaselineVerdicts(name, all);
  }

  private static List<Baseline> baselines(List<Integer> judged, BaselineVerdicts... baselines) {
    var rows = new ArrayList<GradeTable.Row>();
    for (int i = 0; i < judged.size(); i++) {
      Item item = Item.of("q" + i, new TreeMap<>());
      Candidate c = Candidate.of(item, Party.system("ada"), 0, "An answer");
      rows.add(
          new GradeTable.Row(
              Case.of(item, List.of(c)),
              c,
              Optional.of(level(judged.get(i))),
              Optional.empty(),
              List.of(),
              List.of((double) judged.get(i))));
    }
    var trial = new GradeTrial(new GradeTable(rows), ALL_TWO, List.of(baselines), Bootstrap.none());
    return trial.result(List.of(new Observations())).card().baselines();
  }

  @Test
  void alwaysTheHighestIsAlwaysTheCommonestWhereThatIsTheHighest() {
    var all = baselines(List.of(3, 3, 1), says("constant", 3, 3, 3), says("random", 3, 3, 3));
    assertThat(all.get(0).sameAs()).contains("always 3");
    assertThat(all.get(1).sameAs()).as("by chance only").isEmpty();
  }

  @Test
  void anotherGradeIsAnotherJudge() {
    var all = baselines(List.of(1, 1, 3), says("constant", 3, 3, 3));
    assertThat(all.getFirst().sameAs()).isEmpty();
  }

  @Test
  void aBaselineThatIsSilentIsNobody() {
    var silent =
        new BaselineVerdicts(
            "constant", List.of(Result.missing(Why.NOT_APPLICABLE, "nothing to go by")));
    assertThat(baselines(List.of(3), silent).getFirst().sameAs()).isEmpty();
  }
}
