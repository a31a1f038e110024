package io.assize.report;

import io.assize.engine.probe.Effect;
import io.assize.engine.probe.ProbeResult;
import io.assize.measures.Estimate;
import io.assize.measures.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.apiguardian.api.API;

/** What moves a judge as tables, for pages, pull requests and other programs. */
@API(status = API.Status.EXPERIMENTAL)
public final class ProbeTable {

  private static final List<String> COLUMNS =
      List.of(
          "probe",
          "what was changed",
          "cases",
          "changed %",
          "low",
          "high",
          "beyond",
          "low",
          "high",
          "shift",
          "low",
          "high",
          "finding");

  private ProbeTable() {}

  /** Return the tables: what was measured, right by the labels, what was not measured. */
  public static List<Table> all(ProbeReport of) {
    ProbeResult result = of.result();
    var right = new ArrayList<List<String>>();
    ProbeWords.right(result).forEach((name, says) -> right.add(List.of(name, says)));
    var not = new ArrayList<List<String>>();
    result.not().forEach(n -> not.add(List.of(n.probe().name(), n.why())));
    of.more().ifPresent(m -> not.add(List.of(String.join(", ", m.probes()), "not asked for")));
    return List.of(
        Table.of(
            "What moves the judge",
            COLUMNS,
            result.effects().stream().map(ProbeTable::row).toList()),
        Table.of(
            "Right by the labels, untouched and changed", List.of("probe", "share; points"), right),
        Table.of("Not measured", List.of("probe", "why"), not));
  }

  private static List<String> row(Effect e) {
    var row = new ArrayList<>(List.of(e.probe().name(), e.probe().does(), "" + e.changed().n()));
    row.addAll(numbers(e.changed()));
    row.addAll(numbers(e.beyond()));
    row.addAll(numbers(e.shift()));
    row.add(ProbeWords.word(e));
    return row;
  }

  /** The number and the ends of its interval in hundredths; cells are empty where there is none. */
  private static List<String> numbers(Estimate e) {
    return List.of(
        cell(e.value().map(v -> OptionalDouble.of(v.estimate())).orElse(OptionalDouble.empty())),
        cell(end(e, true)),
        cell(end(e, false)));
  }

  private static OptionalDouble end(Estimate e, boolean low) {
    return e.value()
        .flatMap(Estimate.Value::interval)
        .map((Interval i) -> OptionalDouble.of(low ? i.low() : i.high()))
        .orElse(OptionalDouble.empty());
  }

  private static String cell(OptionalDouble x) {
    return x.isEmpty() ? "" : Numbers.fixed(100 * x.getAsDouble(), 1);
  }

  /** Return the numbers behind a plot of shifts. */
  public static Table shifts(String title, List<Effect> of) {
    return behind(title, of, Effect::shift);
  }

  /** Return the numbers behind a plot of changes. */
  public static Table changes(String title, List<Effect> of) {
    return behind(title, of, Effect::changed);
  }

  private static Table behind(
      String title, List<Effect> of, java.util.function.Function<Effect, Estimate> number) {
    var rows = new ArrayList<List<String>>();
    for (Effect e : of) {
      var row = new ArrayList<>(List.of(e.probe().name()));
      row.addAll(numbers(number.apply(e)));
      row.add("" + number.apply(e).n());
      rows.add(row);
    }
    return Table.of(title, List.of("probe", "points", "low", "high", "n"), rows);
  }

  /** Return the sentences that stand below the tables. */
  public static List<String> notes(ProbeReport of) {
    var notes = new ArrayList<>(ProbeWords.left(of.result()));
    notes.addAll(ProbeWords.how(of.result()));
    return notes;
  }

  /**
   * Return it as Markdown, for a pull request.
   *
   * @param limit of the gate, where there is one
   */
  public static List<String> markdown(ProbeReport of, OptionalDouble limit) {
    var lines = new ArrayList<String>();
    List<String> said = ProbeScreen.quiet(of);
    lines.add("**" + Safe.markdown(said.getFirst()) + "**");
    said.stream().skip(1).forEach(s -> paragraph(lines, s));
    limit.ifPresent(l -> paragraph(lines, "Gate " + ProbeWords.gate(of, l)));
    for (Table t : all(of)) {
      if (t.rows().isEmpty()) continue;
      paragraph(lines, t.title() + ":");
      lines.add("");
      lines.addAll(t.markdown());
    }
    notes(of).forEach(n -> paragraph(lines, n));
    paragraph(
        lines,
        of.run()
            + ", judge "
            + of.judge()
            + ": "
            + String.join(", ", of.models())
            + ", recipe "
            + of.recipe()
            + ".");
    return lines;
  }

  private static void paragraph(List<String> lines, String text) {
    lines.add("");
    lines.add(Safe.markdown(text));
  }
}
