package io.assize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.assize.core.json.Json;
import io.assize.library.Assize;
import io.assize.library.Host;
import io.assize.testkit.endpoint.Endpoint;
import io.assize.testkit.endpoint.Scripts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Java program and the command are two faces of one way: what they say is equal to the byte. */
class FromJavaTest {

  @TempDir Path folder;

  @Test
  void theProgramAndTheCommandGiveTheSameResults() throws IOException {
    answers();
    try (Endpoint endpoint = Endpoint.start(Endpoint.Settings.of(Scripts.named("letters")))) {
      String model = endpoint.base().toString();
      var terminal = new Terminal(folder);
      var command =
          terminal.type(
              "judge",
              "answers.csv",
              "--model",
              model,
              "--rubric",
              "Right.",
              "--labels",
              "labels.csv",
              "--to",
              "command.run",
              "--format",
              "json");
      assertThat(command.err()).isEmpty();
      var run =
          Assize.judge(Path.of("answers.csv"))
              .in(new Host(folder, new TreeMap<>(), InstantSource.system()))
              .by(model)
              .rubric("Right.")
              .labels(Path.of("labels.csv"))
              .to(Path.of("java.run"))
              .run();
      String told = Json.parse(command.out()).get("results").orElseThrow().canonical();
      assertThat(run.results().canonical()).isEqualTo(told);

      // One run, two faces: the command goes on with the program's run and asks nothing.
      long asked = endpoint.counts().to("/v1/chat/completions");
      var words = List.of("replay", "resume");
      for (String word : words) {
        var again = terminal.type(word, "java.run", "--format", "json");
        assertThat(Json.parse(again.out()).get("results").orElseThrow().canonical())
            .as(word)
            .isEqualTo(told);
      }
      assertThat(endpoint.counts().to("/v1/chat/completions")).isEqualTo(asked);

      var screen = terminal.type("replay", "java.run");
      assertThat(run.replay().screen() + "\n").isEqualTo(screen.out());
    }
  }

  private void answers() throws IOException {
    var csv = new StringBuilder("id,question,v1,v2,v3\n");
    var labels = new StringBuilder("item,a,b,rater,label\n");
    for (int i = 0; i < 15; i++) {
      csv.append("q%d,Question %d,One %d,\"Two, %d\",Three %d\n".formatted(i, i, i, i, i));
      labels.append("q%d,v1,v2,anna,%s\n".formatted(i, i % 3 == 0 ? "v2" : "v1"));
    }
    Files.writeString(folder.resolve("answers.csv"), csv);
    Files.writeString(folder.resolve("labels.csv"), labels);
  }
}
