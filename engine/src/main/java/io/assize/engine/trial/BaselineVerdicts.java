package io.assize.engine.trial;

import io.assize.core.Case;
import io.assize.core.Result;
import io.assize.core.Why;
import io.assize.core.scale.Distribution;
import io.assize.judges.recipe.Form;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * What a judge that knows nothing says of every case.
 *
 * @param name of {@link io.assize.judges.run.Baselines#NAMES}
 * @param verdicts in the order of the docket; missing where it has nothing to go by
 */
@API(status = API.Status.EXPERIMENTAL)
public record BaselineVerdicts(String name, List<Result<Distribution>> verdicts) {

  public BaselineVerdicts {
    verdicts = List.copyOf(verdicts);
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
    if (verdicts.stream().anyMatch(v -> v instanceof Result.Done<Distribution>)) {
      return Optional.empty();
    }
    return verdicts.stream()
        .map(v -> v instanceof Result.Missing<Distribution> m ? m.detail() : "")
        .filter(d -> !d.isEmpty())
        .findFirst()
        .or(() -> Optional.of("there is no case"));
  }

  /** Return what it decides of a pair. */
  Decision decision(int theCase) {
    return switch (verdicts.get(theCase)) {
      case Result.Done<Distribution>(Distribution d) -> Decision.of(d);
      case Result.Missing<Distribution> m -> new Decision.None(Why.NOT_APPLICABLE);
    };
  }
}
