package io.assize.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.SortedMap;
import java.util.TreeMap;

/** Types commands in a folder and reads what comes back, as a user does. */
final class Terminal {

  private final Path folder;
  private final SortedMap<String, String> environment = new TreeMap<>();
  private final InstantSource clock;
  private final boolean watched;

  Terminal(Path folder) {
    this(folder, InstantSource.system(), false);
  }

  private Terminal(Path folder, InstantSource clock, boolean watched) {
    this.folder = folder;
    this.clock = clock;
    this.watched = watched;
    environment.put("HOME", folder.toString());
  }

  /** Return one whose time is told by another clock. */
  Terminal withClock(InstantSource other) {
    return new Terminal(folder, other, watched);
  }

  /** Return one that a person watches: lines move there. */
  Terminal watched() {
    return new Terminal(folder, clock, true);
  }

  /**
   * What a command gave.
   *
   * @param code exit code
   * @param out standard output
   * @param err standard error
   */
  record Said(int code, String out, String err) {}

  Said type(String... words) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var surroundings =
        new Surroundings(
            folder,
            environment,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            watched,
            clock);
    int code = new Cli(surroundings).run(words);
    return new Said(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
