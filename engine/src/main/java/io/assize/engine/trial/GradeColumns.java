package io.assize.engine.trial;

import io.assize.engine.trial.GradeTable.Row;
import io.assize.measures.Clusters;
import io.assize.measures.columns.Values;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The grades of a table as columns, a place a row: what the figures of a trial are computed from. A
 * number that is not there is NaN.
 */
final class GradeColumns {

  private final List<Row> rows;
  private final double[] expected;
  private final double[] likeliest;
  private final double[] labels;
  private final int[] item;
  private final int[] root;
  private final int[] system;
  private final List<String> systems;
  private final int roots;

  GradeColumns(List<Row> rows, Gold gold) {
    this.rows = rows;
    this.expected = column(r -> number(r.expected()));
    this.likeliest = column(r -> number(r.likeliest()));
    this.labels = column(r -> number(gold.grade(r.asked())));
    var ids = new Numbers();
    var clusters = new Numbers();
    this.item = rows.stream().mapToInt(r -> ids.of(r.asked().item().id())).toArray();
    this.root = rows.stream().mapToInt(r -> clusters.of(r.asked().item().root())).toArray();
    this.roots = clusters.known.size();
    this.systems =
        List.copyOf(
            rows.stream().map(GradeColumns::system).collect(Collectors.toCollection(TreeSet::new)));
    this.system = rows.stream().mapToInt(r -> systems.indexOf(system(r))).toArray();
  }

  private static String system(Row r) {
    return r.candidate().by().name();
  }

  /** Numbers of names, from 0 in the order in which they come; neighbours often have one name. */
  private static final class Numbers {
    private final Map<String, Integer> known = new LinkedHashMap<>();
    private String last = "";
    private int number = -1;

    int of(String name) {
      if (number >= 0 && name.equals(last)) return number;
      Integer before = known.putIfAbsent(name, known.size());
      last = name;
      number = before == null ? known.size() - 1 : before;
      return number;
    }
  }

  private double[] column(ToDoubleFunction<Row> number) {
    double[] column = new double[rows.size()];
    for (int i = 0; i < column.length; i++) column[i] = number.applyAsDouble(rows.get(i));
    return column;
  }

  private static double number(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : Double.NaN;
  }

  int size() {
    return item.length;
  }

  /** Return the row at a place. */
  Row row(int i) {
    return rows.get(i);
  }

  /** Return the expected number. */
  double expected(int i) {
    return expected[i];
  }

  /** Return the likeliest number. */
  double likeliest(int i) {
    return likeliest[i];
  }

  /** Return the grade of the labels. */
  double label(int i) {
    return labels[i];
  }

  /** Return the number of its item. */
  int item(int i) {
    return item[i];
  }

  /** Return the number of the root of its item: the cluster that it is in. */
  int root(int i) {
    return root[i];
  }

  /** Return how many clusters there are. */
  int roots() {
    return roots;
  }

  /** Return the systems by name: their numbers are their places. */
  List<String> systems() {
    return systems;
  }

  /** Return the number of the system that gave the answer. */
  int system(int i) {
    return system[i];
  }

  /** Return the places that fulfil something, in their order. */
  int[] where(IntPredicate holds) {
    return IntStream.range(0, size()).filter(holds).toArray();
  }

  /** Return the clusters of the rows at these places. */
  Clusters clusters(int[] at) {
    return Clusters.of(IntStream.of(at).map(i -> root[i]).toArray(), roots);
  }

  /**
   * Return the numbers that are there, and how many are not.
   *
   * @param of places
   * @param numbers a number for each place of the table
   */
  Values values(int[] of, double[] numbers) {
    int[] there = IntStream.of(of).filter(i -> !Double.isNaN(numbers[i])).toArray();
    double[] values = IntStream.of(there).mapToDouble(i -> numbers[i]).toArray();
    return new Values(values, clusters(there), (long) of.length - there.length);
  }

  /** Return the expected numbers of these places. */
  Values expected(int[] of) {
    return values(of, expected);
  }

  /** Return the likeliest number that stands most often, the highest of several; 0 of none. */
  double commonest() {
    double[] sorted = Arrays.stream(likeliest).filter(x -> !Double.isNaN(x)).sorted().toArray();
    double best = 0;
    int most = 0;
    for (int from = 0, to; from < sorted.length; from = to) {
      for (to = from; to < sorted.length && sorted[to] == sorted[from]; ) to++;
      if (to - from < most) continue;
      most = to - from;
      best = sorted[from];
    }
    return best;
  }
}
