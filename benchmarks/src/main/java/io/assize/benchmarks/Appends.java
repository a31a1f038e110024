package io.assize.benchmarks;

import io.assize.core.call.CallKey;
import io.assize.core.call.Entry;
import io.assize.core.call.Usage;
import io.assize.core.json.Hash;
import io.assize.store.SqliteLedger;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Counts durable appends a second: each caller waits until its call is on the disk.
 *
 * <p>Beside it the same bytes by SQLite alone, with the same durability, one commit each: what a
 * store without group commit would do.
 */
public final class Appends {

  private static final int CALLERS = 256;
  private static final int CALLS = 100_000;
  private static final int ALONE = 5_000;

  private Appends() {}

  /** Count; the argument is a folder on the disk that is meant. */
  @SuppressWarnings("SystemOut")
  public static void main(String... arguments)
      throws IOException, InterruptedException, ExecutionException, SQLException {
    Path folder = Files.createTempDirectory(Path.of(arguments[0]).toAbsolutePath(), "appends");
    ledger(folder.resolve("warm.db"), CALLS / 5);
    for (int i = 0; i < 3; i++) {
      told("assize ledger, 256 callers", CALLS, ledger(folder.resolve("ours" + i + ".db"), CALLS));
      told("sqlite alone, a commit each", ALONE, alone(folder.resolve("alone" + i + ".db")));
    }
  }

  @SuppressWarnings("SystemOut")
  private static void told(String what, int calls, double seconds) {
    System.out.printf(
        Locale.ROOT,
        "%-30s %,9.0f appends/s   (%,d in %.2f s)%n",
        what,
        calls / seconds,
        calls,
        seconds);
  }

  private static double ledger(Path file, int calls)
      throws InterruptedException, ExecutionException {
    try (var ledger = SqliteLedger.open(file);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      long start = System.nanoTime();
      var all = new ArrayList<Future<?>>();
      for (int c = 0; c < CALLERS; c++) {
        int caller = c;
        all.add(
            threads.submit(() -> {
              for (int i = caller; i < calls; i += CALLERS) ledger.append(call(i));
            }));
      }
      for (Future<?> f : all) f.get();
      return (System.nanoTime() - start) / 1e9;
    }
  }

  private static Entry.Call call(int number) {
    byte[] request = request(number);
    return new Entry.Call(
        new CallKey(Hash.of(request), List.of()),
        "openai-chat",
        "judge",
        Entry.Bytes.of(request),
        Entry.Bytes.of(reply(number)),
        new Entry.Origin("http://127.0.0.1:8080/v1", 0, 100, 1, Usage.UNKNOWN, false));
  }

  /** As long as a short comparison is. */
  private static byte[] request(int number) {
    String text = "Question " + number + ": which of the two answers is better, A or B? ";
    return ("{\"messages\":\"" + text.repeat(20) + "\"}").getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] reply(int number) {
    return ("{\"choices\":[{\"message\":{\"content\":\"A\"}}],\"id\":\"" + number + "\"}")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static double alone(Path file) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      try (Statement s = connection.createStatement()) {
        s.execute("PRAGMA journal_mode = WAL");
        s.execute("PRAGMA synchronous = FULL");
        s.execute(
            "CREATE TABLE call (key BLOB PRIMARY KEY, request BLOB, reply BLOB) WITHOUT ROWID");
      }
      long start = System.nanoTime();
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO call VALUES (?, ?, ?)")) {
        for (int i = 0; i < ALONE; i++) {
          byte[] request = request(i);
          insert.setBytes(1, Hash.of(request).toString().getBytes(StandardCharsets.UTF_8));
          insert.setBytes(2, request);
          insert.setBytes(3, reply(i));
          insert.executeUpdate();
        }
      }
      return (System.nanoTime() - start) / 1e9;
    }
  }
}
