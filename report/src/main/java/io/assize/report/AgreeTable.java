package io.assize.report;

import io.assize.engine.ratings.RatingResult;
import io.assize.engine.ratings.RatingResult.Row;
import io.assize.measures.Estimate;
import io.assize.measures.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apiguardian.api.API;

/** The rows of agreement for other programs. An undefined number is an empty cell, told in note. */
@API(status = API.Status.EXPERIMENTAL)
public final class AgreeTable {

  private static final List<String> HEAD =
      List.of(
          "kind",
          "a",
          "b",
          "agree",
          "agree_low",
          "agree_high",
          "kappa",
          "kappa_low",
          "kappa_high",
          "alpha",
          "alpha_low",
          "alpha_high",
          "n",
          "missing",
          "note");

  private AgreeTable() {}

  /** Return CSV lines with a header. */
  public static List<String> csv(RatingResult result) {
    var lines = new ArrayList<String>();
    lines.add(String.join(",", HEAD));
    for (Row r : result.rows()) {
      var cells = new ArrayList<>(List.of(kind(r), r.a(), r.b()));
      cells.addAll(cells(Optional.of(r.share())));
      cells.addAll(cells(Optional.of(r.kappa())));
      cells.addAll(cells(r.alpha()));
      cells.add(String.valueOf(r.kappa().n()));
      cells.add(String.valueOf(r.kappa().missing()));
      cells.add(note(r));
      lines.add(String.join(",", cells.stream().map(Safe::csv).toList()));
    }
    return lines;
  }

  /** Return a table of Markdown, each number with its interval. */
  public static List<String> markdown(RatingResult result) {
    var columns = List.of("a", "b", "agree", "kappa", "alpha", "n", "missing");
    return Table.of("agreement", columns, shown(result)).markdown();
  }

  private static List<List<String>> shown(RatingResult result) {
    var rows = new ArrayList<List<String>>();
    for (Row r : result.rows()) {
      boolean constant = r.kind() == RatingResult.Kind.CONSTANT;
      rows.add(
          List.of(
              constant ? "always " + r.a() : r.a(),
              r.b(),
              Numbers.percent(r.share()),
              Numbers.decimal(r.kappa(), 2),
              r.alpha().map(a -> Numbers.decimal(a, 2)).orElse(""),
              String.valueOf(r.kappa().n()),
              String.valueOf(r.kappa().missing())));
    }
    return rows;
  }

  /** Return a LaTeX tabular, each number with its interval. */
  public static List<String> latex(RatingResult result) {
    var lines = new ArrayList<String>();
    lines.add("\\begin{tabular}{llrrrrr}");
    lines.add("\\hline");
    lines.add("a & b & agree & kappa & alpha & n & missing \\\\");
    lines.add("\\hline");
    for (List<String> cells : shown(result)) {
      lines.add(String.join(" & ", cells.stream().map(Safe::latex).toList()) + " \\\\");
    }
    lines.add("\\hline");
    lines.add("\\end{tabular}");
    return lines;
  }

  /** Return the documented word for a kind of row. */
  static String kind(Row r) {
    return r.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static List<String> cells(Optional<Estimate> estimate) {
    if (estimate.flatMap(Estimate::value).isEmpty()) return List.of("", "", "");
    Estimate.Value v = estimate.flatMap(Estimate::value).get();
    return List.of(
        Numbers.fixed(v.estimate(), 6),
        v.interval().map(Interval::low).map(x -> Numbers.fixed(x, 6)).orElse(""),
        v.interval().map(Interval::high).map(x -> Numbers.fixed(x, 6)).orElse(""));
  }

  private static String note(Row r) {
    var notes = new ArrayList<String>();
    note("agree", r.share(), notes);
    note("kappa", r.kappa(), notes);
    r.alpha().ifPresent(a -> note("alpha", a, notes));
    return String.join("; ", notes);
  }

  private static void note(String name, Estimate e, List<String> notes) {
    if (e instanceof Estimate.Undefined u) notes.add("no " + name + ": " + u.reason());
  }
}
