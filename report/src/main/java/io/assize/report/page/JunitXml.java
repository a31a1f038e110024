package io.assize.report.page;

import io.assize.core.Why;
import io.assize.engine.trial.RunResult;
import io.assize.report.JudgeReport;
import io.assize.report.Numbers;
import io.assize.report.Report;
import io.assize.report.Safe;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/**
 * A run as JUnit XML, which build servers show: a suite a judge, a test a case.
 *
 * <p>What failed the rubric of a pass-or-fail judge is a failure. A verdict that is open is an
 * error, one that is missing for good is skipped: neither has passed. Grades and comparisons do not
 * fail; what was said stands in the test's output.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class JunitXml {

  private JunitXml() {}

  /** Return lines of XML. */
  public static List<String> of(Report report) {
    var lines = new ArrayList<String>();
    lines.add("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    lines.add("<testsuites name=\"" + Safe.html(report.name()) + "\">");
    report.judges().forEach(j -> suite(lines, j));
    lines.add("</testsuites>");
    return List.copyOf(lines);
  }

  private static void suite(List<String> lines, JudgeReport judge) {
    boolean passFail = judge.result() instanceof RunResult.Grades g && g.result().passFail();
    List<CaseRow> rows = CaseRow.of(judge);
    long failures = rows.stream().filter(r -> passFail && r.code() == 0).count();
    long errors = rows.stream().filter(r -> r.why().filter(Why::open).isPresent()).count();
    long skipped = rows.stream().filter(r -> r.why().isPresent()).count() - errors;
    lines.add(
        "  <testsuite name=\""
            + Safe.html(judge.name())
            + "\" tests=\""
            + rows.size()
            + "\" failures=\""
            + failures
            + "\" errors=\""
            + errors
            + "\" skipped=\""
            + skipped
            + "\">");
    rows.forEach(r -> test(lines, judge, r, passFail));
    lines.add("  </testsuite>");
  }

  private static void test(List<String> lines, JudgeReport judge, CaseRow r, boolean passFail) {
    String systems = r.a().by().name() + r.b().map(b -> " against " + b.by().name()).orElse("");
    lines.add(
        "    <testcase classname=\""
            + Safe.html(judge.name())
            + "\" name=\""
            + Safe.html(r.asked().item().id() + ": " + systems)
            + "\">");
    if (r.why().isPresent()) {
      String what = r.why().get().open() ? "error" : "skipped";
      lines.add("      <" + what + " message=\"" + Safe.html(r.why().get().words()) + "\"/>");
    } else if (passFail && r.code() == 0) {
      lines.add("      <failure message=\"" + Safe.html(said(r)) + "\"/>");
    } else {
      lines.add("      <system-out>" + Safe.html(said(r)) + "</system-out>");
    }
    lines.add("    </testcase>");
  }

  private static String said(CaseRow r) {
    if (r.b().isEmpty()) return "graded " + Numbers.fixed(r.value(), 2);
    String sure = Double.isNaN(r.value()) ? "" : " (" + Numbers.fixed(r.value(), 2) + ")";
    if (r.code() == 0) return "a tie" + sure;
    return (r.code() == 1 ? r.a() : r.b().get()).by().name() + " is better" + sure;
  }
}
