package io.assize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.assize.core.call.CallKey;
import io.assize.core.json.Json;
import io.assize.store.SqliteLedger;
import io.assize.testkit.endpoint.Endpoint;
import io.assize.testkit.endpoint.Scripts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kill -9 at any moment loses no committed call, and what goes on repeats none of them. */
class KillTest {

  private static final int KILLS = 10;
  private static final int ITEMS = 60;

  @TempDir Path folder;

  @Test
  void tenKillsChangeNothingInTheResults() throws IOException, InterruptedException {
    write("answers.csv");
    write("whole.csv");
    try (Endpoint endpoint = slow()) {
      String model = endpoint.base().toString();
      var random = new Random(20261122);
      int killed = 0;
      SortedSet<CallKey> committed = new TreeSet<>();
      for (int i = 0; i < KILLS; i++) {
        long start = endpoint.counts().to("/v1/chat/completions");
        Process child = child("judge", "answers.csv", "--model", model);
        // Deep enough that replies were committed, and then at any moment between two of them.
        long wanted = start + 9 + random.nextInt(7);
        while (child.isAlive() && endpoint.counts().to("/v1/chat/completions") < wanted) {
          Thread.sleep(5);
        }
        Thread.sleep(random.nextInt(60));
        if (child.isAlive()) killed++;
        child.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
        SortedSet<CallKey> kept = kept();
        assertThat(kept).as("what was kept before kill " + i).containsAll(committed);
        committed = kept;
      }
      assertThat(killed).as("kills that hit a run in its middle").isGreaterThanOrEqualTo(8);
      // Kills that come before the first commit, or after the last, would prove nothing.
      assertThat(committed).as("calls kept over all kills").hasSizeBetween(30, 2 * ITEMS - 1);
      long before = endpoint.counts().to("/v1/chat/completions");
      var terminal = new Terminal(folder);
      var resumed = terminal.type("judge", "answers.csv", "--model", model, "--format", "json");
      assertThat(resumed.code()).isZero();
      long asked = endpoint.counts().to("/v1/chat/completions");
      // What was kept is not asked again, and nothing else is asked.
      assertThat(asked - before).isEqualTo(2L * ITEMS - committed.size());
      var again = terminal.type("judge", "answers.csv", "--model", model, "--format", "json");
      assertThat(endpoint.counts().to("/v1/chat/completions")).isEqualTo(asked);
      var whole = terminal.type("judge", "whole.csv", "--model", model, "--format", "json");
      assertThat(results(resumed.out())).isEqualTo(results(whole.out()));
      assertThat(results(again.out())).isEqualTo(results(whole.out()));
      assertThat(results(terminal.type("replay", "answers.run", "--format", "json").out()))
          .isEqualTo(results(whole.out()));
    }
  }

  private SortedSet<CallKey> kept() {
    Path ledger = folder.resolve("answers.run/ledger.db");
    if (!Files.exists(ledger)) return new TreeSet<>();
    try (var open = SqliteLedger.readOnly(ledger)) {
      return new TreeSet<>(open.keys());
    }
  }

  private static Endpoint slow() {
    return Endpoint.start(Endpoint.Settings.of(Scripts.named("letters")).withDelay(60, 140));
  }

  private void write(String name) throws IOException {
    var csv = new StringBuilder("id,question,ada,bob\n");
    for (int i = 0; i < ITEMS; i++) {
      csv.append("q%d,Question %d,First answer %d,Second answer %d\n".formatted(i, i, i, i));
    }
    Files.writeString(folder.resolve(name), csv);
  }

  private Process child(String... words) throws IOException {
    var command =
        new java.util.ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "io.assize.cli.Main"));
    command.addAll(List.of(words));
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectOutput(folder.resolve("child.log").toFile())
        .redirectError(folder.resolve("child.err").toFile())
        .start();
  }

  private static Json results(String document) {
    return Json.parse(document).get("results").orElseThrow();
  }
}
