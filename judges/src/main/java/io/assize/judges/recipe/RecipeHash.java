package io.assize.judges.recipe;

import io.assize.core.call.Sampling;
import io.assize.core.json.Hash;
import io.assize.core.json.Json;
import io.assize.judges.prompt.Output;
import io.assize.judges.prompt.Prompt;
import io.assize.judges.prompt.Vocabulary;
import org.apiguardian.api.API;

/**
 * Hashes a recipe: the canonical JSON of the bound tree with every prompt, scale, sampling and
 * white list. Names of files and of recipes are not in it.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class RecipeHash {

  private RecipeHash() {}

  /** Return the hash. */
  public static Hash of(Recipe recipe) {
    return Hash.of(json(recipe));
  }

  /** Return what is hashed. */
  public static Json json(Recipe r) {
    return switch (r) {
      case Recipe.Ask a ->
          node("ask", prompt(a.prompt()))
              .put("scale", form(a.scale()))
              .put("model", a.model())
              .put("sampling", sampling(a.sampling()))
              .putAll(read(a.read()))
              .put("sees", Json.texts(a.sees()))
              .build();
      case Recipe.Write w ->
          node("write", prompt(w.prompt()))
              .put("model", w.model())
              .put("sampling", sampling(w.sampling()))
              .put("lines", w.lines())
              .put("sees", Json.texts(w.sees()))
              .build();
      case Recipe.Check c ->
          node("check", Json.of(c.checker()))
              .put("with", settings(c.settings()))
              .put("sees", Json.texts(c.sees()))
              .build();
      case Recipe.Recorded c ->
          node("recorded", Json.of(c.source()))
              .put("scale", form(c.scale()))
              .put("as", c.as().map(RecipeHash::as))
              .build();
      case Recipe.Given g -> node("given", Json.of(g.name())).build();
      case Recipe.Custom c ->
          node("custom", Json.of(c.provider())).put("with", settings(c.settings())).build();
      default -> combinator(r);
    };
  }

  private static Json combinator(Recipe r) {
    return switch (r) {
      case Recipe.Vary v ->
          node("vary", Json.of(v.dimension()))
              .put("values", values(v.values()))
              .put("reduce", v.reduce().map(RecipeHash::reduce))
              .put("of", json(v.body()))
              .build();
      case Recipe.Let l ->
          node("let", Json.of(l.name()))
              .put("step", json(l.step()))
              .put("scope", l.scope().name())
              .put("in", json(l.body()))
              .build();
      case Recipe.Choose c -> {
        var branches = Json.object();
        c.branches().forEach((name, b) -> branches.put(name, json(b)));
        yield node("choose", selector(c.by())).put("branches", branches.build()).build();
      }
      case Recipe.Iterate i ->
          node("iterate", Json.of(i.name()))
              .put("most", i.most())
              .put("until", i.until().name())
              .put("keep", i.keep().name())
              .put("step", json(i.step()))
              .put("then", json(i.body()))
              .build();
      case Recipe.Via v ->
          node("via", Json.of(v.transform()))
              .put("with", settings(v.settings()))
              .put("of", json(v.body()))
              .build();
      case Recipe.Mapped m ->
          node("map", Json.of(m.mapping().how()))
              .put("with", settings(m.mapping().settings()))
              .put("by", m.mapping().fit().map(Json::of))
              .put("of", json(m.body()))
              .build();
      case Recipe.Folded f ->
          node("fold", reduce(f.reduce()))
              .put("over", f.over().map(Json::of))
              .put("of", json(f.body()))
              .build();
      case Recipe.Fitted f ->
          node("fit", Json.of(f.name()))
              .put("method", f.method())
              .put("with", settings(f.settings()))
              .put("folds", f.folds())
              .put("on", json(f.on()))
              .put("in", json(f.body()))
              .build();
      case Recipe.Rounds f ->
          node("rounds", Json.of(f.name()))
              .put("most", f.most())
              .put("size", f.size())
              .put("on", json(f.on()))
              .put("in", json(f.body()))
              .build();
      default -> throw new IllegalArgumentException("no combinator: " + r);
    };
  }

  private static Json.Builder node(String word, Json value) {
    return Json.object().put(word, value);
  }

  private static Json as(ReadAs as) {
    return Json.object()
        .putAll(answer(as.output(), as.vocabulary()))
        .putAll(read(as.read()))
        .build();
  }

  private static Json read(Read read) {
    return Json.object()
        .put("from", read.from().name())
        .put("maxLeftOut", read.maxLeftOut())
        .put("otherwise", read.otherwise().name())
        .build();
  }

  private static Json prompt(Prompt p) {
    return Json.object()
        .put("name", p.name())
        .put(
            "blocks",
            Json.array(
                p.blocks(),
                b ->
                    Json.object()
                        .put("id", b.id())
                        .put("role", b.role().name())
                        .put("text", b.template())
                        .build()))
        .putAll(answer(p.output(), p.vocabulary()))
        .build();
  }

  /** What an answer looks like, which is all that reading needs of a prompt. */
  private static Json answer(Output o, Vocabulary v) {
    var levels = Json.object();
    v.levels().forEach((label, words) -> levels.put(label, Json.texts(words)));
    return Json.object()
        .put("layout", o.layout().name())
        .put("fields", Json.texts(o.fields()))
        .put("tag", o.tag().map(Json::of))
        .put("counts", o.counts().name())
        .put("candidates", Json.texts(v.candidates()))
        .put("tie", Json.texts(v.tie()))
        .put("levels", levels.build())
        .build();
  }

  private static Json sampling(Sampling s) {
    var json = Json.object().put("stop", Json.texts(s.stop())).put("topTokens", s.topTokens());
    s.temperature().ifPresent(t -> json.put("temperature", t));
    s.topP().ifPresent(t -> json.put("topP", t));
    s.maxTokens().ifPresent(t -> json.put("maxTokens", t));
    return json.build();
  }

  private static Json form(Form form) {
    return switch (form) {
      case Form.Fixed f -> f.scale().toJson();
      case Form.Prefer p -> Json.object().put("preference", p.ties()).build();
      case Form.Best b -> Json.of("best");
      case Form.Ranked k -> Json.of("ranking");
      case Form.Each e -> Json.object().put("each", form(e.of())).build();
      case Form.Fields f ->
          Json.object()
              .put("dimension", f.dimension())
              .put(
                  "fields",
                  Json.array(
                      f.fields(),
                      x -> Json.object().put("name", x.name()).put("of", form(x.of())).build()))
              .build();
    };
  }

  private static Json values(Values values) {
    return switch (values) {
      case Values.Draws d -> Json.of(d.count());
      case Values.BothOrders o -> Json.of("both");
      case Values.Candidates c -> Json.of("each");
      case Values.Keys k -> Json.of("candidates");
      case Values.Listed l -> Json.texts(l.values());
      case Values.From f -> Json.object().put("from", f.exhibit()).put("most", f.most()).build();
    };
  }

  private static Json reduce(Reduce f) {
    var json = Json.object().put("how", f.how()).put("margin", f.margin());
    f.quorum().ifPresent(q -> json.put("quorum", q));
    return json.put("weights", f.weights().map(Json::of))
        .put("with", settings(f.settings()))
        .build();
  }

  private static Json selector(Selector by) {
    return switch (by) {
      case Selector.Round r -> Json.of("round");
      case Selector.Able a ->
          Json.object().put("able", a.ability()).put("model", a.model()).build();
      case Selector.Field f -> Json.object().put("field", f.field()).build();
      case Selector.Feature f ->
          Json.object()
              .put("feature", f.feature())
              .put("on", f.on())
              .put("above", f.above().map(Json::of))
              .put("fit", f.fit().map(Json::of))
              .put("share", f.share())
              .build();
    };
  }

  private static Json settings(Settings settings) {
    return new Json.Obj(settings.values());
  }
}
