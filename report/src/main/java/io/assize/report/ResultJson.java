package io.assize.report;

import io.assize.core.Why;
import io.assize.core.json.Json;
import io.assize.engine.trial.Agreement;
import io.assize.engine.trial.Baseline;
import io.assize.engine.trial.Conflict;
import io.assize.engine.trial.GradeResult;
import io.assize.engine.trial.PairResult;
import io.assize.engine.trial.Replies;
import io.assize.engine.trial.RunResult;
import io.assize.engine.trial.Standing;
import io.assize.measures.Estimate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * Results under documented names, in users' words: the schema is {@code result.schema.json}. A
 * number that does not exist is left out, and {@code undefined} says why.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class ResultJson {

  private ResultJson() {}

  /** Return what a run says. */
  public static Json of(RunResult result) {
    return switch (result) {
      case RunResult.Pairs p -> {
        Json pairs = of(p.result());
        if (p.conflicts().isEmpty()) yield pairs;
        yield Json.object()
            .putAll(pairs)
            .put("conflictWithGrades", Json.array(p.conflicts(), ResultJson::conflict))
            .build();
      }
      case RunResult.Grades g -> of(g.result());
    };
  }

  /** Return what comparisons say. */
  public static Json of(PairResult r) {
    return Json.object()
        .put("kind", "pairs")
        .put("pairs", r.pairs())
        .put("withoutVerdict", missing(r.missing()))
        .put("systems", Json.array(r.standings(), ResultJson::standing))
        .put("systemsByLabels", Json.array(r.labelStandings(), ResultJson::standing))
        .put("itemsToSettle", estimate(r.itemsToSettle()))
        .put("replies", replies(r.replies()))
        .put("card", card(r.card()))
        .put("lookFirst", looks(r.lookFirst()))
        .build();
  }

  /** Return what grades say. */
  public static Json of(GradeResult r) {
    return Json.object()
        .put("kind", r.passFail() ? "passFail" : "grades")
        .put("graded", r.graded())
        .put("withoutGrade", missing(r.missing()))
        .put(
            "systems",
            Json.array(
                r.standings(),
                s ->
                    Json.object()
                        .put("system", s.system())
                        .put("graded", s.graded())
                        .put("mean", estimate(s.mean()))
                        .build()))
        .put("lead", r.lead().map(ResultJson::estimate))
        .put("itemsToSettle", r.itemsToSettle().map(ResultJson::estimate))
        .put("replies", replies(r.replies()))
        .put("card", card(r.card()))
        .put("lookFirst", looks(r.lookFirst()))
        .build();
  }

  private static Json standing(Standing s) {
    return Json.object()
        .put("system", s.system())
        .put("won", s.won())
        .put("tied", s.tied())
        .put("lost", s.lost())
        .put("winRate", estimate(s.winRate()))
        .put("strength", estimate(s.strength()))
        .build();
  }

  private static Json card(PairResult.Card c) {
    return Json.object()
        .put("sameVerdictInBothOrders", estimate(c.sameInBothOrders()))
        .put("flips", c.flips())
        .put("askedInBothOrders", c.bothOrders())
        .put("choosesFirst", estimate(c.firstChosen()))
        .put("choosesLonger", estimate(c.longerChosen()))
        .put(
            "longest",
            c.longest()
                .map(
                    l -> Json.object().put("system", l.system()).put("longerBy", l.more()).build()))
        .put("sameVerdictWhenAskedAgain", estimate(c.sameAgain()))
        .put("timesAsked", c.timesAsked())
        .put("changedWhenAskedAgain", c.changed())
        .put("labelsBy", c.goldBy())
        .put("agreement", agreements(c.agreements()))
        .put("baselines", baselines(c.baselines()))
        .build();
  }

  private static Json card(GradeResult.Card c) {
    return Json.object()
        .put("commonestGrade", c.commonest())
        .put("commonestGradeShare", estimate(c.commonestShare()))
        .put("correlationWithLength", estimate(c.withLength()))
        .put("sameGradeWhenAskedAgain", estimate(c.sameAgain()))
        .put("timesAsked", c.timesAsked())
        .put("changedWhenAskedAgain", c.changed())
        .put("labelsBy", c.goldBy())
        .put("agreement", agreements(c.agreements()))
        .put("baselines", baselines(c.baselines()))
        .put("moreLenientThanLabels", estimate(c.lenient()))
        .build();
  }

  private static Json agreements(List<Agreement> all) {
    return Json.array(
        all,
        a ->
            Json.object()
                .put("who", a.who())
                .put("share", estimate(a.share()))
                .put("kappa", estimate(a.kappa()))
                .build());
  }

  private static Json conflict(Conflict c) {
    return Json.object()
        .put("grades", c.grades())
        .put("byLikeliestLabel", said(c.likeliest()))
        .put("byProbabilities", said(c.probabilities()))
        .build();
  }

  private static Json said(Conflict.Said s) {
    return Json.object()
        .put("conflict", estimate(s.conflict()))
        .put("lowerGradeWins", estimate(s.reversed()))
        .put("tiedGrades", s.tiedGrades())
        .put("tiedComparisons", s.tiedComparisons())
        .build();
  }

  private static Json baselines(List<Baseline> all) {
    return Json.array(
        all,
        b ->
            Json.object()
                .put("name", b.name())
                .put(
                    "recorded",
                    b.kind() == Baseline.Kind.RECORDED
                        ? Optional.of(Json.of(true))
                        : Optional.<Json>empty())
                .put("withJudge", estimate(b.withJudge()))
                .put("share", estimate(b.share()))
                .put("kappa", estimate(b.kappa()))
                .build());
  }

  static Json replies(Replies r) {
    var rules = Json.object();
    r.rules().forEach((rule, n) -> rules.put(rule, (long) n));
    return Json.object()
        .put("calls", r.calls())
        .put("values", r.values())
        .put("read", r.read())
        .put("missing", missing(r.missing()))
        .put("rules", rules.build())
        .build();
  }

  static Json missing(Map<Why, Long> counts) {
    var all = Json.object();
    counts.forEach((why, n) -> all.put(why.words(), (long) n));
    return all.build();
  }

  private static Json looks(List<PairResult.Look> looks) {
    return Json.array(
        looks,
        l ->
            Json.object()
                .put("item", l.item())
                .put("a", l.a())
                .put("b", l.b())
                .put("reason", l.reason())
                .build());
  }

  /** Return an estimate: its value and interval, or why there is none. */
  public static Json estimate(Estimate e) {
    return switch (e) {
      case Estimate.Value v ->
          Json.object()
              .put("value", v.estimate())
              .put(
                  "interval",
                  v.interval()
                      .filter(i -> Double.isFinite(i.low()) && Double.isFinite(i.high()))
                      .map(i ->
                          Json.object()
                              .put("low", i.low())
                              .put("high", i.high())
                              .put("level", i.level())
                              .put("kind", i.kind().name().toLowerCase(java.util.Locale.ROOT))
                              .build()))
              .put("n", v.n())
              .put("missing", v.missing())
              .put("method", v.method())
              .put("seed", Long.toString(v.seed()))
              .build();
      case Estimate.Undefined u ->
          Json.object()
              .put("undefined", u.reason())
              .put("n", u.n())
              .put("missing", u.missing())
              .build();
    };
  }
}
