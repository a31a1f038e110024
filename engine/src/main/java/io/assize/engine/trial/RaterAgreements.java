package io.assize.engine.trial;

import io.assize.core.scale.Scale;
import io.assize.measures.agreement.KappaWeights;
import io.assize.measures.inference.Bootstrap;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apiguardian.api.API;

/**
 * How far the judge agrees with each of several raters, one by one: a judge may follow one of them
 * and not the others, which the joined labels do not show.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class RaterAgreements {

  private RaterAgreements() {}

  /**
   * Compute them.
   *
   * @param raters what each of them says, by name
   * @param bootstrap for intervals that have no formula
   * @return one agreement a rater who says something of these cases, in the order of the names
   */
  public static List<Agreement> of(
      RunResult result, SortedMap<String, Gold> raters, Bootstrap bootstrap) {
    var all = new ArrayList<Agreement>();
    raters.forEach((name, gold) -> {
      List<Agreement> judge =
          switch (result) {
            case RunResult.Pairs p -> pairs(p.table(), gold, bootstrap);
            case RunResult.Grades g -> grades(g, gold, bootstrap);
          };
      judge.stream().findFirst().ifPresent(a -> all.add(new Agreement(name, a.share(), a.kappa())));
    });
    return List.copyOf(all);
  }

  private static List<Agreement> pairs(PairTable table, Gold gold, Bootstrap bootstrap) {
    var items = new TreeMap<String, Integer>();
    table.rows().forEach(r -> items.putIfAbsent(r.asked().item().root(), items.size()));
    var coded = new Coded(new double[] {0, 1, 2}, KappaWeights.UNWEIGHTED, items.size(), bootstrap);
    var of =
        new PairAgreements(
            table.rows(), gold, coded, r -> items.getOrDefault(r.asked().item().root(), 0));
    // The last one is what the standings rest on.
    List<Agreement> judge = of.judge();
    return judge.isEmpty() ? List.of() : List.of(judge.getLast());
  }

  private static List<Agreement> grades(RunResult.Grades g, Gold gold, Bootstrap bootstrap) {
    if (!(g.table().scale().orElse(null) instanceof Scale.Levels levels)) return List.of();
    return new GradeAgreements(new GradeColumns(g.table().rows(), gold), levels, bootstrap)
        .judge(g.result().card().commonest());
  }
}
