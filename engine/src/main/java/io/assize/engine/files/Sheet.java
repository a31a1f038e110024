package io.assize.engine.files;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rows with named columns, whatever the file was.
 *
 * @param file as the user named it
 * @param form how the file was read, for the account: {@code semicolons}, {@code JSON lines}
 * @param headerLine where the column names stand; the first line of JSON
 * @param columns their names in order, no two equal
 * @param nested the columns that hold objects or lists of objects, never taken for answers
 * @param rows in the order of the file
 */
record Sheet(
    String file,
    String form,
    int headerLine,
    List<String> columns,
    List<String> nested,
    List<Row> rows) {

  Sheet {
    columns = List.copyOf(columns);
    nested = List.copyOf(nested);
    rows = List.copyOf(rows);
  }

  /** One row: the line where it begins, and a text or nothing for each column. */
  static final class Row {
    private final int line;
    private final @Nullable String[] cells;

    Row(int line, @Nullable String[] cells) {
      this.line = line;
      this.cells = cells;
    }

    int line() {
      return line;
    }

    /** Return what stands in a column; an empty cell of a CSV and a JSON null are nothing. */
    Optional<String> cell(int column) {
      return Optional.ofNullable(cells[column]);
    }
  }

  /** Return it with some of its rows. */
  Sheet with(List<Row> some) {
    return new Sheet(file, form, headerLine, columns, nested, some);
  }

  /** Return how columns are separated, where it is not as the file's name says. */
  Optional<String> unusualForm() {
    return form.equals("semicolons") ? Optional.of("semicolons between columns") : Optional.empty();
  }

  /** Return the place of a row. */
  Place place(Row row) {
    return new Place(file, row.line());
  }

  /** Return the place of the column names. */
  Place header() {
    return new Place(file, headerLine);
  }

  /** Return the column of that name, by its exact name first, then whatever the case. */
  Optional<Integer> find(String name) {
    int exact = columns.indexOf(name);
    if (exact >= 0) return Optional.of(exact);
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).equalsIgnoreCase(name)) return Optional.of(i);
    }
    return Optional.empty();
  }
}
