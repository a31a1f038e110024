package io.assize.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assize.core.json.Json;
import io.assize.testkit.NeedsData;
import io.assize.testkit.NeedsPython;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real model judges LLMBar through the command. What it answers differs between machines in the
 * last digits of probabilities, so nothing here rests on a figure; the figures are written to
 * {@code target}.
 */
@NeedsPython
@NeedsData("llmbar")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class JudgesLlmBar {

  private final String model;
  private final int items;
  private Command.@Nullable Said first;
  private Command.@Nullable Said resumed;
  private @Nullable LlmBarRun run;
  private int port;

  JudgesLlmBar(String model, int items) {
    this.model = model;
    this.items = items;
  }

  /** All that is asked is asked here; when the tests begin, the server has been killed. */
  @BeforeAll
  void judge(@TempDir Path temporary) throws IOException, InterruptedException {
    Path folder = kept().orElse(temporary);
    var all = new LlmBarRun(folder, items);
    run = all;
    try (var served = LocalModel.serve(model, folder)) {
      port = served.port();
      all.configure(served.model());
      first = all.type("run", "assize.yaml");
      served.process().destroyForcibly().waitFor();
    }
    resumed = all.type("resume", "assize.run", "--format", "json");
    Path target = Path.of(System.getProperty("assize.root", "..")).resolve("e2e/target");
    Files.createDirectories(target);
    String figures = Figures.of(all, "assize.run");
    Files.writeString(target.resolve("figures-" + model + ".txt"), figures);
  }

  /** With {@code -Dassize.e2e.folder=FOLDER} a run is kept there, and goes on where it stopped. */
  private Optional<Path> kept() throws IOException {
    String named = System.getProperty("assize.e2e.folder");
    if (named == null) return Optional.empty();
    return Optional.of(Files.createDirectories(Path.of(named).resolve(model)));
  }

  private Command.Said first() {
    return Objects.requireNonNull(first);
  }

  final Command.Said resumed() {
    return Objects.requireNonNull(resumed);
  }

  private LlmBarRun run() {
    return Objects.requireNonNull(run);
  }

  private long asked(String judge) {
    return judge.contains("grade") ? 2L * items : items;
  }

  @Test
  void theRunIsWhole() {
    assertThat(first().err()).doesNotContain("Exception", "still open");
    assertThat(first().code()).as(first().err()).isZero();
    assertThat(resumed().code()).as(resumed().err()).isZero();
  }

  @Test
  void everyCaseHasAJudgmentOrAReason() {
    for (String judge : LlmBarRun.JUDGES) {
      JudgeReport report = JudgeReport.of(resumed(), judge);
      assertThat(report.judged() + report.withoutJudgment()).as(judge).isEqualTo(asked(judge));
      assertThat(report.read() + report.missing()).as(judge).isEqualTo(report.values());
      assertThat(report.values()).as(judge).isEqualTo(2L * items);
    }
  }

  @Test
  void whatIsUnreadableIsToldAndIsNoGrade() {
    var told =
        Pattern.compile("^done .*; (\\d+) unreadable,", Pattern.MULTILINE).matcher(first().out());
    for (String judge : LlmBarRun.JUDGES) {
      JudgeReport report = JudgeReport.of(resumed(), judge);
      assertThat(told.find()).as(judge).isTrue();
      assertThat(Long.parseLong(told.group(1))).as(judge).isEqualTo(report.unreadable());
      if (report.pairs()) continue;
      assertThat(report.systems().stream().mapToLong(s -> JudgeReport.number(s, "graded")).sum())
          .as(judge)
          .isEqualTo(report.judged())
          .isEqualTo(report.read());
      for (Json system : report.systems()) grade(judge, system);
    }
  }

  /** A mean over grades from 1 to 5 into which zeros were put would fall below 1. */
  private static void grade(String judge, Json system) {
    Json mean = system.get("mean").orElseThrow();
    if (JudgeReport.number(system, "graded") == 0) {
      assertThat(mean.get("undefined")).as(judge + " " + system.canonical()).isPresent();
    } else {
      assertThat(mean.get("value").flatMap(Json::number).orElseThrow().doubleValue())
          .as(judge)
          .isBetween(1.0, 5.0);
    }
  }

  @Test
  void replayGivesTheSameBytes() throws IOException, InterruptedException {
    var replayed = run().type("replay", "assize.run", "--format", "json");
    assertThat(replayed.code()).as(replayed.err()).isZero();
    assertThat(replayed.results()).isEqualTo(resumed().results());
  }

  @Test
  void resumeAsksNothingOfAServerThatIsGone() throws IOException, InterruptedException {
    var before = run().kept("assize.run");
    var again = run().type("resume", "assize.run");
    assertThat(again.code()).as(again.err()).isZero();
    assertThat(again.out().lines().filter(l -> l.startsWith("done")))
        .hasSize(LlmBarRun.JUDGES.size())
        .allMatch(l -> l.matches("done +0 calls in .*"));
    assertThat(run().kept("assize.run")).isEqualTo(before);
  }

  @Test
  void theLedgerHoldsTheCallsOfThePlanAndEqualQuestionsOnce() {
    for (String judge : LlmBarRun.JUDGES) {
      assertThat(JudgeReport.of(resumed(), judge).calls()).as(judge).isEqualTo(2L * items);
    }
    assertThat(first().err().lines().filter(l -> l.startsWith("plan")))
        .hasSize(LlmBarRun.JUDGES.size())
        // What asks the same as another judge finds its judgments kept, as a run that goes on does.
        .allMatch(l ->
            l.contains(": " + 2 * items + " calls")
                || l.matches(".*: [0-9 ]+ judgments are kept, nothing is asked"));
    assertThat(run().kept("assize.run")).hasSize(4 * 2 * items);
    var done = first().out().lines().filter(l -> l.startsWith("done")).toList();
    assertThat(done.get(LlmBarRun.JUDGES.indexOf("again"))).matches("done +0 calls in .*");
    assertThat(JudgeReport.of(resumed(), "again")).isEqualTo(JudgeReport.of(resumed(), "pair"));
  }

  @Test
  void killingTheScriptLeavesNoServerBehind() {
    assertThatThrownBy(() -> new Socket("127.0.0.1", port).close())
        .isInstanceOf(ConnectException.class);
  }
}
