package io.assize.e2e.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.assize.core.json.Hash;
import io.assize.engine.probe.Effect;
import io.assize.library.Answers;
import io.assize.library.Assize;
import io.assize.library.OpenRun;
import io.assize.library.Probing;
import io.assize.library.Watcher;
import io.assize.measures.Estimate;
import io.assize.measures.random.Seeded;
import io.assize.report.ProbeReport;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whole runs by a judge that is a function with a taste of its own for each question, which a
 * made-up source overrules in so many of them: the interval holds what was planted, and nothing
 * else is found more often than alpha. Repetitions: {@code -Dassize.repetitions}, 40 by default.
 */
class PlantedJudgeTest {

  private static final int REPETITIONS = Integer.getInteger("assize.repetitions", 40);
  private static final int ITEMS = 60;

  @TempDir Path folder;

  @Tag("e2e")
  @ParameterizedTest(name = "a source is worth {0}")
  @ValueSource(doubles = {0, 0.05, 0.2})
  void aPlantedBiasIsHeldFromTheCallToTheInterval(double bias) {
    int held = 0;
    int found = 0;
    int wrong = 0;
    for (int seed = 0; seed < REPETITIONS; seed++) {
      ProbeReport report = probed(seed, bias);
      Effect authority = report.result().effect("authority").orElseThrow();
      var shift = (Estimate.Value) authority.shift();
      if (shift.interval().orElseThrow().contains(bias)) held++;
      if (authority.finding() == Effect.Finding.FOUND) found++;
      boolean other =
          report.result().of(Effect.Finding.FOUND).stream()
              .anyMatch(e -> bias == 0 || !e.probe().name().equals("authority"));
      if (other) wrong++;
    }
    double error = 2 * Math.sqrt(0.05 * 0.95 / REPETITIONS);
    assertThat(held / (double) REPETITIONS).as("holds").isGreaterThan(0.95 - error - 0.01);
    assertThat(wrong / (double) REPETITIONS).as("wrong").isLessThan(0.05 + error);
    if (bias == 0.2) assertThat(found / (double) REPETITIONS).as("found").isGreaterThan(0.9);
  }

  private ProbeReport probed(int seed, double bias) {
    List<Answers> answers =
        IntStream.range(0, ITEMS)
            .mapToObj(i ->
                Answers.to("q" + i, "Question " + i)
                    .by("ada", "ada says " + i + ".")
                    .by("bob", "bob says " + i + "."))
            .toList();
    Path run = folder.resolve("bias" + bias + "-" + seed + ".run");
    try (OpenRun open =
        Assize.judge(answers, run)
            .by("planted", judge(seed, bias))
            .recipe("pair")
            .seed(1 + seed)
            .openToProbe()) {
      var choice = Probing.Choice.of(List.of("repeat", "order", "pad", "authority", "plea"));
      return new Probing(open, choice).run(Watcher.NONE);
    }
  }

  private static Function<String, String> judge(int seed, double bias) {
    return prompt -> {
      int first = prompt.indexOf("[Answer A]");
      int second = prompt.indexOf("[Answer B]");
      String a = prompt.substring(first, second);
      String b = prompt.substring(second);
      String question = a.replaceAll("(?s).*says (\\d+).*", "$1");
      boolean source = a.contains("Handbook") || b.contains("Handbook");
      if (source && unit(seed, question, "event") < 2 * bias) {
        return a.contains("Handbook") ? "A" : "B";
      }
      String likes = unit(seed, question, "taste") < 0.5 ? "ada" : "bob";
      return a.contains(likes + " says") ? "A" : "B";
    };
  }

  private static double unit(int seed, String question, String what) {
    return Seeded.unit(Seeded.generator(Hash.of(seed + "|" + question + "|" + what).toLong()));
  }
}
