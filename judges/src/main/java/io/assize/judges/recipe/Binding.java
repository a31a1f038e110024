package io.assize.judges.recipe;

import io.assize.core.Nearest;
import io.assize.judges.yaml.YamlNode;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The values of a recipe's parameters, put in the place of {@code $name}. */
final class Binding {

  private static final Pattern NAME = Pattern.compile("\\$([A-Za-z][\\w-]*)");

  private final SortedMap<String, YamlNode> values = new TreeMap<>();

  Binding(List<Parameter> parameters, SortedMap<String, YamlNode> given, YamlNode root) {
    List<String> names = parameters.stream().map(Parameter::name).toList();
    given.forEach((name, value) -> {
      if (!names.contains(name)) throw unknown(name, value, names, root);
    });
    for (Parameter p : parameters) {
      Optional<YamlNode> value = Optional.ofNullable(given.get(p.name())).map(p::check);
      value = value.or(p::fallback);
      if (value.isEmpty() && p.type() == Parameter.Type.MODEL) {
        value = Optional.of(root.withText(p.name()));
      }
      values.put(p.name(), value.orElseThrow(() -> unbound(p, root)));
    }
  }

  private static RuntimeException unknown(
      String name, YamlNode value, List<String> names, YamlNode root) {
    Optional<String> near = Nearest.of(name, names);
    return value.problem(
        "the recipe " + root.need("recipe").text() + " has no parameter \"" + name + "\"",
        names.isEmpty() ? "none: it has no parameters" : YamlNode.list(names, near),
        near.map(n -> "write " + n).orElse("take it away"));
  }

  private static RuntimeException unbound(Parameter p, YamlNode root) {
    return root.need("parameters")
        .need(p.name())
        .problem(
            "the parameter " + p.name() + " has no value",
            "a value of type " + p.type(),
            "give one, or write default: under it");
  }

  /** Put the values in: a word that is a name becomes the value, a name inside a word its text. */
  YamlNode fill(YamlNode tree) {
    return tree.mapScalars(this::filled);
  }

  private YamlNode filled(YamlNode scalar) {
    if (!scalar.isScalar() || scalar.text().indexOf('$') < 0) return scalar;
    String text = scalar.text();
    YamlNode whole = values.get(text.substring(1));
    if (text.startsWith("$") && whole != null) return whole.at(scalar);
    Matcher m = NAME.matcher(text);
    var out = new StringBuilder();
    while (m.find()) {
      Optional<String> value =
          Optional.ofNullable(values.get(m.group(1))).flatMap(YamlNode::asText);
      m.appendReplacement(out, Matcher.quoteReplacement(value.orElse(m.group())));
    }
    m.appendTail(out);
    return out.toString().equals(text) ? scalar : scalar.withText(out.toString());
  }

  /** Refuse a tree that binds a name which is a parameter: {@code $name} would mean two things. */
  void refuseNames(Recipe tree, Places places) {
    Optional<String> name =
        switch (tree) {
          case Recipe.Let l -> Optional.of(l.name());
          case Recipe.Iterate i -> Optional.of(i.name());
          case Recipe.Fitted f -> Optional.of(f.name());
          case Recipe.Rounds r -> Optional.of(r.name());
          case Recipe.Vary v -> Optional.of(v.dimension());
          default -> Optional.empty();
        };
    if (name.filter(values::containsKey).isPresent()) {
      throw places.refused(
          tree,
          name.get() + " is the name of a parameter already",
          "a name of its own",
          "rename it or the parameter");
    }
    tree.children().forEach(c -> refuseNames(c, places));
  }
}
