package io.assize.measures.inference;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.assize.measures.Estimate;
import io.assize.measures.Explanation;
import io.assize.measures.Interval;
import io.assize.measures.Operation;
import io.assize.measures.columns.PartlyLabelled;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apiguardian.api.API;

/**
 * Estimate a mean of labels from predictions for all rows and labels for some: prediction-powered
 * inference. What a judge says of everything is corrected by how far it is off where people have
 * looked; the better the judge, the narrower the interval, and a bad judge makes it no less right.
 *
 * <p>With predictions f, labels y, weights w (one over the probability that the row was drawn) and
 * means over all N rows or, weighted, over the labelled ones:
 *
 * <pre>  estimate = mean over all of lambda f + weighted mean over labelled of (y - lambda f)</pre>
 *
 * <p>Lambda is tuned to make the estimated variance smallest and kept between 0 (labels alone) and
 * 1 (full trust); with fewer than {@value #TO_TUNE} labelled clusters it is 1, since there is
 * nothing to tune by.
 *
 * <p>The variance is the sum over clusters of their squared contributions to both means, so that
 * rows of one cluster may depend on each other in any way and a labelled row counts in both. A
 * labelled cluster's residual is divided by one less its leverage (HC3), and Student's quantile has
 * the labelled clusters less one as degrees of freedom: 30 labels are few. To the variance is added
 * what one label more that is off by the whole range would add: 30 labels that all agree with the
 * judge do not show that the judge is never wrong.
 *
 * <p>Assumes independent clusters and that labels which are missing are so for no reason that has
 * to do with what they would have been. The interval is about all rows that could have come, as
 * that of {@link ClusteredMean}; for the rows at hand it is a little too wide. Draws by strata are
 * treated as if rows had been drawn one by one, which makes it a little too wide as well.
 *
 * <p>Sources: Angelopoulos, Bates, Fannjiang, Jordan and Zrnic (2023), Prediction-powered
 * inference, doi 10.1126/science.adi6000; Angelopoulos, Duchi and Zrnic (2023), PPI++, arXiv
 * 2311.01453, on lambda; Zrnic and Cand&egrave;s (2024), Active statistical inference, arXiv
 * 2403.03208, on weights; Fisch et al. (2024), Stratified prediction-powered inference, arXiv
 * 2406.04291, on drawing by strata; S&auml;rndal, Swensson and Wretman (1992), Model assisted
 * survey sampling, chapter 5, on weighted means (H&aacute;jek); MacKinnon and White (1985), doi
 * 10.1016/0304-4076(85)90158-7, on HC3; Agresti and Coull (1998), doi
 * 10.1080/00031305.1998.10480550, on adding to few trials some that went otherwise. Differs:
 * clusters, HC3, Student's quantile and the added label are ours; weights are divided by their sum.
 */
@API(status = EXPERIMENTAL)
public final class PredictionPowered {
  /** So many labelled clusters are needed to tune lambda. */
  public static final int TO_TUNE = 10;

  private static final double MOST_LEVERAGE = 0.9;

  private PredictionPowered() {}

  /**
   * The ends of the scale that labels and predictions stand on.
   *
   * @param low the lowest value
   * @param high the highest value, above {@code low}
   */
  public record Range(double low, double high) {

    /** From nothing to all: shares, win rates, pass rates. */
    public static final Range SHARE = new Range(0, 1);

    /** Refuse ends that are no range. */
    public Range {
      if (!(Double.isFinite(low) && Double.isFinite(high) && low < high)) {
        throw new IllegalArgumentException(
            "Range from %s to %s: the low end must be below the high end.".formatted(low, high));
      }
    }

    boolean holds(double value) {
      return low <= value && value <= high;
    }
  }

  /**
   * Estimate the mean with lambda tuned by the data.
   *
   * @param data predictions for all rows, labels for some
   * @param range of the scale; the estimate and its interval are kept within it
   * @param level share that the interval is made to hold, in (0, 1)
   * @return the mean; n counts labels. Undefined without rows or without labels
   * @throws IllegalArgumentException if a label or a prediction is outside the range
   */
  public static Estimate mean(PartlyLabelled data, Range range, double level) {
    return mean(data, range, OptionalDouble.empty(), level);
  }

  /**
   * Estimate the mean with a given lambda.
   *
   * @param data predictions for all rows, labels for some
   * @param range of the scale; the estimate and its interval are kept within it
   * @param lambda how much the predictions are trusted: 1 for prediction-powered inference as it
   *     was first published, 0 for the labels alone; empty to tune it
   * @param level share that the interval is made to hold, in (0, 1)
   * @return the mean; n counts labels. Undefined without rows or without labels
   * @throws IllegalArgumentException if a label or a prediction is outside the range
   */
  public static Estimate mean(
      PartlyLabelled data, Range range, OptionalDouble lambda, double level) {
    long missing = data.predictions().missing();
    if (data.predictions().rows() == 0) {
      return new Estimate.Undefined("there are no predictions", 0, missing);
    }
    if (data.labelled() == 0) return new Estimate.Undefined("there are no labels", 0, missing);
    check(data, range);
    var sums = RectifierSums.of(data);
    boolean tuned = lambda.isEmpty() && sums.labelledClusters() >= TO_TUNE;
    Explanation trust = tuned ? tuned(sums) : given(lambda.orElse(1));
    Explanation mean = explain(sums, trust, range);
    Optional<Interval> interval = interval(sums, trust.value(), mean.value(), range, level, tuned);
    return new Estimate.Value(
        mean,
        interval,
        data.labelled(),
        missing,
        method(sums, trust.value(), interval.isPresent(), tuned),
        0);
  }

  private static void check(PartlyLabelled data, Range range) {
    for (int row = 0; row < data.predictions().rows(); row++) {
      require(range, "Prediction", row, data.predictions().at(row));
    }
    for (int i = 0; i < data.labelled(); i++) require(range, "Label", i, data.label(i));
  }

  private static void require(Range range, String what, int number, double value) {
    if (range.holds(value)) return;
    throw new IllegalArgumentException(
        "%s %d is %s; allowed are %s to %s."
            .formatted(what, number, value, range.low(), range.high()));
  }

  private static Explanation given(double lambda) {
    return Explanation.given("lambda, the trust in the predictions", lambda);
  }

  private static Explanation tuned(RectifierSums sums) {
    RectifierSums.Slope slope = sums.slope();
    if (slope.square() == 0) return given(0);
    return Explanation.of(
        "lambda, the trust in the predictions",
        Operation.BOUNDED,
        Explanation.of(
            "lambda of the smallest variance",
            Operation.RATIO,
            Explanation.given("covariance of labels and predictions", slope.product()),
            Explanation.given("variance of predictions", slope.square())),
        Explanation.given("least", 0),
        Explanation.given("most", 1));
  }

  private static Explanation explain(RectifierSums sums, Explanation trust, Range range) {
    Explanation weight = Explanation.given("weight of the labels", sums.weight());
    return Explanation.of(
        "prediction-powered mean",
        Operation.BOUNDED,
        Explanation.of(
            "mean label, corrected by predictions",
            Operation.SUM,
            ratio("mean label", Explanation.given("weighted labels", sums.labels()), weight),
            Explanation.of(
                "what the labelled rows lack",
                Operation.PRODUCT,
                trust,
                Explanation.of(
                    "all rows less labelled ones",
                    Operation.DIFFERENCE,
                    ratio(
                        "mean prediction",
                        Explanation.given("predictions", sums.predictions()),
                        Explanation.given("rows", sums.rows())),
                    ratio(
                        "mean prediction of labelled rows",
                        Explanation.given("weighted predictions", sums.predicted()),
                        weight)))),
        Explanation.given("low end of the scale", range.low()),
        Explanation.given("high end of the scale", range.high()));
  }

  private static Explanation ratio(String name, Explanation above, Explanation below) {
    return Explanation.of(name, Operation.RATIO, above, below);
  }

  private static Optional<Interval> interval(
      RectifierSums sums, double lambda, double mean, Range range, double level, boolean tuned) {
    int clusters = sums.labelledClusters();
    if (clusters < 2) return Optional.empty();
    boolean inside = tuned && lambda > 0 && lambda < 1;
    double one = (range.high() - range.low()) / sums.effectiveLabels();
    double variance = sums.variance(lambda, inside, MOST_LEVERAGE) + one * one;
    double half = Quantiles.forClusters(level, clusters) * Math.sqrt(variance);
    return Optional.of(
        new Interval(
            Math.max(range.low(), mean - half),
            Math.min(range.high(), mean + half),
            level,
            Interval.Kind.SAMPLING));
  }

  private static String method(
      RectifierSums sums, double lambda, boolean hasInterval, boolean tuned) {
    int clusters = sums.labelledClusters();
    String how =
        String.format(
            java.util.Locale.ROOT,
            "prediction-powered mean, lambda %.2f%s; ",
            lambda,
            tuned ? " (tuned)" : "");
    if (!hasInterval) {
      return how + "no interval: " + clusters + " labelled cluster, at least 2 are needed";
    }
    return how
        + "standard error over "
        + clusters
        + " labelled of "
        + sums.clusters()
        + " clusters (HC3), "
        + Quantiles.nameForClusters(clusters);
  }
}
