package io.assize.engine.config;

import io.assize.engine.config.RunConfig.Budget;
import io.assize.engine.config.RunConfig.Pairs;
import io.assize.engine.config.RunConfig.Rank;
import io.assize.judges.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;

/** The sections of a configuration, each read as far as it can be. */
final class ConfigSections {

  static final List<String> TOP =
      List.of(
          "name", "seed", "items", "systems", "judges", "models", "labels", "pairs", "rank",
          "budget");
  private static final List<String> ITEMS = List.of("file", "map", "take", "sample");
  private static final List<String> LABELS = List.of("file", "map");
  private static final List<String> MODEL =
      List.of("model", "protocol", "key", "revision", "price", "deadline", "attempts", "in-flight");
  private static final List<String> PRICE = List.of("input", "output");
  private static final List<String> PAIRS = List.of("sample", "seed");
  private static final List<String> RANK = List.of("method", "ties", "intervals", "resamples");
  private static final List<String> BUDGET = List.of("calls", "usd", "minutes");
  private static final int MANY = Integer.MAX_VALUE;

  private final Problems problems;
  private final ConfigFiles files;
  private final ConfigParties parties;

  ConfigSections(Problems problems, ConfigFolder folder) {
    this.problems = problems;
    this.files = new ConfigFiles(problems, folder);
    this.parties = new ConfigParties(problems, files);
  }

  /** Read all, empty where a section that must be there is not. */
  Optional<RunConfig> read(YamlNode top) {
    refuseHosts(top);
    if (!problems.isMap(top, TOP)) return Optional.empty();
    Optional<String> name = problems.value(top, "name", YamlNode::text);
    int seed = problems.value(top, "seed", n -> n.integer(0, MANY)).orElse(1);
    Optional<FilesConfig> items = problems.needed(top, "items").flatMap(n -> files.read(n, ITEMS));
    List<ModelEntry> models = named(top, "models", this::model);
    List<SystemConfig> systems = named(top, "systems", parties::system);
    List<JudgeConfig> judges = named(top, "judges", parties::judge);
    // Answers may be collected first and judged another day.
    if (!top.has("systems")) problems.needed(top, "judges");
    differ(top);
    Optional<FilesConfig> labels = top.get("labels").flatMap(n -> files.read(n, LABELS));
    Pairs pairs = top.get("pairs").map(n -> pairs(n, seed)).orElse(new Pairs(Pairs.USUAL, seed));
    Rank rank = top.get("rank").map(this::rank).orElse(Rank.USUAL);
    Budget budget = top.get("budget").map(this::budget).orElse(Budget.NONE);
    return items.map(
        i -> new RunConfig(name, seed, i, systems, judges, models, labels, pairs, rank, budget));
  }

  private void refuseHosts(YamlNode top) {
    if (!top.isMap() || !top.has("hosts")) return;
    throw top.need("hosts")
        .problem(
            "a configuration beside data may not say to which host a key goes",
            "the variable's name, under models",
            "if you trust the host: export ASSIZE_HOST_X=HOST beside ASSIZE_KEY_X");
  }

  private <T> List<T> named(
      YamlNode top, String key, Function<YamlNode.Member, Optional<T>> reading) {
    Optional<YamlNode> map = top.get(key);
    if (map.isEmpty()) return List.of();
    Optional<List<YamlNode.Member>> members = problems.attempt(() -> map.get().members());
    if (members.isPresent() && members.get().isEmpty()) {
      problems.add(map.get().wrong("at least one name with what it stands for", ""));
    }
    var list = new ArrayList<T>();
    for (YamlNode.Member member : members.orElse(List.of())) {
      if (member.name().isBlank()) problems.add(member.key().problem("an empty name", "", ""));
      else reading.apply(member).ifPresent(list::add);
    }
    return list;
  }

  /** Systems and judges share their names, so that nobody judges the own answers unseen. */
  private void differ(YamlNode top) {
    if (top.get("judges").filter(YamlNode::isMap).isEmpty()) return;
    List<String> names =
        top.get("systems").filter(YamlNode::isMap).map(YamlNode::keys).orElse(List.of());
    for (YamlNode.Member judge : top.need("judges").members()) {
      if (!names.contains(judge.name())) continue;
      problems.add(
          judge
              .key()
              .problem(
                  "a judge and a system are both called \"" + judge.name() + "\"",
                  "different names",
                  "rename one of them"));
    }
  }

  // ---- the rest

  private Optional<ModelEntry> model(YamlNode.Member member) {
    YamlNode node = member.value();
    if (node.isScalar()) {
      return Optional.of(
          new ModelEntry(
              member.name(),
              node.text(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              ModelEntry.Pace.USUAL));
    }
    if (!problems.isMap(node, MODEL)) return Optional.empty();
    Optional<String> model = problems.needed(node, "model").flatMap(n -> problems.attempt(n::text));
    Optional<String> protocol = problems.value(node, "protocol", YamlNode::text);
    Optional<String> key = problems.value(node, "key", ConfigSections::variable);
    Optional<String> revision = problems.value(node, "revision", YamlNode::text);
    Optional<ModelEntry.Price> price = node.get("price").flatMap(this::price);
    ModelEntry.Pace pace =
        new ModelEntry.Pace(
            problems.number(node, "deadline", 0.001, 86_400),
            count(node, "attempts", 100),
            count(node, "in-flight", 1000));
    return model.map(m -> new ModelEntry(member.name(), m, protocol, key, revision, price, pace));
  }

  private OptionalInt count(YamlNode node, String key, int most) {
    return problems.value(node, key, n -> n.integer(1, most)).stream().mapToInt(n -> n).findFirst();
  }

  private static String variable(YamlNode node) {
    String name = node.text();
    if (name.matches("[A-Z][A-Z0-9_]*")) return name;
    throw node.problem(
        node.path() + " is no name of an environment variable",
        "the variable that holds the key, such as ASSIZE_KEY_MINE; never the key itself",
        "export ASSIZE_KEY_MINE=... and write key: ASSIZE_KEY_MINE");
  }

  private Optional<ModelEntry.Price> price(YamlNode node) {
    if (!problems.isMap(node, PRICE)) return Optional.empty();
    Optional<Double> input = dollars(node, "input");
    Optional<Double> output = dollars(node, "output");
    return input.flatMap(i -> output.map(o -> new ModelEntry.Price(i, o)));
  }

  private Optional<Double> dollars(YamlNode node, String key) {
    return problems.needed(node, key).flatMap(n -> problems.attempt(() -> n.number(0, 1e6)));
  }

  private Pairs pairs(YamlNode node, int seed) {
    if (!problems.isMap(node, PAIRS)) return new Pairs(Pairs.USUAL, seed);
    return new Pairs(
        problems.value(node, "sample", n -> n.integer(1, MANY)).orElse(Pairs.USUAL),
        problems.value(node, "seed", n -> n.integer(0, MANY)).orElse(seed));
  }

  private Rank rank(YamlNode node) {
    Rank usual = Rank.USUAL;
    if (!problems.isMap(node, RANK)) return usual;
    return new Rank(
        choice(node, "method", Rank.Method.values(), usual.method()),
        choice(node, "ties", Rank.Ties.values(), usual.ties()),
        choice(node, "intervals", Rank.Intervals.values(), usual.intervals()),
        problems.value(node, "resamples", n -> n.integer(1, 1_000_000)).orElse(usual.resamples()));
  }

  private <E extends Enum<E>> E choice(YamlNode node, String key, E[] values, E usual) {
    List<String> words = Stream.of(values).map(RunConfig::word).toList();
    return problems.value(node, key, n -> values[words.indexOf(n.oneOf(words))]).orElse(usual);
  }

  private Budget budget(YamlNode node) {
    if (!problems.isMap(node, BUDGET)) return Budget.NONE;
    Optional<Integer> calls = problems.value(node, "calls", n -> n.integer(0, MANY));
    return new Budget(
        calls.map(OptionalLong::of).orElse(OptionalLong.empty()),
        problems.number(node, "usd", 0, 1e9),
        problems.number(node, "minutes", 0, 1e9));
  }
}
