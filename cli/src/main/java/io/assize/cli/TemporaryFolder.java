package io.assize.cli;

import io.assize.core.AssizeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A folder that is gone when it is closed.
 *
 * @param path of the folder
 */
record TemporaryFolder(Path path) implements AutoCloseable {

  static TemporaryFolder make() {
    try {
      return new TemporaryFolder(Files.createTempDirectory("assize"));
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  @Override
  public void close() {
    try (Stream<Path> all = Files.walk(path)) {
      for (Path p : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(p);
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  private static AssizeException unusable(IOException e) {
    return AssizeException.environment(
        System.getProperty("java.io.tmpdir"),
        "the folder for temporary files cannot be used: " + e.getMessage(),
        "make room there, or name another: JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=FOLDER",
        e);
  }
}
