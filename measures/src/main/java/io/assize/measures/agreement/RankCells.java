package io.assize.measures.agreement;

import io.assize.measures.Clustered;
import io.assize.measures.Clusters;
import io.assize.measures.Weights;
import io.assize.measures.columns.Paired;
import java.util.Arrays;

/**
 * Hold pairs of scores by their ranks: rows with the same two scores share a cell, so that a
 * resample is one pass over the rows, and ranks and sums are taken over the cells.
 *
 * @param ofRow the cell of each row
 * @param first the place of each cell's first score among the distinct ones, ascending
 * @param second the same for its second score
 * @param clusters of the rows
 */
record RankCells(int[] ofRow, int[] first, int[] second, Clusters clusters) implements Clustered {

  static RankCells of(Paired pairs) {
    Ranks first = Ranks.of(pairs.first());
    Ranks second = Ranks.of(pairs.second());
    int rows = pairs.rows();
    long[] codes = new long[rows];
    Arrays.setAll(codes, row -> code(first.group()[row], second.group()[row]));
    long[] cells = codes.clone();
    Arrays.sort(cells);
    int count = 0;
    for (int i = 0; i < rows; i++) {
      if (i == 0 || cells[i] != cells[i - 1]) {
        cells[count++] = cells[i];
      }
    }
    int distinct = count;
    int[] ofRow = new int[rows];
    Arrays.setAll(ofRow, row -> Arrays.binarySearch(cells, 0, distinct, codes[row]));
    int[] x = new int[distinct];
    int[] y = new int[distinct];
    for (int cell = 0; cell < distinct; cell++) {
      x[cell] = (int) (cells[cell] >>> 32);
      y[cell] = (int) cells[cell];
    }
    return new RankCells(ofRow, x, y, pairs.clusters());
  }

  private static long code(int first, int second) {
    return (long) first << 32 | second;
  }

  int cells() {
    return first.length;
  }

  /** Sum the weights of the rows of each cell. */
  double[] weights(Weights weights) {
    double[] sums = new double[cells()];
    weights.addTo(ofRow, sums);
    return sums;
  }

  /** The middle rank of each distinct score, as if each cell stood there as often as it weighs. */
  static double[] midranks(int[] place, double[] weights) {
    int groups = 0;
    for (int p : place) {
      groups = Math.max(groups, p + 1);
    }
    double[] sizes = new double[groups];
    for (int cell = 0; cell < place.length; cell++) {
      sizes[place[cell]] += weights[cell];
    }
    double before = 0;
    for (int group = 0; group < groups; group++) {
      double size = sizes[group];
      sizes[group] = before + size / 2;
      before += size;
    }
    return sizes;
  }
}
