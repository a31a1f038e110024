package io.assize.cli;

import io.assize.core.json.Json;
import io.assize.judges.prompt.Prompt;
import io.assize.judges.recipe.BoundRecipe;
import io.assize.judges.recipe.Parameter;
import io.assize.judges.recipe.RecipeFile;
import io.assize.judges.recipe.Recipes;
import io.assize.report.Safe;
import java.io.PrintStream;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists recipes, or shows one whole: formula, drawing, prompts, what differs from the paper. */
@Command(
    name = "recipes",
    mixinStandardHelpOptions = true,
    description = "List the ways to judge, or show one whole: drawing, prompts, source.",
    footer = {"", "Example: assize recipes pair", "         assize recipes --paper 2306.05685"})
final class RecipesCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Parameters(arity = "0..1", paramLabel = "NAME", description = "A recipe to show.")
  @Nullable String name;

  @Option(
      names = "--paper",
      paramLabel = "WORDS",
      description = "Find by arXiv number, title, author or words.")
  @Nullable String paper;

  @Option(
      names = "--format",
      defaultValue = "TABLE",
      paramLabel = "FORM",
      description = "table or json (default: table).")
  OutputOptions.Format format = OutputOptions.Format.TABLE;

  RecipesCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Recipes recipes = Recipes.beside(surroundings.folder());
    PrintStream out = surroundings.out();
    if (name != null) {
      RecipeFile recipe = recipes.get(name);
      show(recipe, out);
      if (recipe.name().equals(name)) new Examples(surroundings).show(name);
      return 0;
    }
    List<RecipeFile> found = paper == null ? recipes.all() : recipes.find(paper);
    if (format == OutputOptions.Format.JSON) {
      out.println(Json.array(found, RecipesCommand::json).canonical());
    } else {
      found.forEach(r -> line(r, out));
      if (found.isEmpty()) out.println("No recipe fits. assize recipes lists all.");
    }
    return 0;
  }

  private static Json json(RecipeFile r) {
    return Json.object()
        .put("recipe", r.name())
        .put("about", r.about())
        .put("source", r.cite().map(c -> Json.of(c.line())))
        .put("differs", r.differs())
        .build();
  }

  private static void line(RecipeFile r, PrintStream out) {
    out.printf("%-22s %s%n", Safe.brief(r.name(), 22), Safe.brief(r.about(), 76));
    r.cite().ifPresent(c -> out.printf("%-22s %s%n", "", Safe.terminal(c.line())));
  }

  private static void show(RecipeFile r, PrintStream out) {
    out.println(r.name() + ": " + r.about());
    r.cite().ifPresent(c -> out.println("source    " + Safe.terminal(c.line())));
    if (!r.differs().isEmpty()) out.println("differs   " + Safe.terminal(r.differs()));
    for (Parameter p : r.parameters()) {
      String value = p.fallback().map(f -> " = " + f.toJson().canonical()).orElse("");
      out.println("parameter " + p.name() + " (" + p.type() + ")" + value + "  " + p.about());
    }
    if (r.parameters().stream().anyMatch(p -> needsValue(p))) {
      out.println("Give the parameters without a value by --set NAME=VALUE to see its tree.");
      return;
    }
    BoundRecipe bound = r.bind(new TreeMap<>());
    out.println();
    out.println(bound.formula());
    out.println();
    out.println(bound.drawing().stripTrailing());
    for (Prompt prompt : bound.prompts()) {
      out.println();
      out.println("prompt " + prompt.name());
      for (Prompt.Block block : prompt.blocks()) {
        out.println("  [" + block.role().name().toLowerCase(java.util.Locale.ROOT) + "]");
        block.template().lines().forEach(l -> out.println("  " + Safe.terminal(l)));
      }
    }
  }

  private static boolean needsValue(Parameter p) {
    return p.fallback().isEmpty() && p.type() != Parameter.Type.MODEL;
  }
}
