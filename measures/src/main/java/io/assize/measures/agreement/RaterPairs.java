package io.assize.measures.agreement;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Say which raters are set against which: people among them, or a judge against each of them.
 *
 * @param all the pairs, in order
 */
@API(status = EXPERIMENTAL)
public record RaterPairs(List<Pair> all) {

  /**
   * Two raters.
   *
   * @param a one rater
   * @param b another rater
   */
  public record Pair(int a, int b) {}

  /** Copy the list. */
  public RaterPairs {
    all = List.copyOf(all);
  }

  /**
   * Pair each of some raters with each other of them.
   *
   * @param raters rater numbers
   * @return n (n - 1) / 2 pairs
   */
  public static RaterPairs among(int... raters) {
    var pairs = new ArrayList<Pair>();
    for (int i = 0; i < raters.length; i++) {
      for (int j = i + 1; j < raters.length; j++) {
        pairs.add(new Pair(raters[i], raters[j]));
      }
    }
    return new RaterPairs(pairs);
  }

  /**
   * Pair one rater with each of others.
   *
   * @param one a rater number
   * @param others rater numbers
   * @return as many pairs as there are others
   */
  public static RaterPairs of(int one, int... others) {
    var pairs = new ArrayList<Pair>();
    for (int other : others) {
      pairs.add(new Pair(one, other));
    }
    return new RaterPairs(pairs);
  }
}
