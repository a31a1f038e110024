package io.assize.measures.inference;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apiguardian.api.API;

/**
 * Adjust p-values for being several: where all whose adjusted value is at most alpha are called
 * found, the chance of even one false find is at most alpha, however the tests depend on each
 * other.
 *
 * <p>Source: Holm (1979), A simple sequentially rejective multiple test procedure, Scandinavian
 * Journal of Statistics 6:65-70; adjusted values as in Wright (1992), doi 10.2307/2532694.
 */
@API(status = EXPERIMENTAL)
public final class Holm {

  private Holm() {}

  /**
   * Adjust.
   *
   * @param pValues of the tests of one family, each in [0, 1]
   * @return adjusted values in the same order, each at most 1 and at least what was given
   * @throws IllegalArgumentException where one is no probability
   */
  public static List<Double> adjusted(List<Double> pValues) {
    for (double p : pValues) {
      if (!(p >= 0 && p <= 1)) {
        throw new IllegalArgumentException("p-value " + p + ": allowed is a number from 0 to 1.");
      }
    }
    int tests = pValues.size();
    List<Integer> order =
        IntStream.range(0, tests).boxed().sorted(Comparator.comparing(pValues::get)).toList();
    double[] adjusted = new double[tests];
    double least = 0;
    for (int rank = 0; rank < tests; rank++) {
      least = Math.max(least, Math.min(1, (tests - rank) * pValues.get(order.get(rank))));
      adjusted[order.get(rank)] = least;
    }
    return IntStream.range(0, tests).mapToObj(i -> adjusted[i]).toList();
  }
}
