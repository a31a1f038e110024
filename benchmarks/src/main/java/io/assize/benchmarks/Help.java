package io.assize.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Times {@code --help}, and that of the peers that are on the path. */
public final class Help {

  private static final int RUNS = 11;

  private Help() {}

  /** Time them; the argument is the folder of the checkout. */
  @SuppressWarnings("SystemOut")
  public static void main(String... arguments) throws IOException, InterruptedException {
    Path root = Path.of(arguments[0]).toAbsolutePath();
    Path folder = Files.createTempDirectory("assize-help");
    List<String> ours = List.of(root.resolve("assize").toString(), "--help");
    System.out.println(WholeProcess.time("assize --help", RUNS, folder, ours));
    for (String peer : List.of("promptfoo", "inspect", "deepeval")) {
      if (Peer.isThere(peer)) {
        System.out.println(
            WholeProcess.time(peer + " --help", RUNS, folder, List.of(peer, "--help")));
      } else {
        System.out.println(peer + " is not on the path: not timed");
      }
    }
  }
}
