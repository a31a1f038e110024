package io.assize.engine.files;

import io.assize.core.AssizeException;
import io.assize.core.Party;
import io.assize.core.Result;
import io.assize.core.Why;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Read labels from one sheet: wide or long, of items, answers or pairs. */
final class LabelsReader {

  /** A column that holds labels, whose they are, and the order in which the pair was shown. */
  private record Voice(int column, Optional<Party> rater, Subject.Shown shown) {}

  private record Said(String item, Subject subject, String rater) {}

  private final Columns columns;
  private final Sheet sheet;
  private final List<String> nothing;
  private final boolean pairs;
  private final List<Voice> voices;
  private final List<Integer> left;
  private final List<Label> labels = new ArrayList<>();
  private final Map<Said, Place> seen = new LinkedHashMap<>();

  LabelsReader(Columns columns, List<String> nothing) {
    this.columns = columns;
    this.nothing = nothing;
    this.sheet = columns.sheet();
    this.pairs = columns.has(Role.A) && columns.has(Role.B);
    this.voices = voices();
    List<Integer> heard = voices.stream().map(Voice::column).toList();
    this.left = columns.free().stream().filter(c -> !heard.contains(c)).toList();
    if (!columns.has(Role.ITEM)) throw noItem();
    if (columns.has(Role.A) != columns.has(Role.B)) throw oneSide();
  }

  /** Return the labels; {@link #account} then tells how they were read. */
  List<Label> read() {
    for (Sheet.Row row : sheet.rows()) {
      String item = item(row);
      for (Voice voice : voices) label(row, item, voice);
    }
    if (labels.isEmpty()) {
      throw AssizeException.usage(
          sheet.header().toString(),
          "holds no label in any of " + Account.count(sheet.rows().size(), "row"),
          "at least one label",
          "name the right columns: --map raters=COLUMN+COLUMN");
    }
    return labels;
  }

  private void label(Sheet.Row row, String item, Voice voice) {
    Optional<String> word =
        row.cell(voice.column()).filter(w -> !w.isBlank() && !nothing.contains(w.strip()));
    boolean recorded = voice.shown() != Subject.Shown.NOT_TOLD;
    if (word.isEmpty() && !recorded) return;
    Place at = sheet.place(row);
    Subject subject = subject(row, voice);
    Result<String> value =
        word.map(w -> Result.done(value(w.strip(), subject, at, voice)))
            .orElseGet(() -> Result.missing(Why.UNREADABLE, "empty in " + at));
    Party rater = voice.rater().orElseGet(() -> rater(row, recorded));
    once(new Said(item, subject, rater.name()), at);
    labels.add(new Label(item, subject, rater, value, columns.text(row, Role.REASON), at));
  }

  private String value(String word, Subject subject, Place at, Voice voice) {
    return subject instanceof Subject.Pair p
        ? PairWords.need(word, p.a(), p.b(), at, Quoted.plain(columns.name(voice.column())))
        : word;
  }

  private void once(Said said, Place at) {
    Place before = seen.putIfAbsent(said, at);
    if (before == null) return;
    throw AssizeException.usage(
        at.toString(),
        "%s labels item %s a second time, first in line %d"
            .formatted(Quoted.plain(said.rater()), Quoted.of(said.item()), before.line()),
        "one label by a rater for the same thing",
        "remove the older one");
  }

  private Subject subject(Sheet.Row row, Voice voice) {
    Place at = sheet.place(row);
    if (pairs) {
      return new Subject.Pair(need(row, Role.A, at), need(row, Role.B, at), voice.shown());
    }
    if (!columns.has(Role.SYSTEM)) return new Subject.Whole();
    int sample = columns.text(row, Role.SAMPLE).map(s -> number(s, at)).orElse(0);
    return new Subject.Answer(need(row, Role.SYSTEM, at), sample);
  }

  private int number(String text, Place at) {
    if (text.matches("\\d{1,9}")) return Integer.parseInt(text);
    throw AssizeException.usage(
        at.toString(),
        columns.told(Role.SAMPLE) + " is " + Quoted.of(text),
        "a whole number, from 0",
        "number the answers of a system to an item");
  }

  private String item(Sheet.Row row) {
    return need(row, Role.ITEM, sheet.place(row));
  }

  private String need(Sheet.Row row, Role role, Place at) {
    return columns
        .text(row, role)
        .filter(t -> !t.isBlank())
        .orElseThrow(() ->
            AssizeException.usage(
                at.toString(),
                columns.told(role) + " is empty",
                "a text in each row",
                "fill it, or remove the row"));
  }

  private Party rater(Sheet.Row row, boolean recorded) {
    if (columns.has(Role.RATER)) return party(need(row, Role.RATER, sheet.place(row)), recorded);
    return party(SourceText.stem(sheet.file()), recorded);
  }

  /** A rater is a person, unless the name or the map says that it is a judge. */
  private static Party party(String name, boolean recorded) {
    String plain = name.toLowerCase(Locale.ROOT);
    boolean judge = recorded || plain.equals("judge") || plain.matches("judge[_ -].*|.*[_ -]judge");
    return judge ? new Party(name, Party.Kind.FILE) : Party.person(name);
  }

  private List<Voice> voices() {
    var voices = new ArrayList<Voice>();
    columns
        .indices(Role.AB)
        .forEach(c -> voices.add(new Voice(c, Optional.empty(), Subject.Shown.A_FIRST)));
    columns
        .indices(Role.BA)
        .forEach(c -> voices.add(new Voice(c, Optional.empty(), Subject.Shown.B_FIRST)));
    if (!voices.isEmpty()) return voices;
    columns.indices(Role.RATERS).forEach(c -> voices.add(named(c, false)));
    columns.indices(Role.JUDGES).forEach(c -> voices.add(named(c, true)));
    if (!voices.isEmpty()) return voices;
    Role one = columns.has(Role.LABEL) ? Role.LABEL : Role.GRADE;
    columns
        .indices(one)
        .forEach(c -> voices.add(new Voice(c, Optional.empty(), Subject.Shown.NOT_TOLD)));
    if (voices.isEmpty()) columns.free().forEach(c -> voices.add(named(c, false)));
    if (voices.isEmpty()) throw noLabel();
    return voices;
  }

  private Voice named(int column, boolean judge) {
    return new Voice(
        column, Optional.of(party(columns.name(column), judge)), Subject.Shown.NOT_TOLD);
  }

  private AssizeException noItem() {
    return AssizeException.usage(
        sheet.header().toString(),
        "no column says which item is labelled: " + Quoted.list(sheet.columns()),
        "a column called " + String.join(", ", Role.ITEM.names()),
        "say which: --map id=COLUMN");
  }

  private AssizeException oneSide() {
    return AssizeException.usage(
        sheet.header().toString(),
        "only one side of the pairs has a column",
        "a column a and a column b with the names of the systems",
        "say which: --map a=COLUMN,b=COLUMN  or the same name in each row: --map a='NAME'");
  }

  private AssizeException noLabel() {
    return AssizeException.usage(
        sheet.header().toString(),
        "no column holds labels: " + Quoted.list(sheet.columns()),
        "a column for each rater, or one called " + String.join(", ", Role.LABEL.names()),
        "say which: --map label=COLUMN  or  --map raters=COLUMN+COLUMN");
  }

  /** Return how the sheet was read. */
  Account account() {
    var told = new ArrayList<String>();
    sheet.unusualForm().ifPresent(told::add);
    told.add("item = " + columns.told(Role.ITEM));
    for (Role role : List.of(Role.SYSTEM, Role.A, Role.B, Role.RATER, Role.AB, Role.BA)) {
      if (columns.has(role)) told.add(role.word() + " = " + columns.told(role));
    }
    boolean named = voices.stream().anyMatch(v -> v.rater().isPresent());
    List<String> heard = voices.stream().map(v -> columns.name(v.column())).toList();
    if (named) told.add("raters = " + Quoted.list(heard));
    else if (!columns.has(Role.AB) && !columns.has(Role.BA)) {
      told.add("label = " + Quoted.list(heard));
    }
    if (columns.has(Role.REASON)) told.add("reason = " + columns.told(Role.REASON));
    if (!left.isEmpty()) {
      told.add("not used = " + Quoted.list(left.stream().map(columns::name).toList()));
    }
    int items = (int) labels.stream().map(Label::item).distinct().count();
    String what = Account.count(labels.size(), "label") + " on " + Account.count(items, "item");
    return new Account(sheet.file(), what, told);
  }
}
