package io.assize.engine.files;

import io.assize.core.AssizeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Read CSV and TSV; comma, semicolon or tab is found by the header. */
final class Delimited {

  private static final char[] SEPARATORS = {',', ';', '\t'};

  private Delimited() {}

  /**
   * Read a table with column names in its first row.
   *
   * <p>An unnamed column (a written index, the empty end of a row of a spreadsheet) is left out.
   * Rows without any text are left out. A line {@code sep=;} above the header, as Excel writes it,
   * is obeyed.
   *
   * @throws AssizeException where a quote or a row is malformed, two columns have one name, or no
   *     row stands below the header
   */
  static Sheet read(SourceText source) {
    Optional<Character> told = told(source.text());
    char separator = told.orElseGet(() -> separator(source));
    var parser = new DelimitedParser(source, separator);
    if (told.isPresent()) parser.next();
    DelimitedParser.Cells header = firstRow(parser, source.file());
    List<Integer> kept = named(header.cells());
    List<String> columns = names(source.file(), header, kept);
    List<Sheet.Row> rows = rows(source.file(), parser, header.cells().size(), kept);
    if (rows.isEmpty()) {
      throw AssizeException.usage(
          source.file() + ":" + header.line(),
          "there is a header and no row below it",
          "at least one row",
          "check what wrote it");
    }
    return new Sheet(source.file(), form(separator), header.line(), columns, List.of(), rows);
  }

  private static Optional<Character> told(String text) {
    if (!text.regionMatches(true, 0, "sep=", 0, 4) || text.length() < 6) return Optional.empty();
    char after = text.charAt(5);
    return after == '\n' || after == '\r' ? Optional.of(text.charAt(4)) : Optional.empty();
  }

  /** Return the separator that makes most columns of the header; the comma where none makes any. */
  private static char separator(SourceText source) {
    char best = SEPARATORS[0];
    int most = 0;
    for (char candidate : SEPARATORS) {
      int columns = columns(source, candidate);
      if (columns > most) {
        most = columns;
        best = candidate;
      }
    }
    return best;
  }

  private static int columns(SourceText source, char separator) {
    var parser = new DelimitedParser(source, separator);
    try {
      return firstRow(parser, source.file()).cells().size();
    } catch (AssizeException e) {
      // With this separator a quote does not close where it should: it is another one.
      return 0;
    }
  }

  private static DelimitedParser.Cells firstRow(DelimitedParser parser, String file) {
    Optional<DelimitedParser.Cells> row = parser.next();
    while (row.isPresent() && row.get().cells().stream().allMatch(String::isBlank)) {
      row = parser.next();
    }
    return row.orElseThrow(() ->
        AssizeException.usage(
            file, "is empty", "a header line and at least one row", "check what wrote it"));
  }

  private static List<Integer> named(List<String> header) {
    var kept = new ArrayList<Integer>();
    for (int i = 0; i < header.size(); i++) if (!header.get(i).isBlank()) kept.add(i);
    return kept;
  }

  private static List<String> names(String file, DelimitedParser.Cells header, List<Integer> kept) {
    var names = new ArrayList<String>();
    for (int column : kept) {
      String name = header.cells().get(column).strip();
      int before = names.indexOf(name);
      if (before >= 0) {
        throw AssizeException.usage(
            file + ":" + header.line(),
            "columns %d and %d are both called %s"
                .formatted(kept.get(before) + 1, column + 1, Quoted.of(name)),
            "one name for each column",
            "rename one of them");
      }
      names.add(name);
    }
    return names;
  }

  private static List<Sheet.Row> rows(
      String file, DelimitedParser parser, int width, List<Integer> kept) {
    var rows = new ArrayList<Sheet.Row>();
    var ragged = new ArrayList<DelimitedParser.Cells>();
    for (var row = parser.next(); row.isPresent(); row = parser.next()) {
      List<String> cells = row.get().cells();
      if (empty(cells, 0)) continue;
      if (!fits(cells, width)) ragged.add(row.get());
      else if (ragged.isEmpty()) rows.add(row(row.get(), kept));
    }
    if (!ragged.isEmpty()) throw ragged(file, ragged, width);
    return rows;
  }

  private static boolean fits(List<String> cells, int width) {
    if (cells.size() < width) return false;
    return empty(cells, width);
  }

  private static boolean empty(List<String> cells, int from) {
    for (int i = from; i < cells.size(); i++) if (!cells.get(i).isEmpty()) return false;
    return true;
  }

  private static Sheet.Row row(DelimitedParser.Cells cells, List<Integer> kept) {
    @Nullable String[] values = new @Nullable String[kept.size()];
    for (int i = 0; i < values.length; i++) {
      String cell = cells.cells().get(kept.get(i));
      values[i] = cell.isEmpty() ? null : cell;
    }
    return new Sheet.Row(cells.line(), values);
  }

  private static AssizeException ragged(String file, List<DelimitedParser.Cells> rows, int width) {
    DelimitedParser.Cells first = rows.getFirst();
    int found = first.cells().size();
    List<Integer> others =
        rows.subList(1, rows.size()).stream().map(DelimitedParser.Cells::line).toList();
    return AssizeException.usage(
        file + ":" + first.line(),
        "%d %s where the header has %d%s"
            .formatted(
                found,
                found == 1 ? "cell" : "cells",
                width,
                others.isEmpty() ? "" : "; so in " + Quoted.lines(others)),
        width + " cells in each row",
        found > width
            ? "put quotes around a cell that holds the separator"
            : "write the empty cells too, or close the quotes of a cell that holds line ends");
  }

  private static String form(char separator) {
    return switch (separator) {
      case ',' -> "commas";
      case ';' -> "semicolons";
      case '\t' -> "tabs";
      default -> "separated by " + separator;
    };
  }
}
