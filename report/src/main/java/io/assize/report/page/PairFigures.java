package io.assize.report.page;

import io.assize.core.json.Json;
import io.assize.engine.trial.PairResult;
import io.assize.engine.trial.Standing;
import io.assize.measures.Estimate;
import io.assize.report.Numbers;
import io.assize.report.Table;
import io.assize.report.Table.Cell;
import io.assize.report.svg.Axis;
import io.assize.report.svg.Chart;
import io.assize.report.svg.IntervalPlot;
import io.assize.report.svg.ScatterPlot;
import io.assize.report.svg.WinMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** The pictures and tables of comparisons. */
final class PairFigures {

  private final String id;
  private final PairResult result;
  private final List<CaseRow> rows;
  private final List<String> systems;

  PairFigures(String id, PairResult result, List<CaseRow> rows) {
    this.id = id;
    this.result = result;
    this.rows = rows;
    this.systems = result.standings().stream().map(Standing::system).toList();
  }

  Chart standings() {
    var labels = new TreeMap<String, Estimate>();
    result.labelStandings().forEach(s -> labels.put(s.system(), s.winRate()));
    List<String> groups = Groups.of(result.standings().stream().map(Standing::winRate).toList());
    var marks = new ArrayList<IntervalPlot.Row>();
    var table = new ArrayList<List<Cell>>();
    for (int i = 0; i < systems.size(); i++) {
      Standing s = result.standings().get(i);
      Estimate byLabels = labels.getOrDefault(s.system(), new Estimate.Undefined("no label", 0, 0));
      var both = new ArrayList<>(List.of(Figures.mark(s.winRate())));
      if (!labels.isEmpty()) both.add(Figures.mark(byLabels));
      marks.add(new IntervalPlot.Row(s.system(), both));
      var row = new ArrayList<>(List.of(Cell.of(s.system()), Cell.of(groups.get(i))));
      row.addAll(Figures.interval(s.winRate(), 100, 1));
      if (!labels.isEmpty()) row.addAll(Figures.interval(byLabels, 100, 1));
      row.add(count(s.won(), i, "won"));
      row.add(count(s.tied(), i, "tied"));
      row.add(count(s.lost(), i, "lost"));
      row.addAll(Figures.interval(s.strength(), 1, 2).subList(0, 1));
      table.add(row);
    }
    var columns = new ArrayList<>(List.of("system", "group", "win rate %", "low", "high"));
    if (!labels.isEmpty()) columns.addAll(List.of("by labels %", "low", "high"));
    columns.addAll(List.of("won", "tied", "lost", "strength"));
    List<String> series =
        labels.isEmpty() ? List.of("the judge") : List.of("the judge says", "the labels say");
    String title = "Win rate, ties counted half, percent";
    Chart plot =
        IntervalPlot.of(
            id + "-standings",
            title,
            series,
            marks,
            Axis.shares(),
            OptionalDouble.of(0.5),
            new Table(title, columns, table));
    return new Chart(plot.title(), plot.svg(), plot.note() + " " + Groups.NOTE, plot.table());
  }

  private static Cell count(long n, int system, String result) {
    Json shows = Json.object().put("system", system).put("result", result).build();
    return new Cell(Long.toString(n), Optional.of(shows));
  }

  /** Who beats whom, where there are more than two. */
  Optional<Chart> matrix() {
    int n = systems.size();
    if (n < 3) return Optional.empty();
    double[][] points = new double[n][n];
    long[][] met = new long[n][n];
    var place = new TreeMap<String, Integer>();
    for (int i = 0; i < n; i++) place.put(systems.get(i), i);
    for (CaseRow r : rows) {
      if (r.code() < 0 || r.b().isEmpty()) continue;
      int a = place.getOrDefault(r.a().by().name(), 0);
      int b = place.getOrDefault(r.b().get().by().name(), 0);
      met[a][b]++;
      met[b][a]++;
      points[a][b] += r.code() == 1 ? 1 : r.code() == 0 ? 0.5 : 0;
      points[b][a] += r.code() == 2 ? 1 : r.code() == 0 ? 0.5 : 0;
    }
    double[][] rates = new double[n][n];
    var table = new ArrayList<List<Cell>>();
    for (int i = 0; i < n; i++) {
      Arrays.fill(rates[i], Double.NaN);
      for (int j = 0; j < n; j++) {
        if (i == j || met[i][j] == 0) continue;
        rates[i][j] = points[i][j] / met[i][j];
        if (i < WinMatrix.MOST && j < WinMatrix.MOST) {
          table.add(meeting(i, j, rates[i][j], met[i][j]));
        }
      }
    }
    String title = "Who beats whom";
    List<String> columns = List.of("system", "against", "win rate %", "pairs");
    return Optional.of(
        WinMatrix.of(id + "-matrix", title, systems, rates, new Table(title, columns, table)));
  }

  private List<Cell> meeting(int i, int j, double rate, long met) {
    Json shows = Json.object().put("system", i).put("against", j).build();
    return List.of(
        Cell.of(systems.get(i)),
        Cell.of(systems.get(j)),
        Cell.of(Numbers.fixed(100 * rate, 1)),
        new Cell(Long.toString(met), Optional.of(shows)));
  }

  /** Does the longer answer win? */
  Optional<Chart> length() {
    var decided = rows.stream().filter(r -> r.code() >= 0 && r.b().isPresent()).toList();
    if (decided.isEmpty()) return Optional.empty();
    double[] x = new double[decided.size()];
    double[] y = new double[decided.size()];
    for (int i = 0; i < x.length; i++) {
      CaseRow r = decided.get(i);
      int a = r.a().text().length();
      int b = r.b().orElseThrow().text().length();
      // From the longer one's side, so that the names of the systems play no part.
      x[i] = Math.abs(a - b);
      double sure = Double.isNaN(r.value()) ? 1 : r.value();
      boolean longer = a >= b ? r.code() == 1 : r.code() == 2;
      y[i] = r.code() == 0 ? 0.5 : longer ? sure : 1 - sure;
    }
    var points =
        new ScatterPlot.Points(
            "characters that the longer answer has more", "probability of the longer one", x, y);
    return Optional.of(ScatterPlot.of(id + "-length", "Does length decide?", points));
  }

  /** How often each thing was said, as shown. */
  Table verdicts() {
    long[] flags = new long[CaseFlag.values().length];
    for (CaseRow r : rows) for (CaseFlag f : r.flags()) flags[f.ordinal()]++;
    var table = new ArrayList<List<Cell>>();
    for (CaseFlag f : CaseFlag.values()) {
      if (f == CaseFlag.FULL) continue;
      table.add(
          List.of(
              Cell.of(f.words()),
              new Cell(Long.toString(flags[f.ordinal()]), Optional.of(Figures.is(f)))));
    }
    return new Table("Pairs, by what is to be said of them", List.of("what", "pairs"), table);
  }
}
