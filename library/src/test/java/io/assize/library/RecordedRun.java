package io.assize.library;

import io.assize.engine.run.Execution;
import io.assize.engine.trial.RunResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.TreeMap;

/** A run over files of replies, in a folder of its own; data are read where they are. */
final class RecordedRun {

  private final Host host;
  private final RunFolder folder;
  private final Optional<Path> root;

  RecordedRun(Path scratch, String yaml) {
    this.host = new Host(scratch, new TreeMap<>(), InstantSource.fixed(Instant.EPOCH));
    this.folder = new RunFolder(scratch.resolve("replies.run"));
    this.root = Optional.ofNullable(scratch.toAbsolutePath().getRoot());
    folder.make();
    folder.write(folder.config(), yaml);
  }

  Finished run() {
    return finish(OpenRun.live(host, folder, folder.config(), root));
  }

  Finished replay() {
    return finish(OpenRun.existing(host, folder.path(), root, false));
  }

  String results() {
    try {
      return Files.readString(folder.results());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Finished finish(OpenRun open) {
    try (open) {
      return open.finish(Watcher.NONE);
    }
  }

  static Execution.Judged judge(Finished finished, String name) {
    return finished.judges().stream()
        .map(Finished.Told::judged)
        .filter(j -> j.judge().config().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  static RunResult.Pairs pairs(Finished finished, String name) {
    return (RunResult.Pairs) judge(finished, name).result();
  }

  static RunResult.Grades grades(Finished finished, String name) {
    return (RunResult.Grades) judge(finished, name).result();
  }
}
