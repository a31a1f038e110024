package io.assize.engine.config;

import io.assize.core.json.Json;
import io.assize.engine.files.ColumnMap;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apiguardian.api.API;

/**
 * A judge: a model that is asked by a recipe, or what was recorded of one.
 *
 * @param name unique among systems and judges
 * @param recipe its name or file; without one the shape of the data chooses it
 * @param rubric what a good answer must do
 * @param parameters of the recipe, by name
 * @param tags it judges the items that have one of these; empty where it judges all
 * @param judging where its judgments come from
 * @param repeat how often it is asked the same, at least 1: each time is a further occasion
 * @param prompt file whose prompt stands in the place of the recipe's own: {@code FILE}, or {@code
 *     NAME=FILE} where the recipe has several
 */
@API(status = API.Status.EXPERIMENTAL)
public record JudgeConfig(
    String name,
    Optional<String> recipe,
    Optional<String> rubric,
    SortedMap<String, Json> parameters,
    SortedSet<String> tags,
    Judging judging,
    int repeat,
    Optional<String> prompt) {

  /** Make a judge that is asked once, in the recipe's own words. */
  public JudgeConfig(
      String name,
      Optional<String> recipe,
      Optional<String> rubric,
      SortedMap<String, Json> parameters,
      SortedSet<String> tags,
      Judging judging) {
    this(name, recipe, rubric, parameters, tags, judging, 1, Optional.empty());
  }

  public JudgeConfig {
    if (repeat < 1) throw new IllegalArgumentException("asked " + repeat + " times");
    parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    tags = Collections.unmodifiableSortedSet(new TreeSet<>(tags));
  }

  /** Make a judge of which nothing is said but who judges. */
  public static JudgeConfig of(String name, Judging judging) {
    return new JudgeConfig(
        name, Optional.empty(), Optional.empty(), new TreeMap<>(), new TreeSet<>(), judging);
  }

  /** Return it with a recipe. */
  public JudgeConfig withRecipe(String other) {
    return new JudgeConfig(
        name, Optional.of(other), rubric, parameters, tags, judging, repeat, prompt);
  }

  /** Return it with a rubric. */
  public JudgeConfig withRubric(String other) {
    return new JudgeConfig(
        name, recipe, Optional.of(other), parameters, tags, judging, repeat, prompt);
  }

  /** Return it with one more parameter of the recipe. */
  public JudgeConfig withParameter(String parameter, Json value) {
    var more = new TreeMap<>(parameters);
    more.put(parameter, value);
    return new JudgeConfig(name, recipe, rubric, more, tags, judging, repeat, prompt);
  }

  /** Return it with judgments from elsewhere. */
  public JudgeConfig withJudging(Judging other) {
    return new JudgeConfig(name, recipe, rubric, parameters, tags, other, repeat, prompt);
  }

  /** Return it asked so often, at least once. */
  public JudgeConfig withRepeat(int times) {
    return new JudgeConfig(name, recipe, rubric, parameters, tags, judging, times, prompt);
  }

  /** Return it with another prompt than the recipe's own. */
  public JudgeConfig withPrompt(String other) {
    return new JudgeConfig(
        name, recipe, rubric, parameters, tags, judging, repeat, Optional.of(other));
  }

  /** Where a judge's judgments come from. */
  public sealed interface Judging {

    /**
     * A model is asked.
     *
     * @param model in the grammar of models, or a name of {@code models:}; empty where the recipe's
     *     parameters name all its models, or what is there is looked for
     */
    record Asking(Optional<String> model) implements Judging {}

    /**
     * Its verdicts stand in a file.
     *
     * @param file of labels
     * @param map what columns hold where their names do not say it
     */
    record Verdicts(String file, ColumnMap map) implements Judging {}

    /**
     * Its raw replies stand in a file and are read here, as the recipe reads them.
     *
     * @param file of replies
     * @param map what columns hold
     */
    record Replies(String file, ColumnMap map) implements Judging {}
  }

  Json toJson() {
    var out = Json.object();
    switch (judging) {
      case Judging.Asking a -> a.model().ifPresent(m -> out.put("model", m));
      case Judging.Verdicts v -> {
        out.put("verdicts", v.file());
        out.put("map", FilesConfig.mapJson(v.map()));
      }
      case Judging.Replies r -> {
        out.put("replies", r.file());
        out.put("map", FilesConfig.mapJson(r.map()));
      }
    }
    recipe.ifPresent(r -> out.put("recipe", r));
    rubric.ifPresent(r -> out.put("rubric", r));
    prompt.ifPresent(p -> out.put("prompt", p));
    if (repeat != 1) out.put("repeat", repeat);
    if (!parameters.isEmpty()) out.put("parameters", new Json.Obj(parameters));
    if (!tags.isEmpty()) out.put("tags", Json.texts(List.copyOf(tags)));
    return out.build();
  }
}
