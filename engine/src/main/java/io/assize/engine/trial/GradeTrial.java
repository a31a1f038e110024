package io.assize.engine.trial;

import io.assize.core.Why;
import io.assize.core.scale.Distribution;
import io.assize.core.scale.Scale;
import io.assize.engine.observe.Observations;
import io.assize.engine.trial.GradeTable.Row;
import io.assize.measures.Estimate;
import io.assize.measures.agreement.Correlation;
import io.assize.measures.agreement.KappaWeights;
import io.assize.measures.columns.Paired;
import io.assize.measures.columns.Values;
import io.assize.measures.inference.Bootstrap;
import io.assize.measures.inference.ClusteredMean;
import io.assize.measures.inference.PairedDifference;
import io.assize.measures.inference.SampleSize;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.apiguardian.api.API;

/** Makes the result of grades: pure, from grades and labels. */
@API(status = API.Status.EXPERIMENTAL)
public final class GradeTrial {

  private final GradeTable table;
  private final List<Row> rows;
  private final GradeColumns columns;
  private final Gold gold;
  private final List<BaselineVerdicts> baselines;
  private final Bootstrap bootstrap;

  /**
   * Prepare a trial.
   *
   * @param table the grades
   * @param gold labels, or {@link Gold#NONE}
   * @param baselines what judges that know nothing say, in the order of the table
   * @param bootstrap for intervals that have no formula
   */
  public GradeTrial(
      GradeTable table, Gold gold, List<BaselineVerdicts> baselines, Bootstrap bootstrap) {
    this.table = table;
    this.rows = table.rows();
    this.columns = new GradeColumns(rows, gold);
    this.gold = gold;
    this.baselines = List.copyOf(baselines);
    this.bootstrap = bootstrap;
  }

  /** Compute the result. */
  public GradeResult result(List<Observations> occasions) {
    var missing = new EnumMap<Why, Long>(Why.class);
    rows.forEach(r -> r.why().ifPresent(w -> missing.merge(w, 1L, Long::sum)));
    var standings = standings();
    Optional<Paired> pairs =
        standings.size() < 2 ? Optional.empty() : Optional.of(paired(standings));
    return new GradeResult(
        rows.size() - missing.values().stream().mapToLong(n -> n).sum(),
        missing,
        table
            .scale()
            .filter(s -> s instanceof Scale.Levels l && l.levels().size() == 2)
            .isPresent(),
        standings,
        pairs.map(p -> PairedDifference.of(p, PairTrial.LEVEL)),
        pairs.map(p -> SampleSize.toSettle(p.differences(), 0)),
        Replies.of(occasions),
        card(),
        lookFirst());
  }

  // ---- which is better

  private List<GradeResult.Standing> standings() {
    var standings = new ArrayList<GradeResult.Standing>();
    for (int s = 0; s < columns.systems().size(); s++) {
      int system = s;
      Values of = columns.expected(columns.where(i -> columns.system(i) == system));
      standings.add(
          new GradeResult.Standing(
              columns.systems().get(s), of.rows(), mean(of, "no answer was graded")));
    }
    standings.sort(
        Comparator.comparingDouble((GradeResult.Standing s) -> -PairTrial.value(s.mean(), -1e300))
            .thenComparing(GradeResult.Standing::system));
    return List.copyOf(standings);
  }

  private static Estimate mean(Values of, String none) {
    return of.rows() == 0
        ? new Estimate.Undefined(none, 0, of.missing())
        : ClusteredMean.of(of, PairTrial.LEVEL);
  }

  /** The means of two systems on each item that both answered. */
  private Paired paired(List<GradeResult.Standing> standings) {
    var first = new ItemMeans(standings.get(0).system());
    var second = new ItemMeans(standings.get(1).system());
    int[] one = columns.where(i -> first.place[columns.item(i)] == i);
    int[] both = IntStream.of(one).filter(i -> second.count[columns.item(i)] > 0).toArray();
    return new Paired(
        IntStream.of(both).mapToDouble(first::at).toArray(),
        IntStream.of(both).mapToDouble(second::at).toArray(),
        columns.clusters(both),
        (long) one.length - both.length);
  }

  /** Means of what one system got on each item. */
  private final class ItemMeans {
    final double[] sum = new double[columns.size()];
    final int[] count = new int[columns.size()];
    final int[] place = new int[columns.size()]; // of its first grade

    ItemMeans(String system) {
      int number = columns.systems().indexOf(system);
      Arrays.fill(place, -1);
      for (int i = 0; i < columns.size(); i++) {
        if (columns.system(i) != number || Double.isNaN(columns.expected(i))) continue;
        int item = columns.item(i);
        if (count[item]++ == 0) place[item] = i;
        sum[item] += columns.expected(i);
      }
    }

    double at(int i) {
      return sum[columns.item(i)] / count[columns.item(i)];
    }
  }

  // ---- can the judge be believed

  private GradeResult.Card card() {
    double commonest = columns.commonest();
    int[] all = columns.where(i -> true);
    Optional<GradeAgreements> grades =
        table
            .scale()
            .flatMap(s -> s instanceof Scale.Levels l ? Optional.of(l) : Optional.empty())
            .map(l -> new GradeAgreements(columns, l, bootstrap));
    return new GradeResult.Card(
        commonest,
        mean(columns.values(all, is(commonest)), "no answer was graded"),
        withLength(),
        sameAgain(),
        times(),
        rows.stream().filter(GradeTrial::changed).count(),
        grades.map(g -> g.judge(commonest)).orElse(List.of()),
        grades.map(g -> g.baselines(baselines, commonest)).orElse(List.of()),
        lenient(),
        gold.by());
  }

  private double[] is(double grade) {
    double[] is = new double[columns.size()];
    Arrays.setAll(
        is,
        i ->
            Double.isNaN(columns.likeliest(i))
                ? Double.NaN
                : columns.likeliest(i) == grade ? 1 : 0);
    return is;
  }

  private static boolean changed(Row r) {
    return r.again().size() > 1 && r.again().stream().distinct().count() > 1;
  }

  private Estimate withLength() {
    int[] graded = columns.where(i -> !Double.isNaN(columns.expected(i)));
    double[] x = IntStream.of(graded).mapToDouble(columns::expected).toArray();
    double[] y =
        IntStream.of(graded).mapToDouble(i -> columns.row(i).candidate().text().length()).toArray();
    return Correlation.spearman(new Paired(x, y, columns.clusters(graded), 0), bootstrap);
  }

  /** How often the judge was asked the same, by the run or by its recipe. */
  private int times() {
    int run = rows.stream().mapToInt(r -> r.again().size()).max().orElse(1);
    int recipe =
        rows.stream().flatMap(r -> r.draws().stream()).mapToInt(List::size).max().orElse(1);
    return run > 1 ? run : recipe;
  }

  /** Times of the run; where it was asked once only, the draws that its recipe repeats. */
  private Estimate sameAgain() {
    boolean run = rows.stream().anyMatch(r -> r.again().size() > 1);
    var times = new ArrayList<List<Integer>>();
    var clusters = new ArrayList<Integer>();
    var levelsUsed = new TreeSet<Double>();
    for (Row r : rows) {
      for (List<Double> of : run ? List.of(r.again()) : r.draws()) levelsUsed.addAll(of);
    }
    var levels = new ArrayList<>(levelsUsed);
    for (int i = 0; i < columns.size(); i++) {
      Row r = columns.row(i);
      for (List<Double> of : run ? List.of(r.again()) : r.draws()) {
        times.add(of.stream().map(levels::indexOf).toList());
        clusters.add(columns.root(i));
      }
    }
    if (times.isEmpty()) return new Estimate.Undefined("not measured", 0, 0);
    double[] values = levels.stream().mapToDouble(x -> x).toArray();
    return new Coded(values, KappaWeights.UNWEIGHTED, columns.roots(), bootstrap)
        .among(times, clusters);
  }

  private Estimate lenient() {
    double[] above = new double[columns.size()];
    Arrays.setAll(above, i -> columns.expected(i) - columns.label(i));
    return mean(
        columns.values(columns.where(i -> !Double.isNaN(columns.label(i))), above),
        "there are no labels");
  }

  private List<PairResult.Look> lookFirst() {
    var looks = new ArrayList<PairResult.Look>();
    furthest(i -> Math.abs(columns.likeliest(i) - columns.label(i)), 0)
        .ifPresent(r -> looks.add(look(r, "furthest from its label")));
    rows.stream()
        .filter(GradeTrial::changed)
        .findFirst()
        .ifPresent(r -> looks.add(look(r, "changes when asked again")));
    furthest(i -> columns.row(i).value().map(Distribution::entropy).orElse(Double.NaN), 0.1)
        .ifPresent(r -> looks.add(look(r, "the judge is least sure")));
    rows.stream()
        .filter(r -> r.why().isPresent())
        .findFirst()
        .ifPresent(r -> looks.add(look(r, r.why().orElseThrow().words())));
    return List.copyOf(looks);
  }

  /** The first row of those with the highest number, where that is above a bound. */
  private Optional<Row> furthest(IntToDoubleFunction number, double above) {
    double most = above;
    int at = -1;
    for (int i = 0; i < columns.size(); i++) {
      double here = number.applyAsDouble(i);
      if (!(here > most)) continue; // also where there is no number
      most = here;
      at = i;
    }
    return at < 0 ? Optional.empty() : Optional.of(columns.row(at));
  }

  private static PairResult.Look look(Row r, String reason) {
    return new PairResult.Look(r.asked().item().id(), r.candidate().by().name(), "", reason);
  }
}
