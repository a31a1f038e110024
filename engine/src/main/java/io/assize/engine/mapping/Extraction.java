package io.assize.engine.mapping;

import io.assize.core.AssizeException;
import io.assize.core.json.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apiguardian.api.API;

/** Applies a mapping to a file: rows of items and answers, and what graders said of them. */
@API(status = API.Status.EXPERIMENTAL)
public final class Extraction {

  /** The column of the item's id. */
  public static final String ID = "id";

  /** The column of the system. */
  public static final String SYSTEM = "system";

  /** The column of the answer. */
  public static final String OUTPUT = "output";

  /** The column of the answer's number. */
  public static final String SAMPLE = "sample";

  /**
   * What rows come from.
   *
   * @param line where it begins, from 1
   * @param root a line, an element, the whole of a file or the head of an archive
   * @param rows the rows themselves where they are apart from the root; empty where the mapping's
   *     {@code rows} leads to them
   */
  public record Origin(int line, Json root, List<Json> rows) {
    public Origin {
      rows = List.copyOf(rows);
    }
  }

  /**
   * One row of items and answers.
   *
   * @param line where it stands
   * @param cells by column: {@link #ID}, {@link #SYSTEM}, {@link #OUTPUT}, {@link #SAMPLE}, {@code
   *     input}, {@code reference}, {@code context}, {@code rubric}, {@code tags}, and the names of
   *     fields
   */
  public record Row(int line, Map<String, String> cells) {}

  /**
   * What a grader said.
   *
   * @param item its id
   * @param system whose answer; empty where two are compared
   * @param sample its number as the file counts
   * @param pair the systems where two are compared, and which was shown first
   * @param rater who said it
   * @param value a label; for a pair a system's name or {@code tie}; empty where there is no
   *     verdict
   * @param reason why
   * @param line where it stands
   */
  public record Said(
      String item,
      Optional<String> system,
      int sample,
      Optional<Compared> pair,
      String rater,
      Optional<String> value,
      Optional<String> reason,
      int line) {}

  /**
   * Two systems.
   *
   * @param a one
   * @param b the other
   * @param first which was shown first: {@code a} or {@code b}
   */
  public record Compared(String a, String b, Optional<String> first) {}

  private final String file;
  private final Mapping mapping;
  private final Scope.Whole whole;
  private final List<Row> rows = new ArrayList<>();
  private final List<Said> said = new ArrayList<>();
  private final SequencedSet<String> unread = new LinkedHashSet<>();
  private final SequencedSet<String> fields = new LinkedHashSet<>();
  private final Map<String, String> ids = new LinkedHashMap<>();
  private final Map<String, Integer> counted = new TreeMap<>();
  private final Map<String, Integer> raters = new TreeMap<>();
  private int without;

  /**
   * Apply a mapping.
   *
   * @param file for errors
   * @param stem its name without folder and ending
   * @param folder the name of the folder that it lies in
   */
  public Extraction(
      String file, String stem, String folder, Mapping mapping, List<Origin> origins) {
    this.file = file;
    this.mapping = mapping;
    this.whole = new Scope.Whole(stem, folder);
    List<Scope> scopes = scopes(origins);
    if (scopes.isEmpty()) {
      throw AssizeException.usage(
          file,
          "is read as " + mapping.name() + ", and holds no row",
          mapping.about(),
          "check what wrote it; --map says how else to read it");
    }
    for (Mapping.Answer a : mapping.answers()) {
      if (a.system() instanceof Value.Differing d) whole.learn(d, scopes);
    }
    for (Scope scope : scopes) row(scope, scope.line());
  }

  private List<Scope> scopes(List<Origin> origins) {
    var scopes = new ArrayList<Scope>();
    for (Origin o : origins) {
      int number = 0;
      for (Json row : rowsOf(o)) {
        scopes.add(new Scope(row, row, o.root(), "", ++number, o.line(), whole));
      }
    }
    for (Walk by : mapping.order().reversed()) {
      scopes.sort(Comparator.comparing(s -> s.number(by)));
    }
    return scopes;
  }

  private List<Json> rowsOf(Origin origin) {
    if (!origin.rows().isEmpty()) return origin.rows();
    if (mapping.rows().isEmpty()) return List.of(origin.root());
    return mapping.rows().stream()
        .map(w -> w.in(origin.root()).stream().map(Walk.Found::value).toList())
        .filter(rows -> !rows.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  /** Return the rows of items and answers. */
  public List<Row> rows() {
    return rows;
  }

  /** Return what graders said. */
  public List<Said> said() {
    return said;
  }

  /** Return the names of what is not read. */
  public SequencedSet<String> unread() {
    return unread;
  }

  /** Return the names of fields, in the order of the file. */
  public SequencedSet<String> fields() {
    return fields;
  }

  /** Return how many answers are missing. */
  public int without() {
    return without;
  }

  private void row(Scope scope, int line) {
    Map<String, String> item = item(scope);
    String id = item.getOrDefault(ID, "");
    mapping.unread().ifPresent(u -> unread(u, scope));
    Optional<Numbered> first = Optional.empty();
    for (Mapping.Answer a : mapping.answers()) {
      Optional<String> system = a.system().of(scope);
      if (system.isEmpty()) continue;
      var of = answer(a, scope, line, item, id, system.get());
      if (first.isEmpty()) first = Optional.of(of);
    }
    if (mapping.answers().isEmpty()) rows.add(new Row(line, item));
    for (Mapping.Score s : mapping.scores()) score(s, scope, line, id, first);
  }

  private record Numbered(String system, int sample) {}

  private Numbered answer(
      Mapping.Answer a, Scope scope, int line, Map<String, String> item, String id, String system) {
    String key = id + "\n" + system;
    boolean again = counted.containsKey(key);
    int sample =
        a.sample()
            .flatMap(v -> v.of(scope))
            .map(t -> number(t, line))
            .orElseGet(() -> a.copies() ? 0 : counted.getOrDefault(key, 0));
    counted.merge(key, 1, Integer::sum);
    var cells = new LinkedHashMap<>(item);
    cells.put(SYSTEM, system);
    cells.put(SAMPLE, String.valueOf(sample));
    Optional<String> output = a.output().of(scope);
    output.ifPresent(o -> cells.put(OUTPUT, o));
    if (output.isEmpty()) without++;
    if (!again || !a.copies()) rows.add(new Row(line, cells));
    return new Numbered(system, sample);
  }

  private int number(String text, int line) {
    if (text.matches("\\d{1,9}")) return Integer.parseInt(text);
    throw AssizeException.usage(
        file + ":" + line,
        "the number of the sample is \"" + text + "\"",
        "a whole number, from 0 or from 1",
        "mend the mapping " + mapping.name());
  }

  private Map<String, String> item(Scope scope) {
    var cells = new LinkedHashMap<String, String>();
    Mapping.Items items = mapping.items();
    id(scope).ifPresent(id -> cells.put(ID, id));
    items.columns().forEach((word, v) -> v.of(scope).ifPresent(t -> cells.put(word, t)));
    items.fields().forEach((name, v) -> v.of(scope).ifPresent(t -> field(cells, name, t)));
    for (Walk walk : items.members()) {
      List<Walk.Found> found = scope.walk(walk);
      if (found.isEmpty()) continue;
      found
          .getFirst()
          .value()
          .members()
          .forEach((name, v) -> JsonText.of(v).ifPresent(t -> field(cells, name, t)));
      break;
    }
    return cells;
  }

  private void field(Map<String, String> cells, String name, String text) {
    if (List.of(ID, SYSTEM, OUTPUT, SAMPLE).contains(name)) return;
    cells.putIfAbsent(name, text);
    fields.add(name);
  }

  private Optional<String> id(Scope scope) {
    Optional<String> id = mapping.items().id().flatMap(v -> v.of(scope));
    for (Walk walk : mapping.items().same()) {
      List<Walk.Found> found = scope.walk(walk);
      if (found.isEmpty()) continue;
      String key = JsonText.written(found.getFirst().value());
      return Optional.of(
          ids.computeIfAbsent(key, k -> id.orElseGet(() -> String.valueOf(ids.size() + 1))));
    }
    return id;
  }

  private void unread(Mapping.Unread what, Scope scope) {
    for (Walk.Found f : scope.walk(what.each())) {
      what.name().of(scope.at(f)).filter(n -> !what.read().contains(n)).ifPresent(unread::add);
    }
  }

  // ---- what graders said

  private void score(
      Mapping.Score score, Scope scope, int line, String id, Optional<Numbered> first) {
    if (score.each().isEmpty()) {
      said(score, scope, line, id, first);
      return;
    }
    Optional<List<String>> only =
        score.only().map(v -> List.of(v.of(scope).orElse("").split("\n\n")));
    for (Walk.Found f : scope.walk(score.each().get())) {
      boolean named = !f.key().isEmpty();
      if (named && (score.except().contains(f.key()) || fieldOfItem(f.key()))) continue;
      if (named && only.filter(o -> !o.contains(f.key())).isPresent()) continue;
      said(score, scope.at(f), line, id, first);
    }
  }

  private boolean fieldOfItem(String name) {
    return fields.contains(name);
  }

  private void said(
      Mapping.Score score, Scope scope, int line, String id, Optional<Numbered> first) {
    Optional<String> word = score.value().of(scope);
    if (word.isEmpty()) return;
    if (score.numbers() && !word.get().matches("[-+]?[0-9.]+([eE][-+]?[0-9]+)?")) return;
    if (id.isEmpty()) throw noId(line);
    Optional<String> label = label(score, word.get()).filter(l -> !l.equals("none"));
    Optional<Compared> pair = score.pair().flatMap(p -> compared(p, scope));
    if (score.pair().isPresent() && pair.isEmpty()) return;
    Optional<String> system =
        pair.isPresent()
            ? Optional.empty()
            : score.system().flatMap(v -> v.of(scope)).or(() -> first.map(Numbered::system));
    String rater = rater(score.rater().of(scope).orElse(mapping.name()), id, system, pair, first);
    said.add(
        new Said(
            id,
            system,
            first.map(Numbered::sample).orElse(0),
            pair,
            rater,
            label.map(l -> pair.map(p -> side(l, p)).orElse(l)),
            score.reason().flatMap(r -> r.of(scope)),
            line));
  }

  /** A grader that speaks twice of one answer is two. */
  private String rater(
      String name,
      String id,
      Optional<String> system,
      Optional<Compared> pair,
      Optional<Numbered> first) {
    String on = String.join("\n", name, id, system.orElse(""), pair.toString(), first.toString());
    int times = raters.merge(on, 1, Integer::sum);
    return times == 1 ? name : name + " " + times;
  }

  private static Optional<Compared> compared(Mapping.Pair pair, Scope scope) {
    return pair.a()
        .of(scope)
        .flatMap(a -> pair.b().of(scope).map(b -> new Compared(a, b, pair.first())))
        .filter(c -> !c.a().equals(c.b()));
  }

  private static String side(String label, Compared pair) {
    return switch (label) {
      case "a" -> pair.a();
      case "b" -> pair.b();
      default -> label;
    };
  }

  /** What a word of the tool means: as it is listed, or by a bound such as {@code <1.5}. */
  private static Optional<String> label(Mapping.Score score, String word) {
    if (score.words().isEmpty()) return Optional.of(word);
    String exact = score.words().get(word);
    if (exact != null) return Optional.of(exact);
    double number;
    try {
      number = Double.parseDouble(word);
    } catch (NumberFormatException e) {
      return score.pair().isPresent() ? Optional.empty() : Optional.of(word);
    }
    for (var e : score.words().entrySet()) {
      if (holds(e.getKey(), number)) return Optional.of(e.getValue());
    }
    return score.pair().isPresent() ? Optional.empty() : Optional.of(word);
  }

  private static boolean holds(String bound, double number) {
    if (!bound.matches("[<>=] ?[-+]?[0-9.]+")) return false;
    double edge = Double.parseDouble(bound.substring(1).strip());
    return switch (bound.charAt(0)) {
      case '<' -> number < edge;
      case '>' -> number > edge;
      default -> number == edge;
    };
  }

  private AssizeException noId(int line) {
    return AssizeException.usage(
        file + ":" + line,
        "a grader's word is about an item without id",
        "an id in each row: " + new TreeSet<>(mapping.items().columns().keySet()),
        "give the mapping " + mapping.name() + " an id, such as id: {digest: input}");
  }
}
