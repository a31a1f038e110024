package io.assize.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.assize.core.Why;
import io.assize.engine.trial.Agreement;
import io.assize.engine.trial.Baseline;
import io.assize.engine.trial.GradeResult;
import io.assize.engine.trial.GradeTable;
import io.assize.engine.trial.PairResult;
import io.assize.engine.trial.PairTable;
import io.assize.engine.trial.Replies;
import io.assize.engine.trial.RunResult;
import io.assize.engine.trial.Standing;
import io.assize.measures.Clusters;
import io.assize.measures.Estimate;
import io.assize.measures.columns.Values;
import io.assize.measures.ranking.WinRate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The card keeps its columns and the width of a terminal, whatever things are called. */
class CardTest {

  private static final String LONG = "the-committee-of-seven-careful-readers-of-the-second-floor";

  private static Estimate share(double... values) {
    int[] item = new int[values.length];
    for (int i = 0; i < item.length; i++) item[i] = i;
    return WinRate.of(new Values(values, Clusters.of(item, item.length), 0), 0.95);
  }

  private static Estimate some() {
    return share(1, 0, 1, 1);
  }

  private static Facts facts(boolean details) {
    return new Facts(
        List.of(),
        "judge",
        Optional.of(List.of(LONG + "-1", LONG + "-2")),
        "",
        "--repeat 3 takes about 24 calls, about 12 000 tokens, about $0.0120, and all of it goes"
            + " to the model that judges",
        "",
        Optional.of("answers.run"),
        List.of(),
        details);
  }

  private static Replies replies() {
    var rules = new TreeMap<String, Long>();
    for (int i = 0; i < 9; i++) rules.put("a-rule-of-number-" + i, 10L);
    return new Replies(8, 8, 8, Map.of(), rules);
  }

  private static RunResult pairs() {
    var standings =
        List.of(
            new Standing(LONG + "-1", 3, 0, 1, some(), some()),
            new Standing(LONG + "-2", 1, 0, 3, share(0, 1, 0, 0), some()));
    var card =
        new PairResult.Card(
            some(),
            1,
            4,
            some(),
            some(),
            Optional.of(new PairResult.Length(LONG, 12.5)),
            new Estimate.Undefined("not measured", 0, 0),
            1,
            0,
            List.of(new Agreement("asked in both orders, 1000 times", some(), some())),
            List.of(),
            LONG);
    var result =
        new PairResult(
            4,
            Map.of(Why.UNREADABLE, 1L),
            standings,
            List.of(),
            some(),
            replies(),
            card,
            List.of(new PairResult.Look(LONG, LONG + "-1", LONG + "-2", "flips with the order")));
    return new RunResult.Pairs(result, new PairTable(List.of()));
  }

  private static GradeResult.Card grades(Baseline constant, Agreement always) {
    return new GradeResult.Card(
        3,
        some(),
        some(),
        some(),
        2,
        1,
        List.of(new Agreement("the judge", some(), some()), always),
        List.of(
            constant, new Baseline("random", Baseline.Kind.NOTHING, some(), share(0, 0), some())),
        some(),
        LONG);
  }

  private static List<String> graded(GradeResult.Card card, boolean details) {
    var result =
        new GradeResult(
            4,
            Map.of(),
            false,
            List.of(new GradeResult.Standing(LONG, 4, some())),
            Optional.empty(),
            Optional.empty(),
            replies(),
            card,
            List.of());
    return Screens.lines(new RunResult.Grades(result, new GradeTable(List.of())), facts(details));
  }

  @Test
  void longNamesLeaveNeitherTheColumnsNorTheScreen() {
    var lines = Screens.lines(pairs(), facts(true));
    assertThat(lines).allMatch(l -> l.length() <= 100, "is no wider than a terminal");
    assertThat(lines)
        .contains(
            "  agrees with the-committee-of-... share of pairs        beyond chance (kappa)",
            "    asked in both orders, 1000 ... 75 %    0 to 100      0.75 (0.00 to 1.00)",
            "  prefers the longer answer        75 % of its decisions (0 to 100);"
                + " the-committee-of-seven-care...",
            "                                   is 1250 % longer",
            "  the-committee-of-...  the-committe... - the-committe... flips with the order");
  }

  @Test
  void aLevelWithALongNameIsShortened() {
    var always = new Agreement("always " + LONG, some(), some());
    var constant = new Baseline("constant", Baseline.Kind.NOTHING, some(), some(), some());
    assertThat(graded(grades(constant, always), true))
        .contains("    always the-committee-of-sev... 75 %    0 to 100      0.75 (0.00 to 1.00)")
        .anyMatch(l -> l.startsWith("    always the highest grade       75 %"));
  }

  @Test
  void oneJudgeUnderTwoNamesStandsOnOneLine() {
    var always = new Agreement("always 3", some(), some());
    var constant =
        new Baseline(
            "constant", Baseline.Kind.NOTHING, some(), some(), some(), Optional.of("always 3"));
    for (boolean details : List.of(true, false)) {
      var lines = graded(grades(constant, always), details);
      assertThat(lines).filteredOn(l -> l.startsWith("    always")).hasSize(1);
      assertThat(lines).anyMatch(l -> l.startsWith("    always 3, the highest grade    75 %"));
      assertThat(lines).noneMatch(l -> l.contains("more baselines"));
    }
  }

  @Test
  void halfACharacterIsNeverShown() {
    assertThat(Safe.brief("ab\uD83D\uDE00cdefgh", 6)).isEqualTo("ab...");
    assertThat(Safe.brief("abc\uD83D\uDE00defgh", 8)).isEqualTo("abc\uD83D\uDE00...");
  }
}
