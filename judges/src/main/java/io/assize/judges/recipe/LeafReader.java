package io.assize.judges.recipe;

import io.assize.core.Nearest;
import io.assize.core.call.Sampling;
import io.assize.judges.prompt.Prompt;
import io.assize.judges.prompt.PromptNames;
import io.assize.judges.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.Function;

/** Reads the leaves: what is asked, written, checked, looked up. */
final class LeafReader {

  /** The slot of an ask or a write that names none. */
  static final String MODEL = "model";

  /** As many alternatives as the wire protocols give. */
  private static final int TOKENS = 20;

  private final Function<YamlNode, Prompt> prompts;

  LeafReader(Function<YamlNode, Prompt> prompts) {
    this.prompts = prompts;
  }

  Recipe.Ask ask(YamlNode node, Above above) {
    Prompt prompt = prompts.apply(node.need("ask"));
    Read read =
        node.get("read").map(LeafReader::read).orElse(node.has("tokens") ? Read.TOKENS : Read.TEXT);
    int tokens =
        node.get("tokens")
            .map(t -> t.integer(1, 1000))
            .orElse(read.from() == Read.From.TEXT ? 0 : TOKENS);
    if (tokens > 0 && read.from() == Read.From.TEXT) {
      throw node.need("tokens")
          .problem(
              "tokens are asked for, and read: text does not look at them",
              "tokens with read: tokens or read: first-token",
              "take tokens or read: text away");
    }
    TreeSet<String> sees = sees(node, above);
    names(prompt, sees, node.need("ask"), above);
    return new Recipe.Ask(
        prompt,
        FormReader.read(node.need("scale")),
        model(node, above),
        sampling(node).withTopTokens(tokens),
        read,
        sees);
  }

  Recipe.Write write(YamlNode node, Above above) {
    Prompt prompt = prompts.apply(node.need("write"));
    TreeSet<String> sees = sees(node, above);
    names(prompt, sees, node.need("write"), above);
    int lines = node.get("lines").map(l -> l.integer(1, 1000)).orElse(0);
    return new Recipe.Write(prompt, model(node, above), sampling(node), lines, sees);
  }

  Recipe.Check check(YamlNode node, Above above) {
    return new Recipe.Check(
        node.need("check").text(), ReduceReader.settings(node), sees(node, above));
  }

  Recipe.Recorded recorded(YamlNode node, Above above) {
    String source = node.need("recorded").text();
    variables(node.need("recorded"), source, above);
    return new Recipe.Recorded(source, FormReader.read(node.need("scale")));
  }

  private static String model(YamlNode node, Above above) {
    Optional<YamlNode> model = node.get("model");
    model.ifPresent(m -> variables(m, m.text(), above));
    return model.map(YamlNode::text).orElse(MODEL);
  }

  /** Refuse {@code $name} where nothing above varies that name. */
  private static void variables(YamlNode node, String text, Above above) {
    var matcher = java.util.regex.Pattern.compile("\\$([\\w-]+)").matcher(text);
    while (matcher.find()) {
      String name = matcher.group(1);
      if (above.variables().contains(name)) continue;
      Optional<String> near = Nearest.of(name, above.variables());
      throw node.problem(
          "nothing above varies \"" + name + "\"",
          above.variables().isEmpty() ? "no variable here" : YamlNode.list(above.variables(), near),
          near.map(n -> "write $" + n)
              .orElse(
                  "declare it under parameters:, or put vary: {"
                      + name
                      + ": [...]} around this place"));
    }
  }

  private static Sampling sampling(YamlNode node) {
    return new Sampling(
        OptionalDouble.of(node.get("temperature").map(t -> t.number(0, 10)).orElse(0.0)),
        node.get("topP")
            .map(t -> OptionalDouble.of(t.number(1e-9, 1)))
            .orElse(OptionalDouble.empty()),
        node.get("maxTokens")
            .map(t -> OptionalInt.of(t.integer(1, 10_000_000)))
            .orElse(OptionalInt.empty()),
        node.get("stop").map(YamlNode::texts).orElse(List.of()),
        0);
  }

  private static Read read(YamlNode node) {
    YamlNode from = node.isMap() ? node.only(Words.of("read")).need("from") : node;
    Read plain =
        switch (from.oneOf(List.of("text", "tokens", "first-token"))) {
          case "tokens" -> Read.TOKENS;
          case "first-token" -> new Read(Read.From.FIRST_TOKEN, 1, Read.Otherwise.UNREADABLE);
          default -> Read.TEXT;
        };
    if (!node.isMap()) return plain;
    return new Read(
        plain.from(),
        node.get("maxLeftOut").map(x -> x.number(0, 1)).orElse(plain.maxLeftOut()),
        node.get("otherwise")
            .map(o ->
                Read.Otherwise.valueOf(
                    o.oneOf(List.of("text", "unreadable")).toUpperCase(Locale.ROOT)))
            .orElse(plain.otherwise()));
  }

  private static TreeSet<String> sees(YamlNode node, Above above) {
    var sees = new TreeSet<String>();
    if (!node.has("sees")) return sees;
    var known = new ArrayList<>(PromptNames.SEEN);
    known.addAll(above.made());
    for (YamlNode name : node.need("sees").list()) {
      name.oneOf(known);
      if (name.text().equals(PromptNames.CANDIDATES) && !above.candidates()) {
        throw name.problem(
            "a let of scope item has no candidates",
            "item, reference, context, rubric and what was made above",
            "write scope: case, or take candidates away");
      }
      sees.add(name.text());
    }
    return sees;
  }

  /** Refuse a prompt that names what its ask does not see. */
  private static void names(Prompt prompt, TreeSet<String> sees, YamlNode place, Above above) {
    for (String name : PromptNames.of(prompt)) {
      if (name.startsWith(PromptNames.LABEL_OF)) labels(prompt, name, place, above);
      Optional<String> needed = PromptNames.needs(name, above.made(), above.variables());
      if (needed.isPresent() && !sees.contains(needed.get())) {
        throw place.problem(
            "the prompt " + prompt.name() + " names {{" + name + "}}, which it does not see",
            sees.isEmpty() ? "nothing: sees is empty" : "what sees has: " + String.join(", ", sees),
            fix(name, needed.get()));
      }
    }
  }

  private static String fix(String name, String needed) {
    return needed.equals(PromptNames.ITEM) && !name.equals(io.assize.core.Item.INPUT)
        ? "add item to sees where it is a field of the items, or put vary: {"
            + name
            + ": [...]} around this place"
        : "add " + needed + " to sees, or take {{" + name + "}} out of the prompt";
  }

  private static void labels(Prompt prompt, String name, YamlNode place, Above above) {
    String dimension = name.substring(PromptNames.LABEL_OF.length());
    if (above.keys().contains(dimension)) return;
    throw place.problem(
        "the prompt "
            + prompt.name()
            + " names {{"
            + name
            + "}}, and nothing above takes candidates as "
            + dimension,
        above.keys().isEmpty() ? "no such name here" : String.join(", ", above.keys()),
        "put vary: {" + dimension + ": candidates} around this place");
  }
}
