package io.assize.cli;

import io.assize.core.json.Json;
import io.assize.judges.recipe.Cite;
import io.assize.judges.recipe.RecipeFile;
import io.assize.judges.recipe.Recipes;
import io.assize.report.Safe;
import io.assize.report.Screens;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the papers that a recipe here follows, and the tests that show it. */
@Command(
    name = "papers",
    mixinStandardHelpOptions = true,
    description = "List the papers that a recipe here follows, and what tests show of them.",
    footer = {"", "Example: assize papers trustjudge"})
final class PapersCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Parameters(
      arity = "0..1",
      paramLabel = "WORDS",
      description = "arXiv number, title, author or words.")
  @Nullable String words;

  @Option(
      names = "--format",
      defaultValue = "TABLE",
      paramLabel = "FORM",
      description = "table or json (default: table).")
  OutputOptions.Format format = OutputOptions.Format.TABLE;

  PapersCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Recipes recipes = Recipes.bundled();
    List<RecipeFile> found =
        (words == null ? recipes.all() : recipes.find(words))
            .stream().filter(r -> r.cite().isPresent()).toList();
    if (format == OutputOptions.Format.JSON) {
      surroundings.out().println(Json.array(found, PapersCommand::json).canonical());
      return 0;
    }
    var byPaper = new LinkedHashMap<String, List<RecipeFile>>();
    found.forEach(r -> byPaper.computeIfAbsent(cite(r).line(), p -> new ArrayList<>()).add(r));
    byPaper.forEach(this::paper);
    surroundings
        .out()
        .println(
            found.isEmpty()
                ? "No paper fits. assize papers lists all."
                : "Shown: tests that bear the paper's mark and passed when this was built.");
    return 0;
  }

  private void paper(String line, List<RecipeFile> recipes) {
    line("", line);
    line("recipes", recipes.stream().map(RecipeFile::name).collect(Collectors.joining(", ")));
    List<PaperMark> marks = marks(cite(recipes.getFirst()));
    marks.forEach(m -> line("shown", m.words() + " (" + m.test() + ")"));
    marks.stream().filter(m -> !m.lacks().isEmpty()).forEach(m -> line("lacks", m.lacks()));
  }

  private void line(String name, String text) {
    String all = name.isEmpty() ? text : "  %-9s%s".formatted(name, text);
    Screens.broken(Safe.terminal(all)).forEach(surroundings.out()::println);
  }

  private static Cite cite(RecipeFile recipe) {
    return recipe.cite().orElseThrow();
  }

  private static List<PaperMark> marks(Cite cite) {
    return PaperMark.all().stream()
        .filter(m -> cite.system().filter(m.system()::equals).isPresent())
        .toList();
  }

  private static Json json(RecipeFile recipe) {
    List<PaperMark> marks = marks(cite(recipe));
    var lacks = marks.stream().map(PaperMark::lacks).filter(l -> !l.isEmpty()).toList();
    return Json.object()
        .put("paper", cite(recipe).line())
        .put("recipe", recipe.name())
        .put("system", cite(recipe).system().map(Json::of))
        .put("shown", Json.texts(marks.stream().map(m -> m.test() + "." + m.method()).toList()))
        .put("lacks", Json.texts(lacks))
        .build();
  }
}
