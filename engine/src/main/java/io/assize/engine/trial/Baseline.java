package io.assize.engine.trial;

import io.assize.measures.Estimate;
import org.apiguardian.api.API;

/**
 * How a judge that knows nothing stands beside the judge on trial. A number that does not exist is
 * undefined and says why; it is never zero.
 *
 * @param name of {@link io.assize.judges.run.Baselines#NAMES}
 * @param kind what it goes by
 * @param withJudge share of the judge's verdicts that it gives too, where both say something
 * @param share share of labelled cases with the same label
 * @param kappa the same beyond chance
 */
@API(status = API.Status.EXPERIMENTAL)
public record Baseline(String name, Kind kind, Estimate withJudge, Estimate share, Estimate kappa) {

  /** What a baseline goes by. */
  public enum Kind {
    /** The place in which an answer is shown. */
    PLACE,
    /** The length of an answer. */
    LENGTH,
    /** Nothing at all. */
    NOTHING,
    /** Words that an answer shares with the reference. */
    WORDS;

    static Kind of(String name) {
      return switch (name) {
        case "first" -> PLACE;
        case "longer" -> LENGTH;
        case "random", "constant" -> NOTHING;
        default -> WORDS;
      };
    }
  }
}
