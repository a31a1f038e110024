package io.assize.engine.files;

import io.assize.core.AssizeException;
import io.assize.core.Party;
import io.assize.core.Result;
import io.assize.core.Why;
import io.assize.core.json.Json;
import io.assize.engine.mapping.Extraction;
import io.assize.engine.mapping.Extraction.Said;
import io.assize.engine.mapping.Mapping;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A file that another tool wrote, read by a mapping. */
final class MappedFile {

  private static final List<Role> COLUMNS =
      List.of(
          Role.ITEM,
          Role.INPUT,
          Role.REFERENCE,
          Role.CONTEXT,
          Role.RUBRIC,
          Role.TAGS,
          Role.SYSTEM,
          Role.OUTPUT,
          Role.SAMPLE);

  private final String file;
  private final Mapping mapping;
  private final ColumnMap map;
  private final List<Extraction.Origin> origins;
  private final String folder;

  /**
   * Prepare to read.
   *
   * @param file as the user named it
   * @param path where it lies
   * @param map of which only {@code only} is looked at: {@code rater:NAME}
   * @param origins what its rows come from
   */
  MappedFile(
      String file, Path path, Mapping mapping, ColumnMap map, List<Extraction.Origin> origins) {
    this.file = file;
    this.mapping = mapping;
    this.map = map;
    this.origins = origins;
    Path parent = path.toAbsolutePath().normalize().getParent();
    this.folder =
        parent == null || parent.getFileName() == null ? "" : parent.getFileName().toString();
  }

  /** Return a row of a table as JSON: a text or null for each column. */
  static Json row(Sheet sheet, Sheet.Row row) {
    var object = Json.object();
    for (int i = 0; i < sheet.columns().size(); i++) {
      object.put(sheet.columns().get(i), row.cell(i).map(Json::of).orElseGet(Json.Null::new));
    }
    return object.build();
  }

  boolean hasScores() {
    return !mapping.scores().isEmpty();
  }

  /** Read items, answers, and what the tool's graders said. */
  void answers(Gathering out, boolean first, boolean several) {
    Extraction read = extraction();
    List<Label> said = said(read);
    var told = new ArrayList<String>();
    told.add("read as " + mapping.name());
    if (!items()) {
      said.forEach(out::recorded);
      told.add("graders = " + Quoted.list(graders(said)));
      out.account(new Account(file, Account.count(said.size(), "verdict"), told));
      return;
    }
    SequencedSet<String> systems = new LinkedHashSet<>();
    read.rows()
        .forEach(
            r -> Optional.ofNullable(r.cells().get(Extraction.SYSTEM)).ifPresent(systems::add));
    String renamed = renamed(out, systems);
    Sheet sheet = sheet(read, renamed);
    if (!read.fields().isEmpty()) told.add("fields = " + Quoted.list(read.fields()));
    if (!renamed.isEmpty()) told.add("system = " + Quoted.plain(renamed));
    else if (systems.size() == 1) told.add("system = " + Quoted.plain(systems.getFirst()));
    else if (!systems.isEmpty()) told.add("systems = " + Quoted.list(systems));
    if (!said.isEmpty()) told.add("graders = " + Quoted.list(graders(said)));
    var columns = Columns.of(sheet, columns(sheet, read));
    new AnswersReader(columns, out, first, several).read(told);
    said.stream().map(l -> renamed.isEmpty() ? l : by(l, renamed)).forEach(out::recorded);
    if (!read.unread().isEmpty()) {
      String what = mapping.unread().map(Mapping.Unread::what).orElse("");
      out.note(what + " that are not read: " + Quoted.list(read.unread()));
    }
    if (read.without() > 0 && systems.size() == 1) {
      out.note(
          Account.count(read.without(), "row")
              + " of "
              + Quoted.plain(renamed.isEmpty() ? systems.getFirst() : renamed)
              + " without an answer");
    }
  }

  /** Read what the tool's graders said, as labels. */
  DataFile labels() {
    List<Label> said = said(extraction());
    if (said.isEmpty()) {
      throw AssizeException.usage(
          file,
          "is read as "
              + mapping.name()
              + ", and no grader says anything in it"
              + only().map(o -> " by the name " + Quoted.of(o)).orElse(""),
          "graders: " + Quoted.list(graders(said(extraction(), Optional.empty()))),
          "give a file with scores, or a grader's name by only=rater:NAME");
    }
    var account =
        new Account(
            file,
            Account.count(said.size(), "verdict"),
            List.of("read as " + mapping.name(), "graders = " + Quoted.list(graders(said))));
    return new DataFile(
        List.of(),
        List.of(),
        List.of(),
        said,
        new TreeMap<>(),
        new TreeMap<>(),
        List.of(account),
        List.of());
  }

  private Extraction extraction() {
    return new Extraction(file, SourceText.stem(file), folder, mapping, origins);
  }

  private boolean items() {
    return !mapping.answers().isEmpty() || mapping.items().columns().containsKey("input");
  }

  private static SequencedSet<String> graders(List<Label> said) {
    SequencedSet<String> graders = new LinkedHashSet<>();
    said.forEach(l -> graders.add(l.rater().name()));
    return graders;
  }

  /**
   * A system that is there already by another file of the tool is another one: named by its file.
   */
  private String renamed(Gathering out, SequencedSet<String> systems) {
    boolean one = systems.size() == 1 && out.hasSystem(systems.getFirst());
    String stem = SourceText.stem(file);
    return one && !systems.getFirst().equals(stem) ? systems.getFirst() + " (" + stem + ")" : "";
  }

  private static Label by(Label l, String system) {
    Subject subject =
        l.subject() instanceof Subject.Answer a
            ? new Subject.Answer(system, a.sample())
            : l.subject();
    return new Label(l.item(), subject, l.rater(), l.value(), l.reason(), l.at());
  }

  private Sheet sheet(Extraction read, String renamed) {
    SequencedSet<String> names = new LinkedHashSet<>();
    read.rows().forEach(r -> names.addAll(r.cells().keySet()));
    if (!mapping.answers().isEmpty()) names.add(Extraction.OUTPUT);
    List<String> columns = List.copyOf(names);
    var rows = new ArrayList<Sheet.Row>();
    for (Extraction.Row r : read.rows()) {
      @Nullable String[] cells = new @Nullable String[columns.size()];
      for (int i = 0; i < cells.length; i++) cells[i] = r.cells().get(columns.get(i));
      int system = columns.indexOf(Extraction.SYSTEM);
      if (!renamed.isEmpty() && system >= 0) cells[system] = renamed;
      rows.add(new Sheet.Row(r.line(), cells));
    }
    return new Sheet(file, "JSON", 1, columns, List.of(), rows);
  }

  /** Every column is named, so that nothing is guessed. */
  private static ColumnMap columns(Sheet sheet, Extraction read) {
    ColumnMap map = ColumnMap.none();
    for (Role role : COLUMNS) {
      if (sheet.columns().contains(role.word())) {
        map = map.with(role, new Source.Column(role.word()));
      }
    }
    List<String> known = COLUMNS.stream().map(Role::word).toList();
    Source[] fields =
        read.fields().stream()
            .filter(f -> !known.contains(f))
            .map(Source.Column::new)
            .toArray(Source[]::new);
    return fields.length == 0 ? map : map.with(Role.FIELDS, fields);
  }

  // ---- graders

  private List<Label> said(Extraction read) {
    return said(read, only());
  }

  private List<Label> said(Extraction read, Optional<String> rater) {
    int lowest = read.said().stream().mapToInt(Said::sample).min().orElse(0) == 0 ? 0 : 1;
    var labels = new ArrayList<Label>();
    for (Said s : read.said()) {
      if (rater.isPresent() && !rater.get().equals(s.rater())) continue;
      var at = new Place(file, s.line());
      Result<String> value =
          s.value()
              .map(Result::done)
              .orElseGet(() -> Result.missing(Why.UNREADABLE, "no verdict in " + at));
      labels.add(
          new Label(
              s.item(),
              subject(s, lowest),
              new Party(s.rater(), Party.Kind.FILE),
              value,
              s.reason(),
              at));
    }
    return labels;
  }

  private static Subject subject(Said s, int lowest) {
    if (s.pair().isPresent()) {
      Extraction.Compared p = s.pair().get();
      Subject.Shown shown =
          p.first()
              .map(f -> f.equals("a") ? Subject.Shown.A_FIRST : Subject.Shown.B_FIRST)
              .orElse(Subject.Shown.NOT_TOLD);
      return new Subject.Pair(p.a(), p.b(), shown);
    }
    return s.system()
        .<Subject>map(y -> new Subject.Answer(y, s.sample() - lowest))
        .orElseGet(Subject.Whole::new);
  }

  /** The grader that is wanted, by {@code only=rater:NAME}. */
  private Optional<String> only() {
    for (Source s : map.get(Role.ONLY)) {
      if (s instanceof Source.Column c && c.name().startsWith("rater:")) {
        return Optional.of(c.name().substring("rater:".length()));
      }
    }
    return Optional.empty();
  }
}
