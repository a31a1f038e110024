package io.assize.engine.trial;

import io.assize.measures.Estimate;
import org.apiguardian.api.API;

/**
 * How far the grades and the comparisons of one judge contradict each other, decided twice from the
 * same replies.
 *
 * @param grades name of the judge of single answers
 * @param likeliest by the likeliest label: a pair that flips with the order is a tie
 * @param probabilities by the expected grade, and by the mean of the probabilities in both orders
 */
@API(status = API.Status.EXPERIMENTAL)
public record Conflict(String grades, Said likeliest, Said probabilities) {

  /**
   * One way to decide.
   *
   * @param conflict share of pairs whose grades say one thing and whose comparison another
   * @param reversed share of pairs where the lower grade wins
   * @param tiedGrades pairs with both whose grades are equal
   * @param tiedComparisons pairs with both whose comparison is a tie
   */
  public record Said(Estimate conflict, Estimate reversed, long tiedGrades, long tiedComparisons) {}
}
