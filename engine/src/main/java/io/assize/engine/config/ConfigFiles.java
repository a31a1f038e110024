package io.assize.engine.config;

import io.assize.core.AssizeException;
import io.assize.engine.files.ColumnMap;
import io.assize.judges.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Names of files in a configuration, and what their columns hold. */
final class ConfigFiles {

  private static final int MANY = Integer.MAX_VALUE;

  private final Problems problems;
  private final ConfigFolder folder;

  ConfigFiles(Problems problems, ConfigFolder folder) {
    this.problems = problems;
    this.folder = folder;
  }

  Optional<FilesConfig> read(YamlNode node, List<String> keys) {
    if (!node.isMap()) {
      return paths(node)
          .map(files ->
              new FilesConfig(files, ColumnMap.none(), Optional.empty(), Optional.empty()));
    }
    problems.isMap(node, keys);
    Optional<List<String>> files = problems.needed(node, "file").flatMap(this::paths);
    ColumnMap map = map(node);
    Optional<Integer> take = problems.value(node, "take", n -> n.integer(1, MANY));
    Optional<Integer> sample = problems.value(node, "sample", n -> n.integer(1, MANY));
    if (take.isPresent() && sample.isPresent()) {
      problems.add(
          node.need("sample")
              .problem(
                  node.path() + " has take and sample",
                  "the first items by take, or drawn ones by sample",
                  "remove one of them"));
      return Optional.empty();
    }
    return files.map(f -> new FilesConfig(f, map, take, sample));
  }

  private Optional<List<String>> paths(YamlNode node) {
    if (!node.isList()) return path(node).map(List::of);
    var paths = new ArrayList<String>();
    for (YamlNode element : node.list()) path(element).ifPresent(paths::add);
    if (node.list().isEmpty()) problems.add(node.wrong("at least one file", ""));
    return paths.isEmpty() ? Optional.empty() : Optional.of(paths);
  }

  Optional<String> path(YamlNode node) {
    return problems.attempt(() -> {
      String text = node.text();
      find(node, text);
      return text;
    });
  }

  /** Refuse a path that leads nowhere or outside. */
  void find(YamlNode node, String path) {
    folder.find(node.where(), node.path(), path);
  }

  ColumnMap map(YamlNode node) {
    return problems.value(node, "map", this::columnMap).orElse(ColumnMap.none());
  }

  private ColumnMap columnMap(YamlNode node) {
    try {
      if (!node.isMap()) return ColumnMap.parse(node.text());
      var entries = new LinkedHashMap<String, String>();
      for (YamlNode.Member m : node.members()) entries.put(m.name(), m.value().text());
      return ColumnMap.of(entries);
    } catch (AssizeException e) {
      if (!e.problem().where().equals("--map")) throw e;
      throw node.problem(
          node.path() + " " + e.problem().found(),
          e.problem().allowed(),
          "for example: map: {input: Frage, systems: v1+v2}");
    }
  }
}
