package io.assize.report;

import io.assize.engine.ratings.RatingResult;
import io.assize.engine.ratings.RatingResult.Dissent;
import io.assize.engine.ratings.RatingResult.Table;
import io.assize.engine.ratings.RatingScale;
import java.util.ArrayList;
import java.util.List;

/** What stands behind the figures of {@link AgreeScreen}: labels against labels, unit by unit. */
final class AgreeDetails {

  /** A table of more labels is wider than a terminal. */
  private static final int MOST_LABELS = 10;

  private static final int MOST_DISSENTS = 50;
  private static final int CELL = 8;

  private final Lines lines;
  private final RatingResult result;

  AgreeDetails(Lines lines, RatingResult result) {
    this.lines = lines;
    this.result = result;
  }

  void write() {
    result.confusions().forEach(this::table);
    if (!result.dissents().isEmpty()) dissents();
    lines.add("");
  }

  private void table(Table table) {
    RatingScale scale = result.ratings().scale();
    String of = Safe.brief(table.columns(), 20);
    lines.section("CONFUSION OF " + of);
    int levels = scale.names().size();
    if (levels > MOST_LABELS) {
      lines.sentence(levels + " different labels are too many for a table here: --format json");
      return;
    }
    lines.add("  down " + Safe.brief(table.rows(), 20) + ", across " + of + ", in pairs of labels");
    var head = new StringBuilder(Numbers.pad("", 14));
    for (String name : scale.names()) head.append(right(Safe.brief(name, CELL - 1)));
    lines.add(head.toString());
    for (int row = 0; row < levels; row++) {
      var line = new StringBuilder("  " + Numbers.pad(Safe.brief(scale.names().get(row), 11), 12));
      for (int n : table.counts().get(row)) line.append(right(Numbers.count(n)));
      lines.add(line.toString());
    }
  }

  private static String right(String text) {
    return " ".repeat(Math.max(0, CELL - text.length())) + text;
  }

  private void dissents() {
    boolean judged = result.dissents().getFirst().judge().isPresent();
    lines.section("DISAGREEMENTS");
    lines.sentence(
        judged
            ? "More than half of the people who labelled it say otherwise; the farthest apart first."
            : "Raters say different things; the farthest apart first.");
    List<Dissent> all = result.dissents();
    for (Dissent d : all.subList(0, Math.min(MOST_DISSENTS, all.size()))) {
      lines.add("  " + Numbers.pad(Safe.brief(d.unit().toString(), 38), 40) + said(d));
    }
    int more = all.size() - MOST_DISSENTS;
    if (more > 0) lines.sentence("and " + Numbers.count(more) + " more: --format json");
  }

  private String said(Dissent d) {
    var said = new ArrayList<String>();
    for (int rater = 0; rater < d.said().size(); rater++) {
      String name = result.ratings().raters().get(rater).name();
      boolean other = result.ratings().raters().get(rater).judge();
      if (other && d.judge().isPresent() && !d.judge().get().equals(name)) continue;
      d.said()
          .get(rater)
          .ifPresent(label -> said.add(Safe.brief(name, 12) + " " + Safe.brief(label, 12)));
    }
    return Safe.brief(String.join(", ", said), 58);
  }
}
