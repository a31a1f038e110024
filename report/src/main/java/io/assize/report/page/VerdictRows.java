package io.assize.report.page;

import io.assize.core.Candidate;
import io.assize.core.Case;
import io.assize.engine.observe.Observations;
import io.assize.engine.trial.RunResult;
import io.assize.report.JudgeReport;
import io.assize.report.Numbers;
import io.assize.report.Report;
import io.assize.report.Safe;
import io.assize.report.Wording;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apiguardian.api.API;

/**
 * Every verdict of a run as one tidy row of CSV: the whole ones, whose {@code part} is empty, and
 * those that they were made of.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class VerdictRows {

  private static final List<String> COLUMNS =
      List.of(
          "judge",
          "time",
          "item",
          "a",
          "b",
          "part",
          "verdict",
          "probability",
          "number",
          "basis",
          "missing",
          "detail",
          "rule",
          "label");

  private VerdictRows() {}

  /**
   * Write them.
   *
   * @param line takes each line of CSV, the header first
   */
  public static void write(Report report, Appendable line) throws IOException {
    line.append(String.join(",", COLUMNS)).append('\n');
    for (JudgeReport judge : report.judges()) {
      List<Case> cases = judge.cases();
      for (int time = 0; time < judge.occasions().size(); time++) {
        Observations seen = judge.occasions().get(time);
        for (int c = 0; c < cases.size(); c++) {
          var of = new One(judge, time, seen, cases.get(c));
          for (int row = seen.root(c); row < seen.end(seen.root(c)); row++) {
            if (!seen.written(row)) of.write(row, line);
          }
        }
      }
    }
  }

  /** One case at one time. */
  private record One(JudgeReport judge, int time, Observations seen, Case asked) {

    void write(int row, Appendable line) throws IOException {
      SortedMap<String, String> names = names();
      List<String> systems =
          asked.candidates().stream()
              .sorted(java.util.Comparator.comparing(Candidate::key))
              .map(c -> c.by().name())
              .toList();
      var cells = new ArrayList<String>();
      cells.add(judge.name());
      cells.add(Integer.toString(time + 1));
      cells.add(asked.item().id());
      cells.add(systems.isEmpty() ? "" : systems.getFirst());
      cells.add(systems.size() == 2 ? systems.getLast() : "");
      cells.add(part(row, names));
      var d = seen.distribution(row);
      var likeliest = d.map(x -> Wording.shares(x, k -> names.getOrDefault(k, k)).getFirst());
      cells.add(likeliest.map(Wording.Share::name).orElse(""));
      cells.add(likeliest.map(s -> Numbers.fixed(s.mass(), 6)).orElse(""));
      var number = d.stream().flatMapToDouble(x -> x.expected().stream()).findFirst();
      cells.add(number.isPresent() ? Numbers.fixed(number.getAsDouble(), 6) : "");
      cells.add(d.map(x -> x.basis().name().toLowerCase(java.util.Locale.ROOT)).orElse(""));
      cells.add(seen.missing(row).map(w -> w.words()).orElse(""));
      cells.add(seen.detail(row));
      cells.add(seen.rule(row));
      cells.add(seen.parent(row) < 0 ? label(names) : "");
      line.append(String.join(",", cells.stream().map(Safe::csv).toList())).append('\n');
    }

    private SortedMap<String, String> names() {
      var names = new TreeMap<String, String>();
      asked.candidates().forEach(c -> names.put(c.key(), c.by().name()));
      return names;
    }

    private String part(int row, SortedMap<String, String> names) {
      var steps = new ArrayList<String>();
      for (int r = row; seen.parent(r) >= 0; r = seen.parent(r)) {
        String step = seen.step(r).toString();
        for (var e : names.entrySet()) step = step.replace(e.getKey(), e.getValue());
        steps.addFirst(step);
      }
      return String.join(" / ", steps);
    }

    private String label(SortedMap<String, String> names) {
      if (judge.result() instanceof RunResult.Grades) {
        var grade = judge.gold().grade(asked);
        return grade.isPresent() ? Numbers.fixed(grade.getAsDouble(), 3) : "";
      }
      return judge
          .gold()
          .of(asked)
          .map(d ->
              switch (d) {
                case io.assize.engine.trial.Decision.Better b ->
                    names.getOrDefault(b.key(), b.key());
                case io.assize.engine.trial.Decision.Tie t -> "tie";
                case io.assize.engine.trial.Decision.None n -> "";
              })
          .orElse("");
    }
  }
}
