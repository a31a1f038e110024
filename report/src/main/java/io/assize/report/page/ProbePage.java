package io.assize.report.page;

import io.assize.engine.probe.Effect;
import io.assize.engine.probe.ProbeResult;
import io.assize.measures.Estimate;
import io.assize.report.ProbeReport;
import io.assize.report.ProbeScreen;
import io.assize.report.ProbeTable;
import io.assize.report.svg.Axis;
import io.assize.report.svg.Chart;
import io.assize.report.svg.IntervalPlot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/** What moves a judge, as a page in one file: the sentences, two plots, the numbers behind them. */
@API(status = API.Status.EXPERIMENTAL)
public final class ProbePage {

  private ProbePage() {}

  /** Make the page. It asks nobody for anything and runs no script. */
  public static String of(ProbeReport report) {
    String style = Template.resource("page.css");
    List<String> said = ProbeScreen.quiet(report);
    var slots = new LinkedHashMap<String, Object>();
    slots.put("policy", policy(style));
    slots.put("style", style);
    slots.put("name", report.run());
    slots.put("judge", report.judge());
    slots.put("model", String.join(", ", report.models()) + ", recipe " + report.recipe());
    slots.put("first", said.getFirst());
    slots.put("answer", JudgeSection.texts(said.subList(0, said.size() - 1)));
    slots.put("so", said.getLast());
    slots.put("figures", JudgeSection.figures(charts(report.result()), false));
    slots.put(
        "tables",
        ProbeTable.all(report).stream()
            .filter(t -> !t.rows().isEmpty())
            .map(JudgeSection::table)
            .toList());
    slots.put("notes", JudgeSection.texts(ProbeTable.notes(report)));
    slots.put("numbers", numbers(report.result()));
    slots.put("made", "Made by Assize " + report.release() + " from what was recorded.");
    return Template.filled("probes", slots);
  }

  private static String policy(String style) {
    return "default-src 'none'; style-src "
        + Template.sum(style)
        + "; base-uri 'none'; form-action 'none'";
  }

  private static List<Chart> charts(ProbeResult result) {
    var all = new ArrayList<Chart>();
    shift(result).ifPresent(all::add);
    changed(result).ifPresent(all::add);
    return all;
  }

  private static Optional<Chart> shift(ProbeResult result) {
    List<Effect> of =
        highest(
            result.effects().stream().filter(e -> e.shift() instanceof Estimate.Value),
            Effect::shift);
    if (of.isEmpty()) return Optional.empty();
    var rows = new ArrayList<IntervalPlot.Row>();
    double low = 0;
    double high = 0;
    for (Effect e : of) {
      IntervalPlot.Mark mark = scaled(Figures.mark(e.shift()));
      rows.add(new IntervalPlot.Row(e.probe().name(), List.of(mark)));
      low = Math.min(low, mark.low().orElse(0));
      high = Math.max(high, mark.high().orElse(0));
    }
    String title = "Points towards the touched answer";
    return Optional.of(
        IntervalPlot.of(
            "probe-shift",
            title,
            List.of("shift"),
            rows,
            Axis.around(low, high),
            OptionalDouble.of(0),
            ProbeTable.shifts(title, of)));
  }

  private static List<Effect> highest(Stream<Effect> of, Function<Effect, Estimate> number) {
    return of.sorted(
            Comparator.comparingDouble(
                e -> -number.apply(e).value().map(Estimate.Value::estimate).orElse(-1e9)))
        .toList();
  }

  private static IntervalPlot.Mark scaled(IntervalPlot.Mark m) {
    return new IntervalPlot.Mark(hundred(m.value()), hundred(m.low()), hundred(m.high()));
  }

  private static OptionalDouble hundred(OptionalDouble x) {
    return x.isEmpty() ? x : OptionalDouble.of(100 * x.getAsDouble());
  }

  private static Optional<Chart> changed(ProbeResult result) {
    if (result.effects().isEmpty()) return Optional.empty();
    List<Effect> of = highest(result.effects().stream(), Effect::changed);
    var rows =
        of.stream()
            .map(e -> new IntervalPlot.Row(e.probe().name(), List.of(Figures.mark(e.changed()))))
            .toList();
    OptionalDouble floor =
        result
            .effect("repeat")
            .flatMap(e -> e.changed().value())
            .map(v -> OptionalDouble.of(v.estimate()))
            .orElse(OptionalDouble.empty());
    String title = "Verdicts that change, %" + (floor.isPresent() ? "; dashed: by themselves" : "");
    return Optional.of(
        IntervalPlot.of(
            "probe-changed",
            title,
            List.of("changed"),
            rows,
            Axis.shares(),
            floor,
            ProbeTable.changes(title, of)));
  }

  private static List<Map<String, Object>> numbers(ProbeResult result) {
    var all = new ArrayList<Map<String, Object>>();
    for (Effect e : result.effects()) {
      all.add(Explained.of(e.probe().name() + ": verdicts changed", e.changed()));
      if (e.shift() instanceof Estimate.Value v) {
        all.add(Explained.of(e.probe().name() + ": shift", v));
      }
    }
    return all;
  }
}
