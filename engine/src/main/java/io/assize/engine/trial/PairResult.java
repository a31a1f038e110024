package io.assize.engine.trial;

import io.assize.core.Why;
import io.assize.measures.Estimate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * What comparisons say.
 *
 * @param pairs pairs with a decision
 * @param missing pairs without one, by reason
 * @param standings best first
 * @param labelStandings the same by the labels, where there are any
 * @param itemsToSettle how many items would settle a lead of the size of the first over the second
 * @param replies what came back
 * @param card whether the judge can be believed
 * @param lookFirst cases that are worth a look
 */
@API(status = API.Status.EXPERIMENTAL)
public record PairResult(
    long pairs,
    Map<Why, Long> missing,
    List<Standing> standings,
    List<Standing> labelStandings,
    Estimate itemsToSettle,
    Replies replies,
    Card card,
    List<Look> lookFirst) {

  /**
   * The judge's card.
   *
   * @param sameInBothOrders share of pairs with one verdict in both orders
   * @param flips how many pairs have two
   * @param bothOrders how many pairs have a verdict in both orders
   * @param firstChosen share of decisions in single orders that go to the answer shown first
   * @param longerChosen share of decisions that go to the longer answer
   * @param longest the system whose answers are longest, and by what share of the other's length
   * @param sameAgain how often two times that the same was asked agree; undefined where it was
   *     asked once
   * @param timesAsked how often the same was asked
   * @param changed how many pairs got different verdicts when the run asked again
   * @param agreements of the judge with the labels: asked once, in both orders, several times; the
   *     last one is what the standings rest on; none without labels
   * @param baselines judges that know nothing, in the order of their names
   * @param goldBy who gave the labels
   */
  public record Card(
      Estimate sameInBothOrders,
      long flips,
      long bothOrders,
      Estimate firstChosen,
      Estimate longerChosen,
      Optional<Length> longest,
      Estimate sameAgain,
      int timesAsked,
      long changed,
      List<Agreement> agreements,
      List<Baseline> baselines,
      String goldBy) {
    public Card {
      agreements = List.copyOf(agreements);
      baselines = List.copyOf(baselines);
    }
  }

  /**
   * Whose answers are longer.
   *
   * @param system its name
   * @param more mean of its characters by the mean of the others', less 1
   */
  public record Length(String system, double more) {}

  /**
   * A case that is worth a look.
   *
   * @param item its id
   * @param a one system
   * @param b the other
   * @param reason why
   */
  public record Look(String item, String a, String b, String reason) {}
}
