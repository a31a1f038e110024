package io.assize.engine.trial;

import io.assize.core.Result;
import io.assize.core.scale.Outcome;
import io.assize.core.scale.Scale;
import io.assize.engine.trial.GradeTable.Row;
import io.assize.measures.Estimate;
import io.assize.measures.agreement.KappaWeights;
import io.assize.measures.inference.Bootstrap;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** How far grades on levels agree with the labels, the judge's beside those that know nothing. */
final class GradeAgreements {

  private final List<Row> rows;
  private final Gold gold;
  private final Scale.Levels levels;
  private final Coded coded;
  private final ToIntFunction<Row> item;

  GradeAgreements(
      List<Row> rows,
      Gold gold,
      Scale.Levels levels,
      int items,
      Bootstrap bootstrap,
      ToIntFunction<Row> item) {
    this.rows = rows;
    this.gold = gold;
    this.levels = levels;
    double[] values = levels.levels().stream().mapToDouble(Scale.Level::value).toArray();
    KappaWeights weights = values.length == 2 ? KappaWeights.UNWEIGHTED : KappaWeights.QUADRATIC;
    this.coded = new Coded(values, weights, items, bootstrap);
    this.item = item;
  }

  /** Return the judge, and always the grade that it gives most often. */
  List<Agreement> judge(double commonest) {
    if (!labelled()) return List.of();
    int times = rows.stream().mapToInt(r -> r.again().size()).max().orElse(1);
    int always = code(commonest);
    return List.of(
        of(
            times > 1 ? "asked " + times + " times" : "the judge",
            i -> code(rows.get(i).likeliest())),
        of(always(always), i -> always));
  }

  private String always(int code) {
    return "always " + levels.levels().get(code).label();
  }

  private boolean labelled() {
    return rows.stream().anyMatch(r -> gold.grade(r.asked()).isPresent());
  }

  private Agreement of(String who, IntFunction<Integer> says) {
    Coded.Columns columns = columns(says);
    return new Agreement(who, coded.share(columns), coded.kappa(columns));
  }

  private Coded.Columns columns(IntFunction<Integer> says) {
    var columns = new Coded.Columns(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (int i = 0; i < rows.size(); i++) {
      OptionalDouble truth = gold.grade(rows.get(i).asked());
      if (truth.isEmpty()) continue;
      columns.says().add(says.apply(i));
      columns.truth().add(code(truth));
      columns.item().add(item.applyAsInt(rows.get(i)));
    }
    return columns;
  }

  /**
   * Return the baselines.
   *
   * @param of what they say, in the order of the rows
   * @param commonest the grade that the judge gives most often
   */
  List<Baseline> baselines(List<BaselineVerdicts> of, double commonest) {
    int[] judge = rows.stream().mapToInt(r -> code(r.likeliest())).toArray();
    int always = code(commonest);
    return of.stream()
        .map(b -> {
          Baseline made = baseline(b, judge);
          return same(b, always) ? made.sameAs(always(always)) : made;
        })
        .toList();
  }

  /** Tell whether the baseline that always says one grade says this one. */
  private boolean same(BaselineVerdicts b, int always) {
    return b.name().equals("constant")
        && !rows.isEmpty()
        && IntStream.of(says(b)).allMatch(code -> code == always);
  }

  private Baseline baseline(BaselineVerdicts b, int[] judge) {
    var kind = Baseline.Kind.of(b.name());
    var silent = b.silent();
    if (silent.isPresent()) {
      var none = new Estimate.Undefined(silent.get(), 0, rows.size());
      return new Baseline(b.name(), kind, none, none, none);
    }
    int[] says = says(b);
    Estimate withJudge = withJudge(judge, says);
    if (!labelled()) {
      var none = new Estimate.Undefined("there are no labels", 0, 0);
      return new Baseline(b.name(), kind, withJudge, none, none);
    }
    Coded.Columns columns = columns(i -> says[i]);
    return new Baseline(b.name(), kind, withJudge, coded.share(columns), coded.kappa(columns));
  }

  private Estimate withJudge(int[] judge, int[] says) {
    var same = new ArrayList<Double>();
    var items = new ArrayList<Integer>();
    for (int i = 0; i < rows.size(); i++) {
      if (judge[i] < 0 || says[i] < 0) continue;
      same.add(judge[i] == says[i] ? 1.0 : 0.0);
      items.add(item.applyAsInt(rows.get(i)));
    }
    return coded.mean(same, items, "there is no answer that both grade");
  }

  private int[] says(BaselineVerdicts b) {
    int[] says = new int[b.outcomes().size()];
    for (int i = 0; i < says.length; i++) {
      says[i] =
          switch (b.outcomes().get(i)) {
            case Result.Done<Outcome>(Outcome o) -> code(levels.number(o));
            case Result.Missing<Outcome> m -> -1;
          };
    }
    return says;
  }

  private int code(OptionalDouble value) {
    return value.isEmpty() ? -1 : code(value.getAsDouble());
  }

  private int code(double value) {
    for (int i = 0; i < levels.levels().size(); i++) {
      if (levels.levels().get(i).value() == value) return i;
    }
    return -1;
  }
}
