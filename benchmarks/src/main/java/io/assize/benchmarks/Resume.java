package io.assize.benchmarks;

import io.assize.testkit.endpoint.Endpoint;
import io.assize.testkit.endpoint.Scripts;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Times {@code resume} of a finished run: what was judged is read and summarised, nothing is asked.
 *
 * <p>The run is made first, by the command against the deterministic endpoint: two systems, each
 * answer passed or failed by one call. It is kept in the folder that is named, for the next time.
 */
public final class Resume {

  private static final int RUNS = 5;
  private static final int MOST_OF_PEER = 20_000;

  private Resume() {}

  /**
   * Time it.
   *
   * @param arguments the folder of the checkout, a folder to work in, the number of calls
   */
  @SuppressWarnings("SystemOut")
  public static void main(String... arguments) throws IOException, InterruptedException {
    Path root = Path.of(arguments[0]).toAbsolutePath();
    Path folder = Files.createDirectories(Path.of(arguments[1]).toAbsolutePath());
    int calls = Integer.parseInt(arguments[2]);
    String assize = root.resolve("assize").toString();
    try (Endpoint endpoint = Endpoint.start(Endpoint.Settings.of(Scripts.named("judge")), 18_099)) {
      write(folder.resolve("answers.csv"), calls / 2);
      long start = System.nanoTime();
      int code = judge(folder, assize, endpoint);
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      System.out.println(
          calls
              + " calls judged or found in "
              + took.toMillis() / 1000.0
              + " s, exit code "
              + code);
      List<String> resume = List.of(assize, "resume", "answers.run", "--format", "json");
      System.out.println(
          WholeProcess.time("assize resume of " + calls + " finished calls", RUNS, folder, resume));
    }
    if (!Peer.isThere("inspect")) {
      System.out.println("inspect is not on the path: not timed");
    } else if (calls > MOST_OF_PEER) {
      System.out.println(
          "inspect: not timed, it takes minutes to make so many samples; try " + MOST_OF_PEER);
    } else {
      System.out.println(Peer.inspect(folder, calls, RUNS));
    }
  }

  private static int judge(Path folder, String assize, Endpoint endpoint)
      throws IOException, InterruptedException {
    return new ProcessBuilder(
            assize,
            "judge",
            "answers.csv",
            "--recipe",
            "pass-fail",
            "--rubric",
            "Correct.",
            "--model",
            endpoint.base().toString(),
            "--quiet")
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("judge.log").toFile())
        .start()
        .waitFor();
  }

  private static void write(Path file, int items) throws IOException {
    if (Files.exists(file)) return;
    try (Writer out = Files.newBufferedWriter(file)) {
      out.write("id,question,ada,bob\n");
      for (int i = 0; i < items; i++) {
        out.write("q" + i + ",Question number " + i + "?,The first answer to " + i);
        out.write(",Another answer to " + i + " that is somewhat longer\n");
      }
    }
  }
}
