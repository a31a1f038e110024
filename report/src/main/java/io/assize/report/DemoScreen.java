package io.assize.report;

import io.assize.engine.trial.RunResult;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/** What the demo shows: the ordinary screen, with what is known of its own data around it. */
@API(status = API.Status.EXPERIMENTAL)
public final class DemoScreen {

  private DemoScreen() {}

  /**
   * Return the lines.
   *
   * @param results of the demo's judges: the first in full, the others by what the labels say
   * @param head what is judged, by whom, how long it took
   * @param oneCase a case where judge and label differ, told in words
   * @param sameFamily systems of the judge's own family, where that is known
   * @param details whether all that is known is shown
   */
  public static List<String> lines(
      List<RunResult> results,
      List<String> head,
      List<String> oneCase,
      Optional<List<String>> sameFamily,
      boolean details) {
    var lines = new Lines();
    lines.addAll(Screens.lines(results.getFirst(), facts(head, sameFamily, details)));
    for (RunResult other : results.subList(1, results.size())) {
      lines.section("GRADED RELEVANCE");
      Screens.against(other, facts(List.of(), Optional.empty(), details)).forEach(lines::add);
    }
    if (!oneCase.isEmpty()) {
      lines.section("ONE CASE");
      oneCase.forEach(l -> lines.add("  " + l));
    }
    lines.section("YOUR TURN");
    lines.add(
        "  assize judge answers.csv --model openai/MODEL     columns: id, question, one per system");
    lines.add(
        "  assize demo --model http://127.0.0.1:8080/v1      the same items, your model as judge");
    lines.add("  assize recipes                                    how else it can judge");
    return lines.list();
  }

  /** Return what is told beside the demo's results. */
  public static Facts facts(List<String> head, Optional<List<String>> sameFamily, boolean details) {
    return new Facts(
        head,
        "",
        sameFamily,
        "",
        "assize demo --model MODEL asks yours",
        "",
        Optional.empty(),
        List.of(),
        details);
  }
}
