package io.assize.engine.files;

import io.assize.core.AssizeException;
import io.assize.core.json.Json;
import io.assize.engine.mapping.JsonText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Read JSONL, an array of objects, or an object that holds one such array. */
final class JsonRows {

  /**
   * An object and where it begins.
   *
   * @param file as the user named it
   * @param line from 1
   * @param value an object
   */
  record Located(String file, int line, Json value) {
    String at() {
      return file + ":" + line;
    }
  }

  private JsonRows() {}

  /** Return the lines of JSONL, the elements of an array, or the one object that a file is. */
  static List<Located> roots(SourceText source) {
    String text = source.text();
    int first = firstSolid(text, 0);
    boolean array = text.charAt(first) == '[';
    if (!array && oneByLine(text)) return lines(source);
    Json whole = parse(source.file(), text, 1);
    if (!array) return List.of(new Located(source.file(), 1, whole));
    List<Integer> starts = elementLines(text, first);
    var objects = new ArrayList<Located>();
    for (int i = 0; i < whole.elements().size(); i++) {
      int line = i < starts.size() ? starts.get(i) : 1;
      objects.add(new Located(source.file(), line, whole.elements().get(i)));
    }
    return checked(source.file(), objects);
  }

  /** Return the objects of a file: its roots, or the one list that the one object holds. */
  static List<Located> objects(SourceText source, List<Located> roots) {
    boolean rows = source.text().charAt(firstSolid(source.text(), 0)) == '[';
    if (roots.size() > 1 || rows || oneByLine(source.text())) return roots;
    var objects = new ArrayList<Located>();
    onlyList(source.file(), roots.getFirst().value())
        .elements()
        .forEach(e -> objects.add(new Located(source.file(), 1, e)));
    return checked(source.file(), objects);
  }

  /**
   * Return a table: a column for each member name, and one for each path that was asked for.
   *
   * @param paths names of columns that may be paths; those that are members are ignored
   */
  static Sheet sheet(String file, List<Located> objects, Collection<String> paths) {
    var index = new LinkedHashMap<String, Integer>();
    var nested = new TreeSet<String>();
    for (Located o : objects) {
      o.value()
          .members()
          .forEach((name, value) -> {
            index.putIfAbsent(name, index.size());
            if (JsonText.isNested(value)) nested.add(name);
          });
    }
    Map<String, JsonPath> walks = walks(paths, index);
    var rows = new ArrayList<Sheet.Row>(objects.size());
    for (Located o : objects) rows.add(row(o, index, walks));
    return new Sheet(
        file, "JSON", 1, new ArrayList<>(index.keySet()), new ArrayList<>(nested), rows);
  }

  private static Map<String, JsonPath> walks(Collection<String> paths, Map<String, Integer> index) {
    var walks = new LinkedHashMap<String, JsonPath>();
    for (String path : paths) {
      if (index.containsKey(path)) continue;
      JsonPath.parse(path).filter(p -> p.steps().size() > 1).ifPresent(p -> walks.put(path, p));
    }
    walks.keySet().forEach(path -> index.put(path, index.size()));
    return walks;
  }

  private static Sheet.Row row(
      Located object, Map<String, Integer> index, Map<String, JsonPath> walks) {
    @Nullable String[] cells = new @Nullable String[index.size()];
    object.value().members().forEach((name, value) -> put(cells, index, object, name, value));
    walks.forEach((name, walk) ->
        walk.in(object.value()).ifPresent(value -> put(cells, index, object, name, value)));
    return new Sheet.Row(object.line(), cells);
  }

  private static void put(
      @Nullable String[] cells,
      Map<String, Integer> index,
      Located object,
      String name,
      Json value) {
    String text = JsonText.of(value).orElse(null);
    if (text != null && !JsonText.wellFormed(text)) {
      throw AssizeException.usage(
          object.at(),
          Quoted.plain(name) + " holds half of a surrogate pair",
          "whole characters",
          "the text was cut inside a character: check what wrote it");
    }
    cells[index.getOrDefault(name, 0)] = text;
  }

  private static boolean oneByLine(String text) {
    List<String> lines = text.lines().filter(l -> !l.isBlank()).limit(2).toList();
    if (lines.size() == 1) return true;
    try {
      return Json.parse(lines.getFirst()) instanceof Json.Obj;
    } catch (Json.JsonException e) {
      // The first line ends inside a value; whether a second line makes sense alone decides.
      return parses(lines.get(1));
    }
  }

  private static boolean parses(String line) {
    try {
      return Json.parse(line) instanceof Json.Obj;
    } catch (Json.JsonException e) {
      return false;
    }
  }

  private static List<Located> lines(SourceText source) {
    var objects = new ArrayList<Located>();
    int[] number = {0};
    source
        .text()
        .lines()
        .forEach(line -> {
          number[0]++;
          if (line.isBlank()) return;
          objects.add(new Located(source.file(), number[0], parse(source.file(), line, number[0])));
        });
    return checked(source.file(), objects);
  }

  private static List<Located> checked(String file, List<Located> objects) {
    if (objects.isEmpty()) {
      throw AssizeException.usage(
          file, "is an empty list", "at least one object", "check what wrote it");
    }
    for (Located o : objects) {
      if (o.value() instanceof Json.Obj) continue;
      throw AssizeException.usage(
          o.at(),
          "is " + Quoted.plain(JsonText.of(o.value()).orElse("null")),
          "an object: {\"id\": ..., \"input\": ...}",
          "");
    }
    return objects;
  }

  static Json parse(String file, String text, int line) {
    try {
      return Json.parse(text);
    } catch (Json.JsonException e) {
      throw AssizeException.usage(
          file + ":" + (line + e.line() - 1) + ":" + e.column(),
          "no JSON: " + Quoted.plain(String.valueOf(e.getMessage())),
          "one object a line, or one array of objects",
          "check what wrote it");
    }
  }

  private static Json onlyList(String file, Json whole) {
    List<Json> lists =
        whole.members().values().stream()
            .filter(v -> v.at(0).filter(e -> e instanceof Json.Obj).isPresent())
            .toList();
    if (lists.size() == 1) return lists.getFirst();
    throw AssizeException.usage(
        file,
        "is one JSON object with the members "
            + Quoted.list(whole.members().keySet())
            + (lists.isEmpty() ? ", none of them" : ", more than one of them")
            + " an array of objects",
        "one object a line, an array of objects, or an object that holds one such array",
        "write the rows as JSON lines");
  }

  /** Return the line of each element of the array that begins at a place of valid JSON. */
  private static List<Integer> elementLines(String text, int start) {
    var lines = new ArrayList<Integer>();
    int line = 1;
    int depth = 0;
    boolean expected = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') line++;
      if (i < start || Character.isWhitespace(c)) continue;
      if (depth == 1 && expected && c != ']') {
        lines.add(line);
        expected = false;
      }
      switch (c) {
        case '[', '{' -> {
          depth++;
          if (depth == 1) expected = true;
        }
        case ']', '}' -> depth--;
        case ',' -> expected = depth == 1;
        case '"' -> i = stringEnd(text, i);
        default -> {
          // Numbers and words have no structure.
        }
      }
    }
    return lines;
  }

  private static int stringEnd(String text, int quote) {
    int i = quote + 1;
    while (text.charAt(i) != '"') i += text.charAt(i) == '\\' ? 2 : 1;
    return i;
  }

  static int firstSolid(String text, int from) {
    int i = from;
    while (i < text.length() && Character.isWhitespace(text.charAt(i))) i++;
    return i;
  }
}
