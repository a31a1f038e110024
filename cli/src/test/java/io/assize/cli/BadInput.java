package io.assize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.assize.cli.Terminal.Said;
import io.assize.testkit.endpoint.Endpoint;
import io.assize.testkit.endpoint.Scripts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What a user gets wrong, typed as a user types it: the whole of what is told, and the code. */
abstract class BadInput {

  /** Two items, two systems. */
  static final String ANSWERS = "id,question,ada,bob\nq1,Why?,So.,Thus.\nq2,Who?,Me.,You.\n";

  @TempDir Path folder;
  Terminal terminal;
  Endpoint endpoint;

  @BeforeEach
  final void begin() {
    terminal = new Terminal(folder);
    endpoint = Endpoint.start(Endpoint.Settings.of(Scripts.named("letters")));
  }

  @AfterEach
  final void end() {
    endpoint.close();
  }

  final String model() {
    return endpoint.base().toString();
  }

  final void write(String name, String text) throws IOException {
    write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  final void write(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  final Said judge(String file, String... more) {
    return terminal.type(
        Stream.concat(Stream.of("judge", file, "--model", model()), Stream.of(more))
            .toArray(String[]::new));
  }

  /** Run an assize.yaml whose judge is one line. */
  final Said run(String items, String judge) throws IOException {
    write("assize.yaml", "items: " + items + "\njudges: {main: " + judge + "}\n");
    return terminal.type("run");
  }

  /** The whole message, this test's own folder and port taken out, and the code. */
  final void refused(Said said, int code, String... lines) {
    String told =
        said.err()
            .replace(folder.toString(), "FOLDER")
            .replace(":" + endpoint.port(), ":PORT")
            .replace("process " + ProcessHandle.current().pid() + " on", "process PID on");
    assertThat(told).isEqualTo(String.join("\n", lines) + "\n");
    assertThat(said.out()).isEmpty();
    assertThat(said.code()).isEqualTo(code);
  }

  /** What is refused before anything is asked leaves nothing behind. */
  final void leavesNoRun() throws IOException {
    try (var all = Files.list(folder)) {
      List<String> runs =
          all.map(p -> String.valueOf(p.getFileName())).filter(n -> n.endsWith(".run")).toList();
      assertThat(runs).isEmpty();
    }
  }
}
