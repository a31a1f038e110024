package io.assize.engine.compare;

import io.assize.measures.Estimate;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * What changed from one run to another.
 *
 * @param old the run before
 * @param fresh the run after
 * @param items how many items were compared
 * @param changes a change for each system, in the order of their names
 * @param notes what the reader must know to take it rightly
 */
@API(status = API.Status.EXPERIMENTAL)
public record Comparison(
    Side old, Side fresh, int items, List<Change> changes, List<String> notes) {

  public Comparison {
    changes = List.copyOf(changes);
    notes = List.copyOf(notes);
  }

  /** What a figure is. */
  public enum Figure {
    /** The share of answers that pass. */
    PASS_RATE,
    /** The mean grade, in points of its scale. */
    SCORE,
    /** The share of comparisons won, a tie counted half. */
    WIN_RATE;

    /** Tell whether it is a share: a difference of 0.03 is three points of a hundred. */
    public boolean isShare() {
      return this != SCORE;
    }
  }

  /**
   * How a system changed.
   *
   * @param system its name in the run after
   * @param was its name in the run before, where that is another
   * @param against whom it was compared with; empty where it was graded
   * @param figure what the numbers are
   * @param before its figure in the run before, on what both runs have
   * @param after its figure in the run after, on the same
   * @param difference after less before, paired, items as clusters
   * @param itemsToSettle how many items would settle a difference of this size, those seen included
   * @param clusters how many items, or what they were made from, the difference rests on
   * @param moved what has another verdict, regressions first, the largest first
   * @param same how many have the same verdict
   * @param unpaired how many have no verdict in one run or in both
   * @param otherAnswers how many of its answers differ among those that were paired
   * @param otherOpponents how many of the answers that it is compared with differ
   */
  public record Change(
      String system,
      Optional<String> was,
      Optional<String> against,
      Figure figure,
      Estimate before,
      Estimate after,
      Estimate difference,
      Estimate itemsToSettle,
      int clusters,
      List<Moved> moved,
      int same,
      int unpaired,
      int otherAnswers,
      int otherOpponents) {

    public Change {
      moved = List.copyOf(moved);
    }

    /** Return what is worse than before. */
    public List<Moved> regressions() {
      return moved.stream().filter(m -> m.by() < 0).toList();
    }

    /** Return what is better than before. */
    public List<Moved> improvements() {
      return moved.stream().filter(m -> m.by() > 0).toList();
    }

    /** Return by how much it fell: above 0 where it is worse than before. */
    public double loss() {
      return difference instanceof Estimate.Value v ? -v.estimate() : 0;
    }
  }

  /**
   * One verdict that is another than before.
   *
   * @param item its id
   * @param about the sample or the other system, empty where the item says it all
   * @param before the verdict in the run before
   * @param after the verdict in the run after
   * @param by how much better it is: below 0 it is worse
   * @param otherAnswer whether an answer to it is another
   */
  public record Moved(
      String item, String about, String before, String after, double by, boolean otherAnswer) {}

  /** Return whether a system fell by more than a limit. */
  public boolean fell(double limit) {
    return changes.stream().anyMatch(c -> c.loss() > limit);
  }

  /** Return how many values of both runs are open. */
  public long open() {
    return old.open() + fresh.open();
  }
}
