package io.assize.engine.files;

import io.assize.core.AssizeException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apiguardian.api.API;

/**
 * A sheet that Assize wrote and a person filled in, after whatever a spreadsheet program did to it:
 * commas, semicolons or tabs, a byte order mark, rows in another order, columns that were added or
 * removed, empty ends of rows cut off. Rows that begin with {@code #} are the guidelines.
 *
 * @param file as the user named it
 * @param rows in the order of the file
 */
@API(status = API.Status.EXPERIMENTAL)
public record FilledSheet(String file, List<Row> rows) {

  /** The column that says which row of the run it is. */
  public static final String ROW = "row";

  /** The column for the label of a pair. */
  public static final String BETTER = "better";

  /** The column for the label of a single answer. */
  public static final String LABEL = "label";

  /** The column for a word on why. */
  public static final String NOTE = "note";

  /** With what a row of guidelines begins. */
  public static final String GUIDELINE = "#";

  private static final char[] SEPARATORS = {',', ';', '\t'};

  public FilledSheet {
    rows = List.copyOf(rows);
  }

  /**
   * One row.
   *
   * @param number of the row in the sheets of the run
   * @param column that holds the label
   * @param label the word, empty where nothing was said
   * @param note a word on why
   * @param shown what stands in the other columns, by their names in small letters
   * @param at where it stands
   */
  public record Row(
      int number,
      String column,
      Optional<String> label,
      Optional<String> note,
      SortedMap<String, String> shown,
      Place at) {
    public Row {
      shown = Collections.unmodifiableSortedMap(new TreeMap<>(shown));
    }
  }

  /**
   * Read a sheet.
   *
   * @param path of the file
   * @param named how the user named it
   * @throws AssizeException where it is none, or a row has no number or stands twice
   */
  public static FilledSheet read(Path path, String named) {
    SourceText source = source(path, named);
    List<DelimitedParser.Cells> best = List.of();
    AssizeException broken = null;
    for (char separator : SEPARATORS) {
      try {
        List<DelimitedParser.Cells> rows = rows(source, separator);
        if (width(rows) > width(best)) best = rows;
      } catch (AssizeException e) {
        // With another separator its quotes may close where they should.
        broken = e;
      }
    }
    if (best.isEmpty() && broken != null) throw broken;
    return new FilledSheet(source.file(), read(source.file(), best));
  }

  /** Excel writes the encoding of its country unless told otherwise: labels survive that. */
  private static SourceText source(Path path, String file) {
    byte[] bytes = SourceText.bytes(path);
    BinaryForm.of(bytes, path)
        .ifPresent(form -> {
          throw form.refusal(path);
        });
    try {
      return SourceText.decode(file, bytes);
    } catch (AssizeException e) {
      String text = new String(bytes, Charset.forName("windows-1252"));
      if (text.indexOf('\0') >= 0 || text.isBlank()) throw e;
      return new SourceText(file, text);
    }
  }

  private static List<DelimitedParser.Cells> rows(SourceText source, char separator) {
    var parser = new DelimitedParser(source, separator);
    var rows = new ArrayList<DelimitedParser.Cells>();
    for (var row = parser.next(); row.isPresent(); row = parser.next()) {
      List<String> cells = row.get().cells();
      boolean empty = cells.stream().allMatch(String::isBlank);
      if (!empty && !cells.getFirst().strip().startsWith(GUIDELINE)) rows.add(row.get());
    }
    return rows;
  }

  private static int width(List<DelimitedParser.Cells> rows) {
    return rows.isEmpty() ? 0 : rows.getFirst().cells().size();
  }

  private static List<Row> read(String file, List<DelimitedParser.Cells> rows) {
    if (rows.isEmpty()) {
      throw AssizeException.usage(
          file, "holds no row", "a sheet that assize label wrote", "check the name");
    }
    List<String> names =
        rows.getFirst().cells().stream().map(c -> c.strip().toLowerCase(Locale.ROOT)).toList();
    String column = names.contains(BETTER) ? BETTER : LABEL;
    if (!names.contains(ROW) || !names.contains(column)) {
      throw AssizeException.usage(
          file + ":" + rows.getFirst().line(),
          "is no sheet of assize label: its columns are " + Quoted.list(names),
          "a column row and a column better or label",
          "give labels of another form by: assize judge ... --labels " + Quoted.plain(file));
    }
    var read = new ArrayList<Row>();
    var seen = new TreeMap<Integer, Integer>();
    for (DelimitedParser.Cells cells : rows.subList(1, rows.size())) {
      Row row = row(file, names, column, cells);
      Integer before = seen.putIfAbsent(row.number(), row.at().line());
      if (before != null) {
        throw AssizeException.usage(
            row.at().toString(),
            "row %d stands here a second time, first in line %d".formatted(row.number(), before),
            "each row once",
            "remove the one that does not count");
      }
      read.add(row);
    }
    return read;
  }

  private static Row row(
      String file, List<String> names, String column, DelimitedParser.Cells cells) {
    var at = new Place(file, cells.line());
    var all = new TreeMap<String, String>();
    for (int i = 0; i < names.size() && i < cells.cells().size(); i++) {
      if (!names.get(i).isEmpty()) all.putIfAbsent(names.get(i), cells.cells().get(i));
    }
    String number = all.getOrDefault(ROW, "").strip();
    // A spreadsheet may have made 7 into 7.0 or 7,00.
    if (!number.matches("\\d{1,7}([.,]0+)?")) {
      throw AssizeException.usage(
          at.toString(),
          "row is " + Quoted.of(number),
          "the number that stood there",
          "write it again, or remove the row");
    }
    return new Row(
        Integer.parseInt(number.replaceFirst("[.,].*", "")),
        column,
        said(all, column),
        said(all, NOTE),
        all,
        at);
  }

  private static Optional<String> said(SortedMap<String, String> all, String column) {
    return Optional.ofNullable(all.get(column)).map(String::strip).filter(s -> !s.isEmpty());
  }

  /** Return the name of the file without folder and ending. */
  public String stem() {
    return SourceText.stem(file);
  }
}
