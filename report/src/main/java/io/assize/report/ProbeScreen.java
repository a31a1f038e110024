package io.assize.report;

import io.assize.engine.probe.Effect;
import io.assize.engine.probe.ProbeResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apiguardian.api.API;

/** What moves a judge, on a terminal: the numbers, what they mean, what was not measured. */
@API(status = API.Status.EXPERIMENTAL)
public final class ProbeScreen {

  private final ProbeReport of;
  private final Lines lines = new Lines();

  private ProbeScreen(ProbeReport of) {
    this.of = of;
  }

  /**
   * Return the lines.
   *
   * @param plan whether the plan stands in it; else it was told before
   * @param limit of the gate, where there is one
   * @param details whether all that is known is shown
   */
  public static List<String> lines(
      ProbeReport of, boolean plan, OptionalDouble limit, boolean details) {
    return new ProbeScreen(of).all(plan, limit, details);
  }

  /** Return the sentences alone. */
  public static List<String> quiet(ProbeReport of) {
    var said = new ArrayList<String>(ProbeWords.answer(of.result()));
    said.add(ProbeWords.so(of.result()));
    return said;
  }

  private List<String> all(boolean plan, OptionalDouble limit, boolean details) {
    if (plan) lines.addAll(of.head());
    lines.addAll(of.done());
    ProbeResult result = of.result();
    if (!result.effects().isEmpty()) {
      lines.section("WHAT MOVES THE JUDGE");
      row("", "changed", "beyond", "shift", "cases", "");
      result.effects().forEach(this::row);
      ProbeWords.answer(result).forEach(lines::sentence);
      ProbeWords.left(result).forEach(lines::sentence);
      lines.sentence(ProbeWords.so(result));
    }
    right(details);
    not();
    if (details) does();
    if (!result.effects().isEmpty()) {
      lines.section("HOW TO READ IT");
      ProbeWords.how(result).forEach(lines::sentence);
    }
    limit.ifPresent(l -> {
      lines.add("");
      lines.paragraph("gate " + ProbeWords.gate(of, l));
    });
    if (of.saved()) {
      lines.add("");
      lines.add("saved   " + of.run() + "/probes.html   and probes.json; every request and reply");
    }
    return lines.list();
  }

  private void row(Effect e) {
    row(
        e.probe().name(),
        Numbers.percentAligned(e.changed()),
        ProbeWords.points(e.beyond()),
        ProbeWords.points(e.shift()),
        "" + e.changed().n(),
        ProbeWords.word(e));
  }

  private void row(
      String name, String changed, String beyond, String shift, String cases, String word) {
    lines.add(
        "  "
            + Numbers.pad(name, 14)
            + Numbers.pad(changed, 19)
            + Numbers.pad(beyond, 21)
            + Numbers.pad(shift, 21)
            + " ".repeat(Math.max(0, 6 - cases.length()))
            + cases
            + "  "
            + word);
  }

  private void right(boolean details) {
    Map<String, String> right = ProbeWords.right(of.result());
    if (right.isEmpty()) return;
    lines.section("RIGHT BY THE LABELS       untouched -> changed, points");
    right.forEach((name, says) -> {
      boolean found =
          of.result().effect(name).filter(e -> e.finding() != Effect.Finding.NONE).isPresent();
      if (details || found || right.size() <= 4) lines.add("  " + Numbers.pad(name, 14) + says);
    });
  }

  private void not() {
    boolean more = of.more().isPresent();
    if (of.result().not().isEmpty() && !more) return;
    lines.section("NOT MEASURED");
    for (ProbeResult.NotMeasured n : of.result().not()) {
      Lines.broken("  " + Numbers.pad(n.probe().name(), 14) + n.why(), " ".repeat(16))
          .forEach(lines::add);
    }
    of.more()
        .ifPresent(m -> {
          lines.sentence("Not asked for: " + String.join(", ", m.probes()) + ".");
          lines.add(
              "  assize probe "
                  + of.run()
                  + " --for all"
                  + (m.calls() > 0 ? "   about " + Numbers.about(m.calls()) + " calls more" : ""));
        });
  }

  private void does() {
    lines.section("WHAT WAS CHANGED");
    of.result()
        .effects()
        .forEach(e -> lines.add("  " + Numbers.pad(e.probe().name(), 14) + e.probe().does()));
  }
}
