package io.assize.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assize.core.AssizeException;
import io.assize.core.Why;
import io.assize.core.call.Model;
import io.assize.core.call.Protocol;
import io.assize.engine.config.ConfigReader;
import io.assize.engine.door.MemoryLedger;
import io.assize.engine.door.Schedule;
import io.assize.engine.trial.RunResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Raw replies in a file as a judge: what is read, what is missing, what is refused. */
class FiledRepliesTest {

  /** Nothing can be asked here. */
  private static final ModelSource NOBODY =
      new ModelSource() {
        @Override
        public Model model(String where, String name) {
          throw new AssertionError(where + " asks " + name);
        }

        @Override
        public Model command(String where, String command) {
          throw new AssertionError(where + " runs " + command);
        }

        @Override
        public SortedMap<String, Protocol> protocols() {
          return new TreeMap<>();
        }
      };

  private static final String PAIRS =
      "map: {id: item, a: \"'v1'\", b: \"'v2'\", order: shown, reply: said}";
  private static final String GRADES = "map: {id: item, system: whose, reply: said}";

  private @TempDir Path folder;
  private MemoryLedger ledger = new MemoryLedger();

  private void write(String name, String... lines) {
    try {
      Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Execution.Judged judged(String judge, boolean live) {
    write("answers.csv", "id,question,v1,v2", "q1,One?,yes,no", "q2,Two?,1,2", "q3,Three?,x,y");
    write("assize.yaml", "items: answers.csv", "judges:", "  main: {" + judge + "}");
    var loaded = ConfigReader.read(folder.resolve("assize.yaml"), Optional.empty());
    var execution =
        new Execution(
            loaded.config(),
            loaded.folder(),
            ledger,
            NOBODY,
            live,
            Schedule.IN_ORDER,
            InstantSource.fixed(Instant.EPOCH));
    var data = execution.inputs(Progress.NONE).data();
    var bound = execution.bind(loaded.config().judges().getFirst(), data);
    assertThat(bound.plan().most()).isEmpty();
    Execution.Judged judged = execution.judge(bound, data, Progress.NONE);
    assertThat(execution.wires().count().attempts()).isZero();
    return judged;
  }

  private Execution.Judged judged(String judge) {
    return judged(judge, true);
  }

  private void refused(String judge, String... lines) {
    assertThatThrownBy(() -> judged(judge))
        .isInstanceOf(AssizeException.class)
        .extracting(e -> String.valueOf(e.getMessage()).replace(folder + "/", ""))
        .isEqualTo(String.join("\n", lines));
  }

  private void bothOrders() {
    write(
        "r.csv",
        "item,shown,said",
        "q1,12,A",
        "q1,21,B",
        "q2,12,A",
        "q2,21,The answer is A.",
        "q3,12,I cannot tell.");
  }

  @Test
  void repliesAreReadInTheOrderInWhichTheyWereGiven() {
    bothOrders();
    var judged = judged("replies: r.csv, " + PAIRS);
    var table = ((RunResult.Pairs) judged.result()).table();
    assertThat(judged.judge().model()).containsExactly("r");
    assertThat(judged.judge().recipe().formula()).isEqualTo("mix over orders(recorded(r/$order))");
    // q1: the first one both times. q2: whoever is shown first.
    assertThat(table.rows().get(0).whole())
        .isEqualTo(new io.assize.engine.trial.Decision.Better(table.rows().get(0).a().key()));
    assertThat(table.rows().get(1).whole()).isEqualTo(new io.assize.engine.trial.Decision.Tie());
    assertThat(judged.result().replies().rules())
        .hasToString("{label=1, not-in-the-file=1, nothing-found=1, whole=3}");
  }

  @Test
  void whatTheFileDoesNotHoldIsAReasonOfItsOwnAndNotOpen() {
    bothOrders();
    var replies = judged("replies: r.csv, " + PAIRS).result().replies();
    assertThat(replies.missing()).hasToString("{unreadable=1, not in the file=1}");
    assertThat(replies.missing(Why.NOT_RECORDED)).isEqualTo(1);
    assertThat(replies.open()).isZero();
    assertThat(replies.values()).isEqualTo(6);
  }

  @Test
  void gradesOfSingleAnswersGoThroughTheSameReader() {
    write("g.csv", "item,whose,said", "q1,v1,5", "q1,v2,Grade: 3", "q2,v1,19", "q2,v2,2");
    var judged =
        judged("replies: g.csv, recipe: score, parameters: {levels: {from: 1, to: 5}}, " + GRADES);
    var grades = ((RunResult.Grades) judged.result()).result();
    assertThat(grades.graded()).isEqualTo(3);
    assertThat(grades.missing()).hasToString("{unreadable=1, not in the file=2}");
  }

  @Test
  void gradesOfSingleAnswersMayBeComparedByTheRecipe() {
    write("g.csv", "item,whose,said", "q1,v1,5", "q1,v2,3", "q2,v1,2", "q2,v2,2");
    var judged = judged("replies: g.csv, recipe: llmbar-rating, " + GRADES);
    var table = ((RunResult.Pairs) judged.result()).table();
    assertThat(table.rows()).extracting(r -> r.whole().code(r.a().key())).containsExactly(1, 0, -1);
  }

  @Test
  void anItemsOnlyAnswerNeedsNoNameAndOneOfSeveralDoes() {
    write("w.csv", "item,said", "q1,5");
    refused(
        "replies: w.csv, recipe: score, map: {id: item, reply: said}",
        "w.csv:2  does not say whose answer it is about, and item q1 has several",
        "  allowed: system=COLUMN in the map",
        "  fix: add system to the map");
  }

  @Test
  void aChangedFileIsReadAnewAndNotReplayed() {
    bothOrders();
    String judge = "replies: r.csv, " + PAIRS;
    var before = judged(judge);
    assertThat(judged(judge, false).result().replies()).isEqualTo(before.result().replies());
    write("r.csv", "item,shown,said", "q1,12,B", "q1,21,A", "q3,12,A", "q3,21,B");
    assertThatThrownBy(() -> judged(judge, false))
        .hasMessage(
            folder.resolve("r.csv").toAbsolutePath()
                + "  has changed since this run was made from it\n"
                + "  allowed: the file and the map as they were\n"
                + "  fix: put the file back, or read it anew with assize resume");
    var after = (RunResult.Pairs) judged(judge).result();
    assertThat(after.table().rows())
        .extracting(r -> r.whole().code(r.a().key()))
        .containsExactly(2, -1, 1);
    assertThat(judged(judge, false).result().replies()).isEqualTo(after.replies());
  }

  @Test
  void severalJudgesInOneFileAreRefused() {
    write("r.csv", "item,shown,who,said", "q1,12,x,A", "q1,12,y,B");
    refused(
        "replies: r.csv, map: {id: item, a: \"'v1'\", b: \"'v2'\", order: shown, judge: who, reply: said}",
        "judges.main  r.csv holds replies of 2 judges: x, y",
        "  allowed: one judge",
        "  fix: keep one by map: {judge: COLUMN, only: \"COLUMN:VALUE\"}");
  }

  @Test
  void twoRepliesToOneQuestionAreRefused() {
    write("r.csv", "item,shown,said", "q1,12,A", "q1,21,A", "q1,12,B");
    refused(
        "replies: r.csv, " + PAIRS,
        "r.csv:4  replies to the same question as line 2",
        "  allowed: one reply to each question",
        "  fix: leave one out by only=COLUMN:VALUE in the map, or tell judges apart by"
            + " judge=COLUMN");
  }

  @Test
  void withoutTheOrderNobodyKnowsWhomAReplyNames() {
    write("r.csv", "item,said", "q1,A");
    refused(
        "replies: r.csv, map: {id: item, a: \"'v1'\", b: \"'v2'\", reply: said}",
        "r.csv:2  does not say which answer was shown first, so nobody knows whom a reply names",
        "  allowed: order=COLUMN in the map; order='12' where a always was",
        "  fix: add order to the map");
  }

  @Test
  void aRecipeThatAsksInBothOrdersNeedsBoth() {
    write("r.csv", "item,said", "q1,A", "q2,B");
    refused(
        "replies: r.csv, map: {id: item, a: \"'v1'\", b: \"'v2'\", order: \"'12'\", reply: said}",
        "judges.main  r.csv holds each pair in one order, and its recipe pair asks in both",
        "  allowed: replies in both orders, or a recipe that asks once",
        "  fix: write a recipe file without vary: {order: both}, and name it by recipe: FILE");
  }

  @Test
  void aRecipeThatAsksOnceReadsPairsAsTheyWereShown() {
    write(
        "once.yaml",
        "recipe: once",
        "judge: {ask: pair, scale: preference, sees: [item, candidates, reference, context, rubric]}");
    write("r.csv", "item,shown,said", "q1,12,A", "q2,21,A", "q3,21,B");
    var table =
        ((RunResult.Pairs) judged("replies: r.csv, recipe: once, " + PAIRS).result()).table();
    assertThat(table.rows()).extracting(r -> r.whole().code(r.a().key())).containsExactly(1, 2, 1);
  }

  @Test
  void aRecipeForPairsDoesNotReadGrades() {
    write("g.csv", "item,whose,said", "q1,v1,5");
    refused(
        "replies: g.csv, recipe: pair, " + GRADES,
        "judges.main  g.csv is about single answers, and its recipe pair compares two answers",
        "  allowed: replies to what the recipe asks",
        "  fix: take recipe: score or pass-fail, or name both answers by a=, b= and order= in the"
            + " map");
    bothOrders();
    refused(
        "replies: r.csv, recipe: score, " + PAIRS,
        "judges.main  r.csv is about pairs, and its recipe score judges one answer at a time",
        "  allowed: replies to what the recipe asks",
        "  fix: take recipe: pair, or name the answer by system=COLUMN in the map");
  }

  @Test
  void repliesToOtherItemsAreTold() {
    write("r.csv", "item,shown,said", "z9,12,A", "z9,21,B");
    refused(
        "replies: r.csv, " + PAIRS,
        "judges.main  r.csv holds no reply to any of 3 cases; its first row is about item z9,"
            + " systems v1 and v2",
        "  allowed: ids and systems of the items, such as item q1, v1 and v2",
        "  fix: mend id, system, a or b in the map");
  }

  @Test
  void tokensThatAFileDoesNotHoldCannotBeRead() {
    bothOrders();
    refused(
        "replies: r.csv, recipe: trustjudge-pair, " + PAIRS,
        "judges.main  r.csv holds no token probabilities, and its recipe trustjudge-pair reads"
            + " them",
        "  allowed: whole responses with log-probabilities (response=COLUMN in the map), or a"
            + " recipe that reads text",
        "  fix: use recipe: pair");
  }
}
