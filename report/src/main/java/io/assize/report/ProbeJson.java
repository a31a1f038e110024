package io.assize.report;

import io.assize.core.json.Json;
import io.assize.engine.probe.Effect;
import io.assize.engine.probe.ProbeResult;
import io.assize.engine.probe.Unit;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apiguardian.api.API;

/** What moves a judge under documented names: the schema is probe.schema.json. */
@API(status = API.Status.EXPERIMENTAL)
public final class ProbeJson {

  private ProbeJson() {}

  /**
   * Return what was found, and by what it was computed.
   *
   * @param limit of the gate, where there is one
   */
  public static Json document(ProbeReport of, OptionalDouble limit) {
    Optional<Json> gate =
        limit.isEmpty()
            ? Optional.empty()
            : Optional.of(
                Json.object()
                    .put("failOver", limit.getAsDouble())
                    .put("failed", of.fails(limit.getAsDouble()))
                    .build());
    ProbeResult result = of.result();
    return Json.object()
        .put(
            "results",
            Json.object()
                .put("kind", "probes")
                .put("judge", of.judge())
                .put("recipe", of.recipe())
                .put("models", Json.texts(of.models()))
                .put("shiftOf", unit(result.unit()))
                .put("cases", result.cases())
                .put("items", result.items())
                .put("tests", result.tests())
                .put("probes", Json.array(result.effects(), ProbeJson::effect))
                .put(
                    "notMeasured",
                    Json.array(
                        result.not(),
                        n ->
                            Json.object()
                                .put("probe", n.probe().name())
                                .put("why", n.why())
                                .build()))
                .put("replies", ResultJson.replies(of.replies()))
                .put("gate", gate)
                .build())
        .put(
            "made",
            Json.object()
                .put("assize", of.release())
                .put("java", Runtime.version().toString())
                .build())
        .build();
  }

  private static Json unit(Unit unit) {
    return switch (unit) {
      case Unit.Wins w -> Json.object().put("what", "win share").build();
      case Unit.Passes p -> Json.object().put("what", "pass rate").build();
      case Unit.Grade g ->
          Json.object()
              .put("what", "grade, as a share of its scale")
              .put("low", g.low())
              .put("high", g.high())
              .build();
    };
  }

  private static Json effect(Effect e) {
    return Json.object()
        .put("probe", e.probe().name())
        .put("group", e.probe().group())
        .put("does", e.probe().does())
        .put("shouldBe", word(e.probe().expect()))
        .put("finding", word(e.finding()))
        .put("casesChanged", e.cases())
        .put("casesLeft", e.left())
        .put("changed", ResultJson.estimate(e.changed()))
        .put("beyond", ResultJson.estimate(e.beyond()))
        .put("shift", ResultJson.estimate(e.shift()))
        .put("chanceOfBeyond", number(e.beyondP()))
        .put("chanceOfShift", number(e.shiftP()))
        .put("movesAtLeast", e.surely())
        .put("withoutVerdict", missing(e))
        .put("withoutVerdictUntouched", e.missingBefore())
        .put(
            "right",
            e.right()
                .map(r ->
                    Json.object()
                        .put("untouched", ResultJson.estimate(r.before()))
                        .put("changed", ResultJson.estimate(r.after()))
                        .put("difference", ResultJson.estimate(r.difference()))
                        .build()))
        .build();
  }

  private static Json missing(Effect e) {
    return ResultJson.missing(e.missing().isEmpty() ? Map.of() : new EnumMap<>(e.missing()));
  }

  private static Optional<Json> number(OptionalDouble p) {
    return p.isEmpty() ? Optional.empty() : Optional.of(Json.of(p.getAsDouble()));
  }

  private static String word(Enum<?> of) {
    return of.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
