package io.assize.measures.agreement;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.assize.measures.Estimate;
import io.assize.measures.Formula;
import io.assize.measures.Operation;
import io.assize.measures.columns.Labels;
import io.assize.measures.inference.Bootstrap;
import io.assize.measures.inference.Measure;
import io.assize.measures.inference.Prepared;
import java.util.Locale;
import org.apiguardian.api.API;

/**
 * Compute Krippendorff's alpha: how far labels agree beyond chance, for any number of raters with
 * gaps. 1 - Do / De: observed by expected disagreement; at most 1, 0 at chance, below 0 where
 * raters disagree by system.
 *
 * <p>Units with fewer than two labels are dropped and counted as missing. No unit with two labels,
 * or all labels the same: undefined. Raters are taken as exchangeable; an interval resamples units
 * by cluster.
 *
 * <p>Linear in labels; for {@link Metric#RATIO} also quadratic in the levels used.
 *
 * <p>Source: Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, sections C and D.
 */
@API(status = EXPERIMENTAL)
public final class KrippendorffAlpha {
  private static final Formula FORMULA = formula();

  private KrippendorffAlpha() {}

  /**
   * Compute alpha.
   *
   * @param labels labels of units by raters
   * @param metric how far two labels are apart
   * @param bootstrap how to make the interval
   * @return alpha; n counts units with two labels or more
   * @throws IllegalArgumentException if the metric is ratio and a level is below 0
   */
  public static Estimate of(Labels labels, Metric metric, Bootstrap bootstrap) {
    return prepare(labels, metric).estimate(bootstrap);
  }

  /**
   * Prepare alpha, to be estimated together with other measures.
   *
   * @param labels labels of units by raters
   * @param metric how far two labels are apart
   * @return the measure on its rows
   * @throws IllegalArgumentException if the metric is ratio and a level is below 0
   */
  public static Prepared<?> prepare(Labels labels, Metric metric) {
    if (metric == Metric.RATIO) {
      requireFromZero(labels);
    }
    long pairable = Unanimity.pairable(labels);
    Disagreement disagreement = Disagreement.by(metric, labels);
    return new Prepared<>(
        new Measure<LabelPatterns>(
            "Krippendorff's alpha, " + metric.name().toLowerCase(Locale.ROOT),
            (patterns, weights) ->
                disagreement.statistics(patterns.distinct(), patterns.counted(weights)),
            FORMULA),
        LabelPatterns.of(labels),
        pairable,
        labels.units() - pairable);
  }

  private static Formula formula() {
    Formula n = Formula.statistic(0, "labels that can be paired");
    Formula observed =
        Formula.of(
                "observed disagreement",
                Operation.RATIO,
                Formula.statistic(1, "disagreement within units, each by its labels less one"),
                n)
            .orUndefined("no unit has two labels");
    Formula expected =
        Formula.of(
            "expected disagreement",
            Operation.RATIO,
            Formula.statistic(2, "disagreement between all labels"),
            Formula.of(
                "ordered pairs of labels",
                Operation.PRODUCT,
                n,
                Formula.of("less one", Operation.DIFFERENCE, n, Formula.constant("one", 1))));
    return Formula.oneMinus(
        "alpha",
        Formula.of("observed by expected", Operation.RATIO, observed, expected)
            .orUndefined("all labels are the same, so agreement cannot be told from chance"));
  }

  private static void requireFromZero(Labels labels) {
    for (int code = 0; code < labels.levels(); code++) {
      if (labels.level(code) < 0) {
        throw new IllegalArgumentException(
            "Level %s is below 0; the ratio metric needs numbers from 0. Use INTERVAL."
                .formatted(labels.level(code)));
      }
    }
  }
}
