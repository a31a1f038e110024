package io.assize.engine.files;

import io.assize.core.AssizeException;
import io.assize.core.Item;
import io.assize.core.Party;
import io.assize.core.Result;
import io.assize.core.json.Json;
import io.assize.engine.mapping.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/** Read items, answers and the labels that stand beside them from one sheet. */
final class AnswersReader {

  private static final int LONGEST_ID = 64;
  private static final List<String> RESERVED =
      List.of(Item.INPUT, Item.REFERENCE, Item.CONTEXT, "passage");

  private final Gathering out;
  private final Columns columns;
  private final Sheet sheet;
  private final AnswersShape shape;
  private final boolean first;
  private final boolean joined;
  private final boolean tests;
  private final SequencedSet<String> ignored = new LinkedHashSet<>();
  private final int lowestSample;

  /**
   * Prepare to read.
   *
   * @param columns what holds what
   * @param out where it goes
   * @param first whether this file may define items without an input
   * @param several whether other files are joined with it
   */
  AnswersReader(Columns columns, Gathering out, boolean first, boolean several) {
    this.columns = columns.promptIsAsked();
    this.sheet = columns.sheet();
    this.out = out;
    this.first = first;
    this.shape = AnswersShape.of(columns);
    this.tests = AnswersShape.promptfooTests(columns);
    this.joined = several || shape instanceof AnswersShape.Long;
    this.lowestSample = lowestSample();
  }

  /** Read all rows. */
  void read() {
    read(told());
  }

  /**
   * Read all rows.
   *
   * @param told how the file was read
   */
  void read(List<String> told) {
    if (joined && !columns.has(Role.ITEM) && !columns.has(Role.INPUT)) throw noId();
    int before = out.items();
    int different = 0;
    List<Integer> kept = kept();
    int number = 0;
    for (Sheet.Row row : sheet.rows()) {
      number++;
      String id = id(row, number);
      Place at = sheet.place(row);
      boolean once = !(shape instanceof AnswersShape.Long) && !columns.has(Role.SAMPLE);
      if (!out.knows(id) && !first && !columns.has(Role.INPUT)) {
        throw out.unknownItem(id, at, "answers");
      }
      boolean again = out.item(id, at);
      if (again && once) throw twice(id, at);
      if (!again) different++;
      fields(id, row, kept, at);
      answers(id, row, at);
    }
    allEmpty();
    if (!ignored.isEmpty()) out.note("assertions that are not read: " + Quoted.list(ignored));
    labels();
    names();
    int items = first ? out.items() - before : different;
    out.account(new Account(sheet.file(), Account.count(items, "item"), told));
  }

  /** A column without one answer is no system that has none, but a wrong guess or a broken file. */
  private void allEmpty() {
    List<Integer> answers =
        switch (shape) {
          case AnswersShape.Wide w -> w.columns();
          case AnswersShape.Long l -> columns.indices(Role.OUTPUT);
          case AnswersShape.Single s -> columns.indices(s.role());
          case AnswersShape.Items i -> List.of();
        };
    for (int column : answers) {
      if (sheet.rows().stream().anyMatch(row -> row.cell(column).isPresent())) continue;
      throw AssizeException.usage(
          sheet.header().toString(),
          "column %s holds no answer in any of %s"
              .formatted(
                  Quoted.plain(columns.name(column)), Account.count(sheet.rows().size(), "row")),
          "an answer in at least one row",
          "remove the column, or name the right ones: --map systems=COLUMN+COLUMN");
    }
  }

  private AssizeException noId() {
    return AssizeException.usage(
        sheet.header().toString(),
        "no column is an id and none is an input: rows cannot be joined",
        "a column called " + String.join(", ", Role.ITEM.names()),
        "say which: --map id=COLUMN");
  }

  private AssizeException twice(String id, Place at) {
    return AssizeException.usage(
        at.toString(),
        "id %s stands in line %d too".formatted(Quoted.of(id), firstLine(id)),
        "one row for each id",
        "mend the id, or number the answers in a column called sample");
  }

  private int firstLine(String id) {
    int number = 0;
    for (Sheet.Row row : sheet.rows()) if (id(row, ++number).equals(id)) return row.line();
    return 0;
  }

  private String id(Sheet.Row row, int number) {
    if (columns.has(Role.ITEM)) {
      return columns
          .text(row, Role.ITEM)
          .filter(id -> !id.isBlank())
          .orElseThrow(() ->
              AssizeException.usage(
                  sheet.place(row).toString(),
                  "has no id: " + columns.told(Role.ITEM) + " is empty",
                  "an id in each row",
                  "fill it, or remove the row"));
    }
    Optional<String> pair = passageId(row);
    if (pair.isPresent()) return pair.get();
    if (!joined) return String.valueOf(number);
    return out.numberOf(columns.text(row, Role.INPUT).orElse(""));
  }

  /** A query and a passage that are ids themselves make the item's id. */
  private Optional<String> passageId(Sheet.Row row) {
    if (!columns.has(Role.PASSAGE)) return Optional.empty();
    Optional<String> query = columns.text(row, Role.INPUT).filter(AnswersReader::isId);
    Optional<String> passage = columns.text(row, Role.PASSAGE).filter(AnswersReader::isId);
    return query.flatMap(q -> passage.map(p -> q + "/" + p));
  }

  private static boolean isId(String text) {
    return text.length() <= LONGEST_ID && text.chars().noneMatch(Character::isWhitespace);
  }

  private void fields(String id, Sheet.Row row, List<Integer> kept, Place at) {
    columns.text(row, Role.INPUT).ifPresent(v -> out.field(id, Item.INPUT, v, at));
    columns.text(row, Role.REFERENCE).ifPresent(v -> reference(id, v, at));
    columns.text(row, Role.CONTEXT).ifPresent(v -> out.field(id, Item.CONTEXT, v, at));
    columns.text(row, Role.PASSAGE).ifPresent(v -> out.field(id, "passage", v, at));
    columns.text(row, Role.RUBRIC).ifPresent(v -> out.rubric(id, v));
    columns.text(row, Role.ROOT).ifPresent(v -> out.root(id, v));
    if (columns.has(Role.PASSAGE) && !columns.has(Role.ROOT)) {
      columns.text(row, Role.INPUT).ifPresent(v -> out.root(id, v));
    }
    for (int column : columns.indices(Role.TAGS)) {
      row.cell(column).ifPresent(v -> tags(id, v));
    }
    for (int column : kept) {
      row.cell(column).ifPresent(v -> out.field(id, columns.name(column), v, at));
    }
    if (tests && !columns.has(Role.INPUT)) out.field(id, Item.INPUT, variables(row), at);
  }

  private void reference(String id, String text, Place at) {
    if (!tests) {
      out.field(id, Item.REFERENCE, text, at);
      return;
    }
    var expected = PromptfooExpected.ofCell(text);
    if (!expected.into(out, id, at)) ignored.add(expected.text());
  }

  private String variables(Sheet.Row row) {
    var vars = Json.object();
    kept().forEach(c -> row.cell(c).ifPresent(v -> vars.put(columns.name(c), v)));
    return JsonText.lines(vars.build()).orElse("");
  }

  private void tags(String id, String cell) {
    for (String tag : cell.split("[,;|\\n]")) if (!tag.isBlank()) out.tag(id, tag.strip());
  }

  /** The columns that are kept as fields under their own names, where these are free. */
  private List<Integer> kept() {
    return beside().stream().filter(c -> !RESERVED.contains(columns.name(c))).toList();
  }

  private List<Integer> beside() {
    var kept = new ArrayList<Integer>(columns.indices(Role.FIELDS));
    kept.addAll(columns.indices(Role.TAGS));
    kept.addAll(
        switch (shape) {
          case AnswersShape.Wide w -> w.fields();
          case AnswersShape.Long l -> l.fields();
          case AnswersShape.Single s -> s.fields();
          case AnswersShape.Items i -> i.fields();
        });
    return kept;
  }

  private void answers(String id, Sheet.Row row, Place at) {
    int sample = sample(row);
    switch (shape) {
      case AnswersShape.Wide w -> {
        for (int column : w.columns()) {
          String system = columns.name(column);
          out.system(system);
          row.cell(column).ifPresent(text -> out.answer(id, system, sample, text, at));
        }
      }
      case AnswersShape.Long l -> {
        String system = system(row);
        out.system(system);
        columns.text(row, Role.OUTPUT).ifPresent(v -> out.answer(id, system, sample, v, at));
      }
      case AnswersShape.Single s -> {
        out.system(single());
        columns.text(row, s.role()).ifPresent(v -> out.answer(id, single(), sample, v, at));
      }
      case AnswersShape.Items i -> {
        // Nothing is answered yet.
      }
    }
  }

  private String single() {
    return SourceText.stem(sheet.file());
  }

  private String system(Sheet.Row row) {
    return columns
        .text(row, Role.SYSTEM)
        .filter(s -> !s.isBlank())
        .orElseThrow(() ->
            AssizeException.usage(
                sheet.place(row).toString(),
                "names no system: " + columns.told(Role.SYSTEM) + " is empty",
                "a system in each row",
                "fill it, or remove the row"));
  }

  private int sample(Sheet.Row row) {
    return columns.has(Role.SAMPLE) ? number(row) - lowestSample : 0;
  }

  /**
   * Epochs are counted from 1, samples from 0: what the file does is found by its lowest number.
   */
  private int lowestSample() {
    if (!columns.has(Role.SAMPLE)) return 0;
    return sheet.rows().stream().mapToInt(this::number).min().orElse(0) == 0 ? 0 : 1;
  }

  private int number(Sheet.Row row) {
    String text = columns.text(row, Role.SAMPLE).orElse("");
    if (text.matches("\\d{1,9}")) return Integer.parseInt(text);
    throw AssizeException.usage(
        sheet.place(row).toString(),
        columns.told(Role.SAMPLE) + " is " + Quoted.of(text),
        "a whole number, from 0 or from 1",
        "number the answers of a system to an item");
  }

  /** Labels beside answers: of the one answer, or of the pair where there are two systems. */
  private void labels() {
    Role role = columns.has(Role.LABEL) ? Role.LABEL : Role.GRADE;
    if (!columns.has(role)) return;
    Optional<List<String>> pair =
        shape instanceof AnswersShape.Wide w && w.columns().size() == 2
            ? Optional.of(w.columns().stream().map(columns::name).toList())
            : Optional.empty();
    boolean words = pair.isPresent() && allPairWords(role, pair.get());
    int number = 0;
    for (Sheet.Row row : sheet.rows()) {
      String id = id(row, ++number);
      Optional<String> value = columns.text(row, role);
      if (value.isEmpty()) continue;
      Place at = sheet.place(row);
      Subject subject = words ? pair(pair.get()) : subject(row);
      String said =
          words
              ? PairWords.need(
                  value.get(), pair.get().get(0), pair.get().get(1), at, columns.told(role))
              : value.get();
      String rater = columns.text(row, Role.RATER).orElse(columns.told(role));
      out.label(
          new Label(
              id,
              subject,
              Party.person(rater),
              Result.done(said),
              columns.text(row, Role.REASON),
              at));
    }
  }

  private static Subject pair(List<String> systems) {
    return new Subject.Pair(systems.get(0), systems.get(1), Subject.Shown.NOT_TOLD);
  }

  private Subject subject(Sheet.Row row) {
    return switch (shape) {
      case AnswersShape.Long l -> new Subject.Answer(system(row), sample(row));
      case AnswersShape.Single s -> new Subject.Answer(single(), sample(row));
      case AnswersShape.Wide w -> new Subject.Whole();
      case AnswersShape.Items i -> new Subject.Whole();
    };
  }

  private boolean allPairWords(Role role, List<String> pair) {
    return sheet.rows().stream()
        .flatMap(row -> columns.text(row, role).stream())
        .allMatch(v -> PairWords.winner(v, pair.get(0), pair.get(1)).isPresent());
  }

  private void names() {
    for (Role role : List.of(Role.INPUT, Role.REFERENCE, Role.CONTEXT)) {
      if (columns.of(role).size() == 1 && !columns.indices(role).isEmpty()) {
        out.name(columns.name(columns.indices(role).getFirst()), role.word());
      }
    }
  }

  private List<String> told() {
    var told = new ArrayList<String>();
    sheet.unusualForm().ifPresent(told::add);
    if (!columns.has(Role.ITEM)) {
      told.add(joined ? "no id column (joined by input)" : "no id column (numbered from 1)");
    } else if (!columns.told(Role.ITEM).equals("id")) {
      told.add("id = " + columns.told(Role.ITEM));
    }
    for (Role role :
        List.of(
            Role.INPUT,
            Role.REFERENCE,
            Role.CONTEXT,
            Role.PASSAGE,
            Role.RUBRIC,
            Role.ROOT,
            Role.SAMPLE)) {
      if (columns.has(role)) told.add(role.word() + " = " + columns.told(role));
    }
    switch (shape) {
      case AnswersShape.Wide w ->
          told.add("systems = " + Quoted.list(w.columns().stream().map(columns::name).toList()));
      case AnswersShape.Long l -> {
        told.add("system = " + columns.told(Role.SYSTEM));
        told.add("output = " + columns.told(Role.OUTPUT));
      }
      case AnswersShape.Single s ->
          told.add(
              "system = %s (column %s)".formatted(Quoted.plain(single()), columns.told(s.role())));
      case AnswersShape.Items i -> {
        // There are no answers to tell of.
      }
    }
    for (Role role : List.of(Role.LABEL, Role.GRADE, Role.RATER, Role.REASON)) {
      if (columns.has(role)) told.add(role.word() + " = " + columns.told(role));
    }
    List<String> tags = columns.indices(Role.TAGS).stream().map(columns::name).toList();
    if (!tags.isEmpty()) told.add("tags = " + Quoted.list(tags));
    List<String> rest = kept().stream().map(columns::name).filter(n -> !tags.contains(n)).toList();
    if (!rest.isEmpty()) told.add("kept beside = " + Quoted.list(rest));
    List<String> unused = beside().stream().map(columns::name).filter(RESERVED::contains).toList();
    if (!unused.isEmpty()) told.add("not used = " + Quoted.list(unused));
    return told;
  }
}
