package io.assize.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command as a process of its own, in a folder. */
public record Command(Path folder) {

  /**
   * What it gave.
   *
   * @param code exit code
   * @param out standard output
   * @param err standard error
   */
  public record Said(int code, String out, String err) {

    /** Return the bytes of the part of a JSON report that depends on nothing but the record. */
    String results() {
      int from = out.indexOf("\"results\":");
      if (from < 0) throw new IllegalStateException("no results in " + out + err);
      return out.substring(from);
    }
  }

  /** Type a command and wait for its end. */
  public Said type(String... words) throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    int code = start(out, err, words).waitFor();
    return new Said(code, Files.readString(out), Files.readString(err));
  }

  /** Start a command and leave it to itself. */
  Process start(Path out, Path err, String... words) throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "io.assize.cli.Main"));
    command.addAll(List.of(words));
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectOutput(out.toFile())
        .redirectError(err.toFile())
        .start();
  }
}
