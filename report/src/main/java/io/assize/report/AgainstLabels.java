package io.assize.report;

import io.assize.engine.trial.Agreement;
import io.assize.measures.Estimate;
import io.assize.measures.Interval;

/** What agreement with the labels means for belief, in words. */
final class AgainstLabels {

  /** With fewer, an interval by resampling may have no width: a few equal labels say little. */
  private static final long FEW = 20;

  private static final double LITTLE = 0.4;

  private AgainstLabels() {}

  /**
   * Say it, by the lower end of kappa's interval.
   *
   * @param judge as the standings rest on it
   * @param never what not to do where it agrees by chance only
   * @param alone what not to do where it agrees little beyond chance
   */
  static String words(Agreement judge, String never, String alone) {
    double low =
        judge.kappa() instanceof Estimate.Value v
            ? v.interval().map(Interval::low).orElse(v.estimate())
            : 0;
    if (low <= 0) return "with the labels it does not agree beyond chance: " + never;
    if (low < LITTLE) return "with the labels it agrees little beyond chance: " + alone;
    long n = judge.kappa().n();
    return n < FEW
        ? "it agrees with the labels, but "
            + Numbers.of(n, "label is", "labels are")
            + " too few to be sure: about 30 are enough to begin"
        : "it agrees with the labels well beyond chance";
  }
}
