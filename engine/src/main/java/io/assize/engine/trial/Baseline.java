package io.assize.engine.trial;

import io.assize.measures.Estimate;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * How a judge that knows nothing, or a grader of another tool, stands beside the judge on trial. A
 * number that does not exist is undefined and says why; it is never zero.
 *
 * @param name of {@link io.assize.judges.run.Baselines#NAMES}, or the grader's
 * @param kind what it goes by
 * @param withJudge share of the judge's verdicts that it gives too, where both say something
 * @param share share of labelled cases with the same label
 * @param kappa the same beyond chance
 * @param sameAs who stands in the agreements of the card and says the same of every case
 */
@API(status = API.Status.EXPERIMENTAL)
public record Baseline(
    String name,
    Kind kind,
    Estimate withJudge,
    Estimate share,
    Estimate kappa,
    Optional<String> sameAs) {

  /** Make one that nobody else is the same as. */
  public Baseline(String name, Kind kind, Estimate withJudge, Estimate share, Estimate kappa) {
    this(name, kind, withJudge, share, kappa, Optional.empty());
  }

  Baseline sameAs(String who) {
    return new Baseline(name, kind, withJudge, share, kappa, Optional.of(who));
  }

  /** What a baseline goes by. */
  public enum Kind {
    /** The place in which an answer is shown. */
    PLACE,
    /** The length of an answer. */
    LENGTH,
    /** Nothing at all. */
    NOTHING,
    /** Words that an answer shares with the reference. */
    WORDS,
    /** What it said before, in another tool: a judge like any other. */
    RECORDED;

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
