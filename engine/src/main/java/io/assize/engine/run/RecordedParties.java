package io.assize.engine.run;

import io.assize.core.Case;
import io.assize.core.Result;
import io.assize.core.Why;
import io.assize.core.scale.Outcome;
import io.assize.core.scale.Scale;
import io.assize.engine.files.DataFile;
import io.assize.engine.trial.Baseline;
import io.assize.engine.trial.BaselineVerdicts;
import io.assize.engine.trial.Decision;
import io.assize.engine.trial.Gold;
import io.assize.engine.trial.LabelledGold;
import io.assize.judges.recipe.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Puts the graders of another tool, whose words stand in the files, beside the judge: on the same
 * cases, against the same labels. Of two answers that were graded apart, the higher grade is
 * better.
 *
 * @param others who stand there as well
 * @param data with what the graders said
 * @param levels that the judge grades on; empty where pairs are compared
 */
record RecordedParties(BaselineVerdicts.Source others, DataFile data, Optional<Scale.Levels> levels)
    implements BaselineVerdicts.Source {

  @Override
  public List<BaselineVerdicts> on(Form form, List<Case> cases) {
    var all = new ArrayList<>(others.on(form, cases));
    LabelledGold.byRater(data.labelled(data.recorded()), Optional.empty())
        .forEach((name, said) ->
            all.add(
                new BaselineVerdicts(
                    name,
                    Baseline.Kind.RECORDED,
                    cases.stream().map(c -> outcome(c, said)).toList())));
    return all;
  }

  private Result<Outcome> outcome(Case asked, Gold said) {
    if (asked.candidates().size() == 2) {
      Optional<Outcome> better = said.of(asked).map(RecordedParties::outcome);
      return better
          .map(Result::done)
          .orElseGet(() -> Result.missing(Why.NOT_RECORDED, "it says nothing of these answers"));
    }
    OptionalDouble grade = said.grade(asked);
    if (grade.isEmpty()) return Result.missing(Why.NOT_RECORDED, "it says nothing of the answers");
    return levels
        .flatMap(l -> l.at(grade.getAsDouble()))
        .map(Result::done)
        .orElseGet(() ->
            Result.missing(Why.NOT_APPLICABLE, "its grades are no levels of the judge's scale"));
  }

  private static Outcome outcome(Decision said) {
    return said instanceof Decision.Better b ? new Outcome.Prefer(b.key()) : new Outcome.Tie();
  }
}
