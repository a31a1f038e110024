package io.assize.engine.trial;

import io.assize.core.Result;
import io.assize.core.scale.Outcome;
import io.assize.core.scale.Scale;
import io.assize.measures.Estimate;
import io.assize.measures.agreement.KappaWeights;
import io.assize.measures.inference.Bootstrap;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** How far grades on levels agree with the labels, the judge's beside those that know nothing. */
final class GradeAgreements {

  private final GradeColumns columns;
  private final Scale.Levels levels;
  private final Coded coded;
  private final int[] judge;
  private final int[] labels;

  GradeAgreements(GradeColumns columns, Scale.Levels levels, Bootstrap bootstrap) {
    this.columns = columns;
    this.levels = levels;
    double[] values = levels.levels().stream().mapToDouble(Scale.Level::value).toArray();
    KappaWeights weights = values.length == 2 ? KappaWeights.UNWEIGHTED : KappaWeights.QUADRATIC;
    this.coded = new Coded(values, weights, columns.roots(), bootstrap);
    this.judge = codes(values, columns::likeliest);
    this.labels = codes(values, columns::label);
  }

  private int[] codes(double[] values, IntToDoubleFunction number) {
    int[] codes = new int[columns.size()];
    Arrays.setAll(codes, i -> code(values, number.applyAsDouble(i)));
    return codes;
  }

  private static int code(double[] values, double value) {
    for (int i = 0; i < values.length; i++) if (values[i] == value) return i;
    return -1;
  }

  /** Return the judge, and always the grade that it gives most often. */
  List<Agreement> judge(double commonest) {
    if (!labelled()) return List.of();
    int times =
        IntStream.range(0, columns.size()).map(i -> columns.row(i).again().size()).max().orElse(1);
    int always = code(coded.levels(), commonest);
    return List.of(
        of(times > 1 ? "asked " + times + " times" : "the judge", i -> judge[i]),
        of(always(always), i -> always));
  }

  private String always(int code) {
    return "always " + levels.levels().get(code).label();
  }

  private boolean labelled() {
    return columns.where(i -> !Double.isNaN(columns.label(i))).length > 0;
  }

  private Agreement of(String who, IntUnaryOperator says) {
    Coded.Columns beside = beside(says);
    return new Agreement(who, coded.share(beside), coded.kappa(beside));
  }

  private Coded.Columns beside(IntUnaryOperator says) {
    int[] at = columns.where(i -> !Double.isNaN(columns.label(i)));
    return new Coded.Columns(
        IntStream.of(at).map(says).boxed().toList(),
        IntStream.of(at).map(i -> labels[i]).boxed().toList(),
        IntStream.of(at).map(columns::root).boxed().toList());
  }

  /**
   * Return the baselines.
   *
   * @param of what they say, in the order of the rows
   * @param commonest the grade that the judge gives most often
   */
  List<Baseline> baselines(List<BaselineVerdicts> of, double commonest) {
    int always = code(coded.levels(), commonest);
    return of.stream()
        .map(b -> b.silent().map(why -> silent(b, why)).orElseGet(() -> baseline(b, always)))
        .toList();
  }

  private Baseline silent(BaselineVerdicts b, String why) {
    var none = new Estimate.Undefined(why, 0, columns.size());
    return new Baseline(b.name(), b.kind(), none, none, none);
  }

  private Baseline baseline(BaselineVerdicts b, int always) {
    int[] says = says(b);
    Baseline made = baseline(b, says);
    // The one that always says one grade may say what the judge's commonest grade says.
    boolean same =
        b.name().equals("constant")
            && says.length > 0
            && IntStream.of(says).allMatch(code -> code == always);
    return same ? made.sameAs(always(always)) : made;
  }

  private Baseline baseline(BaselineVerdicts b, int[] says) {
    var kind = b.kind();
    Estimate withJudge = withJudge(says);
    if (!labelled()) {
      var none = new Estimate.Undefined("there are no labels", 0, 0);
      return new Baseline(b.name(), kind, withJudge, none, none);
    }
    Coded.Columns beside = beside(i -> says[i]);
    return new Baseline(b.name(), kind, withJudge, coded.share(beside), coded.kappa(beside));
  }

  private Estimate withJudge(int[] says) {
    int[] both = columns.where(i -> judge[i] >= 0 && says[i] >= 0);
    double[] same = IntStream.of(both).mapToDouble(i -> judge[i] == says[i] ? 1 : 0).toArray();
    return coded.mean(same, columns.clusters(both), "there is no answer that both grade");
  }

  private int[] says(BaselineVerdicts b) {
    int[] says = new int[b.outcomes().size()];
    for (int i = 0; i < says.length; i++) {
      says[i] =
          switch (b.outcomes().get(i)) {
            case Result.Done<Outcome>(Outcome o) -> code(o);
            case Result.Missing<Outcome> m -> -1;
          };
    }
    return says;
  }

  private int code(Outcome o) {
    OptionalDouble number = levels.number(o);
    return number.isEmpty() ? -1 : code(coded.levels(), number.getAsDouble());
  }
}
