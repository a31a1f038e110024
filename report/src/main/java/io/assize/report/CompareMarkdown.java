package io.assize.report;

import io.assize.engine.compare.Comparison;
import io.assize.engine.compare.Comparison.Change;
import io.assize.engine.compare.Comparison.Moved;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.apiguardian.api.API;

/** What changed between two runs, as Markdown for a pull request. */
@API(status = API.Status.EXPERIMENTAL)
public final class CompareMarkdown {

  /** A comment of a pull request has room for so much, and nobody reads more. */
  private static final int MOST = 50;

  private CompareMarkdown() {}

  /**
   * Return the lines.
   *
   * @param limit of the gate, where there is one
   */
  public static List<String> lines(Comparison of, OptionalDouble limit) {
    var lines = new ArrayList<String>();
    for (Change c : of.changes()) lines.add("**" + Safe.markdown(CompareWords.answer(c)) + "**  ");
    for (Change c : of.changes())
      CompareWords.more(c).ifPresent(m -> lines.add(Safe.markdown(m) + "  "));
    limit.ifPresent(l -> lines.add("Gate " + Safe.markdown(CompareWords.gate(of, l))));
    lines.add("");
    lines.add(
        "| system | before | after | change | 95 % interval | regressed | improved | unchanged |");
    lines.add("|---|---|---|---|---|---|---|---|");
    for (Change c : of.changes()) {
      row(
          lines,
          CompareWords.system(c),
          CompareWords.figure(c, c.before()),
          CompareWords.figure(c, c.after()),
          CompareWords.difference(c),
          CompareWords.interval(c).orElse(""),
          "" + c.regressions().size(),
          "" + c.improvements().size(),
          "" + c.same());
    }
    for (Change c : of.changes()) {
      String name = of.changes().size() > 1 ? " of " + CompareWords.system(c) : "";
      list(lines, "Regressions" + name, c.regressions(), true);
      list(lines, "Improvements" + name, c.improvements(), false);
    }
    lines.add("");
    lines.add(Safe.markdown(CompareScreen.head(of)) + ".");
    of.notes().forEach(n -> lines.add("Note: " + Safe.markdown(n) + "."));
    return lines;
  }

  private static void list(List<String> lines, String title, List<Moved> moved, boolean open) {
    if (moved.isEmpty()) return;
    lines.add("");
    lines.add(open ? "<details open>" : "<details>");
    lines.add("<summary>" + Safe.markdown(title) + " (" + moved.size() + ")</summary>");
    lines.add("");
    lines.add("| item | before | after | answer |");
    lines.add("|---|---|---|---|");
    for (Moved m : moved.subList(0, Math.min(MOST, moved.size()))) {
      row(
          lines,
          Safe.brief(m.item() + (m.about().isEmpty() ? "" : " " + m.about()), 80),
          Safe.brief(m.before(), 30),
          Safe.brief(m.after(), 30),
          m.otherAnswer() ? "changed" : "the same");
    }
    if (moved.size() > MOST) row(lines, "and " + (moved.size() - MOST) + " more", "", "", "");
    lines.add("");
    lines.add("</details>");
  }

  private static void row(List<String> lines, String... cells) {
    lines.add(
        "| " + String.join(" | ", List.of(cells).stream().map(Safe::markdown).toList()) + " |");
  }
}
