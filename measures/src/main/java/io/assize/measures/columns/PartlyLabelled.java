package io.assize.measures.columns;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.assize.measures.Clustered;
import io.assize.measures.Clusters;
import org.apiguardian.api.API;

/**
 * Hold a prediction for every row and, for some rows that were drawn, a label: what a judge says of
 * all answers and what people say of a few. Each label comes with the probability with which its
 * row was drawn, since rows that were likelier to be drawn must count less.
 */
@API(status = EXPERIMENTAL)
public final class PartlyLabelled implements Clustered {
  private final Values predictions;
  private final int[] rows;
  private final double[] labels;
  private final double[] inclusion;

  /**
   * Take a column of predictions and the labels of some of its rows.
   *
   * @param predictions one for every row that could have been drawn, those that were included;
   *     their clusters are those of the labels, their weights must be 1
   * @param rows the labelled rows, each once
   * @param labels one for each labelled row, finite
   * @param inclusion probability with which each labelled row was drawn, in (0, 1]; only their
   *     ratios matter, so that labels which are missing at random need no correction
   * @throws IllegalArgumentException if the lengths differ, a row is not there or labelled twice, a
   *     label is not finite, or a probability is outside (0, 1]
   */
  public PartlyLabelled(Values predictions, int[] rows, double[] labels, double[] inclusion) {
    if (rows.length != labels.length || rows.length != inclusion.length) {
      throw new IllegalArgumentException(
          "%d rows, %d labels and %d probabilities were given; as many of each are needed."
              .formatted(rows.length, labels.length, inclusion.length));
    }
    boolean[] seen = new boolean[predictions.rows()];
    for (int i = 0; i < rows.length; i++) {
      if (rows[i] < 0 || rows[i] >= seen.length) {
        throw new IllegalArgumentException(
            "Label %d is of row %d; allowed are 0 to %d.".formatted(i, rows[i], seen.length - 1));
      }
      if (seen[rows[i]]) {
        throw new IllegalArgumentException(
            "Row %d is labelled twice; join its labels first.".formatted(rows[i]));
      }
      seen[rows[i]] = true;
      if (!Double.isFinite(labels[i])) {
        throw new IllegalArgumentException(
            "Label %d is %s; allowed are finite numbers.".formatted(i, labels[i]));
      }
      if (!(inclusion[i] > 0 && inclusion[i] <= 1)) {
        throw new IllegalArgumentException(
            "Label %d was drawn with probability %s; allowed are numbers above 0 up to 1."
                .formatted(i, inclusion[i]));
      }
    }
    this.predictions = predictions;
    this.rows = rows.clone();
    this.labels = labels.clone();
    this.inclusion = inclusion.clone();
  }

  /**
   * Give the predictions.
   *
   * @return one for every row
   */
  public Values predictions() {
    return predictions;
  }

  /** {@inheritDoc} The rows are those of the predictions. */
  @Override
  public Clusters clusters() {
    return predictions.clusters();
  }

  /**
   * Count the labels.
   *
   * @return at least 0
   */
  public int labelled() {
    return rows.length;
  }

  /**
   * Tell which row a label is of.
   *
   * @param label from 0
   * @return row of the predictions
   */
  public int row(int label) {
    return rows[label];
  }

  /**
   * Tell a label.
   *
   * @param label from 0
   * @return finite
   */
  public double label(int label) {
    return labels[label];
  }

  /**
   * Tell what is predicted of a labelled row.
   *
   * @param label from 0
   * @return finite
   */
  public double predicted(int label) {
    return predictions.at(rows[label]);
  }

  /**
   * Tell for how many rows a label stands: one over the probability that its row was drawn.
   *
   * @param label from 0
   * @return at least 1
   */
  public double weight(int label) {
    return 1 / inclusion[label];
  }

  /**
   * Take the labels alone.
   *
   * @return a label a row, weighted, in the clusters of its row
   */
  public Values labelsAlone() {
    double[] weights = new double[rows.length];
    for (int i = 0; i < weights.length; i++) weights[i] = weight(i);
    return new Values(labels, clusters().keep(rows), 0).weighted(weights);
  }
}
