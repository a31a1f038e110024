package io.assize.report;

import io.assize.engine.label.Draw;
import io.assize.engine.label.LedgerLabels;
import io.assize.engine.trial.People;
import io.assize.engine.trial.RunResult;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/** What a person sees who draws a sheet, and who brings one back. */
@API(status = API.Status.EXPERIMENTAL)
public final class LabelScreen {

  /** Half a minute a row is what people take. */
  private static final int ROWS_A_MINUTE = 2;

  private LabelScreen() {}

  /**
   * Tell what was drawn.
   *
   * @param draw the rows
   * @param sheet file that they stand in
   * @param run folder of the run
   */
  public static List<String> drawn(Draw draw, String sheet, String run) {
    boolean pairs = draw.kind().equals(Draw.PAIRS);
    int left = draw.shares().stream().mapToInt(Draw.Share::of).sum();
    var lines = new Lines();
    lines.add(
        Numbers.pad(Safe.brief(sheet, 40), 14)
            + Numbers.of(draw.rows().size(), "row", "rows")
            + ", "
            + (draw.rows().isEmpty()
                ? ""
                : draw.rows().getFirst().number() + " to " + draw.rows().getLast().number() + ", ")
            + "of "
            + Numbers.of(left, pairs ? "pair" : "answer", pairs ? "pairs" : "answers")
            + (pairs ? ": blind, rows and sides shuffled" : ": blind and shuffled")
            + "; seed "
            + draw.seed());
    boolean first = true;
    for (Draw.Share s : draw.shares()) {
      lines.add(
          Numbers.pad(first ? "drawn from" : "", 14)
              + Numbers.pad(Safe.terminal(s.stratum()), 36)
              + String.format("%5d of %5d", s.taken(), s.of()));
      first = false;
    }
    lines.add(
        Numbers.pad("fill in", 14)
            + (pairs ? "better: left, right or tie" : "label")
            + "; empty where you cannot say. About "
            + Numbers.of(
                Math.max(1, Math.round((float) draw.rows().size() / ROWS_A_MINUTE)),
                "minute",
                "minutes"));
    lines.add(
        Numbers.pad("then", 14)
            + "assize label "
            + run
            + " "
            + Safe.brief(sheet, 40)
            + "     a copy for each person: anna.csv ben.csv");
    return lines.list();
  }

  /**
   * Tell what was read.
   *
   * @param file of the sheet
   * @param person who filled it in
   * @param labelled rows with a word
   * @param rows all of its rows
   * @param kept what is new in it
   */
  public static String read(
      String file, String person, int labelled, int rows, LedgerLabels.Kept kept) {
    return Numbers.pad(Safe.brief(file, 40), 14)
        + Safe.brief(person, 24)
        + ": "
        + labelled
        + " of "
        + Numbers.of(rows, "row", "rows")
        + " labelled; "
        + kept.fresh()
        + " new, "
        + kept.changed()
        + " changed, "
        + kept.same()
        + " as before";
  }

  /** Tell what people say of a judge, beginning with their agreement. */
  public static List<String> people(People people, RunResult result, String run) {
    var lines = new Lines();
    new PeopleLines(lines, people, result).all(Optional.of(run));
    return lines.list();
  }
}
