package io.assize.engine.trial;

import io.assize.core.scale.Distribution;
import io.assize.engine.observe.Observations;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The same question asked several times: what is said in all.
 *
 * <p>Verdicts are pooled as distributions, each time with the same weight. A time without a verdict
 * does not count: it is neither a loss nor a tie.
 */
final class Occasions {

  private Occasions() {}

  /** Pool what was said of a case; empty where it has a verdict at no time. */
  static Optional<Distribution> pool(List<Observations> occasions, int theCase) {
    if (occasions.size() == 1) {
      Observations only = occasions.getFirst();
      return only.distribution(only.verdict(theCase));
    }
    List<Distribution> said =
        occasions.stream().flatMap(o -> o.distribution(o.verdict(theCase)).stream()).toList();
    if (said.size() < 2) return said.stream().findFirst();
    double[] equal = new double[said.size()];
    Arrays.fill(equal, 1.0 / said.size());
    return Optional.of(Distribution.mix(said, equal));
  }
}
