package io.assize.judges.prompt;

import io.assize.core.call.Message;
import io.assize.judges.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apiguardian.api.API;

/**
 * Reads prompts from YAML: {@code blocks} or one {@code text}, {@code output}, {@code vocabulary}.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class PromptFile {

  /** What a text that is written looks like: anything. */
  static final Output ANY =
      new Output(Output.Layout.FREE, List.of(), Optional.empty(), Output.Counts.ONLY);

  /** Every word of a prompt file, by the map in which it stands. */
  static final Map<String, List<String>> WORDS = words();

  private PromptFile() {}

  private static Map<String, List<String>> words() {
    var all = new LinkedHashMap<String, List<String>>();
    all.put("prompt", List.of("prompt", "about", "text", "blocks", "output", "vocabulary"));
    all.put("block", List.of("id", "role", "text"));
    all.put("output", List.of("layout", "fields", "tag", "counts"));
    all.put("vocabulary", List.of("candidates", "tie", "levels"));
    return Collections.unmodifiableMap(all);
  }

  /**
   * Read a prompt file; its name is what stands under {@code prompt}.
   *
   * @param file how the file is called in errors
   */
  public static Prompt read(String file, String text) {
    YamlNode root = YamlNode.parse(file, text);
    return read(root.need("prompt").text(), root);
  }

  /**
   * Read a prompt that stands inside another file.
   *
   * @param name by which recipes call it
   */
  public static Prompt read(String name, YamlNode node) {
    node.only(allowed("prompt"));
    Output output = node.get("output").map(PromptFile::output).orElse(ANY);
    Vocabulary words = node.get("vocabulary").map(PromptFile::words).orElse(Vocabulary.LETTERS);
    return new Prompt(name, blocks(node), output, words);
  }

  /**
   * Read the words that stand in the place of another prompt's: a prompt in YAML, or a plain text
   * that is one template. What the file does not say of output and vocabulary stays as it was, so
   * that its replies are read as the recipe reads them.
   *
   * @param own the prompt whose place it takes, and whose name it keeps
   * @param file how the file is called in errors; YAML where it ends in .yaml or .yml
   */
  public static Prompt instead(Prompt own, String file, String text) {
    if (!file.endsWith(".yaml") && !file.endsWith(".yml")) {
      var block = new Prompt.Block("text", Message.Role.USER, text.strip());
      PromptTemplate.of(file, block.template());
      return new Prompt(own.name(), List.of(block), own.output(), own.vocabulary());
    }
    YamlNode root = YamlNode.parse(file, text);
    Prompt other = read(own.name(), root);
    return new Prompt(
        own.name(),
        other.blocks(),
        root.has("output") ? other.output() : own.output(),
        root.has("vocabulary") ? other.vocabulary() : own.vocabulary());
  }

  /** Return the name that a prompt file gives itself, empty where it gives none or is no YAML. */
  public static Optional<String> name(String file, String text) {
    if (!file.endsWith(".yaml") && !file.endsWith(".yml")) return Optional.empty();
    return YamlNode.parse(file, text).get("prompt").map(YamlNode::text);
  }

  private static List<String> allowed(String map) {
    return WORDS.getOrDefault(map, List.of());
  }

  private static List<Prompt.Block> blocks(YamlNode node) {
    if (node.has("text") == node.has("blocks")) {
      throw node.problem(
          "a prompt has " + (node.has("text") ? "both text and blocks" : "neither text nor blocks"),
          "text: one template, or blocks: a list of {id, role, text}",
          "keep one of the two");
    }
    if (node.has("text")) return List.of(block("text", Message.Role.USER, node.need("text")));
    var blocks = new ArrayList<Prompt.Block>();
    for (YamlNode b : node.need("blocks").list()) {
      b.only(allowed("block"));
      String id = b.need("id").text();
      if (blocks.stream().anyMatch(x -> x.id().equals(id))) {
        throw b.need("id")
            .problem(
                "the block \"" + id + "\" stands twice", "every id once", "rename one of the two");
      }
      blocks.add(
          block(id, b.get("role").map(PromptFile::role).orElse(Message.Role.USER), b.need("text")));
    }
    return blocks;
  }

  private static Prompt.Block block(String id, Message.Role role, YamlNode text) {
    // Line ends around a block are YAML's, not the prompt's.
    String template = text.text().strip();
    PromptTemplate.of(text.where(), template);
    return new Prompt.Block(id, role, template);
  }

  private static Message.Role role(YamlNode node) {
    return Message.Role.valueOf(upper(node.oneOf(List.of("system", "user", "assistant"))));
  }

  private static Output output(YamlNode node) {
    node.only(allowed("output"));
    YamlNode layout = node.need("layout");
    var form =
        Output.Layout.valueOf(upper(layout.oneOf(List.of("json", "tagged", "token", "free"))));
    List<String> fields = node.get("fields").map(YamlNode::texts).orElse(List.of(Output.VERDICT));
    Optional<String> tag = node.get("tag").map(YamlNode::text);
    if ((form == Output.Layout.TAGGED) != tag.isPresent()
        || tag.filter(t -> !t.contains("{}")).isPresent()) {
      throw node.get("tag")
          .orElse(layout)
          .problem(
              "the layout "
                  + layout.text()
                  + tag.map(t -> " with the tag " + t).orElse(" without a tag"),
              "tagged with a tag that has {} in the place of the value; the others without a tag",
              "write tag: \"[[{}]]\", or another layout");
    }
    var counts =
        node.get("counts")
            .map(c -> Output.Counts.valueOf(upper(c.oneOf(List.of("only", "first", "last")))))
            .orElse(Output.Counts.ONLY);
    return new Output(form, fields, tag, counts);
  }

  private static Vocabulary words(YamlNode node) {
    node.only(allowed("vocabulary"));
    var levels = new TreeMap<String, List<String>>();
    node.get("levels")
        .ifPresent(l -> l.members().forEach(m -> levels.put(m.name(), m.value().texts())));
    return new Vocabulary(
        node.get("candidates").map(PromptFile::labels).orElse(Vocabulary.LETTERS.candidates()),
        node.get("tie")
            .map(t -> t.isNull() ? List.<String>of() : t.texts())
            .orElse(Vocabulary.LETTERS.tie()),
        levels);
  }

  private static List<String> labels(YamlNode node) {
    List<String> labels = node.texts();
    for (int i = 0; i < labels.size(); i++) {
      if (labels.subList(0, i).contains(labels.get(i))) {
        throw node.list()
            .get(i)
            .problem(
                "two candidates are called \"" + labels.get(i) + "\"",
                "a name of its own for every candidate",
                "rename one of the two");
      }
    }
    return labels;
  }

  private static String upper(String word) {
    return word.toUpperCase(Locale.ROOT);
  }
}
