package io.assize.report;

import io.assize.engine.trial.GradeResult;
import io.assize.engine.trial.PairResult;
import io.assize.measures.Estimate;
import io.assize.measures.Interval;
import java.util.ArrayList;
import java.util.List;

/** Grades on a terminal, in the same four parts as comparisons. */
final class GradeScreen implements Screen {

  private final GradeResult result;
  private final Facts facts;

  GradeScreen(GradeResult result, Facts facts) {
    this.result = result;
    this.facts = facts;
  }

  @Override
  public String title() {
    return result.standings().size() > 1 ? "WHICH IS BETTER" : "HOW GOOD IS IT";
  }

  @Override
  public void body(Lines lines) {
    answer().forEach(lines::sentence);
    table(lines);
  }

  @Override
  public List<String> believed() {
    return List.of(belief());
  }

  @Override
  public List<PairResult.Look> looks() {
    return result.lookFirst();
  }

  @Override
  public List<String> answer() {
    if (result.graded() == 0) {
      return List.of(
          "Nothing can be said: no answer has a grade"
              + Absent.words("grade", result.missing())
              + ".");
    }
    GradeResult.Standing first = result.standings().getFirst();
    if (result.lead().isEmpty()) return List.of(name(first) + says(first) + ".");
    Estimate lead = result.lead().get();
    GradeResult.Standing second = result.standings().get(1);
    if (!(lead instanceof Estimate.Value v)) return List.of(name(first) + says(first) + ".");
    boolean level = Math.abs(v.estimate()) < 1e-9;
    boolean decided = v.interval().filter(i -> i.low() > 0).isPresent();
    String sentence =
        name(first)
            + (decided ? " is graded higher than " : level ? " is level with " : " leads ")
            + name(second)
            + (decided ? "." : ", too close to call.");
    String counts =
        "On the same items the difference is "
            + difference(v)
            + "; "
            + Numbers.of(v.n(), "item", "items")
            + Absent.words("grade", result.missing())
            + ".";
    var all = new ArrayList<>(List.of(sentence, counts));
    result
        .itemsToSettle()
        .flatMap(e -> e.value().map(Estimate.Value::estimate))
        .ifPresent(n ->
            all.add(
                "To be sure of a lead of this size (80 % power, 5 % level): about "
                    + Numbers.about(n)
                    + " items."));
    return all;
  }

  private String difference(Estimate.Value v) {
    double unit = result.passFail() ? 100 : 1;
    int digits = result.passFail() ? 1 : 2;
    return Numbers.signed(unit * v.estimate(), digits)
        + (result.passFail() ? " points" : "")
        + v.interval()
            .map(i ->
                " (95 % interval "
                    + Numbers.signed(unit * i.low(), digits)
                    + " to "
                    + Numbers.signed(unit * i.high(), digits)
                    + ")")
            .orElse("");
  }

  private String says(GradeResult.Standing s) {
    return (result.passFail() ? " passes " : " is graded ")
        + grade(s.mean())
        + "; "
        + Numbers.of(s.graded(), "answer", "answers")
        + Absent.words("grade", result.missing());
  }

  private String grade(Estimate mean) {
    return result.passFail() ? Numbers.percent(mean) : Numbers.decimal(mean, 2);
  }

  private void table(Lines lines) {
    if (result.standings().size() < 2) return;
    int width = result.standings().stream().mapToInt(s -> name(s).length()).max().orElse(8) + 3;
    for (GradeResult.Standing s : result.standings()) {
      lines.add(
          "  "
              + Numbers.pad(name(s), width)
              + Numbers.pad(grade(s.mean()), 24)
              + Numbers.of(s.graded(), "answer", "answers"));
    }
  }

  @Override
  public void card(Lines lines) {
    GradeResult.Card card = result.card();
    if (card.commonestShare() instanceof Estimate.Value) {
      lines.item(
          "says \""
              + Numbers.fixed(card.commonest(), whole(card.commonest()) ? 0 : 1)
              + "\" most often",
          Numbers.percent(card.commonestShare()) + " of its grades",
          "",
          card.commonestShare());
    }
    lines.item(
        "grade goes with length",
        card.withLength() instanceof Estimate.Value
            ? "rank correlation " + Numbers.decimal(card.withLength(), 2)
            : "-",
        "",
        card.withLength());
    var common = new CardLines(lines, facts, "answers");
    common.again("grade", card.sameAgain(), card.timesAsked(), card.changed());
    agreements(lines);
    common.family();
    if (result.replies().missing().values().stream().anyMatch(n -> n > 0)) {
      lines.item(
          "values that could not be had",
          Absent.values(result.replies(), "never a fail, never a zero"),
          "no verdict");
    }
  }

  @Override
  public void agreements(Lines lines) {
    GradeResult.Card card = result.card();
    new CardLines(lines, facts, "answers")
        .agreements(card.agreements(), card.baselines(), card.goldBy());
    if (!card.agreements().isEmpty()) {
      lines.item(
          "more lenient than the labels by",
          Numbers.decimal(card.lenient(), 2) + " levels",
          "labelled",
          card.lenient());
    }
  }

  private static boolean whole(double x) {
    return x == Math.rint(x);
  }

  private String belief() {
    if (result.graded() == 0) return "So: nothing can be said of this judge: it gave no grade.";
    GradeResult.Card card = result.card();
    var doubts = new ArrayList<String>();
    if (card.commonestShare() instanceof Estimate.Value v
        && v.estimate() > 0.6
        && !result.passFail()) {
      doubts.add("it gives most answers one grade");
    }
    if (card.withLength() instanceof Estimate.Value v
        && v.interval().filter(i -> i.low() > 0).map(Interval::low).isPresent()) {
      doubts.add("longer answers get higher grades");
    }
    String so =
        doubts.isEmpty() ? "no bias stands out in what was measured" : String.join("; ", doubts);
    if (card.agreements().isEmpty()) {
      return "So: " + so + "; no person has checked this judge yet, and consistent is not right.";
    }
    String said =
        AgainstLabels.words(
            card.agreements().getFirst(),
            "do not rely on its grades",
            "do not rely on its grades alone");
    return "So: " + so + "; " + said + ".";
  }

  private static String name(GradeResult.Standing s) {
    return Safe.brief(s.system(), 30);
  }
}
