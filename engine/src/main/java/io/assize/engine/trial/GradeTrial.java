package io.assize.engine.trial;

import io.assize.core.Why;
import io.assize.core.scale.Scale;
import io.assize.engine.observe.Observations;
import io.assize.engine.trial.GradeTable.Row;
import io.assize.measures.Clusters;
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
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.apiguardian.api.API;

/** Makes the result of grades: pure, from grades and labels. */
@API(status = API.Status.EXPERIMENTAL)
public final class GradeTrial {

  private final GradeTable table;
  private final List<Row> rows;
  private final Gold gold;
  private final List<BaselineVerdicts> baselines;
  private final Bootstrap bootstrap;
  private final Map<String, Integer> items = new LinkedHashMap<>();

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
    this.gold = gold;
    this.baselines = List.copyOf(baselines);
    this.bootstrap = bootstrap;
    for (Row r : rows) items.putIfAbsent(r.asked().item().root(), items.size());
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
    var systems = new TreeSet<String>();
    rows.forEach(r -> systems.add(r.candidate().by().name()));
    var standings = new ArrayList<GradeResult.Standing>();
    for (String system : systems) {
      var of = rows.stream().filter(r -> r.candidate().by().name().equals(system)).toList();
      long graded = of.stream().filter(r -> r.expected().isPresent()).count();
      standings.add(
          new GradeResult.Standing(
              system, graded, mean(of, Row::expected, "no answer was graded")));
    }
    standings.sort(
        Comparator.comparingDouble((GradeResult.Standing s) -> -PairTrial.value(s.mean(), -1e300))
            .thenComparing(GradeResult.Standing::system));
    return List.copyOf(standings);
  }

  private Estimate mean(List<Row> of, Function<Row, OptionalDouble> number, String none) {
    var numbers = new ArrayList<Double>();
    var clusters = new ArrayList<Integer>();
    for (Row r : of) {
      number
          .apply(r)
          .ifPresent(x -> {
            numbers.add(x);
            clusters.add(item(r));
          });
    }
    long missing = of.size() - numbers.size();
    if (numbers.isEmpty()) return new Estimate.Undefined(none, 0, missing);
    return ClusteredMean.of(
        new Values(array(numbers), clusters(clusters), missing), PairTrial.LEVEL);
  }

  /** The means of two systems on each item that both answered. */
  private Paired paired(List<GradeResult.Standing> standings) {
    var first = means(standings.get(0).system());
    var second = means(standings.get(1).system());
    var x = new ArrayList<Double>();
    var y = new ArrayList<Double>();
    var clusters = new ArrayList<Integer>();
    long missing = 0;
    for (Map.Entry<String, double[]> e : first.entrySet()) {
      double[] other = second.get(e.getKey());
      if (other == null) {
        missing++;
        continue;
      }
      x.add(e.getValue()[0] / e.getValue()[1]);
      y.add(other[0] / other[1]);
      clusters.add((int) e.getValue()[2]);
    }
    return new Paired(array(x), array(y), clusters(clusters), missing);
  }

  private TreeMap<String, double[]> means(String system) {
    var byItem = new TreeMap<String, double[]>();
    for (Row r : rows) {
      if (!r.candidate().by().name().equals(system) || r.expected().isEmpty()) continue;
      double[] sum = byItem.computeIfAbsent(r.asked().item().id(), k -> new double[3]);
      sum[0] += r.expected().getAsDouble();
      sum[1]++;
      sum[2] = item(r);
    }
    return byItem;
  }

  private int item(Row r) {
    Integer number = items.get(r.asked().item().root());
    return number == null ? 0 : number;
  }

  private static double[] array(List<Double> numbers) {
    return numbers.stream().mapToDouble(d -> d).toArray();
  }

  private Clusters clusters(List<Integer> of) {
    return Clusters.of(of.stream().mapToInt(i -> i).toArray(), items.size());
  }

  // ---- can the judge be believed

  private GradeResult.Card card() {
    double commonest = commonest();
    Optional<GradeAgreements> grades =
        table
            .scale()
            .flatMap(s -> s instanceof Scale.Levels l ? Optional.of(l) : Optional.empty())
            .map(l -> new GradeAgreements(rows, gold, l, items.size(), bootstrap, this::item));
    return new GradeResult.Card(
        commonest,
        mean(
            rows,
            r ->
                r.likeliest().isEmpty()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(r.likeliest().getAsDouble() == commonest ? 1 : 0),
            "no answer was graded"),
        withLength(),
        sameAgain(),
        times(),
        rows.stream().filter(r -> r.again().stream().distinct().count() > 1).count(),
        grades.map(g -> g.judge(commonest)).orElse(List.of()),
        grades.map(g -> g.baselines(baselines, commonest)).orElse(List.of()),
        lenient(),
        gold.by());
  }

  private double commonest() {
    var counts = new TreeMap<Double, Integer>();
    rows.forEach(r -> r.likeliest().ifPresent(x -> counts.merge(x, 1, Integer::sum)));
    return counts.entrySet().stream()
        .max(
            Map.Entry.<Double, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse(0.0);
  }

  private Estimate withLength() {
    var graded = rows.stream().filter(r -> r.expected().isPresent()).toList();
    double[] x = graded.stream().mapToDouble(r -> r.expected().getAsDouble()).toArray();
    double[] y = graded.stream().mapToDouble(r -> r.candidate().text().length()).toArray();
    var of = new Paired(x, y, clusters(graded.stream().map(this::item).toList()), 0);
    return Correlation.spearman(of, bootstrap);
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
    var values = new TreeSet<Double>();
    for (Row r : rows) {
      for (List<Double> of : run ? List.of(r.again()) : r.draws()) values.addAll(of);
    }
    var levels = new ArrayList<>(values);
    for (Row r : rows) {
      for (List<Double> of : run ? List.of(r.again()) : r.draws()) {
        times.add(of.stream().map(levels::indexOf).toList());
        clusters.add(item(r));
      }
    }
    if (times.isEmpty()) return new Estimate.Undefined("not measured", 0, 0);
    return new Coded(array(levels), KappaWeights.UNWEIGHTED, items.size(), bootstrap)
        .among(times, clusters);
  }

  private Estimate lenient() {
    return mean(
        rows.stream().filter(r -> gold.grade(r.asked()).isPresent()).toList(),
        r ->
            r.expected().isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                    r.expected().getAsDouble() - gold.grade(r.asked()).getAsDouble()),
        "there are no labels");
  }

  private List<PairResult.Look> lookFirst() {
    var looks = new ArrayList<PairResult.Look>();
    rows.stream()
        .filter(r -> gold.grade(r.asked()).isPresent() && r.likeliest().isPresent())
        .max(
            Comparator.comparingDouble(
                r -> Math.abs(r.likeliest().getAsDouble() - gold.grade(r.asked()).getAsDouble())))
        .filter(r -> r.likeliest().getAsDouble() != gold.grade(r.asked()).getAsDouble())
        .ifPresent(r -> looks.add(look(r, "furthest from its label")));
    rows.stream()
        .filter(r -> r.again().stream().distinct().count() > 1)
        .findFirst()
        .ifPresent(r -> looks.add(look(r, "changes when asked again")));
    rows.stream()
        .filter(r -> r.value().isPresent())
        .max(Comparator.comparingDouble(r -> r.value().orElseThrow().entropy()))
        .filter(r -> r.value().orElseThrow().entropy() > 0.1)
        .ifPresent(r -> looks.add(look(r, "the judge is least sure")));
    rows.stream()
        .filter(r -> r.why().isPresent())
        .findFirst()
        .ifPresent(r -> looks.add(look(r, r.why().orElseThrow().words())));
    return List.copyOf(looks);
  }

  private static PairResult.Look look(Row r, String reason) {
    return new PairResult.Look(r.asked().item().id(), r.candidate().by().name(), "", reason);
  }
}
