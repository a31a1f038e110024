package io.assize.report;

import io.assize.core.Candidate;
import io.assize.core.Item;
import io.assize.core.scale.Scale;
import io.assize.engine.files.FilledSheet;
import io.assize.engine.label.Draw;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apiguardian.api.API;

/**
 * The sheet that people fill in: blind, safe to open in a spreadsheet program, with guidelines on
 * top in rows that begin with {@code #} and have as many cells as the others, so that programs keep
 * them and {@link FilledSheet} skips them.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class LabelSheet {

  private static final List<String> PAIRS =
      List.of("row", "input", "reference", "left", "right", "better", "note");
  private static final List<String> ANSWERS =
      List.of("row", "input", "reference", "answer", "label", "note");

  /** Spreadsheet programs take a file without it for the encoding of their country. */
  private static final String MARK = "\uFEFF";

  private LabelSheet() {}

  /**
   * Write a sheet.
   *
   * @param rows in their order
   * @param scale of single answers; pairs need none
   * @param rubric what a good answer does, where the judge was told
   * @param candidate finds a candidate by its key
   */
  public static String write(
      List<Draw.Row> rows,
      Optional<Scale> scale,
      Optional<String> rubric,
      Function<String, Candidate> candidate) {
    boolean pairs = rows.getFirst().shown().size() == 2;
    List<String> columns = pairs ? PAIRS : ANSWERS;
    var text = new StringBuilder(MARK);
    for (String line : guidelines(pairs, scale, rubric)) {
      text.append(Safe.cell(FilledSheet.GUIDELINE + " " + line))
          .append(",".repeat(columns.size() - 1))
          .append("\r\n");
    }
    text.append(String.join(",", columns)).append("\r\n");
    for (Draw.Row row : rows) {
      var cells = new ArrayList<String>();
      cells.add(Integer.toString(row.number()));
      Item item = candidate.apply(row.shown().getFirst()).item();
      cells.add(Safe.cell(input(item)));
      cells.add(Safe.cell(item.field(Item.REFERENCE).orElse("")));
      row.shown().forEach(key -> cells.add(Safe.cell(candidate.apply(key).text())));
      cells.add("");
      cells.add("");
      text.append(String.join(",", cells)).append("\r\n");
    }
    return text.toString();
  }

  private static String input(Item item) {
    return item.field(Item.INPUT).orElse("")
        + item.field(Item.CONTEXT).map(c -> "\n\n[context]\n" + c).orElse("");
  }

  private static List<String> guidelines(
      boolean pairs, Optional<Scale> scale, Optional<String> rubric) {
    var lines = new ArrayList<String>();
    lines.add(
        pairs
            ? "Which answer is better? In the column better write left, right or tie."
            : "How good is the answer? In the column label write " + allowed(scale) + ".");
    rubric.ifPresent(r -> lines.add("A good answer: " + Safe.terminal(r)));
    scale.ifPresent(s -> lines.addAll(meanings(s)));
    lines.add(
        "Judge what stands there, not who may have written it. Leave empty what you cannot say.");
    lines.add("Take the rows from the top; stopping early is fine. A word on why goes to note.");
    lines.add("Change no other column. Save as CSV; commas, semicolons and tabs are all read.");
    return lines;
  }

  /** Say what may be written. */
  static String allowed(Optional<Scale> scale) {
    return switch (scale.orElse(new Scale.Real(0, 1))) {
      case Scale.Levels l ->
          String.join(" or ", l.levels().stream().map(Scale.Level::label).toList());
      case Scale.Real r -> "a number from " + plain(r.low()) + " to " + plain(r.high());
      default -> "what holds";
    };
  }

  private static String plain(double x) {
    return x == Math.rint(x) ? Numbers.fixed(x, 0) : Double.toString(x);
  }

  private static List<String> meanings(Scale scale) {
    if (!(scale instanceof Scale.Levels levels)) return List.of();
    return levels.levels().stream()
        .filter(l -> !l.descriptor().isBlank() && !l.descriptor().equalsIgnoreCase(l.label()))
        .map(l -> Safe.terminal(l.label() + ": " + l.descriptor()))
        .toList();
  }
}
