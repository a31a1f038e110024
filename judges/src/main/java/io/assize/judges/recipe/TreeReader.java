package io.assize.judges.recipe;

import io.assize.core.AssizeException;
import io.assize.core.Nearest;
import io.assize.judges.prompt.Prompt;
import io.assize.judges.prompt.PromptNames;
import io.assize.judges.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** Reads the tree under {@code judge}. Parameters are filled in before. */
final class TreeReader {

  /** Gives the tree of another recipe. */
  interface Others {
    Recipe read(YamlNode name, Optional<YamlNode> with, Above above);
  }

  private final Map<String, YamlNode> define;
  private final Others others;
  private final Places places;
  private final LeafReader leaves;
  private final List<String> using = new ArrayList<>();

  TreeReader(
      Map<String, YamlNode> define,
      Function<YamlNode, Prompt> prompts,
      Others others,
      Places places) {
    this.define = define;
    this.others = others;
    this.places = places;
    this.leaves = new LeafReader(prompts);
  }

  Recipe read(YamlNode node, Above above) {
    return places.put(tree(node, above), node);
  }

  private Recipe tree(YamlNode node, Above above) {
    if (node.isScalar()) return given(node);
    String word = word(node);
    node.only(Words.ofNode(word));
    return switch (word) {
      case "ask" -> leaves.ask(node, above);
      case "write" -> leaves.write(node, above);
      case "check" -> leaves.check(node, above);
      case "recorded" -> leaves.recorded(node, above);
      case "custom" -> new Recipe.Custom(node.need("custom").text(), ReduceReader.settings(node));
      case "use" -> use(node.need("use"), above);
      case "recipe" -> others.read(node.need("recipe"), node.get("with"), above);
      case "vary" -> vary(node, above.below());
      case "let" -> let(node, above.below());
      case "choose" -> new ChooseReader(this).read(node, above.below());
      case "iterate" -> iterate(node, above.below());
      case "debate" -> new DebateReader(this, places).read(node, above.below());
      case "via" ->
          new Recipe.Via(
              node.need("via").text(),
              ReduceReader.settings(node),
              read(node.need("of"), above.below()));
      case "map" -> mapped(node, above.below());
      case "fold" -> folded(node, above.below());
      case "fit" -> fit(node, above);
      case "rounds" -> rounds(node, above);
      default -> throw new IllegalStateException(word);
    };
  }

  private static Recipe given(YamlNode node) {
    if (node.text().startsWith("$")) return new Recipe.Given(node.text().substring(1));
    throw node.wrong("a node such as {ask: ...}, or $name for what was made above", "");
  }

  private static String word(YamlNode node) {
    List<String> keys = node.keys();
    List<String> words = keys.stream().filter(Words.NODES::containsKey).toList();
    if (words.size() == 1) return words.getFirst();
    var known = List.copyOf(Words.NODES.keySet());
    if (words.size() > 1) {
      throw node.problem(
          "two nodes in one place: " + String.join(" and ", words),
          "one node word of " + String.join(", ", known),
          "put one of them below the other, under of: or in:");
    }
    Optional<String> near = keys.stream().flatMap(k -> Nearest.of(k, known).stream()).findFirst();
    throw node.problem(
        "no node here, only " + (keys.isEmpty() ? "an empty map" : String.join(", ", keys)),
        YamlNode.list(known, near),
        near.map(n -> "write " + n).orElse("begin with one of these words"));
  }

  private Recipe use(YamlNode name, Above above) {
    YamlNode defined = define.get(name.oneOf(List.copyOf(define.keySet())));
    if (using.contains(name.text())) {
      throw name.problem(
          name.text() + " uses itself: " + String.join(" -> ", using) + " -> " + name.text(),
          "parts that do not need themselves",
          "write the inner part out");
    }
    using.add(name.text());
    Recipe tree = read(java.util.Objects.requireNonNull(defined), above);
    using.removeLast();
    return tree;
  }

  private Recipe vary(YamlNode node, Above above) {
    YamlNode.Member m = single(node.need("vary"), "one dimension and its values: {draw: 3}");
    String dimension = m.name();
    Values values = ValuesReader.read(node, m, above);
    Above inside =
        switch (values) {
          case Values.Listed l -> above.varying(dimension);
          case Values.From f -> above.varying(dimension);
          case Values.Keys k -> above.taking(dimension);
          default -> above;
        };
    if (inside.variables().contains(dimension) && PromptNames.taken(dimension)) {
      throw shadows(m.key());
    }
    Optional<Reduce> reduce = node.get("reduce").map(r -> ReduceReader.read(r, above));
    reduce.ifPresent(r -> quorum(node.need("reduce"), r, values));
    Recipe body = read(node.need("of"), inside);
    return new Recipe.Vary(dimension, values, body, reduce.filter(r -> !r.how().equals("keep")));
  }

  private static void quorum(YamlNode node, Reduce reduce, Values values) {
    OptionalInt most =
        switch (values) {
          case Values.Draws d -> OptionalInt.of(d.count());
          case Values.BothOrders o -> OptionalInt.of(2);
          case Values.Listed l -> OptionalInt.of(l.values().size());
          case Values.From f -> OptionalInt.of(f.most());
          default -> OptionalInt.empty();
        };
    if (most.isPresent() && reduce.quorum().orElse(0) > most.getAsInt()) {
      throw node.problem(
          "a quorum of " + reduce.quorum().getAsInt() + " of " + most.getAsInt(),
          "at most " + most.getAsInt(),
          "write " + reduce.how() + "/" + most.getAsInt());
    }
  }

  private Recipe let(YamlNode node, Above above) {
    YamlNode.Member m =
        single(node.need("let"), "one name and what makes it: {notes: {write: ...}}");
    Scope scope =
        node.get("scope")
            .map(s -> Scope.valueOf(upper(s.oneOf(List.of("item", "case", "draw")))))
            .orElse(Scope.CASE);
    Recipe step = read(m.value(), scope == Scope.ITEM ? above.bare() : above);
    return new Recipe.Let(
        made(m.key()), step, scope, read(node.need("in"), above.making(m.name())));
  }

  private Recipe iterate(YamlNode node, Above above) {
    YamlNode c = node.need("iterate").only(Words.of("iterate"));
    String name = made(c.need("name"));
    Until until =
        c.get("until")
            .map(u -> Until.valueOf(upper(u.oneOf(List.of("never", "readable", "agreed")))))
            .orElse(Until.NEVER);
    Keep keep =
        c.get("keep")
            .map(k -> Keep.valueOf(upper(k.oneOf(List.of("append", "last")))))
            .orElse(Keep.APPEND);
    Recipe step = read(c.need("step"), above.making(name).varying(ShapeRules.ROUND));
    Recipe body = read(node.need("then"), above.making(name));
    return new Recipe.Iterate(c.need("most").integer(1, 1000), until, keep, name, step, body);
  }

  private Recipe mapped(YamlNode node, Above above) {
    String how = node.need("map").oneOf(Words.MAPPINGS);
    Optional<String> fit =
        node.get("by").map(b -> ReduceReader.fit(b, ReduceReader.bare(b.text()), above));
    var mapping = new Mapping(how, ReduceReader.settings(node), fit);
    return new Recipe.Mapped(mapping, read(node.need("of"), above));
  }

  private Recipe folded(YamlNode node, Above above) {
    Reduce reduce = ReduceReader.read(node.need("fold"), above);
    Optional<String> over = node.get("over").map(YamlNode::text);
    boolean compares = List.of("prefer", "best").contains(reduce.how());
    if (reduce.how().equals("keep")) {
      throw node.need("fold")
          .problem("keep folds nothing", "a reducer that folds", "take the fold away");
    }
    return new Recipe.Folded(
        reduce,
        compares && over.isEmpty() ? Optional.of("candidate") : over,
        read(node.need("of"), above));
  }

  private Recipe fit(YamlNode node, Above above) {
    spine(node, "fit", above);
    YamlNode c = node.need("fit").only(Words.of("fit"));
    String name = name(c.need("name"));
    Recipe on = read(c.need("on"), above.below());
    return new Recipe.Fitted(
        name,
        c.need("method").text(),
        ReduceReader.settings(c),
        c.get("folds").map(f -> f.integer(1, 100)).orElse(1),
        on,
        read(node.need("in"), above.fitting(name)));
  }

  private Recipe rounds(YamlNode node, Above above) {
    spine(node, "rounds", above);
    YamlNode c = node.need("rounds").only(Words.of("rounds"));
    String name = made(c.need("name"));
    return new Recipe.Rounds(
        name,
        c.need("most").integer(1, 1000),
        c.need("size").integer(2, 1000),
        read(c.need("on"), above.below()),
        read(node.need("in"), above.making(name)));
  }

  private static void spine(YamlNode node, String word, Above above) {
    if (above.spine()) return;
    throw node.problem(
        word + " stands below what is done case by case, and it needs all cases",
        "at the top, or under in: of another fit or rounds",
        "move " + word + " above vary, let, choose, iterate, fold and map");
  }

  static String name(YamlNode node) {
    String name = node.text();
    boolean taken = PromptNames.SEEN.subList(0, 2).contains(name);
    if (name.matches("[A-Za-z][\\w-]*") && !taken) return name;
    throw node.wrong(
        "a name of letters, digits, _ and -, other than item and candidates",
        "choose another name");
  }

  /** Read a name that prompts below can use: none that means something else in every prompt. */
  static String made(YamlNode node) {
    String name = name(node);
    if (PromptNames.taken(name)) throw shadows(node);
    return name;
  }

  private static AssizeException shadows(YamlNode node) {
    return node.problem(
        "\"" + node.text() + "\" means something else in every prompt: {{" + node.text() + "}}",
        "a name of its own, such as notes, steps or reviews; reference, context and rubric may be"
            + " made anew",
        "choose another name");
  }

  static YamlNode.Member single(YamlNode node, String allowed) {
    if (node.isMap() && node.members().size() == 1) return node.members().getFirst();
    throw node.wrong(allowed, "");
  }

  private static String upper(String word) {
    return word.toUpperCase(Locale.ROOT);
  }
}
