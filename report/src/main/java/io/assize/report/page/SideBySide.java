package io.assize.report.page;

import io.assize.engine.trial.Agreement;
import io.assize.engine.trial.RunResult;
import io.assize.measures.Estimate;
import io.assize.report.JudgeReport;
import io.assize.report.Report;
import io.assize.report.Table;
import io.assize.report.Table.Cell;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The judges of a report in one table, those that agree most with the labels first. */
final class SideBySide {

  private static final List<String> COLUMNS =
      List.of(
          "judge",
          "kappa",
          "low",
          "high",
          "agrees with labels %",
          "low",
          "high",
          "same in both orders %",
          "read",
          "not read");

  private static final int FEWEST = 3;

  private SideBySide() {}

  /** Make the table; empty of one or two judges, of whom each answer comes first. */
  static Optional<Table> of(Report report) {
    if (report.judges().size() < FEWEST) return Optional.empty();
    var judges = new ArrayList<>(report.judges());
    judges.sort(Comparator.comparingDouble(j -> -kappa(j)));
    List<List<Cell>> rows = judges.stream().map(SideBySide::row).toList();
    // What nobody has, such as labels or orders, has no column.
    int[] kept =
        IntStream.range(0, COLUMNS.size())
            .filter(c -> rows.stream().anyMatch(r -> !r.get(c).text().isEmpty()))
            .toArray();
    return Optional.of(
        new Table(
            "Judges side by side",
            IntStream.of(kept).mapToObj(COLUMNS::get).toList(),
            rows.stream().map(r -> IntStream.of(kept).mapToObj(r::get).toList()).toList()));
  }

  private static List<Cell> row(JudgeReport judge) {
    var replies = judge.result().replies();
    var row = new ArrayList<Cell>();
    row.add(Cell.of(judge.name()));
    Estimate none = new Estimate.Undefined("there are no labels", 0, 0);
    Optional<Agreement> agreement = agreement(judge);
    row.addAll(Figures.interval(agreement.map(Agreement::kappa).orElse(none), 1, 3));
    row.addAll(Figures.interval(agreement.map(Agreement::share).orElse(none), 100, 1));
    row.add(
        judge.result() instanceof RunResult.Pairs p
            ? Figures.interval(p.result().card().sameInBothOrders(), 100, 1).getFirst()
            : Cell.of(""));
    row.add(Cell.of(String.valueOf(replies.read())));
    row.add(Cell.of(String.valueOf(replies.values() - replies.read())));
    return row;
  }

  private static double kappa(JudgeReport judge) {
    return agreement(judge)
        .flatMap(a -> a.kappa().value())
        .map(Estimate.Value::estimate)
        .orElse(Double.NEGATIVE_INFINITY);
  }

  /** The judge as its standings rest on it, not as it would be were it asked once. */
  private static Optional<Agreement> agreement(JudgeReport judge) {
    return switch (judge.result()) {
      case RunResult.Pairs p -> {
        var all = p.result().card().agreements();
        yield all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
      }
      case RunResult.Grades g -> g.result().card().agreements().stream().findFirst();
    };
  }
}
