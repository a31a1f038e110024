package io.assize.engine.files;

import io.assize.core.AssizeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How a sheet holds answers: a column a system, a row an answer, or none. */
sealed interface AnswersShape {

  /**
   * A column for each system.
   *
   * @param columns their places
   * @param fields the places of what is kept beside
   */
  record Wide(List<Integer> columns, List<Integer> fields) implements AnswersShape {}

  /**
   * A row for each answer.
   *
   * @param fields the places of what is kept beside
   */
  record Long(List<Integer> fields) implements AnswersShape {}

  /**
   * One system, whose answers stand in one column.
   *
   * @param role of the column
   * @param fields the places of what is kept beside
   */
  record Single(Role role, List<Integer> fields) implements AnswersShape {}

  /**
   * Items without answers.
   *
   * @param fields the places of what is kept beside
   */
  record Items(List<Integer> fields) implements AnswersShape {}

  /** Tell the shape. */
  static AnswersShape of(Columns columns) {
    List<Integer> free = columns.free();
    List<Integer> systems = columns.indices(Role.SYSTEMS);
    if (!systems.isEmpty()) return new Wide(systems, free);
    if (columns.has(Role.SYSTEM) && !columns.has(Role.OUTPUT)) {
      throw AssizeException.usage(
          columns.sheet().header().toString(),
          "column %s names systems, and no column holds their answers"
              .formatted(columns.told(Role.SYSTEM)),
          "a column called " + String.join(", ", Role.OUTPUT.names()),
          "say which: --map output=COLUMN");
    }
    if (columns.has(Role.SYSTEM)) return new Long(free);
    if (columns.has(Role.OUTPUT)) return new Single(Role.OUTPUT, free);
    if (columns.has(Role.PASSAGE)) return new Single(Role.PASSAGE, free);
    if (promptfooTests(columns)) return new Items(variables(columns));
    List<Integer> sides =
        Stream.of(Role.A, Role.B).flatMap(r -> columns.indices(r).stream()).toList();
    if (sides.size() == 2) return new Wide(sides, free);
    // A map with no systems means that they are named elsewhere.
    List<Integer> answers = columns.has(Role.SYSTEMS) ? List.of() : answers(columns, free);
    var fields = new ArrayList<>(free);
    fields.removeAll(answers);
    return answers.isEmpty() ? new Items(fields) : new Wide(answers, fields);
  }

  /** A file of tests of promptfoo has columns of its own, and variables beside them. */
  static boolean promptfooTests(Columns columns) {
    return columns.sheet().columns().stream().anyMatch(c -> c.startsWith("__"));
  }

  private static List<Integer> variables(Columns columns) {
    return columns.free().stream().filter(i -> !columns.name(i).startsWith("__")).toList();
  }

  /**
   * The columns that have an answer's name as a part of their own ({@code output_1}, {@code
   * v2_answer}), else all that are plain texts.
   */
  private static List<Integer> answers(Columns columns, List<Integer> free) {
    List<Integer> plain =
        free.stream().filter(i -> !columns.sheet().nested().contains(columns.name(i))).toList();
    List<Integer> named = plain.stream().filter(i -> partlyOutput(columns.name(i))).toList();
    return named.isEmpty() ? plain : named;
  }

  private static boolean partlyOutput(String column) {
    String name = Role.normal(column);
    for (String output : Role.OUTPUT.names()) {
      Optional<String> rest =
          name.startsWith(output + "_")
              ? Optional.of(name.substring(output.length() + 1))
              : name.endsWith("_" + output)
                  ? Optional.of(name.substring(0, name.length() - output.length() - 1))
                  : Optional.empty();
      // response_model says who answered, not what.
      if (rest.isPresent()) return Role.known(rest.get()).isEmpty() || rest.get().length() == 1;
    }
    return false;
  }
}
