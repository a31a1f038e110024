package io.assize.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Another program that opens a ledger's file for a moment, as a database browser does. */
final class ForeignProcess {

  private static final String LOOK =
      """
      import sqlite3, sys
      connection = sqlite3.connect(sys.argv[1])
      print(connection.execute("select count(*) from call").fetchall())
      connection.close()
      """;

  private ForeignProcess() {}

  /** Open the file in a process of its own, read it, close it, and return the exit status. */
  static int looksAt(Path file) throws IOException, InterruptedException {
    return new ProcessBuilder(List.of("python3", "-c", LOOK, file.toString()))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
