package io.assize.report;

import io.assize.core.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * A table for any form of output. Cells hold texts as they are: each form makes them harmless for
 * its place.
 *
 * @param title what it shows; unique among the tables of a report
 * @param columns heads of the columns
 * @param rows as many cells each
 */
@API(status = API.Status.EXPERIMENTAL)
public record Table(String title, List<String> columns, List<List<Cell>> rows) {

  public Table {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<Cell> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            title + ": a row of " + row.size() + " cells under " + columns.size() + " columns");
      }
    }
  }

  /**
   * One cell.
   *
   * @param text what it says
   * @param shows the cases behind it, as the page's filter has it; empty where it has none
   */
  public record Cell(String text, Optional<Json> shows) {

    /** Make a cell without cases behind it. */
    public static Cell of(String text) {
      return new Cell(text, Optional.empty());
    }
  }

  /** Make a table of texts. */
  public static Table of(String title, List<String> columns, List<List<String>> rows) {
    return new Table(
        title, columns, rows.stream().map(r -> r.stream().map(Cell::of).toList()).toList());
  }

  /** Return CSV lines with a header. */
  public List<String> csv() {
    var lines = new ArrayList<String>();
    lines.add(line(columns));
    for (List<Cell> row : rows) lines.add(line(row.stream().map(Cell::text).toList()));
    return lines;
  }

  private static String line(List<String> cells) {
    return String.join(",", cells.stream().map(Safe::csv).toList());
  }

  /** Return lines of Markdown. */
  public List<String> markdown() {
    var lines = new ArrayList<String>();
    lines.add(bars(columns));
    lines.add("|" + " --- |".repeat(columns.size()));
    for (List<Cell> row : rows) lines.add(bars(row.stream().map(Cell::text).toList()));
    return lines;
  }

  private static String bars(List<String> cells) {
    return "| " + String.join(" | ", cells.stream().map(Safe::markdown).toList()) + " |";
  }
}
