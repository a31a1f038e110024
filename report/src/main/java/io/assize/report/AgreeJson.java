package io.assize.report;

import io.assize.core.json.Json;
import io.assize.engine.ratings.RatingResult;
import io.assize.engine.ratings.RatingResult.Dissent;
import io.assize.engine.ratings.RatingScale;
import java.util.List;
import org.apiguardian.api.API;

/** Agreement under documented names: the schema is {@code agree.schema.json}. */
@API(status = API.Status.EXPERIMENTAL)
public final class AgreeJson {

  private AgreeJson() {}

  /**
   * Return what raters say of each other, and how it was made.
   *
   * @param files as the user named them
   * @param release of Assize that computed it
   */
  public static Json document(List<String> files, RatingResult result, String release) {
    return Json.object()
        .put("results", of(files, result))
        .put(
            "made",
            Json.object().put("assize", release).put("java", Runtime.version().toString()).build())
        .build();
  }

  private static Json of(List<String> files, RatingResult r) {
    RatingScale scale = r.ratings().scale();
    return Json.object()
        .put("kind", "agreement")
        .put("files", Json.texts(files))
        .put("items", r.ratings().items())
        .put("units", r.ratings().units().size())
        .put("groups", r.ratings().groups())
        .put(
            "raters",
            Json.array(
                r.ratings().raters(),
                x -> Json.object().put("name", x.name()).put("judge", x.judge()).build()))
        .put(
            "scale",
            Json.object()
                .put("name", scale.metricName())
                .put("told", scale.told())
                .put("labels", Json.texts(scale.names()))
                .build())
        .put("kappa", AgreeScreen.kappa(r.weights()))
        .put(
            "comparisons",
            Json.array(
                r.rows(),
                row ->
                    Json.object()
                        .put("kind", AgreeTable.kind(row))
                        .put("a", row.a())
                        .put("b", row.b())
                        .put("agree", ResultJson.estimate(row.share()))
                        .put("kappa", ResultJson.estimate(row.kappa()))
                        .put("alpha", row.alpha().map(ResultJson::estimate))
                        .build()))
        .put(
            "moreLenientThanPeople",
            Json.array(
                r.leniencies(),
                l ->
                    Json.object()
                        .put("judge", l.judge())
                        .put("label", l.level().map(Json::of))
                        .put("difference", ResultJson.estimate(l.more()))
                        .build()))
        .put(
            "peopleAgreeMoreThanWithJudge",
            Json.array(
                r.gaps(),
                g ->
                    Json.object()
                        .put("judge", g.judge())
                        .put("difference", ResultJson.estimate(g.less()))
                        .build()))
        .put(
            "confusion",
            Json.array(
                r.confusions(),
                t ->
                    Json.object()
                        .put("rows", t.rows())
                        .put("columns", t.columns())
                        .put(
                            "counts",
                            Json.array(t.counts(), row -> Json.array(row, n -> Json.of(n))))
                        .build()))
        .put("disagreements", Json.array(r.dissents(), d -> dissent(r, d)))
        .build();
  }

  private static Json dissent(RatingResult r, Dissent d) {
    var labels = Json.object();
    for (int rater = 0; rater < d.said().size(); rater++) {
      String name = r.ratings().raters().get(rater).name();
      d.said().get(rater).ifPresent(label -> labels.put(name, label));
    }
    return Json.object()
        .put("judge", d.judge().map(Json::of))
        .put("item", d.unit().item())
        .put("about", d.unit().about())
        .put("labels", labels.build())
        .build();
  }
}
