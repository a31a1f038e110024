package io.assize.engine.run;

import io.assize.core.Case;
import io.assize.engine.trial.BaselineVerdicts;
import io.assize.judges.recipe.Form;
import io.assize.judges.run.Baselines;
import java.util.List;

/**
 * Has the judges that know nothing judge the same cases. They ask nobody.
 *
 * @param seed of the run, which the one that draws draws by
 */
record BaselineRuns(long seed) implements BaselineVerdicts.Source {

  @Override
  public List<BaselineVerdicts> on(Form form, List<Case> cases) {
    return Baselines.NAMES.stream()
        .map(name -> new BaselineVerdicts(name, Baselines.outcomes(name, form, cases, seed)))
        .toList();
  }
}
