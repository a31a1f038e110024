package io.assize.engine.mapping;

import io.assize.core.json.Json;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * Where a value is looked for.
 *
 * @param here what a walk starts at: the row, or what {@code each} led to
 * @param row the row
 * @param root what the row came from: a line, an element, the whole file
 * @param key the name of the member that {@code each} led to, empty where it led to none
 * @param number the place of the row among those of its root, from 1
 * @param line where the root begins, from 1
 * @param file the whole
 */
@API(status = API.Status.EXPERIMENTAL)
public record Scope(Json here, Json row, Json root, String key, int number, int line, Whole file) {

  List<Walk.Found> walk(Walk walk) {
    return walk.in(
        switch (walk.from()) {
          case HERE -> here;
          case ROW -> row;
          case ROOT -> root;
        });
  }

  /** Return the number at the end of a walk, 0 where there is none. */
  BigDecimal number(Walk walk) {
    return walk(walk).stream()
        .flatMap(f -> f.value().number().stream())
        .findFirst()
        .orElse(BigDecimal.ZERO);
  }

  Scope at(Walk.Found found) {
    return new Scope(found.value(), row, root, found.key(), number, line, file);
  }

  /** What is known of a whole file: its name, and how its columns differ. */
  static final class Whole {

    private static final int LONGEST_NAME = 40;

    private final String stem;
    private final String folder;
    private final Map<Value.Differing, Map<String, String>> names = new LinkedHashMap<>();

    Whole(String stem, String folder) {
      this.stem = stem;
      this.folder = folder;
    }

    String stem() {
      return stem;
    }

    String folder() {
      return folder;
    }

    Optional<String> name(Value.Differing of, String number) {
      return Optional.ofNullable(names.getOrDefault(of, Map.of()).get(number));
    }

    /** Name each numbered column by those of its parts in which columns differ. */
    void learn(Value.Differing of, List<Scope> rows) {
      var columns = new LinkedHashMap<String, Map<String, String>>();
      for (Scope row : rows) {
        String number = of.number().of(row).orElse("0");
        columns.computeIfAbsent(number, n -> parts(of, row, n));
      }
      var named = new LinkedHashMap<String, String>();
      columns.forEach((number, parts) -> {
        String name = String.join(" | ", telling(of, columns).stream().map(parts::get).toList());
        named.put(number, named.containsValue(name) ? name + " " + number : name);
      });
      names.put(of, named);
    }

    private static Map<String, String> parts(Value.Differing of, Scope row, String number) {
      var parts = new LinkedHashMap<String, String>();
      of.parts()
          .forEach((noun, value) ->
              parts.put(noun, value.of(row).flatMap(Whole::asName).orElse(noun + " " + number)));
      return parts;
    }

    /** A text that is too long for a name is called by what stands before its first colon. */
    private static Optional<String> asName(String text) {
      int colon = text.indexOf(": ");
      String name = text.length() > LONGEST_NAME && colon > 0 ? text.substring(0, colon) : text;
      boolean fit = name.length() <= LONGEST_NAME && !name.isBlank() && !name.contains("\n");
      return fit ? Optional.of(name) : Optional.empty();
    }

    /** The parts in which columns differ; the last one where they differ in none. */
    private static List<String> telling(
        Value.Differing of, Map<String, Map<String, String>> columns) {
      List<String> nouns = List.copyOf(of.parts().keySet());
      List<String> differ =
          nouns.stream()
              .filter(n -> columns.values().stream().map(p -> p.get(n)).distinct().count() > 1)
              .toList();
      return differ.isEmpty() ? List.of(nouns.getLast()) : differ;
    }
  }
}
