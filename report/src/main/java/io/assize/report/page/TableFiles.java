package io.assize.report.page;

import io.assize.engine.trial.GradeResult;
import io.assize.engine.trial.RunResult;
import io.assize.engine.trial.Standing;
import io.assize.measures.Estimate;
import io.assize.report.JudgeReport;
import io.assize.report.Report;
import io.assize.report.Table;
import io.assize.report.Table.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apiguardian.api.API;

/** The tables of a report for other programs, as CSV. */
@API(status = API.Status.EXPERIMENTAL)
public final class TableFiles {

  private TableFiles() {}

  /** Return where the systems stand by every judge, a row each: CSV lines with a header. */
  public static List<String> standings(Report report) {
    var rows = new ArrayList<List<Cell>>();
    for (JudgeReport judge : report.judges()) {
      switch (judge.result()) {
        case RunResult.Pairs p -> {
          for (Standing s : p.result().standings()) {
            var row = row(judge, s.system(), "win rate", s.winRate());
            row.add(Cell.of(Long.toString(s.won())));
            row.add(Cell.of(Long.toString(s.tied())));
            row.add(Cell.of(Long.toString(s.lost())));
            rows.add(row);
          }
        }
        case RunResult.Grades g -> {
          String what = g.result().passFail() ? "pass rate" : "mean grade";
          for (GradeResult.Standing s : g.result().standings()) {
            var row = row(judge, s.system(), what, s.mean());
            row.addAll(List.of(Cell.of(""), Cell.of(""), Cell.of("")));
            rows.add(row);
          }
        }
      }
    }
    return new Table(
            "standings",
            List.of(
                "judge", "system", "measure", "value", "low", "high", "n", "won", "tied", "lost"),
            rows)
        .csv();
  }

  private static List<Cell> row(JudgeReport judge, String system, String what, Estimate e) {
    var row = new ArrayList<>(List.of(Cell.of(judge.name()), Cell.of(system), Cell.of(what)));
    row.addAll(Figures.interval(e, 1, 4));
    row.add(Cell.of(Long.toString(e.n())));
    return row;
  }

  /** Return every table of the page, by the name of a file: CSV lines with a header. */
  public static SortedMap<String, List<String>> all(Report report) {
    var files = new TreeMap<String, List<String>>();
    SideBySide.of(report).ifPresent(t -> files.put(file(t), t.csv()));
    for (int i = 0; i < report.judges().size(); i++) {
      JudgeReport judge = report.judges().get(i);
      String before = report.judges().size() > 1 ? (i + 1) + "-" : "";
      for (Table t : Figures.of("j", judge, CaseRow.of(judge)).all()) {
        files.put(before + file(t), t.csv());
      }
    }
    return files;
  }

  private static String file(Table table) {
    String title = table.title().toLowerCase(Locale.ROOT);
    return title.replaceAll("[^a-z0-9]+", "-").replaceAll("-$", "") + ".csv";
  }
}
