package io.assize.engine.trial;

import io.assize.core.Why;
import io.assize.measures.Clusters;
import io.assize.measures.agreement.ScoreComparison;
import io.assize.measures.columns.Labels;
import io.assize.measures.inference.Bootstrap;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import org.apiguardian.api.API;

/**
 * Joins the comparisons and the grades that one party gave in one run, pair by pair.
 *
 * <p>Before and after TrustJudge (Wang et al. 2025, arXiv 2509.21117) are two decisions over the
 * same replies, so that the difference costs no call.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class ConflictTrial {

  private static final int GRADES = 0;
  private static final int COMPARISON = 1;

  private final List<Row> rows;
  private final Bootstrap bootstrap;

  /**
   * What is said of one pair.
   *
   * @param pair the comparison, in each order and in the end
   * @param likelyGrades which answer has the higher likeliest grade
   * @param expectedGrades which answer has the higher expected grade
   * @param likelyComparison what is said in both orders; a tie where they differ
   */
  public record Row(
      PairTable.Row pair,
      Decision likelyGrades,
      Decision expectedGrades,
      Decision likelyComparison) {}

  /**
   * Join two tables of a run.
   *
   * @param bootstrap for intervals
   */
  public ConflictTrial(PairTable pairs, GradeTable grades, Bootstrap bootstrap) {
    this.bootstrap = bootstrap;
    var byKey = new TreeMap<String, GradeTable.Row>();
    grades.rows().forEach(g -> byKey.put(g.candidate().key(), g));
    this.rows = pairs.rows().stream().map(p -> row(p, byKey)).toList();
  }

  private static Row row(PairTable.Row pair, TreeMap<String, GradeTable.Row> grades) {
    return new Row(
        pair,
        graded(pair, grades, GradeTable.Row::likeliest),
        graded(pair, grades, GradeTable.Row::expected),
        likeliest(pair));
  }

  private static Decision graded(
      PairTable.Row pair,
      TreeMap<String, GradeTable.Row> grades,
      Function<GradeTable.Row, OptionalDouble> number) {
    GradeTable.Row a = grades.get(pair.a().key());
    GradeTable.Row b = grades.get(pair.b().key());
    if (a == null || b == null) return new Decision.None(Why.NOT_RECORDED);
    OptionalDouble x = number.apply(a);
    OptionalDouble y = number.apply(b);
    if (x.isEmpty() || y.isEmpty()) {
      return new Decision.None(a.why().or(b::why).orElse(Why.UNREADABLE));
    }
    return Decision.of(pair.a().key(), x.getAsDouble(), pair.b().key(), y.getAsDouble());
  }

  private static Decision likeliest(PairTable.Row pair) {
    var said = List.copyOf(pair.orders().values());
    if (said.isEmpty()) return pair.whole();
    for (Decision d : said) if (d instanceof Decision.None) return d;
    return said.stream().distinct().count() == 1 ? said.getFirst() : new Decision.Tie();
  }

  /** Return what is said, pair by pair. */
  public List<Row> rows() {
    return rows;
  }

  /**
   * Compute the result.
   *
   * @param grades name of the judge of single answers
   */
  public Conflict result(String grades) {
    return new Conflict(
        grades,
        said(Row::likelyGrades, Row::likelyComparison),
        said(Row::expectedGrades, r -> r.pair().whole()));
  }

  private Conflict.Said said(Function<Row, Decision> grades, Function<Row, Decision> comparison) {
    // A tie lies between the two answers: codes are 0, 1 and 2, levels 0, 1 and -1.
    var builder = Labels.builder(0, 1, -1);
    var clusters = new ArrayList<Integer>();
    var items = new TreeMap<String, Integer>();
    long tiedGrades = 0;
    long tiedComparisons = 0;
    for (int i = 0; i < rows.size(); i++) {
      PairTable.Row pair = rows.get(i).pair();
      String root = pair.asked().item().root();
      items.putIfAbsent(root, items.size());
      clusters.add(items.get(root));
      int x = grades.apply(rows.get(i)).code(pair.a().key());
      int y = comparison.apply(rows.get(i)).code(pair.a().key());
      if (x >= 0) builder.add(i, GRADES, x);
      if (y >= 0) builder.add(i, COMPARISON, y);
      if (x == 0 && y >= 0) tiedGrades++;
      if (y == 0 && x >= 0) tiedComparisons++;
    }
    int[] of = clusters.stream().mapToInt(c -> c).toArray();
    Labels labels =
        builder.units(rows.size()).raters(2).build().clusteredBy(Clusters.of(of, items.size()));
    return new Conflict.Said(
        ScoreComparison.conflict(labels, GRADES, COMPARISON, bootstrap),
        ScoreComparison.reversed(labels, GRADES, COMPARISON, bootstrap),
        tiedGrades,
        tiedComparisons);
  }
}
