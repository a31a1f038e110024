package io.assize.report;

import io.assize.core.json.Json;
import io.assize.engine.trial.People;
import java.util.Optional;
import org.apiguardian.api.API;

/** What people say of a judge, under documented names: {@code people} in the schema of results. */
@API(status = API.Status.EXPERIMENTAL)
public final class PeopleJson {

  private PeopleJson() {}

  /** Return the results of a judge with what people say of it. */
  public static Json with(Json result, Optional<People> people) {
    return people
        .map(p -> Json.object().putAll(result).put("people", of(p)).build())
        .orElse(result);
  }

  /** Return what people say. */
  public static Json of(People p) {
    return Json.object()
        .put("labelled", p.labelled())
        .put("persons", Json.array(p.persons(), PeopleJson::person))
        .put("between", Json.array(p.between(), PeopleJson::between))
        .put("corrected", Json.array(p.corrected(), PeopleJson::corrected))
        .put("disagreements", Json.array(p.disagreements(), PeopleJson::disagreement))
        .build();
  }

  private static Json person(People.Person p) {
    var json =
        Json.object()
            .put("name", p.name())
            .put("labelled", p.labelled())
            .put("same", p.same())
            .put("share", ResultJson.estimate(p.share()))
            .put("kappa", ResultJson.estimate(p.kappa()))
            .put("shareOfAll", ResultJson.estimate(p.ofAll()));
    p.rates()
        .ifPresent(r ->
            json.put("truePositiveRate", ResultJson.estimate(r.truePositive()))
                .put("trueNegativeRate", ResultJson.estimate(r.trueNegative()))
                .put("passed", r.passed())
                .put("failed", r.failed()));
    return json.build();
  }

  private static Json between(People.Between b) {
    return Json.object()
        .put("a", b.a())
        .put("b", b.b())
        .put("share", ResultJson.estimate(b.share()))
        .put("kappa", ResultJson.estimate(b.kappa()))
        .build();
  }

  private static Json corrected(People.Corrected c) {
    return Json.object()
        .put("system", c.system())
        .put("byJudge", ResultJson.estimate(c.naive()))
        .put("corrected", ResultJson.estimate(c.corrected()))
        .build();
  }

  private static Json disagreement(People.Disagreement d) {
    return Json.object()
        .put("item", d.item())
        .put("systems", Json.texts(d.systems()))
        .put("judge", d.judge())
        .put("people", d.people())
        .put("by", Json.texts(d.by()))
        .put("why", d.why())
        .build();
  }
}
