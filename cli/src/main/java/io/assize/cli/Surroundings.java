package io.assize.cli;

import io.assize.core.AssizeException;
import io.assize.core.Nearest;
import io.assize.library.Host;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Where a command runs.
 *
 * @param folder that paths are relative to
 * @param environment variables
 * @param out for results
 * @param err for progress and errors
 * @param terminal whether a person watches err
 * @param clock tells the time
 */
record Surroundings(
    Path folder,
    SortedMap<String, String> environment,
    PrintStream out,
    PrintStream err,
    boolean terminal,
    InstantSource clock) {

  Surroundings {
    environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
  }

  /** Return the part of it that runs need. */
  Host host() {
    return new Host(folder, environment, clock);
  }

  Path resolve(Path path) {
    return folder.resolve(path).normalize();
  }

  /**
   * Refuse a file that is not there, by the name that was typed.
   *
   * @param option before it, empty where there is none
   */
  void mustBeThere(String option, Path typed) {
    Path path = resolve(typed);
    if (Files.exists(path)) return;
    Path parent = path.getParent();
    Path name = path.getFileName();
    var beside = new ArrayList<String>();
    if (parent != null && Files.isDirectory(parent)) {
      try (Stream<Path> all = Files.list(parent)) {
        all.forEach(p -> beside.add(String.valueOf(p.getFileName())));
      } catch (IOException e) {
        beside.clear(); // Nothing near can be named; the file is missing all the same.
      }
    }
    beside.sort(null);
    throw AssizeException.usage(
        option.isEmpty() ? typed.toString() : option + " " + typed,
        "is not there",
        "a file or a folder"
            + Nearest.of(String.valueOf(name), beside)
                .map(n -> "; nearest is \"" + n + "\"")
                .orElse(""),
        "check the name and the folder");
  }
}
