package io.assize.measures.inference;

import io.assize.measures.Clusters;
import io.assize.measures.columns.PartlyLabelled;

/**
 * What each cluster adds to the mean of all predictions, and to the weighted means of the labels
 * and of their predictions: all that a prediction-powered mean and its variance are made of.
 *
 * @param rows all rows
 * @param predictions their sum
 * @param weight of the labels
 * @param labels their weighted sum
 * @param predicted weighted sum of what is predicted of the labelled rows
 * @param ofAll what each cluster adds to the mean of all predictions, around that mean
 * @param ofLabels what each cluster adds to the weighted mean of the labels, around it
 * @param ofPredicted the same of what is predicted of the labelled rows
 * @param share of the labels' weight, by cluster
 * @param clusters that have rows
 * @param labelledClusters that have labels
 */
record RectifierSums(
    double rows,
    double predictions,
    double weight,
    double labels,
    double predicted,
    double[] ofAll,
    double[] ofLabels,
    double[] ofPredicted,
    double[] share,
    int clusters,
    int labelledClusters) {

  /** What the best lambda is the ratio of. */
  record Slope(double product, double square) {}

  static RectifierSums of(PartlyLabelled data) {
    Clusters clusters = data.clusters();
    int n = data.predictions().rows();
    double all = 0;
    for (int row = 0; row < n; row++) all += data.predictions().at(row);
    double weight = 0;
    double labels = 0;
    double predicted = 0;
    for (int i = 0; i < data.labelled(); i++) {
      weight += data.weight(i);
      labels += data.weight(i) * data.label(i);
      predicted += data.weight(i) * data.predicted(i);
    }
    double[] ofAll = new double[clusters.count()];
    for (int row = 0; row < n; row++) {
      ofAll[clusters.at(row)] += (data.predictions().at(row) - all / n) / n;
    }
    double[] ofLabels = new double[clusters.count()];
    double[] ofPredicted = new double[clusters.count()];
    double[] share = new double[clusters.count()];
    int labelled = 0;
    for (int i = 0; i < data.labelled(); i++) {
      int cluster = clusters.at(data.row(i));
      double of = data.weight(i) / weight;
      if (share[cluster] == 0) labelled++;
      share[cluster] += of;
      ofLabels[cluster] += of * (data.label(i) - labels / weight);
      ofPredicted[cluster] += of * (data.predicted(i) - predicted / weight);
    }
    return new RectifierSums(
        n,
        all,
        weight,
        labels,
        predicted,
        ofAll,
        ofLabels,
        ofPredicted,
        share,
        clusters.used(),
        labelled);
  }

  /** The variance is a parabola over lambda; this is where it is lowest. */
  Slope slope() {
    double product = 0;
    double square = 0;
    double size = 0;
    for (int g = 0; g < ofAll.length; g++) {
      double moved = ofPredicted[g] - ofAll[g];
      product += moved * ofLabels[g];
      square += moved * moved;
      size += Math.abs(ofPredicted[g]) + Math.abs(ofAll[g]);
    }
    // Rounding leaves dust where all predictions are equal, or all rows are labelled.
    double dust = size * 1e-14;
    return square > dust * dust ? new Slope(product, square) : new Slope(0, 0);
  }

  /**
   * The variance of the estimate.
   *
   * @param tuned whether lambda was fitted to these labels, which adds to their leverage
   * @param mostLeverage that a residual is divided by the rest of
   */
  double variance(double lambda, boolean tuned, double mostLeverage) {
    double square = tuned ? slope().square() : 0;
    double sum = 0;
    for (int g = 0; g < ofAll.length; g++) {
      double part = lambda * ofAll[g];
      if (share[g] > 0) {
        double moved = ofPredicted[g] - ofAll[g];
        double leverage = share[g] + (square > 0 ? moved * moved / square : 0);
        part += (ofLabels[g] - lambda * ofPredicted[g]) / (1 - Math.min(leverage, mostLeverage));
      }
      sum += part * part;
    }
    return sum;
  }

  /** How many equally weighted clusters of labels would weigh as much: Kish's number. */
  double effectiveLabels() {
    double sum = 0;
    for (double of : share) sum += of * of;
    return 1 / sum;
  }
}
