package io.assize.measures.inference;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.assize.measures.Estimate;
import io.assize.measures.Explanation;
import io.assize.measures.Interval;
import io.assize.measures.Operation;
import io.assize.measures.columns.Paired;
import io.assize.measures.columns.Values;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * Estimate a mean from two separate samples, one labelled and one not: PPI++ as published, for
 * large samples of independent rows that were drawn alike. Where labelled rows are some of the
 * others, come in clusters or were drawn with unequal probabilities, and where there are few of
 * them, use {@link PredictionPowered}.
 *
 * <p>Source: Angelopoulos, Duchi and Zrnic (2023), PPI++: Efficient prediction-powered inference,
 * arXiv 2311.01453, section 6 (lambda for a mean) and algorithm 2; variances divide by n, the
 * quantile is normal, lambda is kept between 0 and 1, as in the authors' ppi_py 0.2.3.
 */
@API(status = EXPERIMENTAL)
public final class PredictionPoweredSamples {
  private PredictionPoweredSamples() {}

  /**
   * Estimate the mean with lambda tuned by the data.
   *
   * @param labelled label and prediction of each labelled row, in this order; weights and clusters
   *     are not looked at
   * @param unlabelled predictions of other rows
   * @param level share that the interval is made to hold, in (0, 1)
   * @return the mean; n counts labels. Undefined with fewer than two rows in either sample
   */
  public static Estimate mean(Paired labelled, Values unlabelled, double level) {
    Values labels = labelled.first();
    Values predicted = labelled.second();
    int n = labels.rows();
    int all = unlabelled.rows();
    long missing = labels.missing() + unlabelled.missing();
    if (n < 2 || all < 2) {
      return new Estimate.Undefined(
          "2 rows or more are needed in each sample, here are %d labelled and %d not"
              .formatted(n, all),
          n,
          missing);
    }
    Explanation lambda = lambda(labels, predicted, unlabelled);
    Explanation mean =
        Explanation.of(
            "prediction-powered mean",
            Operation.SUM,
            mean("mean label", labels),
            Explanation.of(
                "what the labelled rows lack",
                Operation.PRODUCT,
                lambda,
                Explanation.of(
                    "unlabelled less labelled",
                    Operation.DIFFERENCE,
                    mean("mean prediction of unlabelled rows", unlabelled),
                    mean("mean prediction of labelled rows", predicted))));
    double half = Quantiles.normal(level) * error(lambda.value(), labels, predicted, unlabelled);
    return new Estimate.Value(
        mean,
        Optional.of(
            new Interval(mean.value() - half, mean.value() + half, level, Interval.Kind.SAMPLING)),
        n,
        missing,
        "PPI++ mean of two samples, lambda tuned; normal",
        0);
  }

  private static Explanation lambda(Values labels, Values predicted, Values unlabelled) {
    int n = labels.rows();
    double y = total(labels) / n;
    double f = total(predicted) / n;
    double product = 0;
    for (int i = 0; i < n; i++) product += (labels.at(i) - y) * (predicted.at(i) - f);
    double both = (total(predicted) + total(unlabelled)) / (n + unlabelled.rows());
    double square = squares(predicted, both) + squares(unlabelled, both);
    if (square == 0) return Explanation.given("lambda", 0);
    double variance = square / (n + unlabelled.rows() - 1.0);
    return Explanation.of(
        "lambda",
        Operation.BOUNDED,
        Explanation.of(
            "lambda of the smallest variance",
            Operation.RATIO,
            Explanation.given("covariance of labels and predictions", product / n),
            Explanation.given(
                "variance of predictions, in both samples",
                (1 + (double) n / unlabelled.rows()) * variance)),
        Explanation.given("least", 0),
        Explanation.given("most", 1));
  }

  private static double error(double lambda, Values labels, Values predicted, Values unlabelled) {
    double[] rest = new double[labels.rows()];
    for (int i = 0; i < rest.length; i++) rest[i] = labels.at(i) - lambda * predicted.at(i);
    Values rests = Values.of(rest);
    double ofRests = squares(rests, total(rests) / rest.length) / rest.length / rest.length;
    double all = unlabelled.rows();
    double ofAll = lambda * lambda * squares(unlabelled, total(unlabelled) / all) / all / all;
    return Math.sqrt(ofRests + ofAll);
  }

  private static Explanation mean(String name, Values of) {
    return Explanation.of(
        name,
        Operation.RATIO,
        Explanation.given("sum", total(of)),
        Explanation.given("rows", of.rows()));
  }

  private static double total(Values of) {
    double sum = 0;
    for (int i = 0; i < of.rows(); i++) sum += of.at(i);
    return sum;
  }

  private static double squares(Values of, double around) {
    double sum = 0;
    for (int i = 0; i < of.rows(); i++) sum += (of.at(i) - around) * (of.at(i) - around);
    return sum;
  }
}
