package io.assize.judges.recipe;

import io.assize.core.AssizeException;
import io.assize.core.Nearest;
import io.assize.judges.prompt.Prompt;
import io.assize.judges.prompt.PromptFile;
import io.assize.judges.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apiguardian.api.API;

/**
 * A recipe as it stands in a file: a cited tree with parameters.
 *
 * <p>{@link #read} checks the words, {@link #bind} gives the parameters their values and checks all
 * that can be known before the first case: names, white lists, shapes.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class RecipeFile {

  private final YamlNode root;
  private final Library library;
  private final List<Parameter> parameters;
  private final Optional<Cite> cite;
  private final Map<String, Prompt> prompts;

  private RecipeFile(
      YamlNode root,
      Library library,
      List<Parameter> parameters,
      Optional<Cite> cite,
      Map<String, Prompt> prompts) {
    this.root = root;
    this.library = library;
    this.parameters = List.copyOf(parameters);
    this.cite = cite;
    this.prompts = prompts;
  }

  /**
   * Read a recipe file.
   *
   * @param file how the file is called in errors
   * @param text what stands in it
   * @param library where recipes and prompts are found that it names and does not hold
   */
  public static RecipeFile read(String file, String text, Library library) {
    return read(YamlNode.parse(file, text), library);
  }

  /** Read a recipe that stands inside another file. */
  public static RecipeFile read(YamlNode root, Library library) {
    root.only(Words.of("file"));
    root.need("recipe").text();
    root.need("judge");
    for (String text : List.of("about", "differs")) root.get(text).ifPresent(YamlNode::text);
    var parameters = new ArrayList<Parameter>();
    root.get("parameters")
        .ifPresent(p -> p.members().forEach(m -> parameters.add(Parameter.read(m))));
    root.get("define").ifPresent(d -> d.members().forEach(m -> TreeReader.name(m.key())));
    var prompts = new LinkedHashMap<String, Prompt>();
    root.get("prompts")
        .ifPresent(p ->
            p.members().forEach(m -> prompts.put(m.name(), PromptFile.read(m.name(), m.value()))));
    return new RecipeFile(root, library, parameters, root.get("cite").map(Cite::read), prompts);
  }

  public String name() {
    return root.need("recipe").text();
  }

  public Optional<Cite> cite() {
    return cite;
  }

  /** Return what it is for, empty where the file does not say. */
  public String about() {
    return root.get("about").map(YamlNode::text).orElse("").strip();
  }

  /** Return what differs from the paper, empty where the file does not say. */
  public String differs() {
    return root.get("differs").map(YamlNode::text).orElse("").strip();
  }

  public List<Parameter> parameters() {
    return parameters;
  }

  /** Return it with a prompt in the place of the one of that name: the paper's own words. */
  public RecipeFile with(Prompt other) {
    var more = new LinkedHashMap<>(prompts);
    more.put(other.name(), other);
    return new RecipeFile(root, library, parameters, cite, more);
  }

  /** Bind it with the defaults of all parameters. */
  public BoundRecipe bind() {
    return bind(new TreeMap<>());
  }

  /**
   * Give the parameters their values and make the tree.
   *
   * @param values by parameter; {@code YamlNode.value("--set k=5", "5")} makes one from a word
   * @throws AssizeException where a parameter has no value or one of another type, where nothing
   *     has a name that is used, a prompt names what is not seen, or the tree does not fit together
   */
  public BoundRecipe bind(SortedMap<String, YamlNode> values) {
    var places = new Places();
    Recipe tree = tree(values, Above.TOP, places, new ArrayList<>(List.of(name())));
    return new BoundRecipe(name(), tree, new ShapeRules(places).of(tree));
  }

  private Recipe tree(
      SortedMap<String, YamlNode> values, Above above, Places places, List<String> within) {
    var binding = new Binding(parameters, values, root);
    var define = new LinkedHashMap<String, YamlNode>();
    root.get("define")
        .ifPresent(d -> d.members().forEach(m -> define.put(m.name(), binding.fill(m.value()))));
    TreeReader.Others others = (name, with, here) -> other(name, with, here, places, within);
    var reader = new TreeReader(define, this::prompt, others, places);
    Recipe tree = reader.read(binding.fill(root.need("judge")), above);
    binding.refuseNames(tree, places);
    return tree;
  }

  private Recipe other(
      YamlNode name, Optional<YamlNode> with, Above above, Places places, List<String> within) {
    RecipeFile file =
        library.recipe(name.text()).orElseThrow(() -> unknown(name, "recipe", library.recipes()));
    if (within.contains(file.name())) {
      throw name.problem(
          "recipes need each other: " + String.join(" -> ", within) + " -> " + file.name(),
          "recipes that do not need themselves",
          "take another recipe here");
    }
    within.add(file.name());
    var values = new TreeMap<String, YamlNode>();
    with.ifPresent(w -> w.members().forEach(m -> values.put(m.name(), m.value())));
    var alone =
        new Above(
            List.of(), above.variables(), List.of(), List.of(), above.candidates(), above.spine());
    Recipe tree = file.tree(values, alone, places, within);
    within.removeLast();
    return tree;
  }

  private Prompt prompt(YamlNode name) {
    Prompt own = prompts.get(name.text());
    if (own != null) return own;
    return library.prompt(name.text()).orElseThrow(() -> unknown(name, "prompt", promptNames()));
  }

  private List<String> promptNames() {
    var names = new ArrayList<>(prompts.keySet());
    names.addAll(library.prompts());
    return names;
  }

  private static AssizeException unknown(YamlNode place, String what, List<String> known) {
    Optional<String> near = Nearest.of(place.text(), known);
    return place.problem(
        "no " + what + " is called \"" + place.text() + "\"",
        near.map(n -> "a " + what + "'s name; nearest is \"" + n + "\"")
            .orElse(
                known.isEmpty() ? "none: there is no " + what + " here" : "a " + what + "'s name"),
        near.map(n -> "write " + n)
            .orElse(
                what.equals("recipe")
                    ? "list all names with: assize recipes"
                    : "put it under prompts:"));
  }
}
