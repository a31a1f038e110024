package io.assize.report;

import io.assize.engine.compare.Comparison;
import io.assize.engine.compare.Comparison.Change;
import io.assize.engine.compare.Comparison.Moved;
import java.util.List;
import java.util.OptionalDouble;
import org.apiguardian.api.API;

/** What changed between two runs, on a terminal: the answer first, then regressions. */
@API(status = API.Status.EXPERIMENTAL)
public final class CompareScreen {

  private static final int MOST = 10;

  private final Comparison of;
  private final boolean details;
  private final Lines lines = new Lines();

  private CompareScreen(Comparison of, boolean details) {
    this.of = of;
    this.details = details;
  }

  /**
   * Return the lines.
   *
   * @param limit of the gate, where there is one
   * @param details whether all that moved is listed
   */
  public static List<String> lines(Comparison of, OptionalDouble limit, boolean details) {
    return new CompareScreen(of, details).all(limit);
  }

  private List<String> all(OptionalDouble limit) {
    lines.paragraph(head(of));
    of.notes().forEach(n -> lines.paragraph("note: " + Safe.terminal(n)));
    lines.section("WHAT CHANGED");
    for (Change c : of.changes()) {
      lines.sentence(CompareWords.answer(c));
      CompareWords.more(c).ifPresent(lines::sentence);
      lines.sentence(CompareWords.counts(c) + "; " + CompareWords.answers(c) + ".");
    }
    boolean several = of.changes().size() > 1;
    for (Change c : of.changes()) {
      String name = several ? " OF " + CompareWords.system(c) : "";
      list("REGRESSIONS" + name, c.regressions());
      list("IMPROVEMENTS" + name, c.improvements());
    }
    of.changes().stream()
        .flatMap(c -> c.moved().stream())
        .findFirst()
        .ifPresent(m ->
            lines.add(
                "  assize show "
                    + Safe.brief(of.fresh().run(), 50)
                    + " "
                    + Safe.brief(m.item(), 40)));
    if (of.open() > 0) {
      lines.add("");
      lines.paragraph(
          Numbers.of(of.open(), "value is", "values are") + " still open in these runs.");
    }
    limit.ifPresent(l -> {
      lines.add("");
      lines.paragraph("gate " + CompareWords.gate(of, l));
    });
    return lines.list();
  }

  /** Return what is compared. */
  static String head(Comparison of) {
    return "%s -> %s: %s in both, judged by %s, recipe %s"
        .formatted(
            Safe.brief(of.old().run(), 40),
            Safe.brief(of.fresh().run(), 40),
            Numbers.of(of.items(), "item", "items"),
            Safe.brief(String.join(", ", of.fresh().models()), 40),
            Safe.brief(of.fresh().recipe(), 30));
  }

  private void list(String title, List<Moved> moved) {
    if (moved.isEmpty()) return;
    lines.section(title);
    int most = details ? moved.size() : Math.min(MOST, moved.size());
    for (Moved m : moved.subList(0, most)) {
      String about = m.about().isEmpty() ? "" : "  " + m.about();
      lines.add(
          "  "
              + Numbers.pad(Safe.brief(m.item() + about, 38), 40)
              + Numbers.pad(Safe.brief(m.before(), 15) + " -> " + Safe.brief(m.after(), 15), 36)
              + (m.otherAnswer() ? "" : "same answer"));
    }
    if (most < moved.size()) lines.add("  and " + (moved.size() - most) + " more: --details");
  }
}
