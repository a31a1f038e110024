package io.assize.judges.recipe;

import io.assize.core.Nearest;
import io.assize.judges.yaml.YamlNode;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads how parts become one: {@code mean/2$weights}, or the same as a map. */
final class ReduceReader {

  private static final Pattern SHORT =
      Pattern.compile("([a-z]+)(?:/([0-9]{1,6}))?(?:\\$([\\w-]+))?");

  private ReduceReader() {}

  static Reduce read(YamlNode node, Above above) {
    return node.isMap() ? map(node.only(Words.of("reduce")), above) : text(node, above);
  }

  private static Reduce text(YamlNode node, Above above) {
    Matcher m = SHORT.matcher(node.text());
    if (!m.matches()) {
      throw node.wrong(
          "a reducer, perhaps with a quorum and weights: mean, mean/2, mean/2$weights", "");
    }
    String how = reducer(node, m.group(1));
    var quorum =
        m.group(2) == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(m.group(2)));
    if (quorum.isPresent() && quorum.getAsInt() == 0) {
      throw node.wrong("a quorum of at least 1", "write " + how + "/1");
    }
    Optional<String> weights = Optional.ofNullable(m.group(3));
    weights.ifPresent(w -> fit(node, w, above));
    return new Reduce(how, quorum, weights, 0, Settings.NONE);
  }

  private static Reduce map(YamlNode node, Above above) {
    var quorum =
        node.get("quorum")
            .map(q -> OptionalInt.of(q.integer(1, 999_999)))
            .orElse(OptionalInt.empty());
    Optional<String> weights = node.get("weights").map(w -> fit(w, bare(w.text()), above));
    double margin = node.get("margin").map(m -> m.number(0, Double.MAX_VALUE)).orElse(0.0);
    return new Reduce(
        reducer(node.need("how"), node.need("how").text()),
        quorum,
        weights,
        margin,
        settings(node));
  }

  private static String reducer(YamlNode node, String how) {
    if (Words.REDUCERS.contains(how)) return how;
    Optional<String> near = Nearest.of(how, Words.REDUCERS);
    throw node.problem(
        "no reducer is called \"" + how + "\"",
        YamlNode.list(Words.REDUCERS, near),
        near.map(n -> "write " + n).orElse("write one of them"));
  }

  /** Return the settings under {@code with}. */
  static Settings settings(YamlNode node) {
    var values = new TreeMap<String, io.assize.core.json.Json>();
    node.get("with")
        .ifPresent(w -> w.members().forEach(m -> values.put(m.name(), m.value().toJson())));
    return new Settings(values);
  }

  /** Return the name of a fit that stands above. */
  static String fit(YamlNode node, String name, Above above) {
    if (above.fits().contains(name)) return name;
    throw node.problem(
        "no fit above is called \"" + name + "\"",
        above.fits().isEmpty() ? "none: there is no fit above" : String.join(", ", above.fits()),
        "put fit: {name: " + name + ", ...} around this place");
  }

  static String bare(String name) {
    return name.startsWith("$") ? name.substring(1) : name;
  }
}
