package io.assize.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assize.core.AssizeException;
import io.assize.core.Candidate;
import io.assize.engine.trial.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Java program judges as the command does, asks nothing twice, and may bring functions. */
class JudgingTest {

  private static final int ITEMS = 12;

  @TempDir Path folder;

  @BeforeEach
  void aFileOfAnswers() throws IOException {
    var csv = new StringBuilder("id,question,reference,v1,v2\n");
    var labels = new StringBuilder("item,a,b,rater,label\n");
    for (int i = 0; i < ITEMS; i++) {
      csv.append("q%d,Question %d,Right %d,Answer %d,Another answer %d\n".formatted(i, i, i, i, i));
      labels.append("q%d,v1,v2,anna,v1\n".formatted(i));
    }
    Files.writeString(folder.resolve("answers.csv"), csv);
    Files.writeString(folder.resolve("labels.csv"), labels);
  }

  private Host host() {
    var environment = new TreeMap<String, String>();
    environment.put("HOME", folder.toString());
    return new Host(folder, environment, InstantSource.system());
  }

  private Judging ofFile() {
    return Assize.judge(Path.of("answers.csv")).in(host());
  }

  private static List<Answers> inMemory() {
    var all = new ArrayList<Answers>();
    for (int i = 0; i < ITEMS; i++) {
      all.add(
          Answers.to("q" + i, "Question " + i)
              .reference("Right " + i)
              .by("v1", "Answer " + i)
              .by("v2", "Another answer " + i));
    }
    return all;
  }

  @Test
  void theSameProgramAsksNothingTwiceAndReplayNothingAtAll() {
    var first = CountingFunction.healthy();
    Run run = ofFile().by("mine", first).run();
    assertThat(first.asked()).isEqualTo(2 * ITEMS);
    var second = CountingFunction.healthy();
    Run again = ofFile().by("mine", second).run();
    assertThat(second.asked()).isZero();
    assertThat(again.results()).isEqualTo(run.results());
    assertThat(run.replay().results()).isEqualTo(run.results());
    assertThat(Run.replay(host(), Path.of("answers.run"), java.util.Optional.empty()).results())
        .isEqualTo(run.results());
  }

  @Test
  void whatAFunctionDidNotAnswerIsOpenAndTheNextRunAsksExactlyThat() {
    Run uninterrupted = ofFile().by("mine", CountingFunction.healthy()).to(run("whole.run")).run();
    Run broken = ofFile().by("mine", CountingFunction.throwingAfter(2 * ITEMS - 5)).run();
    // Fewer than the failures in a row after which nothing more is asked.
    assertThat(broken.open()).isEqualTo(5);
    assertThatThrownBy(broken::whole)
        .isInstanceOf(AssizeException.class)
        .hasMessage(
            run("answers.run")
                + "  5 values are still open; first: function mine  threw"
                + " java.lang.IllegalStateException: no quota\n"
                + "  fix: run the same program again: it asks for what is missing");
    assertThat(broken.rows()).anyMatch(r -> r.verdict().open());
    var rest = CountingFunction.healthy();
    Run resumed = ofFile().by("mine", rest).run();
    assertThat(rest.asked()).isEqualTo(5);
    assertThat(resumed.whole().results()).isEqualTo(uninterrupted.results());
  }

  @Test
  void answersInMemoryGiveWhatTheSameAnswersInAFileGive() {
    Run file = ofFile().by("mine", CountingFunction.healthy()).run();
    Run memory =
        Assize.judge(inMemory(), Path.of("memory.run"))
            .in(host())
            .by("mine", CountingFunction.healthy())
            .run();
    assertThat(memory.results()).isEqualTo(file.results());
    assertThat(memory.replay().results()).isEqualTo(file.results());
  }

  @Test
  void functionsAnswerOnceAndAreJudged() {
    var asked = new AtomicInteger();
    var items =
        inMemory().stream().map(a -> new Answers(a.item(), new java.util.LinkedHashMap<>()));
    Judging judging =
        Assize.judge(items.toList(), Path.of("systems.run"))
            .in(host())
            .system(
                "short",
                item -> {
                  asked.incrementAndGet();
                  return "In short: " + item.field("input").orElseThrow();
                })
            .system("echo", item -> item.field("input").orElseThrow() + " " + item.id())
            .by("mine", CountingFunction.healthy());
    Run run = judging.run();
    assertThat(run.rows()).hasSize(ITEMS).allMatch(r -> r.systems().contains("short"));
    assertThat(run.rows().getFirst().asked().candidates().stream().map(Candidate::text))
        .containsExactlyInAnyOrder("In short: Question 0", "Question 0 q0");
    assertThat(asked).hasValue(ITEMS);
    assertThat(judging.run().results()).isEqualTo(run.results());
    assertThat(asked).hasValue(ITEMS);
    assertThat(run.replay().results()).isEqualTo(run.results());
  }

  @Test
  void anAnswerThatASystemDidNotGiveIsOpen() {
    Judging judging =
        Assize.judge(inMemory(), Path.of("open.run"))
            .in(host())
            .by("mine", CountingFunction.healthy());
    Run run =
        judging
            .system(
                "weak",
                item -> {
                  if (item.id().equals("q3")) throw new IllegalStateException("asleep");
                  return "yes";
                })
            .run();
    assertThat(run.open()).isEqualTo(1);
    assertThatThrownBy(run::whole)
        .hasMessage(
            run("open.run")
                + "  1 value is still open; first: function weak  threw"
                + " java.lang.IllegalStateException: asleep\n"
                + "  fix: run the same program again: it asks for what is missing");
    assertThat(run.screen()).contains("1 answer of weak: failed");
    assertThat(judging.system("weak", item -> "yes").run().whole().rows()).hasSize(3 * ITEMS);
  }

  @Test
  void rowsSayWhoIsBetterOrWhyNobodyKnows() {
    Run better = ofFile().by("first", prompt -> "A").run();
    assertThat(better.rows()).hasSize(ITEMS).allMatch(r -> r.better().isEmpty());
    assertThat(better.rows().getFirst()).hasToString("q0  tie (v1, v2)");
    Run decided =
        ofFile()
            .by("fixed", p -> p.matches("(?s).*Another answer.*Answer \\d.*") ? "A" : "B")
            .to(run("fixed.run"))
            .run();
    assertThat(decided.rows().getFirst().better()).contains("v2");
    assertThat(decided.rows().getFirst()).hasToString("q0  v2 is better (v1, v2)");
    Run unread = ofFile().by("mute", prompt -> "Hm.").to(run("mute.run")).run();
    assertThat(unread.rows().getFirst()).hasToString("q0  unreadable: 0 of 2, need 2 (v1, v2)");
    assertThat(unread.open()).isZero();
  }

  @Test
  void answersThatAreGradedInBatchesHaveAGradeEach() {
    Run run =
        ofFile()
            .columns("systems=v1,fields=v2")
            .recipe("batcheval")
            .by(
                "batch",
                prompt -> {
                  var lines = new StringBuilder("Notes.\n");
                  var samples = Pattern.compile("\\[Sample (\\d+)]\nQuestion: Question (\\d+)\n");
                  for (var m = samples.matcher(prompt); m.find(); ) {
                    int grade = 1 + Integer.parseInt(m.group(2)) % 9;
                    lines.append("Sample %s: %d.5\n".formatted(m.group(1), grade));
                  }
                  return lines.toString();
                })
            .run();
    assertThat(run.rows()).hasSize(ITEMS).allMatch(r -> r.grade().isPresent());
    assertThat(run.rows().get(3)).hasToString("q3  4.50 (v1)");
    assertThat(run.answer()).startsWith("v1 is graded").contains("12 answers");
  }

  @Test
  void resultsAreTypedWithTheirIntervals() {
    Run run = ofFile().by("mine", CountingFunction.healthy()).labels(Path.of("labels.csv")).run();
    assertThat(run.result())
        .isInstanceOfSatisfying(
            RunResult.Pairs.class,
            p -> {
              assertThat(p.result().standings()).hasSize(2);
              assertThat(p.result().standings().getFirst().winRate().value())
                  .hasValueSatisfying(v -> assertThat(v.interval()).isPresent());
              assertThat(p.result().card().agreements()).isNotEmpty();
            });
    assertThat(run.answer().lines()).hasSize(2);
    assertThat(run.screen())
        .contains("answers.csv", "WHICH IS BETTER", "CAN THE JUDGE BE BELIEVED");
  }

  @Test
  void oneSystemIsGradedByItsRubric() {
    Run run =
        ofFile()
            .columns("systems=v1,fields=v2")
            .rubric("Is right.")
            .by("kind", prompt -> "Right. Verdict: PASS")
            .take(3)
            .run();
    assertThat(run.rows()).hasSize(3).allMatch(r -> r.grade().isPresent());
    assertThat(run.rows().getFirst()).hasToString("q0  1.00 (v1)");
  }

  @Test
  void fieldsOfItsOwnAreNoSystems() {
    Run run =
        Assize.judge(
                List.of(Answers.to("q", "Why?").with("label", "x").by("a", "So.").by("b", "No.")),
                Path.of("fields.run"))
            .in(host())
            .by("mine", CountingFunction.healthy())
            .run();
    assertThat(run.rows().getFirst().item().field("label")).contains("x");
    assertThat(run.rows().getFirst().systems()).containsExactly("a", "b");
  }

  @Test
  void wrongWordsAreRefusedAndLeaveNothingBehind() {
    var twice = List.of(Answers.to("q", "Why?"), Answers.to("q", "Who?"));
    assertThatThrownBy(() -> Assize.judge(twice, Path.of("x.run")).in(host()).by("m", p -> p).run())
        .isInstanceOf(AssizeException.class)
        .hasMessage(
            "Assize.judge  two items have the id \"q\"\n"
                + "  allowed: one for each id\n"
                + "  fix: put the answers of all systems to one item into one Answers");
    assertThatThrownBy(() -> Assize.judge(Path.of("nowhere.csv")).in(host()).by("m", p -> p).run())
        .isInstanceOf(AssizeException.class)
        .hasMessageContaining("nowhere.csv");
    assertThat(folder.resolve("x.run")).doesNotExist();
    assertThat(folder.resolve("nowhere.run")).doesNotExist();
  }

  @Test
  void onlyTheProgramItselfGoesOnWithItsFunctions() {
    ofFile().by("mine", CountingFunction.throwingAfter(3)).run();
    try (OpenRun open =
        OpenRun.existing(host(), Path.of("answers.run"), java.util.Optional.empty(), true)) {
      assertThatThrownBy(() -> open.finish(Watcher.NONE))
          .isInstanceOf(AssizeException.class)
          .hasMessage(
              "judges.main  \"function/mine\" is a function of a Java program, which is not"
                  + " running\n"
                  + "  allowed: to replay, show or export the run: nothing is asked then\n"
                  + "  fix: go on with it by running that program again");
    }
  }

  @Test
  void aPlanAsksNobodyAndLeavesNothingBehind() {
    var mine = CountingFunction.healthy();
    var plan = ofFile().by("mine", mine).plan();
    assertThat(plan).anyMatch(l -> l.contains("24 calls")).last().isEqualTo("nothing was sent");
    assertThat(mine.asked()).isZero();
    assertThat(run("answers.run")).doesNotExist();
    Assize.judge(inMemory(), Path.of("memory.run")).in(host()).by("mine", mine).plan();
    assertThat(run("memory.run")).doesNotExist();
  }

  @Test
  void whatIsAskedAgainIsAFurtherQuestionAndOtherRunsServe() {
    var once = CountingFunction.healthy();
    ofFile().by("mine", once).to(run("once.run")).run();
    var thrice = CountingFunction.healthy();
    Run run = ofFile().by("mine", thrice).repeat(3).reuse(run("once.run")).run();
    assertThat(thrice.asked()).isEqualTo(2 * once.asked());
    assertThat(run.open()).isZero();
    assertThatThrownBy(() -> ofFile().repeat(0))
        .hasMessage("repeat  is 0\n  allowed: 1 or more\n  fix: leave it out to ask once");
    assertThatThrownBy(() -> ofFile().take(3).sample(3))
        .hasMessage(
            "take and sample  are both given\n"
                + "  allowed: the first items by take, or drawn ones by sample\n"
                + "  fix: remove one of them");
  }

  @Test
  void anotherJudgeNeedsARunOfItsOwn() {
    ofFile().by("mine", CountingFunction.healthy()).run();
    assertThatThrownBy(() -> ofFile().by("other", CountingFunction.healthy()).run())
        .isInstanceOf(AssizeException.class)
        .hasMessageContaining("was made with other words: changed the judge");
  }

  private Path run(String name) {
    return folder.resolve(name);
  }
}
