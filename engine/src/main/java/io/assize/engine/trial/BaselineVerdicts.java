package io.assize.engine.trial;

import io.assize.core.Case;
import io.assize.core.Result;
import io.assize.core.Why;
import io.assize.core.scale.Outcome;
import io.assize.judges.recipe.Form;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * What a judge that knows nothing says of every case, or a grader of another tool.
 *
 * @param name of {@link io.assize.judges.run.Baselines#NAMES}, or the grader's
 * @param kind what it goes by
 * @param outcomes in the order of the docket; missing where it has nothing to go by
 */
@API(status = API.Status.EXPERIMENTAL)
public record BaselineVerdicts(String name, Baseline.Kind kind, List<Result<Outcome>> outcomes) {

  /** Make what one of {@link io.assize.judges.run.Baselines#NAMES} says. */
  public BaselineVerdicts(String name, List<Result<Outcome>> outcomes) {
    this(name, Baseline.Kind.of(name), outcomes);
  }

  public BaselineVerdicts {
    outcomes = List.copyOf(outcomes);
  }

  /** Makes the verdicts of all of them. */
  @FunctionalInterface
  public interface Source {

    /** There are none. */
    Source NONE = (form, cases) -> List.of();

    /**
     * Judge.
     *
     * @param form what the judge beside them was asked
     * @param cases in the order of the docket
     */
    List<BaselineVerdicts> on(Form form, List<Case> cases);
  }

  /** Return why it has nothing to say of any case, empty where it says something of one. */
  Optional<String> silent() {
    String detail = "";
    for (Result<Outcome> o : outcomes) {
      switch (o) {
        case Result.Done<Outcome> d -> {
          return Optional.empty();
        }
        case Result.Missing<Outcome> m -> {
          if (detail.isEmpty()) detail = m.detail();
        }
      }
    }
    return Optional.of(detail.isEmpty() ? "there is no case" : detail);
  }

  /** Return what it decides of a pair. */
  Decision decision(int theCase) {
    return switch (outcomes.get(theCase)) {
      case Result.Done<Outcome>(Outcome o) -> Decision.of(o);
      case Result.Missing<Outcome> m -> new Decision.None(Why.NOT_APPLICABLE);
    };
  }
}
