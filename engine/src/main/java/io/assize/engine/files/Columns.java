package io.assize.engine.files;

import io.assize.core.AssizeException;
import io.assize.core.Nearest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Which column of a sheet holds what: by the user's map first, then by the known names. */
final class Columns {

  private final Sheet sheet;
  private final Map<Role, List<Source>> sources;
  private final Map<Role, List<Integer>> indices = new EnumMap<>(Role.class);
  private final Map<Role, List<Integer>> named = new EnumMap<>(Role.class); // without constants
  private final List<Integer> free;

  private Columns(Sheet sheet, Map<Role, List<Source>> sources, List<Integer> free) {
    this.sheet = sheet;
    this.sources = sources;
    this.free = Collections.unmodifiableList(free);
    sources.forEach((role, list) -> {
      List<Integer> all = list.stream().map(this::index).toList();
      indices.put(role, all);
      named.put(role, all.stream().filter(i -> i >= 0).toList());
    });
  }

  /**
   * Tell which column holds what, of the rows that the map wants.
   *
   * @throws AssizeException where it wants none, or as {@link #all} does
   */
  static Columns of(Sheet sheet, ColumnMap map) {
    Columns all = all(sheet, map);
    if (!map.has(Role.ONLY)) return all;
    List<Sheet.Row> wanted = sheet.rows().stream().filter(row -> all.wants(row, map)).toList();
    if (wanted.isEmpty()) {
      throw AssizeException.usage(
          sheet.file(), "holds no row that the map wants", "at least one", "look at only=");
    }
    return new Columns(sheet.with(wanted), all.sources, all.free);
  }

  /** Tell whether the map wants a row: all of its conditions hold. */
  boolean wants(Sheet.Row row, ColumnMap map) {
    return map.get(Role.ONLY).stream().allMatch(only -> holds(row, only));
  }

  private boolean holds(Sheet.Row row, Source only) {
    String text = ((Source.Column) only).name();
    int column = sheet.find(((Source.Column) key(only)).name()).orElseThrow();
    String value = text.substring(text.indexOf(':') + 1);
    return row.cell(column).filter(value::equals).isPresent();
  }

  /**
   * Tell which column holds what, of all rows.
   *
   * @throws AssizeException where the map names a column that is not there, two columns have names
   *     for one thing, or {@code prompt} may be two things
   */
  static Columns all(Sheet sheet, ColumnMap map) {
    var sources = new EnumMap<Role, List<Source>>(Role.class);
    var used = new TreeSet<Integer>();
    for (Role role : Role.values()) {
      if (!map.has(role) || role == Role.ONLY) continue;
      sources.put(role, map.get(role));
      for (Source s : map.get(role)) mapped(sheet, role, s).ifPresent(used::add);
    }
    for (Source s : map.get(Role.ONLY)) mapped(sheet, Role.ONLY, key(s)).ifPresent(used::add);
    var free = new ArrayList<Integer>();
    for (int i = 0; i < sheet.columns().size(); i++) {
      if (used.contains(i)) continue;
      String name = sheet.columns().get(i);
      Optional<Role> role = Role.known(name).filter(r -> !sources.containsKey(r) || !map.has(r));
      if (role.isEmpty()) free.add(i);
      else known(sheet, sources, role.get(), name);
    }
    if (sources.isEmpty() && sheet.columns().size() == 1) throw oneColumn(sheet);
    return new Columns(sheet, sources, free);
  }

  private static void known(Sheet sheet, Map<Role, List<Source>> sources, Role role, String name) {
    List<Source> before = sources.getOrDefault(role, List.of());
    if (!before.isEmpty() && !role.several()) {
      String other = ((Source.Column) before.getFirst()).name();
      throw AssizeException.usage(
          sheet.header().toString(),
          "columns %s and %s may both be the %s"
              .formatted(Quoted.plain(other), Quoted.plain(name), role.word()),
          "one column for it",
          "say which: --map " + role.word() + "=" + Quoted.plain(other));
    }
    var all = new ArrayList<>(before);
    all.add(new Source.Column(name));
    sources.put(role, all);
  }

  /** Return the part of {@code only=kind:pair} that names the column. */
  private static Source key(Source source) {
    if (source instanceof Source.Column c && c.name().contains(":")) {
      return new Source.Column(c.name().substring(0, c.name().indexOf(':')));
    }
    throw AssizeException.usage(
        "--map", "only has no value", "only=COLUMN:VALUE", "for example: --map only=kind:pair");
  }

  private static Optional<Integer> mapped(Sheet sheet, Role role, Source source) {
    if (!(source instanceof Source.Column c)) return Optional.empty();
    Optional<Integer> found = sheet.find(c.name());
    if (found.isPresent()) return found;
    Optional<String> near = Nearest.of(c.name(), sheet.columns());
    throw AssizeException.usage(
        sheet.header().toString(),
        "has no column %s, which --map %s= names".formatted(Quoted.of(c.name()), role.word()),
        Quoted.list(sheet.columns()) + near.map(n -> "; nearest is \"" + n + "\"").orElse(""),
        "name a column of the file");
  }

  private static AssizeException oneColumn(Sheet sheet) {
    return AssizeException.usage(
        sheet.header().toString(),
        "the header is one column, " + Quoted.of(sheet.columns().getFirst()),
        "columns separated by comma, semicolon or tab",
        "save it with one of these separators");
  }

  private int index(Source source) {
    return source instanceof Source.Column c ? sheet.find(c.name()).orElse(-1) : -1;
  }

  /** Refuse a column called {@code prompt} that the map does not explain. */
  Columns promptIsAsked() {
    for (int i : free) {
      if (!Role.normal(name(i)).equals("prompt")) continue;
      throw AssizeException.usage(
          sheet.header().toString(),
          "column " + Quoted.plain(name(i)) + " may hold the input or name a system",
          "one of the two",
          "say which: --map input=%1$s  or  --map system=%1$s".formatted(Quoted.plain(name(i))));
    }
    return this;
  }

  Sheet sheet() {
    return sheet;
  }

  boolean has(Role role) {
    return sources.containsKey(role);
  }

  List<Source> of(Role role) {
    return sources.getOrDefault(role, List.of());
  }

  /** Return the columns that nothing names, in order. */
  List<Integer> free() {
    return free;
  }

  String name(int column) {
    return sheet.columns().get(column);
  }

  /** Return the columns of a role, without constants. */
  List<Integer> indices(Role role) {
    return named.getOrDefault(role, List.of());
  }

  /**
   * Return the text of a role in a row: one column's, or several joined; empty where one of them is
   * empty.
   */
  Optional<String> text(Sheet.Row row, Role role) {
    List<Source> list = of(role);
    if (list.isEmpty()) return Optional.empty();
    List<Integer> at = indices.getOrDefault(role, List.of());
    if (list.size() == 1 && at.getFirst() >= 0) return row.cell(at.getFirst());
    boolean constants = list.stream().anyMatch(s -> s instanceof Source.Constant);
    var out = new StringBuilder();
    for (int i = 0; i < list.size(); i++) {
      if (i > 0 && !constants) out.append('/');
      if (list.get(i) instanceof Source.Constant c) {
        out.append(c.text());
      } else {
        Optional<String> cell = row.cell(at.get(i));
        if (cell.isEmpty()) return Optional.empty();
        out.append(cell.get());
      }
    }
    return Optional.of(out.toString());
  }

  /** Return how a role is told: its columns and constants, joined. */
  String told(Role role) {
    return String.join(
        "+",
        of(role).stream()
            .map(s ->
                switch (s) {
                  case Source.Column c -> Quoted.plain(c.name());
                  case Source.Constant c -> "'" + Quoted.plain(c.text()) + "'";
                })
            .toList());
  }
}
