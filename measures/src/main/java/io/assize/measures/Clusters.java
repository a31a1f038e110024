package io.assize.measures;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.BitSet;
import org.apiguardian.api.API;

/**
 * Say which rows are not independent evidence: a column of cluster numbers. Rows made from one root
 * item (its perturbed copies, its comparisons between many systems) share a cluster, and intervals
 * resample clusters, never rows. Four bytes a row; none where each row is its own cluster.
 */
@API(status = EXPERIMENTAL)
public final class Clusters {
  private static final int[] EACH = {};

  private final int[] ofRow;
  private final int rows;
  private final int count;

  private Clusters(int[] ofRow, int rows, int count) {
    this.ofRow = ofRow;
    this.rows = rows;
    this.count = count;
  }

  /**
   * Let each row be its own cluster.
   *
   * @param rows number of rows, at least 0
   * @return as many clusters as rows
   */
  public static Clusters each(int rows) {
    if (rows < 0) {
      throw new IllegalArgumentException("Clusters of " + rows + " rows: at least 0 are needed.");
    }
    return new Clusters(EACH, rows, rows);
  }

  /**
   * Name the cluster of each row.
   *
   * @param ofRow cluster numbers from 0 to count - 1; copied
   * @param count number of clusters; one without rows is allowed and counts as drawn
   * @return the column
   * @throws IllegalArgumentException if a number is outside 0 to count - 1
   */
  public static Clusters of(int[] ofRow, int count) {
    for (int row = 0; row < ofRow.length; row++) {
      if (ofRow[row] < 0 || ofRow[row] >= count) {
        throw new IllegalArgumentException(
            "Row %d is in cluster %d; allowed are 0 to %d.".formatted(row, ofRow[row], count - 1));
      }
    }
    return new Clusters(ofRow.length == 0 ? EACH : ofRow.clone(), ofRow.length, count);
  }

  /**
   * Tell the cluster of a row.
   *
   * @param row from 0
   * @return its cluster, 0 to count - 1
   */
  public int at(int row) {
    return ofRow == EACH ? row : ofRow[row];
  }

  /** Add each row's count, read as unsigned, to the sum of its cell: the loop of every resample. */
  void addTo(int[] cellOfRow, byte[] counts, double[] sums) {
    if (ofRow == EACH) {
      for (int row = 0; row < cellOfRow.length; row++) {
        sums[cellOfRow[row]] += Byte.toUnsignedInt(counts[row]);
      }
      return;
    }
    for (int row = 0; row < cellOfRow.length; row++) {
      sums[cellOfRow[row]] += Byte.toUnsignedInt(counts[ofRow[row]]);
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

  /**
   * Count the clusters.
   *
   * @return at least 0
   */
  public int count() {
    return count;
  }

  /**
   * Count the clusters that have rows.
   *
   * @return at most {@link #count()}
   */
  public int used() {
    if (ofRow == EACH) {
      return rows;
    }
    BitSet seen = new BitSet(count);
    for (int cluster : ofRow) {
      seen.set(cluster);
    }
    return seen.cardinality();
  }

  /**
   * Keep some rows, with the clusters that they had. The number of clusters stays, so that draws
   * over the kept rows and over all rows are draws over the same clusters.
   *
   * @param rowsKept row numbers, in the order wanted
   * @return the clusters of those rows
   */
  public Clusters keep(int[] rowsKept) {
    int[] kept = new int[rowsKept.length];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = at(rowsKept[i]);
    }
    return new Clusters(kept.length == 0 ? EACH : kept, kept.length, count);
  }
}
