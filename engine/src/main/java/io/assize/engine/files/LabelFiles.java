package io.assize.engine.files;

import io.assize.core.AssizeException;
import io.assize.core.Item;
import io.assize.core.Nearest;
import io.assize.core.Party;
import io.assize.core.scale.Outcome;
import io.assize.core.scale.Scale;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apiguardian.api.API;

/** Bring labels together with the items and answers that they are about. */
@API(status = API.Status.EXPERIMENTAL)
public final class LabelFiles {

  private LabelFiles() {}

  /**
   * Join labels to answers.
   *
   * @param data items and answers
   * @param labels read by {@link DataFiles#labels}
   * @return the data with the labels behind its own
   * @throws AssizeException where a label names an item or a system that is not there, with file
   *     and line and the nearest right name
   */
  public static DataFile join(DataFile data, DataFile labels) {
    var ids = new TreeSet<String>();
    data.items().forEach(i -> ids.add(i.id()));
    var systems = new TreeSet<String>();
    data.systems().forEach(p -> systems.add(p.name()));
    for (Label label : labels.labels()) {
      if (!ids.contains(label.item())) {
        throw unknown(label.at(), "labels item", label.item(), ids, "items");
      }
      for (String system : named(label.subject())) {
        if (!systems.contains(system)) {
          throw unknown(label.at(), "labels system", system, systems, "systems");
        }
      }
    }
    return merged(data, labels);
  }

  private static List<String> named(Subject subject) {
    return switch (subject) {
      case Subject.Whole w -> List.of();
      case Subject.Answer a -> List.of(a.system());
      case Subject.Pair p -> List.of(p.a(), p.b());
    };
  }

  private static AssizeException unknown(
      Place at, String verb, String name, TreeSet<String> known, String noun) {
    Optional<String> near = name.length() > 40 ? Optional.empty() : Nearest.of(name, known);
    String list = known.size() <= 12 ? Quoted.list(known) : known.size() + " " + noun;
    return AssizeException.usage(
        at.toString(),
        verb + " " + Quoted.of(name) + ", which is not there",
        list + near.map(n -> "; nearest is " + Quoted.of(n)).orElse(""),
        "mend the name, or remove the row");
  }

  /**
   * Return the outcome that a label means on a scale of levels: by a level's name whatever its
   * case, or by its number.
   *
   * @throws AssizeException where it is none of them, with file and line
   */
  public static Outcome level(Label label, String word, Scale.Levels scale) {
    List<Scale.Level> levels = scale.levels();
    for (int i = 0; i < levels.size(); i++) {
      if (levels.get(i).label().equalsIgnoreCase(word)) return new Outcome.Level(i);
    }
    OptionalDouble number = number(word);
    Optional<Outcome> at = number.isPresent() ? scale.at(number.getAsDouble()) : Optional.empty();
    return at.orElseThrow(() ->
        AssizeException.usage(
            label.at().toString(),
            "the label of %s is %s, off the scale"
                .formatted(Quoted.plain(label.rater().name()), Quoted.of(word)),
            Quoted.list(levels.stream().map(Scale.Level::label).toList()),
            "write one of them; leave it empty where nothing was said"));
  }

  private static OptionalDouble number(String word) {
    try {
      return OptionalDouble.of(Double.parseDouble(word.strip()));
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  static DataFile together(List<DataFile> read, List<String> notes) {
    DataFile all =
        new DataFile(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            new TreeMap<>(),
            new TreeMap<>(),
            List.of(),
            notes);
    for (DataFile next : read) all = merged(all, next);
    return all;
  }

  private static DataFile merged(DataFile data, DataFile labels) {
    var all = new ArrayList<>(data.labels());
    all.addAll(labels.labels());
    once(all);
    var accounts = new ArrayList<>(data.accounts());
    accounts.addAll(labels.accounts());
    var notes = new ArrayList<>(data.notes());
    notes.addAll(labels.notes());
    return new DataFile(
        union(data.items(), labels.items()),
        data.systems(),
        data.candidates(),
        all,
        data.names(),
        data.inclusion(),
        accounts,
        notes,
        data.recorded());
  }

  private static List<Item> union(List<Item> some, List<Item> more) {
    var all = new LinkedHashMap<String, Item>();
    some.forEach(i -> all.put(i.id(), i));
    more.forEach(i -> all.putIfAbsent(i.id(), i));
    return List.copyOf(all.values());
  }

  private record Said(String item, Subject subject, Party rater) {}

  private static void once(List<Label> labels) {
    var seen = new LinkedHashMap<Said, Place>();
    for (Label l : labels) {
      Place before = seen.putIfAbsent(new Said(l.item(), l.subject(), l.rater()), l.at());
      if (before == null) continue;
      throw AssizeException.usage(
          l.at().toString(),
          "%s labels item %s a second time, first in %s"
              .formatted(Quoted.plain(l.rater().name()), Quoted.of(l.item()), before),
          "one label by a rater for the same thing",
          "remove the older one");
    }
  }

  static void into(Gathering out, DataFile qrels) {
    for (Item item : qrels.items()) {
      Place at = qrels.labels().getFirst().at();
      out.item(item.id(), at);
      out.root(item.id(), item.root());
      item.fields().forEach((name, value) -> out.field(item.id(), name, value, at));
    }
    qrels.labels().forEach(out::label);
    qrels.accounts().forEach(out::account);
  }

  static DataFile onlyLabels(DataFile read, String file) {
    if (read.labels().isEmpty()) {
      throw AssizeException.usage(
          file,
          "holds no label",
          "a column called grade or label",
          "say which: --map label=COLUMN");
    }
    var labels = read.labels().stream().map(l -> ofItem(l, SourceText.stem(file))).toList();
    return new DataFile(
        read.items(),
        List.of(),
        List.of(),
        labels,
        read.names(),
        read.inclusion(),
        read.accounts(),
        read.notes());
  }

  /** A column called label does not say whose it is: then the file's name does. */
  private static Label ofItem(Label l, String file) {
    boolean named = Role.known(l.rater().name()).isEmpty();
    Party rater = named ? l.rater() : Party.person(file);
    return new Label(l.item(), new Subject.Whole(), rater, l.value(), l.reason(), l.at());
  }
}
