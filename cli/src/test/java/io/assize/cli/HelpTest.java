package io.assize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The help that is stored is what the commands say of themselves. */
class HelpTest {

  @Test
  void theStoredHelpIsWhatTheCommandsSay() {
    String says = new Cli(surroundings(new ByteArrayOutputStream())).help();
    assertThat(Help.stored())
        .as("store this in cli/src/main/resources/io/assize/cli/help.txt:\n%s", says)
        .isEqualTo(says.replace("\r\n", "\n"));
  }

  @Test
  void helpIsPrintedHoweverItIsAskedFor() {
    for (String[] words : new String[][] {{}, {"--help"}, {"-h"}, {"--debug", "--help"}}) {
      var out = new ByteArrayOutputStream();
      assertThat(new Cli(surroundings(out)).run(words)).isZero();
      assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(Help.stored());
    }
  }

  private static Surroundings surroundings(ByteArrayOutputStream out) {
    var printed = new PrintStream(out, true, StandardCharsets.UTF_8);
    return new Surroundings(
        Path.of("").toAbsolutePath(),
        new TreeMap<>(),
        printed,
        printed,
        false,
        InstantSource.system());
  }
}
