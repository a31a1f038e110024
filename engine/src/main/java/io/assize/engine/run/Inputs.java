package io.assize.engine.run;

import io.assize.core.AssizeException;
import io.assize.core.Candidate;
import io.assize.core.Item;
import io.assize.core.Party;
import io.assize.engine.config.ConfigFolder;
import io.assize.engine.config.FilesConfig;
import io.assize.engine.config.JudgeConfig;
import io.assize.engine.config.RunConfig;
import io.assize.engine.config.SystemConfig;
import io.assize.engine.files.ColumnMap;
import io.assize.engine.files.DataFile;
import io.assize.engine.files.DataFiles;
import io.assize.engine.files.LabelFiles;
import io.assize.engine.files.Picks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apiguardian.api.API;

/** Reads what a configuration names: items, answers that stand in files, labels. */
@API(status = API.Status.EXPERIMENTAL)
public final class Inputs {

  private Inputs() {}

  /**
   * Read everything.
   *
   * @param config names files
   * @param folder where they are
   * @throws AssizeException where a file cannot be read, or they do not fit together
   */
  public static DataFile read(RunConfig config, ConfigFolder folder) {
    ColumnMap map = found(config.items().map(), folder);
    DataFile whole =
        DataFiles.answers(
            paths(config.items(), folder, "items"),
            config.systems().isEmpty() ? map : map.withoutSystems());
    DataFile data = picked(whole, config.items());
    boolean joined = !config.systems().isEmpty() || config.labels().isPresent();
    SortedSet<String> defined = joined ? ids(whole) : Collections.emptySortedSet();
    for (SystemConfig system : config.systems()) {
      if (system.answers() instanceof SystemConfig.Answers.OfFile f) {
        data = with(data, system.name(), f, folder, defined);
      }
    }
    if (config.labels().isPresent()) {
      FilesConfig labels = config.labels().get();
      DataFile read =
          DataFiles.labels(paths(labels, folder, "labels"), found(labels.map(), folder));
      data = LabelFiles.join(data, picked(read, data, defined));
    }
    return data;
  }

  private static ColumnMap found(ColumnMap map, ConfigFolder folder) {
    return map.withMappingFile(f -> folder.find("map", "mapping", f).toString());
  }

  private static SortedSet<String> ids(DataFile data) {
    var ids = new TreeSet<String>();
    data.items().forEach(i -> ids.add(i.id()));
    return ids;
  }

  private static DataFile picked(DataFile data, FilesConfig files) {
    if (files.take().isPresent()) return Picks.take(data, files.take().get());
    if (files.sample().isPresent()) return Picks.sample(data, files.sample().get(), 1);
    return data;
  }

  private static List<Path> paths(FilesConfig files, ConfigFolder folder, String what) {
    return files.files().stream().map(f -> folder.find(what, what, f)).toList();
  }

  /** Labels of items that were left out by take or sample are left out too. */
  private static DataFile picked(DataFile labels, DataFile data, SortedSet<String> defined) {
    SortedSet<String> kept = ids(data);
    if (kept.equals(defined)) return labels;
    return new DataFile(
        labels.items(),
        labels.systems(),
        labels.candidates(),
        // What no file defines is kept here, and refused where labels and items are joined.
        labels.labels().stream()
            .filter(l -> kept.contains(l.item()) || !defined.contains(l.item()))
            .toList(),
        labels.names(),
        labels.inclusion(),
        labels.accounts(),
        labels.notes());
  }

  private static DataFile with(
      DataFile data,
      String name,
      SystemConfig.Answers.OfFile file,
      ConfigFolder folder,
      SortedSet<String> defined) {
    Path path = folder.find("systems." + name, "file", file.file());
    DataFile read = DataFiles.answers(List.of(path), found(file.map(), folder));
    var items = new TreeMap<String, Item>();
    data.items().forEach(i -> items.put(i.id(), i));
    var candidates = new ArrayList<>(data.candidates());
    for (Candidate c : read.candidates()) {
      Item item = items.get(c.item().id());
      if (item == null && !defined.contains(c.item().id())) {
        throw DataFiles.unknownItem(path.toString(), c.item().id(), defined);
      }
      if (item == null) continue; // left out by take or sample
      candidates.add(Candidate.of(item, Party.system(name), c.sample(), c.text()));
    }
    return data.withAnswers(candidates, List.of(name));
  }

  /** Return what concerns a judge: all, or the items of its tags. */
  static DataFile of(JudgeConfig judge, DataFile all) {
    if (judge.tags().isEmpty()) return all;
    var known = new TreeSet<String>();
    all.items().forEach(i -> known.addAll(i.tags()));
    for (String tag : judge.tags()) {
      if (known.contains(tag)) continue;
      throw AssizeException.usage(
          "judges." + judge.name() + ".tags",
          "no item has the tag \"" + tag + "\"",
          known.isEmpty() ? "no item has any tag" : String.join(", ", known),
          "say which column holds tags by map: {tags: COLUMN} of items");
    }
    return all.tagged(judge.tags());
  }
}
