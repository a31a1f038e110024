package io.assize.engine.trial;

import io.assize.core.Why;
import io.assize.measures.Estimate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * What grades say.
 *
 * @param graded candidates with a grade
 * @param missing candidates without one, by reason
 * @param passFail whether the scale has two levels, so that a mean is a pass rate
 * @param standings best first
 * @param lead of the first system over the second on the items that both answered; empty where
 *     there is one system
 * @param itemsToSettle how many items would settle that lead
 * @param replies what came back
 * @param card whether the judge can be believed
 * @param lookFirst cases that are worth a look
 */
@API(status = API.Status.EXPERIMENTAL)
public record GradeResult(
    long graded,
    Map<Why, Long> missing,
    boolean passFail,
    List<Standing> standings,
    Optional<Estimate> lead,
    Optional<Estimate> itemsToSettle,
    Replies replies,
    Card card,
    List<PairResult.Look> lookFirst) {

  /**
   * Where a system stands.
   *
   * @param system its name
   * @param graded candidates with a grade
   * @param mean expected grade, items as clusters
   */
  public record Standing(String system, long graded, Estimate mean) {}

  /**
   * The judge's card.
   *
   * @param commonest the likeliest grade that it gives most often
   * @param commonestShare how often
   * @param withLength rank correlation of grade and length in characters
   * @param sameAgain how often two times that the same was asked agree; undefined where it was
   *     asked once
   * @param timesAsked how often the same was asked
   * @param changed how many answers got different grades when the run asked again
   * @param agreements with the labels: the judge, and always the commonest grade; none without
   *     labels
   * @param baselines judges that know nothing, in the order of their names
   * @param lenient how much higher the judge grades than the labels, in levels
   * @param goldBy who gave the labels
   */
  public record Card(
      double commonest,
      Estimate commonestShare,
      Estimate withLength,
      Estimate sameAgain,
      int timesAsked,
      long changed,
      List<Agreement> agreements,
      List<Baseline> baselines,
      Estimate lenient,
      String goldBy) {
    public Card {
      agreements = List.copyOf(agreements);
      baselines = List.copyOf(baselines);
    }
  }
}
