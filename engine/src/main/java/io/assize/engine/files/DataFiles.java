package io.assize.engine.files;

import io.assize.core.AssizeException;
import io.assize.core.Nearest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * Read what people have: CSV and TSV, JSONL and JSON, TREC files, result files of other tools.
 *
 * <p>Items and answers are read by {@link #answers}, labels by {@link #labels}: the same columns
 * mean systems there and raters here.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class DataFiles {

  private static final List<String> READ =
      List.of(".csv", ".tsv", ".jsonl", ".ndjson", ".json", ".eval");

  private static final int LONGEST_NAMED = 40;

  private DataFiles() {}

  /**
   * Read items and, where the files hold them, answers and labels beside them. Several files, or
   * the files of a folder in the order of their names, are one: joined by id, a system each or a
   * column each; a file after the first without inputs answers the items of those before it.
   *
   * @param paths files or folders, at least one
   * @param map what columns hold where their names do not say it
   * @throws AssizeException where a file cannot be read as one of these, with file and line
   */
  public static DataFile answers(List<Path> paths, ColumnMap map) {
    var folders = new ArrayList<String>();
    List<Path> files = expand(paths, folders);
    var out = new Gathering();
    folders.forEach(out::note);
    for (int i = 0; i < files.size(); i++) {
      new FileReading(files.get(i), map).answers(out, i == 0, files.size() > 1);
    }
    return out.done();
  }

  /**
   * Read labels: a column for each rater, or a row for each label; of items, of answers ({@code
   * system}) or of pairs ({@code a}, {@code b}).
   *
   * @param paths files or folders, at least one
   * @param map what columns hold where their names do not say it
   * @return labels without items, except for TREC qrels
   */
  public static DataFile labels(List<Path> paths, ColumnMap map) {
    return labels(paths, map, List.of());
  }

  /**
   * Read labels, some words of which mean that nothing was said, as an empty cell does.
   *
   * @param nothing such words, exactly as the files spell them
   */
  public static DataFile labels(List<Path> paths, ColumnMap map, List<String> nothing) {
    var notes = new ArrayList<String>();
    var read = new ArrayList<DataFile>();
    for (Path file : expand(paths, notes)) read.add(new FileReading(file, map).labels(nothing));
    return LabelFiles.together(read, notes);
  }

  private static List<Path> expand(List<Path> paths, List<String> notes) {
    if (paths.isEmpty()) {
      throw AssizeException.usage("", "no file is named", "at least one file or folder", "");
    }
    var files = new ArrayList<Path>();
    for (Path path : paths) {
      if (Files.isDirectory(path)) files.addAll(inside(path, notes));
      else files.add(path);
    }
    return files;
  }

  private static List<Path> inside(Path folder, List<String> notes) {
    var files = new ArrayList<Path>();
    var others = new ArrayList<String>();
    try (Stream<Path> list = Files.list(folder)) {
      for (Path path : list.sorted().toList()) {
        String name = String.valueOf(path.getFileName());
        if (name.startsWith(".")) continue;
        if (Files.isRegularFile(path) && READ.stream().anyMatch(lower(name)::endsWith)) {
          files.add(path);
        } else {
          others.add(name);
        }
      }
    } catch (IOException e) {
      throw AssizeException.environment(
          folder.toString(), "cannot be listed: " + e.getMessage(), "check its permissions", e);
    }
    if (files.isEmpty()) {
      throw AssizeException.usage(
          folder.toString(),
          others.isEmpty() ? "is an empty folder" : "holds only " + Quoted.list(others),
          "a folder with " + String.join(", ", READ) + " files",
          "name the files");
    }
    if (!others.isEmpty()) notes.add("left out in " + folder + ": " + Quoted.list(others));
    return files;
  }

  /** Make the error that an answer's item is not among the items. */
  public static AssizeException unknownItem(String where, String id, SortedSet<String> defined) {
    Optional<String> near =
        id.length() > LONGEST_NAMED ? Optional.empty() : Nearest.of(id, shortOnes(defined));
    return AssizeException.usage(
        where,
        "answers item %s, which no file defines".formatted(Quoted.of(id)),
        "an id of the %s%s"
            .formatted(
                Account.count(defined.size(), "item"),
                near.map(n -> "; nearest is " + Quoted.of(n)).orElse("")),
        "mend the id, or add the item with its input");
  }

  private static List<String> shortOnes(SortedSet<String> ids) {
    return ids.stream().filter(id -> id.length() <= LONGEST_NAMED).toList();
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
