package io.assize.engine.files;

import io.assize.core.AssizeException;
import io.assize.core.Nearest;
import io.assize.engine.mapping.Mappings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/**
 * The user's word on what columns hold, where the names do not say it: {@code
 * input=Frage,systems=v1+v2}.
 *
 * <p>Left of the sign stands what is wanted ({@code id}, {@code input}, {@code reference}, {@code
 * context}, {@code output}, {@code system}, {@code systems}, {@code rater}, {@code raters}, {@code
 * label}, ...), right of it a column, or a path into JSON objects such as {@code
 * messages[-1].content}. {@code +} joins several: for systems, raters, tags and fields each stands
 * for itself; else their texts are joined with {@code /}, so that {@code id=subset+item} is {@code
 * Natural/0}. A text in single quotes stands for itself ({@code rater='GPT-4'}); joined with one,
 * texts follow each other without a sign ({@code system='output_'+shown}). A column whose name
 * holds one of these signs is written in double quotes.
 *
 * <p>A name alone is that of a {@linkplain io.assize.engine.mapping.Mapping mapping}, which says it
 * for all that a tool writes: {@code inspect}, or a file {@code mine.yaml}; in a configuration
 * {@code mapping: mine.yaml}.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class ColumnMap {

  private static final String MAPPING = "mapping";
  private static final ColumnMap NONE = new ColumnMap(new EnumMap<>(Role.class), Optional.empty());

  private final Map<Role, List<Source>> sources;
  private final Optional<String> mapping;

  private ColumnMap(Map<Role, List<Source>> sources, Optional<String> mapping) {
    // An empty map that is no EnumMap cannot be copied as one.
    var copy = new EnumMap<Role, List<Source>>(Role.class);
    copy.putAll(sources);
    this.sources = Collections.unmodifiableMap(copy);
    this.mapping = mapping;
  }

  /** Return the map that says nothing: columns are known by their names. */
  public static ColumnMap none() {
    return NONE;
  }

  /**
   * Read the text of {@code --map}.
   *
   * @throws AssizeException where an entry has no {@code =}, a word is unknown or stands twice, or
   *     a quote is open
   */
  public static ColumnMap parse(String text) {
    var sources = new EnumMap<Role, List<Source>>(Role.class);
    Optional<String> mapping = Optional.empty();
    for (String entry : split(text, ',')) {
      if (mapping.isEmpty() && isMapping(entry)) {
        mapping = Optional.of(entry.strip().replaceFirst("^" + MAPPING + "=", ""));
        continue;
      }
      List<String> sides = split(entry, '=');
      if (sides.size() != 2 || sides.get(0).isBlank() || sides.get(1).isBlank()) {
        throw wrong(
            Quoted.of(entry) + " is no entry",
            "WHAT=COLUMN, with commas between, or the name of a mapping");
      }
      put(sources, sides.get(0).strip(), sides.get(1));
    }
    return new ColumnMap(sources, mapping);
  }

  /** A name alone, or a file, is that of a mapping. */
  private static boolean isMapping(String entry) {
    String word = entry.strip();
    return word.startsWith(MAPPING + "=")
        || word.indexOf('=') < 0 && (Mappings.isFile(word) || Mappings.names().contains(word));
  }

  /** Read a map of words to columns, as it stands in {@code assize.yaml}. */
  public static ColumnMap of(Map<String, String> entries) {
    var sources = new EnumMap<Role, List<Source>>(Role.class);
    entries.forEach((word, columns) -> {
      if (!word.equals(MAPPING)) put(sources, word, columns);
    });
    return new ColumnMap(sources, Optional.ofNullable(entries.get(MAPPING)));
  }

  private static void put(Map<Role, List<Source>> sources, String word, String columns) {
    Role role = Role.ofWord(word).orElseThrow(() -> unknown(word));
    if (sources.containsKey(role)) throw wrong(word + " stands twice", "one entry for each word");
    sources.put(role, split(columns, '+').stream().map(ColumnMap::source).toList());
  }

  private static AssizeException unknown(String word) {
    var words = new ArrayList<>(Role.words());
    words.add(MAPPING);
    Optional<String> near = Nearest.of(word, words);
    return wrong(
        "does not know " + Quoted.of(word),
        String.join(", ", words) + near.map(n -> "; nearest is \"" + n + "\"").orElse(""));
  }

  private static Source source(String text) {
    String s = text.strip();
    if (s.length() >= 2 && s.startsWith("'") && s.endsWith("'")) {
      return new Source.Constant(s.substring(1, s.length() - 1));
    }
    if (s.length() >= 2 && s.startsWith("\"") && s.endsWith("\"")) {
      return new Source.Column(s.substring(1, s.length() - 1));
    }
    if (s.isEmpty()) throw wrong("names an empty column", "WHAT=COLUMN+COLUMN");
    return new Source.Column(s);
  }

  /** Cut at a sign that stands outside quotes. */
  private static List<String> split(String text, char sign) {
    var parts = new ArrayList<String>();
    int start = 0;
    char open = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (open != 0) {
        if (c == open) open = 0;
      } else if (c == '\'' || c == '"') {
        open = c;
      } else if (c == sign) {
        parts.add(text.substring(start, i));
        start = i + 1;
      }
    }
    if (open != 0) throw wrong("has an open quote in " + Quoted.of(text), "quotes in pairs");
    parts.add(text.substring(start));
    return parts;
  }

  private static AssizeException wrong(String found, String allowed) {
    return AssizeException.usage(
        "--map", found, allowed, "for example: --map input=Frage,systems=v1+v2");
  }

  List<Source> get(Role role) {
    return sources.getOrDefault(role, List.of());
  }

  boolean has(Role role) {
    return sources.containsKey(role);
  }

  /** Return it with one more entry, which wins over an earlier one for the same role. */
  ColumnMap with(Role role, Source... source) {
    var all = new EnumMap<Role, List<Source>>(Role.class);
    all.putAll(sources);
    all.put(role, List.of(source));
    return new ColumnMap(all, mapping);
  }

  /** Return the mapping that is named: one that comes with Assize, or a file. */
  public Optional<String> mapping() {
    return mapping;
  }

  /** Return it with the file of the mapping, where it is one, named from elsewhere. */
  public ColumnMap withMappingFile(UnaryOperator<String> name) {
    if (mapping.filter(Mappings::isFile).isEmpty()) return this;
    return new ColumnMap(sources, mapping.map(name));
  }

  /** Tell whether it says what any column holds. */
  boolean namesColumns() {
    return sources.entrySet().stream()
        .anyMatch(e -> e.getKey() != Role.ONLY && !e.getValue().isEmpty());
  }

  /**
   * Return it for items whose systems are named elsewhere: columns that it does not know are fields
   * of the item, where else they would be systems.
   */
  public ColumnMap withoutSystems() {
    return has(Role.SYSTEMS) ? this : with(Role.SYSTEMS);
  }

  /** Return the names of all columns and paths. */
  List<String> columns() {
    return sources.values().stream()
        .flatMap(List::stream)
        .filter(s -> s instanceof Source.Column)
        .map(s -> ((Source.Column) s).name())
        .toList();
  }

  /** Return words and columns, as they stand in {@code assize.yaml}; {@link #of} reads them. */
  public Map<String, String> entries() {
    var entries = new LinkedHashMap<String, String>();
    mapping.ifPresent(m -> entries.put(MAPPING, m));
    sources.forEach((role, list) -> entries.put(role.word(), text(list)));
    return Collections.unmodifiableMap(entries);
  }

  private static String text(List<Source> list) {
    return list.stream()
        .map(s ->
            switch (s) {
              case Source.Column c when c.name().matches("[^,=+'\"]+") -> c.name();
              case Source.Column c -> "\"" + c.name() + "\"";
              case Source.Constant c -> "'" + c.text() + "'";
            })
        .collect(Collectors.joining("+"));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ColumnMap m && m.sources.equals(sources) && m.mapping.equals(mapping);
  }

  @Override
  public int hashCode() {
    return sources.hashCode() * 31 + mapping.hashCode();
  }

  /** Return the text that {@link #parse} reads. */
  @Override
  public String toString() {
    return entries().entrySet().stream()
        .map(e -> e.getKey() + "=" + e.getValue())
        .collect(Collectors.joining(","));
  }
}
