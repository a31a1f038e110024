package io.assize.report;

import io.assize.core.json.Json;
import io.assize.engine.compare.Comparison;
import io.assize.engine.compare.Comparison.Change;
import io.assize.engine.compare.Comparison.Moved;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apiguardian.api.API;

/** What changed between two runs under documented names: the schema is compare.schema.json. */
@API(status = API.Status.EXPERIMENTAL)
public final class CompareJson {

  private CompareJson() {}

  /**
   * Return what changed, by judge, and how it was made.
   *
   * @param limit of the gate, where there is one
   * @param release of Assize that computed it
   */
  public static Json document(List<Comparison> all, OptionalDouble limit, String release) {
    return Json.object()
        .put(
            "results",
            Json.object()
                .put("kind", "comparison")
                .put("judges", Json.array(all, c -> of(c, limit)))
                .build())
        .put(
            "made",
            Json.object().put("assize", release).put("java", Runtime.version().toString()).build())
        .build();
  }

  private static Json of(Comparison c, OptionalDouble limit) {
    Optional<Json> gate =
        limit.isEmpty()
            ? Optional.empty()
            : Optional.of(
                Json.object()
                    .put("failOver", limit.getAsDouble())
                    .put("failed", c.fell(limit.getAsDouble()))
                    .build());
    return Json.object()
        .put("judge", c.fresh().config().name())
        .put("models", Json.texts(c.fresh().models()))
        .put("recipe", c.fresh().recipe())
        .put("before", c.old().run())
        .put("after", c.fresh().run())
        .put("items", c.items())
        .put("open", c.open())
        .put("systems", Json.array(c.changes(), CompareJson::change))
        .put("notes", Json.texts(c.notes()))
        .put("gate", gate)
        .build();
  }

  private static Json change(Change c) {
    return Json.object()
        .put("system", c.system())
        .put("was", c.was().map(Json::of))
        .put("against", c.against().map(Json::of))
        .put("figure", c.figure().name().toLowerCase(Locale.ROOT).replace('_', ' '))
        .put("before", ResultJson.estimate(c.before()))
        .put("after", ResultJson.estimate(c.after()))
        .put("difference", ResultJson.estimate(c.difference()))
        .put("itemsToSettle", ResultJson.estimate(c.itemsToSettle()))
        .put("unchanged", c.same())
        .put("withoutVerdictInBoth", c.unpaired())
        .put("answersChanged", c.otherAnswers())
        .put("regressions", Json.array(c.regressions(), CompareJson::moved))
        .put("improvements", Json.array(c.improvements(), CompareJson::moved))
        .build();
  }

  private static Json moved(Moved m) {
    return Json.object()
        .put("item", m.item())
        .put("about", m.about())
        .put("before", m.before())
        .put("after", m.after())
        .put("answerChanged", m.otherAnswer())
        .build();
  }
}
