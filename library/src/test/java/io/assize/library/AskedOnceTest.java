package io.assize.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.assize.core.json.Hash;
import io.assize.engine.trial.RunResult;
import io.assize.testkit.endpoint.Counts;
import io.assize.testkit.endpoint.Endpoint;
import io.assize.testkit.endpoint.Fault;
import io.assize.testkit.endpoint.Faults;
import io.assize.testkit.endpoint.Scripts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What arrives at an endpoint is what the run says: every question once, and before the first one
 * two small questions about what the endpoint can do.
 */
class AskedOnceTest {

  private static final String CHAT = "/v1/chat/completions";
  private static final int ITEMS = 12;
  private static final int ABILITIES = 2;

  @TempDir Path folder;

  @BeforeEach
  void aFileOfAnswers() throws IOException {
    var csv = new StringBuilder("id,question,v1,v2\n");
    for (int i = 0; i < ITEMS; i++) {
      // Half of the items are the same question with the same answers: one call serves both.
      csv.append("q%d,Question %d,Answer %d,Another %d\n".formatted(i, i / 2, i / 2, i / 2));
    }
    Files.writeString(folder.resolve("answers.csv"), csv);
  }

  private Run judge(Endpoint endpoint, String to) {
    var environment = new TreeMap<>(Map.of("HOME", folder.toString()));
    return Assize.judge(Path.of("answers.csv"))
        .in(new Host(folder, environment, InstantSource.system()))
        .by(endpoint.base().toString())
        .to(folder.resolve(to))
        .run();
  }

  private static long calls(Run run) {
    return ((RunResult.Pairs) run.result()).result().replies().calls();
  }

  private static Endpoint.Settings settings() {
    return Endpoint.Settings.of(Scripts.named("letters"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void equalQuestionsThatAreAskedAtOnceGoOutOnce(long seed) {
    try (Endpoint endpoint = Endpoint.start(settings().withSeed(seed).withDelay(0, 40))) {
      Run run = judge(endpoint, "a.run");
      assertThat(calls(run)).isEqualTo(ITEMS);
      Counts counts = endpoint.counts();
      assertThat(counts.to(CHAT)).isEqualTo(ITEMS + ABILITIES);
      assertThat(counts.bodies().values()).as("no body came twice").containsOnly(1L);
      judge(endpoint, "a.run");
      assertThat(endpoint.counts().to(CHAT)).as("nothing is missing").isEqualTo(counts.to(CHAT));
    }
  }

  @Test
  void aRepeatedRequestIsTheOneThatFailed() {
    try (Endpoint endpoint = Endpoint.start(settings())) {
      var failed = new AtomicBoolean();
      Faults about = Faults.onBody("Question 3", new Fault.Silence());
      endpoint.fail(
          a -> about.on(a).isPresent() && !failed.getAndSet(true) ? about.on(a) : Optional.empty());
      Run run = judge(endpoint, "a.run");
      assertThat(run.open()).isZero();
      assertThat(calls(run)).isEqualTo(ITEMS);
      Map<Hash, Long> bodies = endpoint.counts().bodies();
      assertThat(bodies.values().stream().filter(n -> n == 2)).hasSize(1);
      assertThat(endpoint.counts().to(CHAT)).isEqualTo(ITEMS + ABILITIES + 1);
    }
  }
}
