package io.assize.engine.run;

import io.assize.core.Case;
import io.assize.core.Judge;
import io.assize.core.Result;
import io.assize.core.Verdict;
import io.assize.core.scale.Distribution;
import io.assize.engine.door.Outside;
import io.assize.engine.trial.BaselineVerdicts;
import io.assize.judges.recipe.Form;
import io.assize.judges.recipe.Settings;
import io.assize.judges.run.Baselines;
import java.util.ArrayList;
import java.util.List;

/**
 * Has the judges that know nothing judge the same cases. They ask nobody: the door gives them a
 * case's own randomness and nothing else.
 *
 * @param outside of the run
 */
record BaselineRuns(Outside outside) implements BaselineVerdicts.Source {

  @Override
  public List<BaselineVerdicts> on(Form form, List<Case> cases) {
    var all = new ArrayList<BaselineVerdicts>();
    for (String name : Baselines.NAMES) {
      Judge judge = Baselines.of(name, form, Settings.NONE);
      var verdicts = new ArrayList<Result<Distribution>>();
      for (Case c : cases) {
        verdicts.add(judge.judge(c, outside.door(c, 0)).result().map(Verdict::value));
      }
      all.add(new BaselineVerdicts(name, verdicts));
    }
    return List.copyOf(all);
  }
}
