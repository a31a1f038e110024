package io.assize.library;

import io.assize.core.AssizeException;
import io.assize.engine.config.FilesConfig;
import io.assize.engine.files.ColumnMap;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is judged, and what it is set against.
 *
 * @param files of items and answers; empty where they were given in memory
 * @param given in memory; empty where they stand in files
 * @param map what the columns of the files hold
 * @param take the first so many items
 * @param sample so many drawn items
 * @param labels what people say
 * @param labelsMap what the columns of labels or verdicts hold
 */
record Material(
    List<Path> files,
    List<Answers> given,
    ColumnMap map,
    Optional<Integer> take,
    Optional<Integer> sample,
    Optional<Path> labels,
    ColumnMap labelsMap) {

  Material {
    files = List.copyOf(files);
    given = List.copyOf(given);
    if (take.isPresent() && sample.isPresent()) {
      throw AssizeException.usage(
          "take and sample",
          "are both given",
          "the first items by take, or drawn ones by sample",
          "remove one of them");
    }
  }

  static Material of(List<Path> files, List<Answers> given) {
    return new Material(
        files,
        given,
        ColumnMap.none(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        ColumnMap.none());
  }

  Material withMap(ColumnMap of) {
    return new Material(files, given, of, take, sample, labels, labelsMap);
  }

  Material withTake(int items) {
    return new Material(files, given, map, Optional.of(items), sample, labels, labelsMap);
  }

  Material withSample(int items) {
    return new Material(files, given, map, take, Optional.of(items), labels, labelsMap);
  }

  Material withLabels(Path file) {
    return new Material(files, given, map, take, sample, Optional.of(file), labelsMap);
  }

  Material withLabelsMap(ColumnMap of) {
    return new Material(files, given, map, take, sample, labels, of);
  }

  /** Return the items as a configuration names them. */
  FilesConfig items(List<String> names, ColumnMap columns) {
    return new FilesConfig(names, columns, take, sample);
  }
}
