package io.assize.report;

import io.assize.engine.trial.Conflict;
import io.assize.engine.trial.Replies;
import io.assize.engine.trial.RunResult;
import io.assize.measures.Estimate;
import java.util.List;
import java.util.stream.Collectors;

/** What the card tells of any judge: how its replies were read, and whether they fit together. */
final class Replied {

  private Replied() {}

  static void card(Lines lines, RunResult result) {
    if (result instanceof RunResult.Pairs p) conflicts(lines, p.conflicts());
    read(lines, result.replies());
  }

  private static void conflicts(Lines lines, List<Conflict> conflicts) {
    for (Conflict c : conflicts) {
      String of = conflicts.size() == 1 ? "" : " (" + Safe.brief(c.grades(), 20) + ")";
      boolean one = c.likeliest().equals(c.probabilities());
      lines.item(
          "grades and comparisons conflict",
          said(c.likeliest()) + of + (one ? "" : ": by the likeliest label"),
          "",
          c.likeliest().conflict());
      if (!one) {
        lines.item(
            "",
            said(c.probabilities()) + of + ": by probabilities",
            "",
            c.probabilities().conflict());
      }
    }
  }

  private static String said(Conflict.Said said) {
    if (!(said.conflict() instanceof Estimate.Value v)) {
      return "not measured   " + ((Estimate.Undefined) said.conflict()).reason();
    }
    return Numbers.percent(said.conflict())
        + " of "
        + Numbers.of(v.n(), "pair", "pairs")
        + said.reversed()
            .value()
            .map(r -> ", " + Numbers.percent(r.estimate(), 0) + " the other way round")
            .orElse("");
  }

  /** Rules are told where several read, and where a published policy did. */
  private static void read(Lines lines, Replies replies) {
    var rules = replies.rules();
    if (rules.size() < 2 && !rules.containsKey("first-token")) return;
    String told =
        rules.entrySet().stream()
            .sorted((a, b) -> Long.compare(b.getValue(), a.getValue()))
            .map(e -> Safe.brief(e.getKey(), 30) + " " + e.getValue())
            .collect(Collectors.joining(", "));
    lines.item("replies read by rule", told);
  }
}
