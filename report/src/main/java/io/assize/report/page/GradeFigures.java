package io.assize.report.page;

import io.assize.core.json.Json;
import io.assize.core.scale.Scale;
import io.assize.engine.trial.GradeResult;
import io.assize.engine.trial.RunResult;
import io.assize.measures.Estimate;
import io.assize.measures.Interval;
import io.assize.report.Numbers;
import io.assize.report.Table;
import io.assize.report.Table.Cell;
import io.assize.report.svg.Axis;
import io.assize.report.svg.Bars;
import io.assize.report.svg.Chart;
import io.assize.report.svg.IntervalPlot;
import io.assize.report.svg.ScatterPlot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The pictures and tables of grades. */
final class GradeFigures {

  private static final int BINS = 10;

  private final String id;
  private final GradeResult result;
  private final Optional<Scale> scale;
  private final List<CaseRow> rows;

  GradeFigures(String id, RunResult.Grades grades, List<CaseRow> rows) {
    this.id = id;
    this.result = grades.result();
    this.scale = grades.table().scale();
    this.rows = rows;
  }

  Chart standings() {
    List<GradeResult.Standing> all = result.standings();
    List<String> groups = Groups.of(all.stream().map(GradeResult.Standing::mean).toList());
    double unit = result.passFail() ? 100 : 1;
    var marks = new ArrayList<IntervalPlot.Row>();
    var table = new ArrayList<List<Cell>>();
    for (int i = 0; i < all.size(); i++) {
      GradeResult.Standing s = all.get(i);
      marks.add(new IntervalPlot.Row(s.system(), List.of(Figures.mark(s.mean()))));
      var row = new ArrayList<>(List.of(Cell.of(s.system()), Cell.of(groups.get(i))));
      row.addAll(Figures.interval(s.mean(), unit, result.passFail() ? 1 : 3));
      Json shows = Json.object().put("system", i).build();
      row.add(new Cell(Long.toString(s.graded()), Optional.of(shows)));
      table.add(row);
    }
    String mean = result.passFail() ? "Pass rate, percent" : "Mean grade";
    Chart plot =
        IntervalPlot.of(
            id + "-standings",
            mean,
            List.of("the judge"),
            marks,
            result.passFail() ? Axis.shares() : axis(),
            OptionalDouble.empty(),
            new Table(mean, List.of("system", "group", "mean", "low", "high", "answers"), table));
    return new Chart(plot.title(), plot.svg(), plot.note() + " " + Groups.NOTE, plot.table());
  }

  private Axis axis() {
    if (scale.orElse(null) instanceof Scale.Real r) return Axis.around(r.low(), r.high());
    if (scale.orElse(null) instanceof Scale.Levels l) {
      var values = l.levels().stream().mapToDouble(Scale.Level::value).summaryStatistics();
      return Axis.around(values.getMin(), values.getMax());
    }
    return Axis.around(0, 1);
  }

  /** The first over the second, on the items that both answered. */
  Optional<Chart> lead() {
    if (!(result.lead().orElse(null) instanceof Estimate.Value v)) return Optional.empty();
    String title = "The first less the second, item by item";
    double low = v.interval().map(Interval::low).orElse(v.estimate());
    double high = v.interval().map(Interval::high).orElse(v.estimate());
    String name = result.standings().get(0).system() + " - " + result.standings().get(1).system();
    var row = new ArrayList<>(List.of(Cell.of(name)));
    row.addAll(Figures.interval(v, 1, 3));
    row.add(Cell.of(Long.toString(v.n())));
    return Optional.of(
        IntervalPlot.of(
            id + "-lead",
            title,
            List.of("difference"),
            List.of(new IntervalPlot.Row(name, List.of(Figures.mark(v)))),
            Axis.around(Math.min(0, low), Math.max(0, high)),
            OptionalDouble.of(0),
            new Table(
                title, List.of("systems", "difference", "low", "high", "items"), List.of(row))));
  }

  Optional<Chart> grades() {
    String title = "How often each grade is given";
    var bars = new ArrayList<Bars.Bar>();
    var table = new ArrayList<List<Cell>>();
    if (scale.orElse(null) instanceof Scale.Levels l) {
      long[] counts = new long[l.levels().size()];
      rows.stream().filter(r -> r.code() >= 0).forEach(r -> counts[r.code()]++);
      for (int i = 0; i < counts.length; i++) {
        bar(
            bars,
            table,
            l.levels().get(i).label(),
            counts[i],
            Json.object().put("code", i).build());
      }
    } else if (scale.orElse(null) instanceof Scale.Real real) {
      double width = (real.high() - real.low()) / BINS;
      long[] counts = new long[BINS];
      for (CaseRow r : rows) {
        if (Double.isNaN(r.value())) continue;
        counts[(int) Math.min(BINS - 1, (r.value() - real.low()) / width)]++;
      }
      for (int b = 0; b < BINS; b++) {
        double low = real.low() + b * width;
        String name = Numbers.fixed(low, width >= 1 ? 0 : 2);
        bar(bars, table, name, counts[b], Figures.range(low, low + width));
      }
    } else {
      return Optional.empty();
    }
    var counted = new Table(title, List.of("grade", "answers"), table);
    return Optional.of(Bars.of(id + "-grades", title, "likeliest grade", bars, counted));
  }

  private static void bar(
      List<Bars.Bar> bars, List<List<Cell>> table, String name, long count, Json shows) {
    bars.add(new Bars.Bar(name, count));
    table.add(List.of(Cell.of(name), new Cell(Long.toString(count), Optional.of(shows))));
  }

  Optional<Chart> length() {
    var graded = rows.stream().filter(r -> !Double.isNaN(r.value())).toList();
    if (graded.isEmpty()) return Optional.empty();
    double[] x = graded.stream().mapToDouble(r -> r.a().text().length()).toArray();
    double[] y = graded.stream().mapToDouble(CaseRow::value).toArray();
    var points = new ScatterPlot.Points("characters of the answer", "expected grade", x, y);
    return Optional.of(ScatterPlot.of(id + "-length", "Does length decide?", points));
  }

  /** The judge's grades against the labels', level by level. */
  Optional<Table> confusion() {
    if (!(scale.orElse(null) instanceof Scale.Levels l)) return Optional.empty();
    int n = l.levels().size();
    long[][] counts = new long[n][n];
    boolean any = false;
    for (CaseRow r : rows) {
      int label = level(l, r.label());
      if (r.code() < 0 || label < 0) continue;
      counts[r.code()][label]++;
      any = true;
    }
    if (!any) return Optional.empty();
    var columns = new ArrayList<>(List.of("the judge says"));
    l.levels().forEach(x -> columns.add("label " + x.label()));
    var table = new ArrayList<List<Cell>>();
    for (int i = 0; i < n; i++) {
      var row = new ArrayList<>(List.of(Cell.of(l.levels().get(i).label())));
      for (int j = 0; j < n; j++) {
        Json shows = Json.object().put("code", i).put("label", l.levels().get(j).value()).build();
        row.add(new Cell(Long.toString(counts[i][j]), Optional.of(shows)));
      }
      table.add(row);
    }
    return Optional.of(new Table("The judge's grades against the labels", columns, table));
  }

  private static int level(Scale.Levels l, double value) {
    for (int i = 0; i < l.levels().size(); i++) {
      if (l.levels().get(i).value() == value) return i;
    }
    return -1;
  }
}
