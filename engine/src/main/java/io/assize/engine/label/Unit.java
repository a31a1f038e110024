package io.assize.engine.label;

import io.assize.core.Case;
import java.util.List;
import org.apiguardian.api.API;

/**
 * One case that people could be asked about.
 *
 * @param asked the case
 * @param stratum why it is of interest, in words; cases of one stratum are drawn alike
 * @param key the name by which the case is known, whatever the order of its candidates
 */
@API(status = API.Status.EXPERIMENTAL)
public record Unit(Case asked, String stratum, String key) {

  /** Name a case. */
  public Unit(Case asked, String stratum) {
    this(asked, stratum, key(asked.keys()));
  }

  static String key(List<String> candidates) {
    if (candidates.size() == 1) return candidates.getFirst();
    return String.join(" | ", candidates.stream().sorted().toList());
  }
}
