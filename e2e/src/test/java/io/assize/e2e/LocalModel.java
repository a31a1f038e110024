package io.assize.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A real model behind a real server, started by the project's own script. */
final class LocalModel implements AutoCloseable {

  /** The first use of a model fetches its weights. */
  private static final Duration PATIENCE = Duration.ofMinutes(15);

  private static final Pattern READY = Pattern.compile("^ready (http://\\S+)$", Pattern.MULTILINE);

  private final Process process;
  private final Path log;
  private final String name;
  private final String url;

  private LocalModel(Process process, Path log, String name, String url) {
    this.process = process;
    this.log = log;
    this.name = name;
    this.url = url;
  }

  static Path script() {
    return Path.of(System.getProperty("assize.root", "..")).resolve("e2e/models/serve");
  }

  /**
   * Serve a model on a free port. A judge is asked for one word; who writes on is cut after a few.
   *
   * @param folder for what it says
   */
  static LocalModel serve(String name, Path folder) throws IOException, InterruptedException {
    Path out = folder.resolve(name + ".ready");
    Path log = folder.resolve(name + ".log");
    var command =
        List.of(
            script().toString(),
            name,
            "--port",
            "0",
            "--most-tokens",
            "24",
            "--threads",
            Integer.toString(
                Integer.getInteger(
                    "assize.e2e.threads", Runtime.getRuntime().availableProcessors())),
            "--while",
            Long.toString(ProcessHandle.current().pid()));
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(log.toFile())
            .start();
    Instant end = Instant.now().plus(PATIENCE);
    while (process.isAlive() && Instant.now().isBefore(end)) {
      Matcher ready = READY.matcher(Files.readString(out));
      if (ready.find()) return new LocalModel(process, log, name, ready.group(1));
      Thread.sleep(100);
    }
    process.destroy();
    throw new IllegalStateException(name + " is not served: " + Files.readString(log));
  }

  /** Return it as a configuration names it: with its name nothing needs to be asked to find it. */
  String model() {
    return url + "#" + name;
  }

  int port() {
    return java.net.URI.create(url).getPort();
  }

  Process process() {
    return process;
  }

  /** Return what the server said, for reports. */
  Path log() {
    return log;
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(20, TimeUnit.SECONDS)) process.destroyForcibly().waitFor();
  }
}
