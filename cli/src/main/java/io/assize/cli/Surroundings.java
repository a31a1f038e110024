package io.assize.cli;

import io.assize.library.Host;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

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
}
