package io.assize.engine.label;

import io.assize.core.AssizeException;
import io.assize.core.Candidate;
import io.assize.core.Item;
import io.assize.core.scale.Outcome;
import io.assize.core.scale.Scale;
import io.assize.engine.files.DataFile;
import io.assize.engine.files.FilledSheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.apiguardian.api.API;

/**
 * Reads what a person wrote into a sheet: rows that the run knows, words that are allowed, and
 * texts that are still those of the run, so that a sheet of another run or a column that was sorted
 * alone is told and not believed.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class SheetReader {

  private static final int COMPARED = 60;
  private static final int ENOUGH = 8;

  private final Draws draws;
  private final TreeMap<String, Candidate> candidates = new TreeMap<>();
  private final Function<String, Optional<Scale>> scales;

  /**
   * Prepare.
   *
   * @param draws of the run
   * @param data of the run
   * @param scales the scale on which a judge grades, by the judge's name
   */
  public SheetReader(Draws draws, DataFile data, Function<String, Optional<Scale>> scales) {
    this.draws = draws;
    this.scales = scales;
    data.candidates().forEach(c -> candidates.put(c.key(), c));
  }

  /**
   * Read the labels of a sheet; rows without a word are left out.
   *
   * @param sheet filled in
   * @param person who filled it in
   * @throws AssizeException where a row is unknown, another one than the run's, or its word is not
   *     allowed, with file, line and row
   */
  public List<SheetLabel> read(FilledSheet sheet, String person) {
    var labels = new ArrayList<SheetLabel>();
    for (FilledSheet.Row row : sheet.rows()) {
      Draw.Row drawn = draws.row(row.number()).orElseThrow(() -> unknown(row));
      same(row, drawn);
      if (row.label().isEmpty()) continue;
      String value =
          drawn.shown().size() == 2 ? side(row, drawn) : level(row, judge(drawn.number()));
      labels.add(
          new SheetLabel(
              person,
              drawn.number(),
              drawn.item(),
              drawn.shown(),
              value,
              row.note(),
              row.at().file(),
              row.at().line()));
    }
    return labels;
  }

  private AssizeException unknown(FilledSheet.Row row) {
    String allowed =
        draws.lastRow() == 0
            ? "no row was drawn yet: assize label RUN --sample 30 --csv sheet.csv"
            : "rows 1 to " + draws.lastRow();
    return AssizeException.usage(
        row.at().toString(),
        "row " + row.number() + " is in no sheet of this run",
        allowed,
        "check that the sheet was drawn from this run");
  }

  private String judge(int row) {
    return draws.all().stream()
        .filter(d -> d.rows().stream().anyMatch(r -> r.number() == row))
        .findFirst()
        .map(Draw::judge)
        .orElse("");
  }

  private static String side(FilledSheet.Row row, Draw.Row drawn) {
    return switch (row.label().orElse("").toLowerCase(Locale.ROOT)) {
      case "left" -> drawn.shown().get(0);
      case "right" -> drawn.shown().get(1);
      case "tie" -> SheetLabel.TIE;
      default -> throw wrong(row, "left, right or tie");
    };
  }

  private String level(FilledSheet.Row row, String judge) {
    String word = row.label().orElse("");
    Optional<Double> number = number(word);
    return switch (scales.apply(judge).orElse(new Scale.Real(0, 1))) {
      case Scale.Levels levels -> {
        Optional<String> named =
            levels.levels().stream()
                .map(Scale.Level::label)
                .filter(l -> l.equalsIgnoreCase(word))
                .findFirst();
        Optional<Outcome> at = number.flatMap(levels::at);
        yield named
            .or(() ->
                at.filter(o -> o instanceof Outcome.Level)
                    .map(o -> levels.levels().get(((Outcome.Level) o).index()).label()))
            .orElseThrow(() ->
                wrong(
                    row,
                    String.join(", ", levels.levels().stream().map(Scale.Level::label).toList())));
      }
      case Scale.Real real ->
          number
              .filter(x -> x >= real.low() && x <= real.high())
              .map(String::valueOf)
              .orElseThrow(() -> wrong(row, "a number from " + real.low() + " to " + real.high()));
      default -> word;
    };
  }

  private static Optional<Double> number(String word) {
    try {
      double number = Double.parseDouble(word.replace(',', '.'));
      return Double.isFinite(number) ? Optional.of(number) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static AssizeException wrong(FilledSheet.Row row, String allowed) {
    String word = row.label().orElse("");
    String shown = word.length() <= 40 ? word : word.substring(0, 37) + "...";
    return AssizeException.usage(
        row.at().toString(),
        "row %d says \"%s\" in the column %s".formatted(row.number(), shown, row.column()),
        allowed,
        "write one of them; leave it empty where nothing can be said");
  }

  // ---- is it the row that the run means

  private void same(FilledSheet.Row row, Draw.Row drawn) {
    List<Candidate> shown = drawn.shown().stream().map(k -> candidate(k, row)).toList();
    boolean pair = shown.size() == 2;
    compare(row, "input", shown.getFirst().item().field(Item.INPUT).orElse(""));
    compare(row, pair ? "left" : "answer", shown.getFirst().text());
    if (pair) compare(row, "right", shown.get(1).text());
  }

  private Candidate candidate(String key, FilledSheet.Row row) {
    Candidate found = candidates.get(key);
    if (found != null) return found;
    throw AssizeException.usage(
        row.at().toString(),
        "row " + row.number() + " is about an answer that the run does not hold any more",
        "the items and answers that the rows were drawn from",
        "remove the row, or bring the items back");
  }

  /**
   * Programs change numbers, dates, quotes and letters with accents; plain letters stay. Texts with
   * few of them are not compared.
   */
  private static void compare(FilledSheet.Row row, String column, String text) {
    String cell = row.shown().get(column);
    if (cell == null || cell.isBlank()) return;
    String expected = letters(text);
    // What moves a cursor or hides is written out in a sheet, letters and all.
    boolean hidden =
        text.chars().anyMatch(c -> Character.getType(c) == Character.FORMAT || isControl(c));
    if (expected.length() < ENOUGH || hidden) return;
    if (letters(cell).startsWith(expected)) return;
    throw AssizeException.usage(
        row.at().toString(),
        "row %d has another text in the column %s than this run".formatted(row.number(), column),
        "the sheet as it was drawn from this run",
        "sort whole rows only; check that the sheet belongs to the run");
  }

  private static boolean isControl(int c) {
    return Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t';
  }

  private static String letters(String text) {
    var letters = new StringBuilder();
    for (int i = 0; i < text.length() && letters.length() < COMPARED; i++) {
      char c = text.charAt(i);
      if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') letters.append(Character.toLowerCase(c));
    }
    return letters.toString();
  }
}
