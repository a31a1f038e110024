package io.assize.measures.agreement;

import io.assize.measures.Clustered;
import io.assize.measures.Clusters;
import io.assize.measures.Weights;
import io.assize.measures.columns.Labels;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * Hold the labels that two raters gave to the same units, as places in the ascending scale, and the
 * number of each place. The rows are the units that both labelled.
 */
record LabelPairs(
    int[] first,
    int[] second,
    double[] numbers,
    int[] kinds,
    int[] units,
    Clusters clusters,
    long missing)
    implements Clustered {

  /** A table of all pairs of labels may be so large whatever the number of rows. */
  private static final int SMALL_TABLE = 256;

  static LabelPairs of(Labels labels, int a, int b) {
    requireRaters(labels, a, b);
    int[] places = places(labels);
    int[] first = new int[labels.units()];
    int[] second = new int[labels.units()];
    int[] kept = new int[labels.units()];
    int rows = 0;
    for (int unit = 0; unit < labels.units(); unit++) {
      int x = labels.find(unit, a);
      int y = labels.find(unit, b);
      if (x >= 0 && y >= 0) {
        first[rows] = places[x];
        second[rows] = places[y];
        kept[rows++] = unit;
      }
    }
    return new LabelPairs(
        Arrays.copyOf(first, rows),
        Arrays.copyOf(second, rows),
        numbers(labels),
        kinds(first, second, rows, labels.levels()),
        Arrays.copyOf(kept, rows),
        labels.clusters().keep(Arrays.copyOf(kept, rows)),
        labels.units() - rows);
  }

  /** The cell of each row in a table of first by second; none where the table would be large. */
  private static int[] kinds(int[] first, int[] second, int rows, int levels) {
    boolean small = (long) levels * levels <= Math.max(rows, SMALL_TABLE);
    int[] kinds = new int[small ? rows : 0];
    for (int row = 0; row < kinds.length; row++) {
      kinds[row] = first[row] * levels + second[row];
    }
    return kinds;
  }

  /**
   * The same pairs counted: a row for each pair of labels, weighted by how often it is there. Where
   * the table would be large, these very rows.
   */
  Counted counted(Weights weights) {
    if (kinds.length < rows()) {
      return eachRow(weights::at);
    }
    double[] cells = new double[levels() * levels()];
    weights.addTo(kinds, cells);
    return table(cells);
  }

  /** The same under weights of all units, of which the rows are some. */
  Counted countedByUnit(Weights ofUnits) {
    if (kinds.length < rows()) {
      return eachRow(row -> ofUnits.at(units[row]));
    }
    double[] cells = new double[levels() * levels()];
    for (int row = 0; row < kinds.length; row++) {
      cells[kinds[row]] += ofUnits.at(units[row]);
    }
    return table(cells);
  }

  private Counted eachRow(IntToDoubleFunction weight) {
    double[] each = new double[rows()];
    Arrays.setAll(each, weight);
    return new Counted(first, second, each);
  }

  private Counted table(double[] cells) {
    int[] rows = new int[cells.length];
    int[] columns = new int[cells.length];
    for (int cell = 0; cell < cells.length; cell++) {
      rows[cell] = cell / levels();
      columns[cell] = cell % levels();
    }
    return new Counted(rows, columns, cells);
  }

  /** Pairs of places, each with its weight. */
  record Counted(int[] first, int[] second, double[] weight) {

    /** Weight at each level, of one of the two raters. */
    double[] margin(int[] rater, int levels) {
      double[] margin = new double[levels];
      for (int i = 0; i < rater.length; i++) {
        margin[rater[i]] += weight[i];
      }
      return margin;
    }
  }

  int rows() {
    return first.length;
  }

  int levels() {
    return numbers.length;
  }

  private static double[] numbers(Labels labels) {
    double[] numbers = new double[labels.levels()];
    Arrays.setAll(numbers, labels::level);
    Arrays.sort(numbers);
    return numbers;
  }

  private static int[] places(Labels labels) {
    int[] order = Ranks.order(labels.levels(), labels::level);
    int[] places = new int[order.length];
    for (int place = 0; place < order.length; place++) {
      places[order[place]] = place;
    }
    return places;
  }

  private static void requireRaters(Labels labels, int a, int b) {
    if (a < 0 || a >= labels.raters() || b < 0 || b >= labels.raters() || a == b) {
      throw new IllegalArgumentException(
          "Raters %d and %d: allowed are two different ones of 0 to %d."
              .formatted(a, b, labels.raters() - 1));
    }
  }
}
