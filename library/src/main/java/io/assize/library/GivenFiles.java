package io.assize.library;

import io.assize.core.AssizeException;
import io.assize.core.Item;
import io.assize.core.json.Json;
import io.assize.engine.config.SystemConfig;
import io.assize.engine.files.ColumnMap;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Items and answers of a program as files of the run, so that the run holds all that it rests on
 * and is replayed without the program.
 *
 * @param folder of the run
 * @param given what the program has
 */
record GivenFiles(RunFolder folder, List<Answers> given) {

  /** The file of the items. */
  static final String ITEMS = "items.jsonl";

  private static final List<String> KNOWN =
      List.of("id", Item.INPUT, Item.REFERENCE, Item.CONTEXT, "rubric");

  GivenFiles {
    given = List.copyOf(given);
    var ids = new TreeSet<String>();
    for (Answers a : given) {
      if (ids.add(a.item().id())) continue;
      throw AssizeException.usage(
          "Assize.judge",
          "two items have the id \"" + a.item().id() + "\"",
          "one for each id",
          "put the answers of all systems to one item into one Answers");
    }
    if (given.isEmpty()) {
      throw AssizeException.usage("Assize.judge", "no item is given", "at least one", "");
    }
  }

  /** Write what changed. */
  void write() {
    var lines = new ArrayList<Json>();
    for (Answers a : given) {
      Item i = a.item();
      lines.add(
          Json.object()
              .put("id", i.id())
              .putAll(Json.texts(i.fields()))
              .put("rubric", i.rubric().map(Json::of))
              .build());
    }
    write(ITEMS, lines);
    for (String system : systems()) {
      var answers = new ArrayList<Json>();
      for (Answers a : given) {
        String text = a.answers().get(system);
        if (text == null) continue;
        answers.add(Json.object().put("id", a.item().id()).put("output", text).build());
      }
      write(file(system), answers);
    }
  }

  private void write(String name, List<Json> lines) {
    var text = new StringBuilder();
    lines.forEach(l -> text.append(l.canonical()).append('\n'));
    folder.write(folder.path().resolve(name), text.toString());
  }

  /** Take the files away again. */
  void remove() {
    try {
      Files.deleteIfExists(folder.path().resolve(ITEMS));
      for (String system : systems()) Files.deleteIfExists(folder.path().resolve(file(system)));
    } catch (IOException e) {
      throw AssizeException.environment(
          folder.path().toString(), "its files cannot be taken away", "remove them by hand", e);
    }
  }

  /** Fields under names of their own are no systems. */
  ColumnMap columns() {
    SequencedSet<String> own = new LinkedHashSet<>();
    given.forEach(a -> own.addAll(a.item().fields().keySet()));
    own.removeAll(KNOWN);
    if (own.isEmpty()) return ColumnMap.none();
    var quoted = own.stream().map(name -> "\"" + name + "\"").toList();
    return ColumnMap.of(new TreeMap<>(Map.of("fields", String.join("+", quoted))));
  }

  /** Return the systems whose answers were given. */
  List<SystemConfig> configs() {
    return systems().stream()
        .map(s -> new SystemConfig(s, new SystemConfig.Answers.OfFile(file(s), ColumnMap.none())))
        .toList();
  }

  private SequencedSet<String> systems() {
    SequencedSet<String> systems = new LinkedHashSet<>();
    given.forEach(a -> systems.addAll(a.answers().keySet()));
    return systems;
  }

  /** A system's name may hold what a file's name may not. */
  private String file(String system) {
    return "answers-" + (new ArrayList<>(systems()).indexOf(system) + 1) + ".jsonl";
  }
}
