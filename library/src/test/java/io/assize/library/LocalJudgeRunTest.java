package io.assize.library;

import static io.assize.library.RecordedRun.grades;
import static io.assize.library.RecordedRun.judge;
import static io.assize.library.RecordedRun.pairs;
import static org.assertj.core.api.Assertions.assertThat;

import io.assize.core.json.Json;
import io.assize.core.scale.Outcome;
import io.assize.engine.files.ColumnMap;
import io.assize.engine.files.DataFiles;
import io.assize.engine.observe.Observations;
import io.assize.engine.trial.Conflict;
import io.assize.engine.trial.ConflictTrial;
import io.assize.engine.trial.Decision;
import io.assize.engine.trial.Gold;
import io.assize.engine.trial.GradeResult;
import io.assize.engine.trial.LabelledGold;
import io.assize.engine.trial.PairTable;
import io.assize.measures.Estimate;
import io.assize.measures.inference.Bootstrap;
import io.assize.testkit.NeedsData;
import io.assize.testkit.Paper;
import io.assize.testkit.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Four hundred recorded exchanges with a small judge, as judges of one run: from a configuration to
 * what the run says. {@code published-} judges read as {@code expected.json} was made, {@code own-}
 * judges as we would, {@code text-} judges without probabilities.
 */
@NeedsData({"local-judge", "llmbar"})
class LocalJudgeRunTest {

  private static @TempDir Path scratch;
  private static RecordedRun run;
  private static Finished finished;
  private static Json expected;
  private static Gold gold;

  static String yaml() {
    Path replies = SharedData.folder("local-judge").resolve("qwen.jsonl");
    String pair =
        "replies: \"%s\", map: {id: subset+item, a: \"'output_1'\", b: \"'output_2'\", order: shown, response: response, only: \"kind:pair\"}"
            .formatted(replies);
    String grade =
        "replies: \"%s\", map: {id: subset+item, system: \"'output_'+shown\", response: response, only: \"kind:grade\"}"
            .formatted(replies);
    return """
    items: {file: "%s", map: {id: subset+item}, take: 100}
    rank: {resamples: 200}
    judges:
      published-pairs: {%s, recipe: trustjudge-pair, parameters: {ties: false, read: first-token, maxLeftOut: 1}}
      published-grades: {%s, recipe: trustjudge-score, parameters: {levels: {from: 1, to: 5}, read: first-token, maxLeftOut: 1}}
      own-pairs: {%s, recipe: trustjudge-pair, parameters: {ties: false, otherwise: unreadable}}
      own-grades: {%s, recipe: trustjudge-score, parameters: {levels: {from: 1, to: 5}, otherwise: unreadable}}
      text-pairs: {%s, recipe: pair}
      text-grades: {%s, recipe: score, parameters: {levels: {from: 1, to: 5}}}
      careful-grades: {%s, recipe: trustjudge-score, parameters: {levels: {from: 1, to: 5}, read: first-token}}
    """
        .formatted(
            SharedData.folder("llmbar").resolve("items.jsonl"),
            pair,
            grade,
            pair,
            grade,
            pair,
            grade,
            grade);
  }

  @BeforeAll
  static void judgeAll() throws IOException {
    Path folder = SharedData.folder("local-judge");
    expected = Json.parse(Files.readString(folder.resolve("expected.json")));
    Path items = SharedData.folder("llmbar").resolve("items.jsonl");
    var data = DataFiles.answers(List.of(items), ColumnMap.parse("id=subset+item"));
    gold = new LabelledGold(data, Optional.empty());
    run = new RecordedRun(scratch, yaml());
    finished = run.run();
  }

  private static boolean right(PairTable.Row row, Decision said) {
    return gold.of(row.asked()).filter(said::equals).isPresent();
  }

  private static long count(List<ConflictTrial.Row> rows, Function<ConflictTrial.Row, Boolean> is) {
    return rows.stream().filter(is::apply).count();
  }

  private static Json published(String part, String... names) {
    var some = Json.object();
    for (String name : names) {
      some.put(name, expected.get(part).flatMap(g -> g.get(name)).orElseThrow());
    }
    return some.build();
  }

  /** What the first judge compares and the second grades, joined. */
  private static List<ConflictTrial.Row> joined(String comparing, String grading) {
    return new ConflictTrial(
            pairs(finished, comparing).table(), grades(finished, grading).table(), Bootstrap.none())
        .rows();
  }

  @Test
  void nothingIsAsked() {
    for (Finished.Told told : finished.judges()) {
      assertThat(told.judged().judge().plan().most()).isEmpty();
      assertThat(told.judged().judge().session().wires().count().attempts()).isZero();
      assertThat(told.judged().result().replies().values()).isEqualTo(200);
      assertThat(told.judged().result().replies().open()).isZero();
    }
    assertThat(finished.open()).isZero();
  }

  @Test
  void comparisonsReadByThePublishedPolicyGiveThePublishedFigures() {
    assertThat(comparisons("published-pairs"))
        .isEqualTo(
            published(
                    "pair",
                    "shownFirstChosen",
                    "of",
                    "accuracyOrder12",
                    "accuracyOrder21",
                    "flips",
                    "bothOrdersRight",
                    "accuracyMeanOfProbabilities",
                    "meanProbabilityOutput1")
                .canonical());
    assertThat(pairs(finished, "published-pairs").result().replies().rules())
        .hasToString("{first-token=200}");
  }

  @Test
  void comparisonsReadWhereTheVerdictStandsGiveTheSame() {
    assertThat(comparisons("own-pairs")).isEqualTo(comparisons("published-pairs"));
    assertThat(pairs(finished, "own-pairs").result().replies().rules())
        .hasToString("{whole+tokens=200}");
  }

  private static String comparisons(String name) {
    var table = pairs(finished, name).table();
    Observations seen = judge(finished, name).seen();
    int first = 0;
    int right12 = 0;
    int right21 = 0;
    int both = 0;
    int flips = 0;
    int mean = 0;
    double sum = 0;
    for (int i = 0; i < table.rows().size(); i++) {
      PairTable.Row row = table.rows().get(i);
      Decision in12 = Objects.requireNonNull(row.orders().get(row.a().key()));
      Decision in21 = Objects.requireNonNull(row.orders().get(row.b().key()));
      if (in12.equals(new Decision.Better(row.a().key()))) first++;
      if (in21.equals(new Decision.Better(row.b().key()))) first++;
      if (right(row, in12)) right12++;
      if (right(row, in21)) right21++;
      if (right(row, in12) && right(row, in21)) both++;
      if (!in12.equals(in21)) flips++;
      if (right(row, row.whole())) mean++;
      sum += seen.mass(seen.root(i), new Outcome.Prefer(row.a().key()));
    }
    return Json.object()
        .put("shownFirstChosen", first)
        .put("of", 2L * table.rows().size())
        .put("accuracyOrder12", right12)
        .put("accuracyOrder21", right21)
        .put("flips", flips)
        .put("bothOrdersRight", both)
        .put("accuracyMeanOfProbabilities", mean)
        .put("meanProbabilityOutput1", Math.round(sum * 1e4) / 1e6)
        .build()
        .canonical();
  }

  @Test
  void gradesReadByThePublishedPolicyGiveThePublishedFigures() {
    GradeResult result = grades(finished, "published-grades").result();
    var rows = joined("published-pairs", "published-grades");
    assertThat(result.replies().rules()).hasToString("{first-token=200}");
    var figures =
        Json.object()
            .put("expectedScoreRight", count(rows, r -> right(r.pair(), r.expectedGrades())))
            .put("meanExpectedScoreOutput1", mean(result, "output_1"))
            .put("meanExpectedScoreOutput2", mean(result, "output_2"))
            .build();
    assertThat(figures.canonical())
        .isEqualTo(
            published(
                    "grade",
                    "expectedScoreRight",
                    "meanExpectedScoreOutput1",
                    "meanExpectedScoreOutput2")
                .canonical());
  }

  private static double mean(GradeResult result, String system) {
    return result.standings().stream()
        .filter(s -> s.system().equals(system))
        .map(s -> Math.round(((Estimate.Value) s.mean()).estimate() * 1e6) / 1e6)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void likeliestGradesGiveThePublishedFigures() {
    Observations seen = judge(finished, "text-grades").seen();
    var off = new ArrayList<String>();
    for (int row = 0; row < seen.size(); row++) {
      if (seen.rule(row).equals("off-scale")) off.add(seen.detail(row).split("\"")[1]);
    }
    off.sort(null);
    var rows = joined("text-pairs", "text-grades");
    var figures =
        Json.object()
            .put("inScale", grades(finished, "text-grades").result().graded())
            .put("outOfScale", Json.texts(off))
            .put(
                "argmax",
                Json.object()
                    .put("ties", count(rows, r -> r.likelyGrades() instanceof Decision.Tie))
                    .put("right", count(rows, r -> right(r.pair(), r.likelyGrades())))
                    .put(
                        "wrong",
                        count(
                            rows,
                            r ->
                                r.likelyGrades() instanceof Decision.Better
                                    && !right(r.pair(), r.likelyGrades())))
                    .put(
                        "undecidedBecauseUnreadable",
                        count(rows, r -> r.likelyGrades() instanceof Decision.None))
                    .build())
            .build();
    assertThat(figures.canonical())
        .isEqualTo(published("grade", "inScale", "outOfScale", "argmax").canonical());
  }

  @Test
  void setAsideAreGradesOffTheScaleAndThoseThatLeaveOutTooMuch() {
    assertThat(grades(finished, "own-grades").result().replies().rules())
        .hasToString("{left-out=2, off-scale=10, whole+tokens=188}");
    assertThat(grades(finished, "careful-grades").result().replies().rules())
        .as("at the first token eight of 200 leave out more than 5 %, six of them off the scale")
        .hasToString("{first-token=192, left-out=8}");
    var rows = joined("own-pairs", "own-grades");
    assertThat(count(rows, r -> !(r.expectedGrades() instanceof Decision.None))).isEqualTo(92);
    assertThat(count(rows, r -> right(r.pair(), r.expectedGrades())))
        .as("63 of 100 when nothing is set aside")
        .isEqualTo(59);
  }

  /** The same replies, decided by the likeliest label and by TrustJudge: no call lies between. */
  @Test
  @Paper(value = "B04", lacks = "transitivity of comparisons")
  void trustJudgeBeforeAndAfter() {
    // By a script of forty lines that knows nothing of the reader.
    Conflict text = conflict("text-pairs", "text-grades");
    Conflict published = conflict("published-pairs", "published-grades");
    Conflict own = conflict("own-pairs", "own-grades");
    assertThat(said(text.likeliest()))
        .isEqualTo("93 pairs: 34 conflict, 1 reversed; 74 grades tied, 59 comparisons tied");
    assertThat(text.probabilities()).isEqualTo(text.likeliest());
    assertThat(said(published.probabilities()))
        .isEqualTo("100 pairs: 31 conflict, 31 reversed; 0 grades tied, 0 comparisons tied");
    assertThat(said(own.likeliest()))
        .isEqualTo("92 pairs: 34 conflict, 1 reversed; 74 grades tied, 59 comparisons tied");
    assertThat(said(own.probabilities()))
        .isEqualTo("92 pairs: 28 conflict, 28 reversed; 0 grades tied, 0 comparisons tied");
    // Flips: before, each makes a tie; after, probabilities in both orders are one verdict.
    assertThat(pairs(finished, "text-pairs").result().card().flips()).isEqualTo(64);
    assertThat(tied("text-pairs")).isEqualTo(64);
    assertThat(tied("own-pairs")).isZero();
  }

  private static long tied(String comparing) {
    return pairs(finished, comparing).table().rows().stream()
        .filter(r -> r.whole() instanceof Decision.Tie)
        .count();
  }

  private static Conflict conflict(String comparing, String grading) {
    return pairs(finished, comparing).conflicts().stream()
        .filter(c -> c.grades().equals(grading))
        .findFirst()
        .orElseThrow();
  }

  private static String said(Conflict.Said said) {
    var conflict = (Estimate.Value) said.conflict();
    var reversed = (Estimate.Value) said.reversed();
    return "%d pairs: %d conflict, %d reversed; %d grades tied, %d comparisons tied"
        .formatted(
            conflict.n(),
            Math.round(conflict.n() * conflict.estimate()),
            Math.round(reversed.n() * reversed.estimate()),
            said.tiedGrades(),
            said.tiedComparisons());
  }

  @Test
  void replayGivesTheSameBytes() {
    assertThat(run.replay().results().canonical()).isEqualTo(finished.results().canonical());
    assertThat(run.results()).isEqualTo(finished.document().canonical() + "\n");
  }
}
