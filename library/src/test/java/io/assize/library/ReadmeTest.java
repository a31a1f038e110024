package io.assize.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.assize.testkit.endpoint.Endpoint;
import io.assize.testkit.endpoint.Scripts;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java of the README is a file that compiles, and prints what the README says. */
class ReadmeTest {

  private static final Path ROOT = Path.of(System.getProperty("assize.root", "..")).normalize();
  private static final Path PROGRAM = ROOT.resolve("e2e/consumer/src/main/java/JudgeAnswers.java");

  /** The program, then what it prints. */
  private static final Pattern BLOCKS =
      Pattern.compile("```java\n(.*?)```\n.*?```\n(.*?)```", Pattern.DOTALL);

  @TempDir Path folder;

  @Test
  void theProgramOfTheReadmeIsTheFile() throws IOException {
    assertThat(readme().group(1)).isEqualTo(Files.readString(PROGRAM));
  }

  @Test
  void itPrintsWhatTheReadmeSays() throws IOException, InterruptedException {
    answers();
    int compiled =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                folder.toString(),
                PROGRAM.toString());
    assertThat(compiled).isZero();
    try (Endpoint endpoint = Endpoint.start(Endpoint.Settings.of(Scripts.named("letters")))) {
      assertThat(run(endpoint.base().toString())).isEqualTo(readme().group(2));
      long asked = endpoint.counts().to("/v1/chat/completions");
      // 12 pairs in both orders, and what the endpoint is asked of its abilities: chat, JSON.
      assertThat(asked).isEqualTo(24 + 2);
      assertThat(run(endpoint.base().toString())).isEqualTo(readme().group(2));
      assertThat(endpoint.counts().to("/v1/chat/completions")).isEqualTo(asked);
    }
  }

  private static Matcher readme() throws IOException {
    Matcher blocks = BLOCKS.matcher(Files.readString(ROOT.resolve("README.md")));
    assertThat(blocks.find()).isTrue();
    return blocks;
  }

  private String run(String model) throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String path = folder + File.pathSeparator + System.getProperty("java.class.path");
    var command =
        List.of(
            java,
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            path,
            "JudgeAnswers",
            model);
    Path out = folder.resolve("out.txt");
    Process program =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    assertThat(program.waitFor(5, TimeUnit.MINUTES)).isTrue();
    return Files.readString(out, StandardCharsets.UTF_8);
  }

  private void answers() throws IOException {
    var csv = new StringBuilder("id,question,reference,prompt_v1,prompt_v2\n");
    var labels = new StringBuilder("item,a,b,rater,label\n");
    for (int i = 1; i <= 12; i++) {
      csv.append("q%03d,Question %d,Right %d,Answer %d,\"Another, %d\"\n".formatted(i, i, i, i, i));
      labels.append("q%03d,prompt_v1,prompt_v2,anna,prompt_v2\n".formatted(i));
    }
    Files.writeString(folder.resolve("answers.csv"), csv);
    Files.writeString(folder.resolve("labels.csv"), labels);
  }
}
