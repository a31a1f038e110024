package io.assize.engine.trial;

import io.assize.engine.trial.PairTable.Row;
import io.assize.measures.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;

/**
 * How far the judge agrees with the labels, beside the baselines that need no judge.
 *
 * <p>Units are cases, or cases in each single order where something is asked once; clusters are
 * items.
 */
final class PairAgreements {

  private final List<Row> rows;
  private final Gold gold;
  private final Coded coded;
  private final ToIntFunction<Row> item;

  PairAgreements(List<Row> rows, Gold gold, Coded coded, ToIntFunction<Row> item) {
    this.rows = rows;
    this.gold = gold;
    this.coded = coded;
    this.item = item;
  }

  /** Return the judge as it was asked: once, in both orders, several times; the last one counts. */
  List<Agreement> judge() {
    if (rows.stream().noneMatch(this::labelled)) return List.of();
    var all = new ArrayList<Agreement>();
    boolean orders = rows.stream().anyMatch(r -> r.orders().size() > 1);
    int times = rows.getFirst().again().size();
    if (orders) {
      all.add(of("asked once", r -> List.copyOf(r.orders().values())));
      all.add(of("asked in both orders", r -> List.of(r.again().getFirst())));
    } else {
      all.add(of(times > 1 ? "asked once" : "the judge", r -> List.of(r.again().getFirst())));
    }
    if (times > 1) {
      String how = orders ? "asked in both orders, " : "asked ";
      all.add(of(how + times + " times", r -> List.of(r.whole())));
    }
    return List.copyOf(all);
  }

  private boolean labelled(Row r) {
    return gold.of(r.asked()).isPresent();
  }

  private Agreement of(String who, Function<Row, List<Decision>> says) {
    Coded.Columns columns = columns(i -> says.apply(rows.get(i)));
    return new Agreement(who, coded.share(columns), coded.kappa(columns));
  }

  private Coded.Columns columns(IntFunction<List<Decision>> says) {
    var columns = new Coded.Columns(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (int i = 0; i < rows.size(); i++) {
      Row r = rows.get(i);
      var truth = gold.of(r.asked());
      if (truth.isEmpty()) continue;
      for (Decision d : says.apply(i)) {
        columns.says().add(d.code(r.a().key()));
        columns.truth().add(truth.get().code(r.a().key()));
        columns.item().add(item.applyAsInt(r));
      }
    }
    return columns;
  }

  /**
   * Return the baselines.
   *
   * @param of what they say, in the order of the rows
   * @param firstChosen how often the judge takes the answer that is shown first
   */
  List<Baseline> baselines(List<BaselineVerdicts> of, Estimate firstChosen) {
    var all = new ArrayList<Baseline>();
    for (BaselineVerdicts b : of) {
      boolean first = b.name().equals("first");
      all.add(
          baseline(
              b,
              first ? firstChosen : withJudge(b),
              i -> first ? firsts(rows.get(i)) : List.of(b.decision(i))));
    }
    return List.copyOf(all);
  }

  /** What is shown first is one answer in one order and the other in the other. */
  private static List<Decision> firsts(Row r) {
    return List.of(new Decision.Better(r.a().key()), new Decision.Better(r.b().key()));
  }

  private Baseline baseline(
      BaselineVerdicts b, Estimate withJudge, IntFunction<List<Decision>> says) {
    var silent = b.silent();
    if (silent.isPresent()) {
      var none = new Estimate.Undefined(silent.get(), 0, rows.size());
      return new Baseline(b.name(), b.kind(), none, none, none);
    }
    if (rows.stream().noneMatch(this::labelled)) {
      var none = new Estimate.Undefined("there are no labels", 0, 0);
      return new Baseline(b.name(), b.kind(), withJudge, none, none);
    }
    Coded.Columns columns = columns(says);
    return new Baseline(b.name(), b.kind(), withJudge, coded.share(columns), coded.kappa(columns));
  }

  private Estimate withJudge(BaselineVerdicts b) {
    var same = new ArrayList<Double>();
    var items = new ArrayList<Integer>();
    for (int i = 0; i < rows.size(); i++) {
      Row r = rows.get(i);
      int judge = r.whole().code(r.a().key());
      int says = b.decision(i).code(r.a().key());
      if (judge < 0 || says < 0) continue;
      same.add(judge == says ? 1.0 : 0.0);
      items.add(item.applyAsInt(r));
    }
    return coded.mean(same, items, "there is no case on which both say something");
  }
}
