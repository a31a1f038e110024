package io.assize.engine.config;

import io.assize.core.AssizeException;
import io.assize.core.Nearest;
import io.assize.judges.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is wrong with a file, gathered so that all of it is told at once. */
final class Problems {

  private static final int MOST = 20;
  private static final Pattern PLACE = Pattern.compile(":([0-9]{1,9}):([0-9]{1,9})$");

  private final String file;
  private final List<AssizeException> found = new ArrayList<>();

  Problems(String file) {
    this.file = file;
  }

  /** Return what the reading gives, empty and noted where it fails by the user's fault. */
  <T> Optional<T> attempt(Supplier<T> reading) {
    try {
      return Optional.of(reading.get());
    } catch (AssizeException e) {
      if (e.fault() != AssizeException.Fault.USAGE) throw e;
      found.add(e);
      return Optional.empty();
    }
  }

  /** Return the value of a key that must be there. */
  Optional<YamlNode> needed(YamlNode map, String key) {
    return attempt(() -> map.need(key));
  }

  /**
   * Return what the reading gives for the value of a key; empty where there is none or it fails.
   */
  <T> Optional<T> value(YamlNode map, String key, Function<YamlNode, T> reading) {
    return map.get(key).flatMap(n -> attempt(() -> reading.apply(n)));
  }

  /** Return the number of a key. */
  OptionalDouble number(YamlNode node, String key, double low, double high) {
    return value(node, key, n -> n.number(low, high))
        .map(OptionalDouble::of)
        .orElse(OptionalDouble.empty());
  }

  void add(AssizeException problem) {
    found.add(problem);
  }

  /** Note each key of a map that is none of these; tell whether it is a map. */
  boolean isMap(YamlNode node, List<String> allowed) {
    if (!node.isMap()) {
      add(node.wrong("a map with " + String.join(", ", allowed), ""));
      return false;
    }
    for (YamlNode.Member member : node.members()) {
      if (!allowed.contains(member.name())) add(unknown(member, node, allowed));
    }
    return true;
  }

  private static AssizeException unknown(
      YamlNode.Member member, YamlNode in, List<String> allowed) {
    Optional<String> near = Nearest.of(member.name(), allowed);
    return member
        .key()
        .problem(
            "unknown key \"%s\"%s"
                .formatted(member.name(), in.path().isEmpty() ? "" : " in " + in.path()),
            YamlNode.list(allowed, near),
            near.map(n -> "write " + n).orElse("remove it, or write one of the allowed keys"));
  }

  /** End in one error that tells all of them, in the order of the file; at most twenty in full. */
  void throwIfAny() {
    if (found.isEmpty()) return;
    if (found.size() == 1) throw found.getFirst();
    String told =
        found.stream()
            .sorted(Comparator.comparing(Problems::line).thenComparing(Problems::column))
            .limit(MOST)
            .map(e -> e.problem().text())
            .collect(Collectors.joining("\n"));
    String more = found.size() > MOST ? "\nand " + (found.size() - MOST) + " more" : "";
    throw AssizeException.usage(
        "", "%s has %d problems\n%s%s".formatted(file, found.size(), told, more), "", "");
  }

  private static int line(AssizeException e) {
    return number(e, 1);
  }

  private static int column(AssizeException e) {
    return number(e, 2);
  }

  private static int number(AssizeException e, int group) {
    Matcher place = PLACE.matcher(e.problem().where());
    return place.find() ? Integer.parseInt(place.group(group)) : 0;
  }
}
