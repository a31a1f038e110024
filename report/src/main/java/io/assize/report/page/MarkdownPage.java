package io.assize.report.page;

import io.assize.engine.trial.PairResult;
import io.assize.report.JudgeReport;
import io.assize.report.Report;
import io.assize.report.Safe;
import io.assize.report.Table;
import io.assize.report.Told;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/** A run in Markdown, for a pull request or a note: answer, card, and the tables that are short. */
@API(status = API.Status.EXPERIMENTAL)
public final class MarkdownPage {

  private static final int LONGEST_TABLE = 50;

  private MarkdownPage() {}

  /** Return lines of Markdown. */
  public static List<String> of(Report report) {
    var lines = new ArrayList<String>();
    lines.add("# " + Safe.markdown(report.name()));
    SideBySide.of(report).ifPresent(t -> table(lines, t));
    for (JudgeReport judge : report.judges()) judge(lines, judge, report);
    lines.add("");
    lines.add("*" + Safe.markdown(report.made()) + "*");
    return List.copyOf(lines);
  }

  private static void judge(List<String> lines, JudgeReport judge, Report report) {
    Told told = judge.told();
    heading(lines, "## Judge " + Safe.markdown(judge.name()));
    lines.add("**" + Safe.markdown(told.answer().getFirst()) + "**");
    told.answer().stream().skip(1).forEach(s -> paragraph(lines, s));
    told.believed().forEach(s -> paragraph(lines, s));
    Figures figures = Figures.of("j", judge, CaseRow.of(judge));
    table(lines, figures.answer().getFirst().table());
    heading(lines, "### Can the judge be believed");
    for (Told.Point p : told.card()) {
      lines.add("- " + Safe.markdown(p.name()) + ": " + Safe.markdown(Told.plain(p.says())));
    }
    figures.believed().stream()
        .map(c -> c.table())
        .filter(t -> t.title().startsWith("Agreement"))
        .forEach(t -> table(lines, t));
    figures.tables().forEach(t -> table(lines, t));
    if (told.looks().isEmpty()) return;
    heading(lines, "### Look first");
    for (PairResult.Look l : told.looks()) {
      String systems = l.a() + (l.b().isEmpty() ? "" : " - " + l.b());
      lines.add(
          "- "
              + Safe.markdown(l.item())
              + " ("
              + Safe.markdown(systems)
              + "): "
              + Safe.markdown(l.reason()));
    }
    paragraph(lines, "assize show " + report.name() + " ITEM shows one down to the replies.");
  }

  private static void heading(List<String> lines, String heading) {
    lines.add("");
    lines.add(heading);
    lines.add("");
  }

  private static void paragraph(List<String> lines, String sentence) {
    lines.add("");
    lines.add(Safe.markdown(sentence));
  }

  private static void table(List<String> lines, Table table) {
    lines.add("");
    lines.add(Safe.markdown(table.title()) + ":");
    lines.add("");
    List<String> all = table.markdown();
    lines.addAll(all.subList(0, Math.min(LONGEST_TABLE + 2, all.size())));
    int more = table.rows().size() - LONGEST_TABLE;
    if (more > 0) paragraph(lines, more + " more rows.");
  }
}
