package io.assize.engine.run;

import io.assize.core.Case;
import io.assize.core.json.Hash;
import io.assize.engine.docket.Assignment;
import io.assize.judges.recipe.Recipe;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * What is to be judged, and how.
 *
 * @param name of the judge in the run
 * @param recipe bound: every parameter has its value
 * @param hash of the bound recipe with its prompts
 * @param rubric hash of the rubric, where there is one
 * @param docket the cases
 * @param occasion 0, or the number of the retest
 * @param seed of all that is drawn
 */
@API(status = API.Status.EXPERIMENTAL)
public record Job(
    String name,
    Recipe recipe,
    Hash hash,
    Optional<Hash> rubric,
    List<Assignment> docket,
    int occasion,
    long seed) {

  public Job {
    docket = List.copyOf(docket);
  }

  /** Return the cases, in the order of the docket. */
  public List<Case> cases() {
    return docket.stream().map(Assignment::asked).toList();
  }
}
