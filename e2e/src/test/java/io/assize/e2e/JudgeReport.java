package io.assize.e2e;

import io.assize.core.json.Json;
import java.util.List;

/** What one judge's part of the results says, by the published names. */
record JudgeReport(Json json) {

  static JudgeReport of(Command.Said said, String judge) {
    return new JudgeReport(
        Json.parse(said.out()).get("results").flatMap(r -> r.get(judge)).orElseThrow());
  }

  boolean pairs() {
    return json.get("kind").flatMap(Json::text).orElseThrow().equals("pairs");
  }

  /** Pairs or answers that have a judgment. */
  long judged() {
    return number(json, pairs() ? "pairs" : "graded");
  }

  /** Pairs or answers that have none, each for a reason. */
  long withoutJudgment() {
    return sum(json.get(pairs() ? "withoutVerdict" : "withoutGrade").orElseThrow());
  }

  long calls() {
    return number(replies(), "calls");
  }

  long values() {
    return number(replies(), "values");
  }

  long read() {
    return number(replies(), "read");
  }

  /** Values that are missing, by reason. */
  long missing() {
    return sum(replies().get("missing").orElseThrow());
  }

  long unreadable() {
    return replies()
        .get("missing")
        .flatMap(m -> m.get("unreadable"))
        .flatMap(Json::number)
        .map(java.math.BigDecimal::longValueExact)
        .orElse(0L);
  }

  List<Json> systems() {
    return json.get("systems").map(Json::elements).orElseThrow();
  }

  private Json replies() {
    return json.get("replies").orElseThrow();
  }

  static long number(Json of, String name) {
    return of.get(name).flatMap(Json::number).orElseThrow().longValueExact();
  }

  private static long sum(Json counts) {
    return counts.members().values().stream()
        .mapToLong(n -> n.number().orElseThrow().longValueExact())
        .sum();
  }
}
