package io.assize.engine.run;

import io.assize.core.AssizeException;
import io.assize.engine.config.ConfigFolder;
import io.assize.engine.config.JudgeConfig;
import io.assize.engine.config.PromptChoice;
import io.assize.judges.prompt.Prompt;
import io.assize.judges.prompt.PromptFile;
import io.assize.judges.prompt.PromptNames;
import io.assize.judges.recipe.BoundRecipe;
import io.assize.judges.recipe.RecipeFile;
import io.assize.judges.recipe.Recipes;
import io.assize.judges.yaml.YamlNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds the recipe of a judge, puts the user's prompt into it, and gives parameters values. */
final class RecipeChoice {

  private final ConfigFolder folder;

  RecipeChoice(ConfigFolder folder) {
    this.folder = folder;
  }

  /**
   * Choose.
   *
   * @param usual the recipe where the judge names none
   */
  BoundRecipe of(JudgeConfig judge, String usual) {
    String where = "judges." + judge.name();
    String name = judge.recipe().orElse(usual);
    RecipeFile recipe =
        Recipes.isFile(name)
            ? Recipes.file(folder.find(where, "recipe", name))
            : Recipes.beside(folder.folder()).get(name);
    SortedMap<String, YamlNode> values = values(judge);
    BoundRecipe bound = recipe.bind(values);
    if (judge.prompt().isEmpty()) return bound;
    PromptChoice choice = PromptChoice.parse(judge.prompt().get());
    return with(where, recipe, bound, values, choice);
  }

  private BoundRecipe with(
      String where,
      RecipeFile recipe,
      BoundRecipe bound,
      SortedMap<String, YamlNode> values,
      PromptChoice choice) {
    Path file = folder.find(where, "prompt", choice.file());
    String text = text(file);
    Prompt own = own(where, bound, choice, PromptFile.name(choice.file(), text));
    Prompt other = PromptFile.instead(own, choice.file(), text);
    refuseBlind(own, other, choice.file());
    BoundRecipe mine = recipe.with(other).bind(values);
    if (mine.prompts().contains(other)) return mine;
    throw AssizeException.usage(
        where,
        "the prompt \"" + own.name() + "\" stands in a recipe that " + recipe.name() + " uses",
        "a prompt of the recipe itself",
        "take that recipe by recipe: or --recipe");
  }

  private static Prompt own(
      String where, BoundRecipe bound, PromptChoice choice, Optional<String> itself) {
    List<Prompt> prompts = bound.prompts();
    List<String> names = prompts.stream().map(Prompt::name).toList();
    String name =
        choice
            .name()
            .or(() -> itself.filter(names::contains))
            .orElse(names.size() == 1 ? names.getFirst() : "");
    return prompts.stream()
        .filter(p -> p.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            AssizeException.usage(
                where,
                name.isEmpty()
                    ? "the recipe "
                        + bound.name()
                        + (names.isEmpty() ? " asks nothing" : " has several prompts")
                        + ", and the file does not say which one it replaces"
                    : "the recipe " + bound.name() + " has no prompt \"" + name + "\"",
                names.isEmpty() ? "a recipe that asks" : String.join(", ", names),
                names.isEmpty() ? "" : "write " + names.getFirst() + "=" + choice.file()));
  }

  /** A prompt in another template language would show the judge no answer at all. */
  private static void refuseBlind(Prompt own, Prompt other, String file) {
    List<String> before = seen(own);
    if (before.isEmpty() || !seen(other).isEmpty()) return;
    throw AssizeException.usage(
        file,
        "the prompt shows the judge no answer",
        "{{response}}; {{first}} and {{second}}; {{#candidates}}{{label}} {{text}}{{/candidates}}",
        "write the places of the answers in double braces; {{input}} is the question");
  }

  private static List<String> seen(Prompt prompt) {
    return PromptNames.of(prompt).stream()
        .filter(n ->
            PromptNames.needs(n, List.of(), List.of())
                .filter(PromptNames.CANDIDATES::equals)
                .isPresent())
        .toList();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw AssizeException.environment(
          file.toString(), "the prompt cannot be read", "save it as text in UTF-8", e);
    }
  }

  private static SortedMap<String, YamlNode> values(JudgeConfig judge) {
    var values = new TreeMap<String, YamlNode>();
    judge
        .parameters()
        .forEach((name, json) ->
            values.put(
                name,
                YamlNode.value(
                    "judges." + judge.name() + ".parameters." + name,
                    json.text().orElseGet(json::canonical))));
    return values;
  }
}
