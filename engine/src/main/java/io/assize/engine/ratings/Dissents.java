package io.assize.engine.ratings;

import io.assize.engine.ratings.RatingResult.Dissent;
import io.assize.engine.ratings.RatingResult.Table;
import io.assize.measures.agreement.Confusion;
import io.assize.measures.agreement.Metric;
import io.assize.measures.columns.Labels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What stands behind the figures: which label for which, and on which units raters differ. */
final class Dissents {

  private final Ratings ratings;
  private final Labels labels;
  private final int[] people;

  Dissents(Ratings ratings) {
    this.ratings = ratings;
    this.labels = ratings.labels();
    this.people = ratings.people();
  }

  /** Return a table for each judge with all people; of two raters alone, their table. */
  List<Table> tables() {
    var tables = new ArrayList<Table>();
    int[] judges = ratings.judges();
    for (int judge : people.length == 0 ? new int[0] : judges) {
      String rows = people.length == 1 ? name(people[0]) : "people";
      tables.add(table(rows, judge, people));
    }
    if (tables.isEmpty() && ratings.raters().size() == 2) tables.add(table(name(0), 1, 0));
    return tables;
  }

  private Table table(String rows, int column, int... with) {
    int levels = labels.levels();
    int[][] counts = new int[levels][levels];
    for (int person : with) {
      Confusion confusion = Confusion.of(labels, person, column);
      for (int row = 0; row < levels; row++) {
        for (int c = 0; c < levels; c++) counts[row][c] += confusion.count(row, c);
      }
    }
    return new Table(
        rows,
        name(column),
        IntStream.range(0, levels)
            .mapToObj(row -> IntStream.of(counts[row]).boxed().toList())
            .toList());
  }

  /** Return where more than half of the people say otherwise than a judge; the farthest first. */
  List<Dissent> list() {
    var all = new ArrayList<Dissent>();
    int[] judges = ratings.judges();
    for (int unit = 0; unit < labels.units(); unit++) {
      for (int judge : people.length == 0 ? new int[0] : judges) against(judge, unit, all);
      if (judges.length == 0 || people.length == 0) among(unit, all);
    }
    all.sort(Comparator.comparingDouble(Dissent::apart).reversed());
    return all;
  }

  private void against(int judge, int unit, List<Dissent> all) {
    int said = labels.find(unit, judge);
    if (said < 0) return;
    int[] others =
        IntStream.of(people).map(p -> labels.find(unit, p)).filter(code -> code >= 0).toArray();
    long other = IntStream.of(others).filter(code -> code != said).count();
    if (2 * other <= others.length) return;
    double apart = IntStream.of(others).mapToDouble(code -> apart(said, code)).average().orElse(0);
    all.add(new Dissent(Optional.of(name(judge)), ratings.units().get(unit), said(unit), apart));
  }

  private void among(int unit, List<Dissent> all) {
    int[] codes =
        IntStream.range(labels.start(unit), labels.start(unit + 1)).map(labels::code).toArray();
    double apart = 0;
    for (int a : codes) for (int b : codes) apart = Math.max(apart, apart(a, b));
    if (apart > 0)
      all.add(new Dissent(Optional.empty(), ratings.units().get(unit), said(unit), apart));
  }

  private double apart(int a, int b) {
    if (ratings.scale().metric() == Metric.NOMINAL) return a == b ? 0 : 1;
    return Math.abs(labels.level(a) - labels.level(b));
  }

  private List<Optional<String>> said(int unit) {
    return IntStream.range(0, ratings.raters().size())
        .map(rater -> labels.find(unit, rater))
        .mapToObj(code ->
            code < 0 ? Optional.<String>empty() : Optional.of(ratings.scale().names().get(code)))
        .toList();
  }

  private String name(int rater) {
    return ratings.raters().get(rater).name();
  }
}
