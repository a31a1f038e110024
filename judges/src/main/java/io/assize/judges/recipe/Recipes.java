package io.assize.judges.recipe;

import io.assize.core.AssizeException;
import io.assize.judges.prompt.Prompt;
import io.assize.judges.prompt.PromptFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * The catalogue: recipes and prompts that come with Assize, by name, and found by what people know
 * of a paper.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class Recipes implements Library {

  private static final String FOLDER = "/io/assize/judges/";
  private static final String NAME = "[A-Za-z0-9][\\w-]*";

  private final Optional<Path> own;

  private Recipes(Optional<Path> own) {
    this.own = own;
  }

  /** Return what comes with Assize. */
  public static Recipes bundled() {
    return new Recipes(Optional.empty());
  }

  /**
   * Return what comes with Assize, behind what stands in a folder of the user's: {@code NAME.yaml}
   * or {@code recipes/NAME.yaml}, {@code prompts/NAME.yaml}.
   *
   * @param folder in which the user's file lies
   */
  public static Recipes beside(Path folder) {
    return new Recipes(Optional.of(folder));
  }

  @Override
  public List<String> recipes() {
    return lines("recipes/index.txt");
  }

  @Override
  public List<String> prompts() {
    return lines("prompts/index.txt");
  }

  @Override
  public Optional<RecipeFile> recipe(String name) {
    if (!name.matches(NAME)) return Optional.empty();
    return text("recipes", name).map(f -> RecipeFile.read(f.where(), f.text(), this));
  }

  @Override
  public Optional<Prompt> prompt(String name) {
    if (!name.matches(NAME)) return Optional.empty();
    return text("prompts", name).map(f -> PromptFile.read(f.where(), f.text()));
  }

  /** Return every recipe that comes with Assize, by name. */
  public List<RecipeFile> all() {
    return recipes().stream().map(name -> recipe(name).orElseThrow()).toList();
  }

  /**
   * Return a recipe that must be there.
   *
   * @throws AssizeException with the nearest name where none has this one
   */
  public RecipeFile get(String name) {
    return recipe(name)
        .orElseThrow(() -> {
          Optional<String> near = io.assize.core.Nearest.of(name, recipes());
          return AssizeException.usage(
              "",
              "no recipe is called \"" + name + "\"",
              "a recipe name" + near.map(n -> "; nearest is \"" + n + "\"").orElse(""),
              near.map(n -> "write " + n + ", or list").orElse("list")
                  + " all names with: assize recipes");
        });
  }

  /**
   * Find recipes by their paper: number at arXiv (with or without its version), DOI, number of the
   * published system, or words of title and authors; or by words of name and purpose.
   *
   * @return all that fit, by name
   */
  public List<RecipeFile> find(String words) {
    String wanted = words.strip().toLowerCase(Locale.ROOT);
    if (wanted.isEmpty()) return List.of();
    String arxiv = wanted.replaceFirst("^arxiv:\\s*", "").replaceFirst("v[0-9]+$", "");
    List<RecipeFile> exact =
        all().stream()
            .filter(r -> r.name().equals(wanted) || r.cite().filter(c -> is(c, arxiv)).isPresent())
            .toList();
    if (!exact.isEmpty()) return exact;
    List<String> each = List.of(wanted.split("\\s+"));
    return all().stream().filter(r -> each.stream().allMatch(w -> about(r).contains(w))).toList();
  }

  private static boolean is(Cite cite, String number) {
    return Stream.of(cite.arxiv(), cite.doi(), cite.system())
        .flatMap(Optional::stream)
        .anyMatch(n -> n.toLowerCase(Locale.ROOT).equals(number));
  }

  private static String about(RecipeFile r) {
    String cite = r.cite().map(c -> c.authors() + " " + c.year() + " " + c.title()).orElse("");
    return (r.name() + " " + r.about() + " " + cite).toLowerCase(Locale.ROOT);
  }

  /** A text, and what errors in it are told of. */
  private record Found(String where, String text) {}

  private Optional<Found> text(String kind, String name) {
    for (String place : List.of(kind + "/" + name, name)) {
      Optional<Path> file = own.map(folder -> folder.resolve(place + ".yaml"));
      Optional<Found> found = file.flatMap(f -> read(f).map(t -> new Found(f.toString(), t)));
      if (found.isPresent() && (place.contains("/") || kind.equals("recipes"))) return found;
    }
    String place = kind + "/" + name + ".yaml";
    return resource(place).map(t -> new Found(place, t));
  }

  private static Optional<String> read(Path file) {
    if (!Files.isRegularFile(file)) return Optional.empty();
    try {
      return Optional.of(Files.readString(file));
    } catch (IOException e) {
      throw AssizeException.environment(
          file.toString(), "the file cannot be read", "save it as text in UTF-8", e);
    }
  }

  private static List<String> lines(String name) {
    return resource(name).orElseThrow().lines().toList();
  }

  private static Optional<String> resource(String name) {
    try (InputStream in = Recipes.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) return Optional.empty();
      return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw AssizeException.defect("the resource " + name + " cannot be read", e);
    }
  }
}
