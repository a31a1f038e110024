package io.assize.report.page;

import io.assize.core.Why;
import io.assize.core.json.Json;
import io.assize.engine.observe.Observations;
import io.assize.engine.trial.Agreement;
import io.assize.engine.trial.AlongDimension;
import io.assize.engine.trial.Baseline;
import io.assize.engine.trial.RunResult;
import io.assize.measures.Clusters;
import io.assize.measures.Estimate;
import io.assize.measures.Interval;
import io.assize.measures.columns.Values;
import io.assize.measures.ranking.WinRate;
import io.assize.report.JudgeReport;
import io.assize.report.Numbers;
import io.assize.report.Table;
import io.assize.report.Table.Cell;
import io.assize.report.svg.Axis;
import io.assize.report.svg.Bars;
import io.assize.report.svg.Chart;
import io.assize.report.svg.IntervalPlot;
import io.assize.report.svg.ReliabilityPlot;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * The pictures and tables of one judge.
 *
 * @param answer which system is better
 * @param believed whether the judge can be believed
 * @param tables what has no picture
 */
record Figures(List<Chart> answer, List<Chart> believed, List<Table> tables) {

  private static final int BINS = 10;
  private static final int FINE = 20;

  Figures {
    answer = List.copyOf(answer);
    believed = List.copyOf(believed);
    tables = List.copyOf(tables);
  }

  /**
   * Make them.
   *
   * @param id begins the ids of the pictures
   * @param rows the judge's cases
   */
  static Figures of(String id, JudgeReport judge, List<CaseRow> rows) {
    var answer = new ArrayList<Chart>();
    var believed = new ArrayList<Chart>();
    var tables = new ArrayList<Table>();
    switch (judge.result()) {
      case RunResult.Pairs p -> {
        var of = new PairFigures(id, p.result(), rows);
        answer.add(of.standings());
        of.matrix().ifPresent(answer::add);
        of.length().ifPresent(believed::add);
        tables.add(of.verdicts());
      }
      case RunResult.Grades g -> {
        var of = new GradeFigures(id, g, rows);
        answer.add(of.standings());
        of.lead().ifPresent(answer::add);
        of.grades().ifPresent(believed::add);
        of.length().ifPresent(believed::add);
        of.confusion().ifPresent(tables::add);
      }
    }
    boolean pairs = judge.result() instanceof RunResult.Pairs;
    agreement(id, judge).ifPresent(c -> believed.add(0, c));
    if (pairs) sure(id, rows).ifPresent(believed::add);
    if (pairs) reliability(id, rows).ifPresent(believed::add);
    plain(judge).ifPresent(tables::add);
    along(judge).ifPresent(tables::add);
    tables.add(replies(judge));
    return new Figures(answer, believed, tables);
  }

  /** Return all tables, those behind pictures too. */
  List<Table> all() {
    var all = new ArrayList<Table>();
    answer.forEach(c -> all.add(c.table()));
    believed.forEach(c -> all.add(c.table()));
    all.addAll(tables);
    return all;
  }

  // ---- what every judge has

  /** The judge with each rater, beside those that know nothing. */
  private static Optional<Chart> agreement(String id, JudgeReport judge) {
    var said = new ArrayList<Agreement>();
    switch (judge.result()) {
      case RunResult.Pairs p -> said.addAll(p.result().card().agreements());
      case RunResult.Grades g -> said.addAll(g.result().card().agreements());
    }
    if (said.isEmpty()) return Optional.empty();
    judge
        .raters()
        .forEach(r -> said.add(new Agreement("the judge with " + r.who(), r.share(), r.kappa())));
    baselines(judge).stream()
        .filter(b -> b.share() instanceof Estimate.Value)
        .forEach(b -> said.add(new Agreement(who(b), b.share(), b.kappa())));
    var marks =
        said.stream().map(a -> new IntervalPlot.Row(a.who(), List.of(mark(a.kappa())))).toList();
    var table = new ArrayList<List<Cell>>();
    for (Agreement a : said) {
      var row = new ArrayList<Cell>(List.of(Cell.of(a.who())));
      row.addAll(interval(a.share(), 1, 3));
      row.addAll(interval(a.kappa(), 1, 2));
      row.add(new Cell(Numbers.count(a.share().n()), Optional.of(is(CaseFlag.LABELLED))));
      table.add(row);
    }
    double low =
        marks.stream().flatMapToDouble(r -> r.marks().getFirst().low().stream()).min().orElse(0);
    String title = "Agreement with the labels, beyond chance (kappa)";
    return Optional.of(
        IntervalPlot.of(
            id + "-agreement",
            title,
            List.of("kappa"),
            marks,
            Axis.around(Math.min(0, low), 1),
            OptionalDouble.of(0),
            new Table(
                title,
                List.of("who", "share", "low", "high", "kappa", "low", "high", "n"),
                table)));
  }

  private static String who(Baseline b) {
    return (b.kind() == Baseline.Kind.RECORDED ? "recorded: " : "baseline: ") + b.name();
  }

  private static List<Baseline> baselines(JudgeReport judge) {
    return switch (judge.result()) {
      case RunResult.Pairs p -> p.result().card().baselines();
      case RunResult.Grades g -> g.result().card().baselines();
    };
  }

  /**
   * How often a rule that knows nothing says the same as the judge: all there is without labels.
   */
  private static Optional<Table> plain(JudgeReport judge) {
    var rows = new ArrayList<List<Cell>>();
    for (Baseline b : baselines(judge)) {
      if (!(b.withJudge() instanceof Estimate.Value v)) continue;
      var row = new ArrayList<>(List.of(Cell.of(b.name())));
      row.addAll(interval(v, 1, 3));
      row.add(Cell.of(Numbers.count(v.n())));
      rows.add(row);
    }
    if (rows.isEmpty()) return Optional.empty();
    return Optional.of(
        new Table(
            "Rules that know nothing, and how often they say the same as the judge",
            List.of("rule", "share", "low", "high", "n"),
            rows));
  }

  /** How sure the judge is of what it says, where it says so. */
  private static Optional<Chart> sure(String id, List<CaseRow> rows) {
    long[] counts = new long[FINE];
    boolean probabilities = false;
    for (CaseRow r : rows) {
      if (Double.isNaN(r.value())) continue;
      counts[Math.min(FINE - 1, (int) (r.value() * FINE))]++;
      probabilities |= r.value() < 1 - 1e-9;
    }
    if (!probabilities) return Optional.empty();
    String title = "How sure the judge is of its verdicts";
    var bars = new ArrayList<Bars.Bar>();
    var table = new ArrayList<List<Cell>>();
    int width = 100 / FINE;
    for (int b = 0; b < FINE; b++) {
      String name = width * b + "-" + width * (b + 1);
      bars.add(new Bars.Bar(Integer.toString(width * b), counts[b]));
      Json shows = range(b / (double) FINE, (b + 1) / (double) FINE);
      table.add(List.of(Cell.of(name + " %"), new Cell("" + counts[b], Optional.of(shows))));
    }
    return Optional.of(
        Bars.of(
            id + "-sure",
            title,
            "probability of its verdict, % and up",
            bars,
            new Table(title, List.of("probability", "cases"), table)));
  }

  /** How often it is right where it is so sure. */
  private static Optional<Chart> reliability(String id, List<CaseRow> rows) {
    var known =
        rows.stream().filter(r -> r.is(CaseFlag.LABELLED) && !Double.isNaN(r.value())).toList();
    if (known.stream().noneMatch(r -> r.value() < 1 - 1e-9)) return Optional.empty();
    var items = new TreeMap<String, Integer>();
    known.forEach(r -> items.putIfAbsent(r.asked().item().root(), items.size()));
    var bins = new ArrayList<ReliabilityPlot.Bin>();
    var table = new ArrayList<List<Cell>>();
    for (int b = 0; b < BINS; b++) {
      int bin = b;
      List<CaseRow> in = known.stream().filter(r -> bin(r.value()) == bin).toList();
      if (in.isEmpty()) continue;
      double said = in.stream().mapToDouble(CaseRow::value).average().orElse(0);
      double[] right = in.stream().mapToDouble(r -> r.is(CaseFlag.AGAINST) ? 0 : 1).toArray();
      int[] clusters =
          in.stream().mapToInt(r -> items.getOrDefault(r.asked().item().root(), 0)).toArray();
      Estimate share = WinRate.of(new Values(right, Clusters.of(clusters, items.size()), 0), 0.95);
      if (!(share instanceof Estimate.Value v)) continue;
      IntervalPlot.Mark mark = mark(share);
      bins.add(new ReliabilityPlot.Bin(said, v.estimate(), mark.low(), mark.high(), in.size()));
      var row = new ArrayList<Cell>(List.of(Cell.of(Numbers.fixed(said, 3))));
      row.addAll(interval(share, 1, 3));
      Json shows = range(b / (double) BINS, (b + 1) / (double) BINS);
      row.add(new Cell("" + in.size(), Optional.of(shows)));
      table.add(row);
    }
    String title = "Is it as often right as it is sure?";
    return Optional.of(
        ReliabilityPlot.of(
            id + "-reliability",
            title,
            bins,
            new Table(
                title, List.of("mean probability", "share right", "low", "high", "n"), table)));
  }

  private static int bin(double share) {
    return Math.min(BINS - 1, (int) (share * BINS));
  }

  private static Optional<Table> along(JudgeReport judge) {
    List<AlongDimension> all = AlongDimension.of(judge.seen(), judge.cases());
    if (all.isEmpty()) return Optional.empty();
    var rows = new ArrayList<List<Cell>>();
    for (AlongDimension d : all) {
      var row = new ArrayList<Cell>(List.of(Cell.of(d.dimension()), Cell.of("" + d.values())));
      row.addAll(interval(d.same(), 1, 3));
      row.add(Cell.of(d.alpha() instanceof Estimate.Value v ? Numbers.fixed(v.estimate(), 2) : ""));
      row.add(Cell.of(Numbers.count(d.same().n())));
      rows.add(row);
    }
    return Optional.of(
        new Table(
            "Agreement with itself along what was varied",
            List.of("varied", "values", "share of equal answers", "low", "high", "alpha", "n"),
            rows));
  }

  /** How each value was read, and why some could not be had. */
  private static Table replies(JudgeReport judge) {
    var rules = new TreeMap<String, EnumMap<Why, Long>>();
    var read = new TreeMap<String, Long>();
    for (Observations seen : judge.occasions()) {
      for (int row : seen.asked()) {
        var missing = rules.computeIfAbsent(seen.rule(row), k -> new EnumMap<>(Why.class));
        var why = seen.missing(row);
        if (why.isEmpty()) read.merge(seen.rule(row), 1L, Long::sum);
        else missing.merge(why.get(), 1L, Long::sum);
      }
    }
    var reasons = new EnumMap<Why, Boolean>(Why.class);
    rules.values().forEach(m -> m.keySet().forEach(w -> reasons.put(w, true)));
    var columns = new ArrayList<>(List.of("rule", "read"));
    reasons.keySet().forEach(w -> columns.add(w.words()));
    var rows = new ArrayList<List<Cell>>();
    for (Map.Entry<String, EnumMap<Why, Long>> e : rules.entrySet()) {
      var row = new ArrayList<Cell>();
      row.add(Cell.of(e.getKey()));
      row.add(Cell.of(Numbers.count(read.getOrDefault(e.getKey(), 0L))));
      for (Why w : reasons.keySet()) {
        row.add(Cell.of(Numbers.count(e.getValue().getOrDefault(w, 0L))));
      }
      rows.add(row);
    }
    return new Table("Values asked for, by the rule that read them", columns, rows);
  }

  // ---- cells and marks

  static IntervalPlot.Mark mark(Estimate e) {
    if (!(e instanceof Estimate.Value v)) return IntervalPlot.Mark.NONE;
    return new IntervalPlot.Mark(
        OptionalDouble.of(v.estimate()), end(v, Interval::low), end(v, Interval::high));
  }

  private static OptionalDouble end(
      Estimate.Value v, java.util.function.ToDoubleFunction<Interval> of) {
    return v.interval()
        .map(i -> OptionalDouble.of(of.applyAsDouble(i)))
        .orElse(OptionalDouble.empty());
  }

  /** The number and the ends of its interval; cells are empty where there is none. */
  static List<Cell> interval(Estimate e, double unit, int digits) {
    if (!(e instanceof Estimate.Value v)) return List.of(Cell.of(""), Cell.of(""), Cell.of(""));
    return List.of(
        Cell.of(Numbers.fixed(unit * v.estimate(), digits)),
        Cell.of(v.interval().map(i -> Numbers.fixed(unit * i.low(), digits)).orElse("")),
        Cell.of(v.interval().map(i -> Numbers.fixed(unit * i.high(), digits)).orElse("")));
  }

  static Json is(CaseFlag flag) {
    return Json.object().put("is", flag.words()).build();
  }

  static Json range(double low, double high) {
    return Json.object().put("low", low).put("high", high).build();
  }
}
