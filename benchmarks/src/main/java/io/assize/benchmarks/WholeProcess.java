package io.assize.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What a command took, from its start to its exit.
 *
 * @param name of what was timed
 * @param seconds of each run that counts, sorted
 * @param peakMegabytes largest resident set of the process in any run; 0 where the system does not
 *     tell
 */
record WholeProcess(String name, List<Double> seconds, double peakMegabytes) {

  /**
   * Run a command once uncounted, then so many times.
   *
   * @throws IllegalStateException where it fails
   */
  static WholeProcess time(String name, int runs, Path folder, List<String> command)
      throws IOException, InterruptedException {
    once(folder, command);
    var seconds = new ArrayList<Double>();
    double peak = 0;
    for (int i = 0; i < runs; i++) {
      long start = System.nanoTime();
      peak = Math.max(peak, once(folder, command));
      seconds.add((System.nanoTime() - start) / 1e9);
    }
    return new WholeProcess(name, seconds.stream().sorted().toList(), peak);
  }

  /** Run a command and return its peak in megabytes. */
  static double once(Path folder, List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output.log").toFile())
            .start();
    double peak = 0;
    do {
      peak = Math.max(peak, megabytes(process.pid()));
    } while (!process.waitFor(10, TimeUnit.MILLISECONDS));
    if (process.exitValue() != 0) {
      throw new IllegalStateException(
          command
              + " ended with "
              + process.exitValue()
              + ": "
              + Files.readString(folder.resolve("output.log")));
    }
    return peak;
  }

  /** The kernel's own high-water mark, so that no peak falls between two looks. */
  private static double megabytes(long pid) {
    Path status = Path.of("/proc", Long.toString(pid), "status");
    if (!Files.exists(status)) return 0;
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(l -> l.startsWith("VmHWM:"))
          .mapToDouble(l -> Double.parseDouble(l.replaceAll("[^0-9]", "")) / 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException | java.io.UncheckedIOException e) {
      return 0; // the process went meanwhile
    }
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%-44s min %7.3f s   median %7.3f s   max %7.3f s   peak %6.0f MB   (%d runs)",
        name,
        seconds.getFirst(),
        seconds.get(seconds.size() / 2),
        seconds.getLast(),
        peakMegabytes,
        seconds.size());
  }
}
