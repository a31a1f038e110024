package io.assize.engine.trial;

import io.assize.core.Why;
import io.assize.core.scale.Distribution;
import io.assize.engine.observe.Observations;
import io.assize.engine.trial.PairTable.Row;
import io.assize.measures.Estimate;
import io.assize.measures.agreement.KappaWeights;
import io.assize.measures.agreement.Unanimity;
import io.assize.measures.columns.Comparisons;
import io.assize.measures.columns.Labels;
import io.assize.measures.columns.Outcome;
import io.assize.measures.inference.Bootstrap;
import io.assize.measures.inference.SampleSize;
import io.assize.measures.ranking.BradleyTerry;
import io.assize.measures.ranking.Prior;
import io.assize.measures.ranking.Strengths;
import io.assize.measures.ranking.Ties;
import io.assize.measures.ranking.WinRate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.apiguardian.api.API;

/** Makes the result of comparisons: pure, from decisions and labels. */
@API(status = API.Status.EXPERIMENTAL)
public final class PairTrial {

  /** The level of every interval. */
  public static final double LEVEL = 0.95;

  private final List<Row> rows;
  private final Gold gold;
  private final List<BaselineVerdicts> baselines;
  private final Bootstrap bootstrap;
  private final List<String> systems;
  private final Map<String, Integer> items = new LinkedHashMap<>();

  /**
   * Prepare a trial.
   *
   * @param table the decisions
   * @param gold labels, or {@link Gold#NONE}
   * @param baselines what judges that know nothing say, in the order of the table
   * @param bootstrap for intervals that have no formula
   */
  public PairTrial(
      PairTable table, Gold gold, List<BaselineVerdicts> baselines, Bootstrap bootstrap) {
    this.rows = table.rows();
    this.gold = gold;
    this.baselines = List.copyOf(baselines);
    this.bootstrap = bootstrap;
    var names = new TreeSet<String>();
    for (Row r : rows) {
      names.add(r.a().by().name());
      names.add(r.b().by().name());
      items.putIfAbsent(r.asked().item().root(), items.size());
    }
    this.systems = List.copyOf(names);
  }

  /** Compute the result. */
  public PairResult result(List<Observations> occasions) {
    var missing = new EnumMap<Why, Long>(Why.class);
    for (Row r : rows) {
      if (r.whole() instanceof Decision.None n) missing.merge(n.why(), 1L, Long::sum);
    }
    var standings = standings(Row::whole);
    return new PairResult(
        rows.size() - missing.values().stream().mapToLong(n -> n).sum(),
        missing,
        standings,
        labelled().isEmpty() ? List.of() : standings(this::label),
        toSettle(standings),
        Replies.of(occasions),
        card(),
        lookFirst(occasions.getFirst()));
  }

  private Decision label(Row r) {
    return gold.of(r.asked()).orElse(new Decision.None(Why.NOT_APPLICABLE));
  }

  private List<Row> labelled() {
    return rows.stream().filter(r -> gold.of(r.asked()).isPresent()).toList();
  }

  // ---- which is better

  private List<Standing> standings(Function<Row, Decision> decide) {
    Comparisons table = comparisons(decide);
    Strengths strengths = BradleyTerry.of(table, Ties.DAVIDSON, Prior.none(), bootstrap);
    var standings = new ArrayList<Standing>();
    for (int s = 0; s < systems.size(); s++) {
      long[] count = counts(decide, systems.get(s));
      standings.add(
          new Standing(
              systems.get(s),
              count[0],
              count[1],
              count[2],
              WinRate.of(table, s, LEVEL),
              strengths.strength(s)));
    }
    standings.sort(
        Comparator.comparingDouble((Standing s) -> -value(s.winRate(), -1))
            .thenComparing(Standing::system));
    return List.copyOf(standings);
  }

  /** Return the number of an estimate, or another one where it is undefined. */
  static double value(Estimate e, double otherwise) {
    return e.value().map(Estimate.Value::estimate).orElse(otherwise);
  }

  private Comparisons comparisons(Function<Row, Decision> decide) {
    var builder = Comparisons.builder(systems.size());
    long none = 0;
    for (Row r : rows) {
      int code = decide.apply(r).code(r.a().key());
      if (code < 0) {
        none++;
        continue;
      }
      builder.add(
          systems.indexOf(r.a().by().name()),
          systems.indexOf(r.b().by().name()),
          code == 0 ? Outcome.TIE : code == 1 ? Outcome.FIRST : Outcome.SECOND,
          item(r),
          1);
    }
    return builder.missing(none).clusters(items.size()).build();
  }

  private long[] counts(Function<Row, Decision> decide, String system) {
    long[] count = new long[3];
    for (Row r : rows) {
      boolean a = r.a().by().name().equals(system);
      if (!a && !r.b().by().name().equals(system)) continue;
      int code = decide.apply(r).code((a ? r.a() : r.b()).key());
      if (code >= 0) count[code == 0 ? 1 : code == 1 ? 0 : 2]++;
    }
    return count;
  }

  /** How many items would settle the lead of the first over the second. */
  private Estimate toSettle(List<Standing> standings) {
    if (standings.size() < 2) return new Estimate.Undefined("there is one system only", 0, 0);
    Comparisons table = comparisons(Row::whole);
    int first = systems.indexOf(standings.get(0).system());
    int second = systems.indexOf(standings.get(1).system());
    return SampleSize.toSettle(table.sharesOf(first, second), 0.5);
  }

  private int item(Row r) {
    Integer number = items.get(r.asked().item().root());
    return number == null ? 0 : number;
  }

  // ---- can the judge be believed

  private PairResult.Card card() {
    Labels orders = orders();
    Estimate same = Unanimity.of(orders, Bootstrap.none());
    long both = rows.stream().filter(r -> decided(r.orders().values()) > 1).count();
    long flips =
        rows.stream()
            .filter(r -> decided(r.orders().values()) > 1)
            .filter(r -> r.orders().values().stream().distinct().count() > 1)
            .count();
    Estimate firstChosen = firstChosen();
    var agreements = new PairAgreements(rows, gold, coded(), this::item);
    return new PairResult.Card(
        same,
        flips,
        both,
        firstChosen,
        longerChosen(),
        longest(),
        sameAgain(),
        times(),
        rows.stream().filter(PairTrial::changed).count(),
        agreements.judge(),
        agreements.baselines(baselines, firstChosen),
        gold.by());
  }

  private Coded coded() {
    return new Coded(new double[] {0, 1, 2}, KappaWeights.UNWEIGHTED, items.size(), bootstrap);
  }

  /** How often the judge was asked the same, by the run or by its recipe. */
  private int times() {
    int run = rows.isEmpty() ? 1 : rows.getFirst().again().size();
    int recipe =
        rows.stream().flatMap(r -> r.draws().stream()).mapToInt(List::size).max().orElse(1);
    return run > 1 ? run : recipe;
  }

  private static boolean changed(Row r) {
    return r.again().stream().filter(d -> !(d instanceof Decision.None)).distinct().count() > 1;
  }

  private static long decided(java.util.Collection<Decision> decisions) {
    return decisions.stream().filter(d -> !(d instanceof Decision.None)).count();
  }

  private Labels orders() {
    var builder = Labels.builder(0, 1, 2);
    for (int i = 0; i < rows.size(); i++) {
      int rater = 0;
      for (Decision d : rows.get(i).orders().values()) {
        int code = d.code(rows.get(i).a().key());
        if (code >= 0) builder.add(i, rater, code);
        rater++;
      }
    }
    return builder.units(rows.size()).build();
  }

  private Estimate firstChosen() {
    return share(
        rows,
        r -> {
          var chosen = new ArrayList<Double>();
          r.orders()
              .forEach((first, d) -> {
                if (d instanceof Decision.Better b) chosen.add(b.key().equals(first) ? 1.0 : 0.0);
              });
          return chosen;
        },
        "nothing was asked in both orders");
  }

  private Estimate longerChosen() {
    return share(
        rows,
        r -> {
          int difference = r.a().text().length() - r.b().text().length();
          if (difference == 0 || !(r.whole() instanceof Decision.Better b)) return List.of();
          return List.of(b.key().equals((difference > 0 ? r.a() : r.b()).key()) ? 1.0 : 0.0);
        },
        "no decision between answers of different length");
  }

  /** Times of the run; where it was asked once only, the draws that its recipe repeats. */
  private Estimate sameAgain() {
    var times = new ArrayList<List<Integer>>();
    var clusters = new ArrayList<Integer>();
    for (Row r : rows) {
      boolean run = r.again().size() > 1;
      for (List<Decision> of : run ? List.of(r.again()) : r.draws()) {
        times.add(of.stream().map(d -> d.code(r.a().key())).toList());
        clusters.add(item(r));
      }
    }
    if (times.isEmpty()) return new Estimate.Undefined("not measured", 0, 0);
    return coded().among(times, clusters);
  }

  private Estimate share(List<Row> of, Function<Row, List<Double>> values, String none) {
    var numbers = new ArrayList<Double>();
    var clusters = new ArrayList<Integer>();
    for (Row r : of) {
      for (double x : values.apply(r)) {
        numbers.add(x);
        clusters.add(item(r));
      }
    }
    return coded().mean(numbers, clusters, none);
  }

  private Optional<PairResult.Length> longest() {
    var total = new TreeMap<String, long[]>();
    for (Row r : rows) {
      for (var c : List.of(r.a(), r.b())) {
        long[] sum = total.computeIfAbsent(c.by().name(), k -> new long[2]);
        sum[0] += c.text().length();
        sum[1]++;
      }
    }
    if (total.size() < 2) return Optional.empty();
    String longest =
        total.entrySet().stream()
            .max(Comparator.comparingDouble((Map.Entry<String, long[]> e) -> mean(e.getValue())))
            .orElseThrow()
            .getKey();
    double others =
        total.entrySet().stream()
            .filter(e -> !e.getKey().equals(longest))
            .mapToDouble(e -> mean(e.getValue()))
            .average()
            .orElse(0);
    long[] of = total.get(longest);
    if (of == null || others == 0) return Optional.empty();
    return Optional.of(new PairResult.Length(longest, mean(of) / others - 1));
  }

  private static double mean(long[] sumAndCount) {
    return (double) sumAndCount[0] / sumAndCount[1];
  }

  // ---- look first

  private List<PairResult.Look> lookFirst(Observations seen) {
    var looks = new ArrayList<PairResult.Look>();
    rows.stream()
        .filter(r -> against(r) && r.whole() instanceof Decision.Better)
        .findFirst()
        .ifPresent(r -> looks.add(look(r, "judge and label differ")));
    rows.stream()
        .filter(r -> decided(r.orders().values()) > 1)
        .filter(r -> r.orders().values().stream().distinct().count() > 1)
        .findFirst()
        .ifPresent(r -> looks.add(look(r, "flips with the order")));
    rows.stream()
        .filter(PairTrial::changed)
        .findFirst()
        .ifPresent(r -> looks.add(look(r, "changes when asked again")));
    surest(seen, -1).ifPresent(looks::add);
    rows.stream()
        .filter(r -> r.whole() instanceof Decision.None)
        .findFirst()
        .ifPresent(r -> looks.add(look(r, ((Decision.None) r.whole()).why().words())));
    return List.copyOf(looks);
  }

  private boolean against(Row r) {
    return gold.of(r.asked())
        .filter(g -> g instanceof Decision.Better && !g.equals(r.whole()))
        .isPresent();
  }

  private Optional<PairResult.Look> surest(Observations seen, int sign) {
    int found = -1;
    double top = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < rows.size(); i++) {
      double p =
          seen.distribution(seen.root(i))
              .map(Distribution::masses)
              .map(m -> m.values().stream().mapToDouble(x -> x).max().orElse(1))
              .orElse(Double.NaN);
      boolean token = p < 0.999;
      if (token && sign * p > top && rows.get(i).whole() instanceof Decision.Better) {
        top = sign * p;
        found = i;
      }
    }
    if (found < 0) return Optional.empty();
    String sure = String.format(java.util.Locale.ROOT, "judge very unsure (%.2f)", sign * top);
    return Optional.of(look(rows.get(found), sure));
  }

  private static PairResult.Look look(Row r, String reason) {
    return new PairResult.Look(r.asked().item().id(), r.a().by().name(), r.b().by().name(), reason);
  }
}
