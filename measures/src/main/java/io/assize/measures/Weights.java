package io.assize.measures;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/**
 * Hold one weight for each row. A resample is weights (how often each cluster was drawn), and so
 * are inclusion probabilities turned over; both multiply. Nothing is copied for each row: a
 * resample of 10^7 rows in 1,000 clusters holds 1,000 numbers.
 */
@API(status = EXPERIMENTAL)
public final class Weights {
  private static final Way NO_WAY = new Way(Clusters.each(0), new double[0], new byte[0]);

  private final Way first;
  private final Way second;
  private final int rows;

  private Weights(Way first, Way second, int rows) {
    this.first = first;
    this.second = second;
    this.rows = rows;
  }

  /** One grouping of the rows and its weights: numbers, or counts where there are no numbers. */
  private record Way(Clusters clusters, double[] weights, byte[] counts) {
    double at(int row) {
      int cluster = clusters.at(row);
      return counts.length == 0 ? weights[cluster] : Byte.toUnsignedInt(counts[cluster]);
    }
  }

  /**
   * Let every row count once.
   *
   * @param rows number of rows
   * @return weights of 1
   */
  public static Weights ones(int rows) {
    return new Weights(NO_WAY, NO_WAY, rows);
  }

  /**
   * Give each row its own weight.
   *
   * @param weights finite and at least 0; copied
   * @return the weights
   * @throws IllegalArgumentException if one is negative, NaN or infinite
   */
  public static Weights of(double... weights) {
    return ofClusters(Clusters.each(weights.length), weights);
  }

  /**
   * Give all rows of a cluster the same weight.
   *
   * @param clusters the cluster of each row
   * @param weights one for each cluster, finite and at least 0; copied
   * @return the weights
   * @throws IllegalArgumentException if one is negative, NaN or infinite, or their number differs
   */
  public static Weights ofClusters(Clusters clusters, double... weights) {
    if (weights.length != clusters.count()) {
      throw new IllegalArgumentException(
          "%d weights were given for %d clusters; one for each is needed."
              .formatted(weights.length, clusters.count()));
    }
    for (int i = 0; i < weights.length; i++) {
      if (!(weights[i] >= 0 && weights[i] < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "Weight %d is %s; allowed are finite numbers from 0.".formatted(i, weights[i]));
      }
    }
    return new Weights(new Way(clusters, weights.clone(), new byte[0]), NO_WAY, clusters.rows());
  }

  /**
   * Tell how often each cluster was drawn. One byte a cluster: a resample is made of random
   * accesses, and what stays in the processor's cache is several times faster.
   *
   * @param clusters the cluster of each row
   * @param times one for each cluster, read as unsigned; copied
   * @return the weights
   * @throws IllegalArgumentException if their number differs
   */
  public static Weights ofDraws(Clusters clusters, byte[] times) {
    if (times.length != clusters.count()) {
      throw new IllegalArgumentException(
          "%d counts were given for %d clusters; one for each is needed."
              .formatted(times.length, clusters.count()));
    }
    return new Weights(new Way(clusters, new double[0], times.clone()), NO_WAY, clusters.rows());
  }

  /**
   * Carry weights of clusters over to other rows of the same clusters, such as the rows that two
   * raters have in common: one draw then serves several measures.
   *
   * @param others the other rows, of as many clusters
   * @return the weights of those rows
   * @throws IllegalArgumentException if the number of clusters differs
   * @throws IllegalStateException if rows are weighted in two ways
   */
  public Weights on(Clusters others) {
    if (first == NO_WAY) {
      return ones(others.rows());
    }
    if (second != NO_WAY) {
      throw new IllegalStateException("Rows are weighted in two ways; one of them is of rows.");
    }
    if (first.clusters().count() != others.count()) {
      throw new IllegalArgumentException(
          "Weights of %d clusters were given to rows of %d clusters."
              .formatted(first.clusters().count(), others.count()));
    }
    Way way = new Way(others, first.weights(), first.counts());
    return new Weights(way, NO_WAY, others.rows());
  }

  /**
   * Multiply with the weights of a second grouping of the same rows: resampling in two ways, items
   * and raters.
   *
   * @param other weights of the same rows
   * @return for each row the product
   * @throws IllegalStateException if either is a product already
   */
  public Weights times(Weights other) {
    if (rows != other.rows) {
      throw new IllegalArgumentException(
          "Weights of %d rows cannot be multiplied with weights of %d rows."
              .formatted(rows, other.rows));
    }
    if (other.first == NO_WAY) {
      return this;
    }
    if (first == NO_WAY) {
      return other;
    }
    if (second != NO_WAY || other.second != NO_WAY) {
      throw new IllegalStateException("Rows are weighted in two ways already; a third is unknown.");
    }
    return new Weights(first, other.first, rows);
  }

  /**
   * Tell the weight of a row.
   *
   * @param row from 0
   * @return finite, at least 0
   */
  public double at(int row) {
    if (first == NO_WAY) {
      return 1;
    }
    return second == NO_WAY ? first.at(row) : first.at(row) * second.at(row);
  }

  /**
   * Add each row's weight to the sum of its cell: what a resample does to every row, in one loop.
   *
   * @param cellOfRow the cell of each row, from 0
   * @param sums one for each cell; changed
   */
  public void addTo(int[] cellOfRow, double[] sums) {
    if (first != NO_WAY && second == NO_WAY && first.counts.length > 0) {
      first.clusters().addTo(cellOfRow, first.counts, sums);
      return;
    }
    for (int row = 0; row < cellOfRow.length; row++) {
      sums[cellOfRow[row]] += at(row);
    }
  }

  /**
   * Count the rows.
   *
   * @return at least 0
   */
  public int rows() {
    return rows;
  }
}
