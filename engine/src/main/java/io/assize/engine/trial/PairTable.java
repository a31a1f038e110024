package io.assize.engine.trial;

import io.assize.core.Candidate;
import io.assize.core.Case;
import io.assize.core.Step;
import io.assize.engine.observe.Observations;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apiguardian.api.API;

/**
 * The decisions of a run over pairs: one row a case.
 *
 * @param rows in the order of the docket
 */
@API(status = API.Status.EXPERIMENTAL)
public record PairTable(List<Row> rows) {

  public PairTable {
    rows = List.copyOf(rows);
  }

  /**
   * One pair.
   *
   * @param asked the case
   * @param a candidate whose key comes first
   * @param b the other one
   * @param whole what the judge says in the end: where it was asked several times, its verdicts
   *     pooled, each with the same weight
   * @param orders what it says in each single order, by the key that was shown first; the first
   *     time that it was asked
   * @param draws what it says each time that it is asked the same: one list a repeated question
   * @param again what it says in the end each time that it was asked, the first time first
   */
  public record Row(
      Case asked,
      Candidate a,
      Candidate b,
      Decision whole,
      SortedMap<String, Decision> orders,
      List<List<Decision>> draws,
      List<Decision> again) {}

  /**
   * Take the decisions out of observations.
   *
   * @param seen the judgments, case by case
   * @param cases pairs in the same order
   */
  public static PairTable of(Observations seen, List<Case> cases) {
    return of(List.of(seen), cases);
  }

  /**
   * Take the decisions of a judge that was asked several times.
   *
   * @param occasions the judgments of each time, case by case; at least one
   * @param cases pairs in the same order
   */
  public static PairTable of(List<Observations> occasions, List<Case> cases) {
    Observations first = occasions.getFirst();
    var rows = new ArrayList<Row>();
    for (int c = 0; c < cases.size(); c++) {
      Row row = row(first, first.root(c), cases.get(c));
      rows.add(occasions.size() == 1 ? row : pooled(row, occasions, c));
    }
    return new PairTable(rows);
  }

  private static Row pooled(Row first, List<Observations> occasions, int theCase) {
    var again = new ArrayList<Decision>();
    for (Observations o : occasions) again.add(Decision.of(o, o.root(theCase)));
    Decision whole =
        Occasions.pool(occasions, theCase).map(Decision::of).orElseGet(again::getFirst);
    return new Row(
        first.asked(), first.a(), first.b(), whole, first.orders(), first.draws(), again);
  }

  /** Take the decisions below one row: a whole judgment, or one judge of several. */
  public static Row row(Observations seen, int root, Case asked) {
    var keys = asked.keys().stream().sorted().toList();
    var orders = new TreeMap<String, Decision>();
    var grades = new TreeMap<String, SortedMap<String, Double>>();
    var draws = new ArrayList<List<Decision>>();
    for (int row = root; row < seen.end(root); row = next(seen, row)) {
      Step step = seen.step(row);
      if (step.dimension().equals(Step.ORDER)) order(seen, row, orders, grades);
      var repeated = repeated(seen, row);
      if (repeated.size() > 1) draws.add(repeated);
    }
    grades.forEach((order, of) -> {
      Double x = of.get(keys.get(0));
      Double y = of.get(keys.get(1));
      if (x != null && y != null) {
        orders.put(first(order), Decision.of(keys.get(0), x, keys.get(1), y));
      }
    });
    Decision whole = Decision.of(seen, root);
    return new Row(
        asked,
        asked.candidate(keys.get(0)),
        asked.candidate(keys.get(1)),
        whole,
        orders,
        draws,
        List.of(whole));
  }

  /** Walk on, around what was made on the way and what stood before a mapping. */
  private static int next(Observations seen, int row) {
    int next = row + 1;
    while (next < seen.size()) {
      String dimension = seen.step(next).dimension();
      if (seen.parent(next) < 0) return next;
      if (!dimension.equals(Step.MADE)) return next;
      next = seen.end(next);
    }
    return next;
  }

  private static void order(
      Observations seen,
      int row,
      SortedMap<String, Decision> orders,
      SortedMap<String, SortedMap<String, Double>> grades) {
    String order = seen.step(row).value();
    var d = seen.distribution(row);
    if (d.isPresent() && d.get().expected().isPresent()) {
      String candidate = candidateAbove(seen, row);
      grades
          .computeIfAbsent(order, k -> new TreeMap<>())
          .put(candidate, d.get().expected().getAsDouble());
    } else if (seen.missing(row).filter(w -> w == io.assize.core.Why.IN_PARTS).isEmpty()) {
      orders.putIfAbsent(first(order), Decision.of(seen, row));
    }
  }

  private static String candidateAbove(Observations seen, int row) {
    for (int r = row; r >= 0; r = seen.parent(r)) {
      if (seen.step(r).dimension().equals(Step.CANDIDATE)) return seen.step(r).value();
    }
    return "";
  }

  private static List<Decision> repeated(Observations seen, int row) {
    var decisions = new ArrayList<Decision>();
    for (int child : seen.children(row)) {
      boolean preference = seen.distribution(child).filter(d -> d.expected().isEmpty()).isPresent();
      if (seen.step(child).dimension().equals(Step.DRAW) && preference) {
        decisions.add(Decision.of(seen, child));
      }
    }
    return decisions;
  }

  /** An order's address is the keys with ">" between them. */
  private static String first(String order) {
    return order.substring(0, order.indexOf('>'));
  }
}
