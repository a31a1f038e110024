package io.assize.engine.config;

import io.assize.core.json.Json;
import io.assize.engine.files.ColumnMap;
import io.assize.judges.recipe.Recipes;
import io.assize.judges.yaml.YamlNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Who answers and who judges, in a configuration. */
final class ConfigParties {

  private static final List<String> SYSTEM =
      List.of("model", "prompt", "temperature", "max-tokens", "samples", "command", "file", "map");
  private static final List<String> JUDGE =
      List.of(
          "model",
          "recipe",
          "rubric",
          "parameters",
          "tags",
          "prompt",
          "repeat",
          "verdicts",
          "replies",
          "map");
  private static final int MANY = Integer.MAX_VALUE;

  private final Problems problems;
  private final ConfigFiles files;

  ConfigParties(Problems problems, ConfigFiles files) {
    this.problems = problems;
    this.files = files;
  }

  Optional<SystemConfig> system(YamlNode.Member member) {
    YamlNode node = member.value();
    if (!problems.isMap(node, SYSTEM)) return Optional.empty();
    Optional<String> kind = oneOf(node, List.of("model", "command", "file"));
    Optional<SystemConfig.Answers> answers =
        kind.flatMap(k ->
            switch (k) {
              case "model" -> ofModel(node);
              case "command" -> ofCommand(node);
              default -> ofFile(node);
            });
    return answers.map(a -> new SystemConfig(member.name(), a));
  }

  private Optional<SystemConfig.Answers> ofModel(YamlNode node) {
    unfit(node, "model", List.of("map"));
    Optional<String> model = problems.value(node, "model", YamlNode::text);
    Optional<String> prompt = node.get("prompt").flatMap(files::path);
    OptionalDouble temperature = problems.number(node, "temperature", 0, 2);
    Optional<Integer> tokens = problems.value(node, "max-tokens", n -> n.integer(1, MANY));
    OptionalInt most = tokens.map(OptionalInt::of).orElse(OptionalInt.empty());
    int samples = samples(node);
    return model.map(m -> new SystemConfig.Answers.OfModel(m, prompt, temperature, most, samples));
  }

  private Optional<SystemConfig.Answers> ofCommand(YamlNode node) {
    unfit(node, "command", List.of("prompt", "temperature", "max-tokens", "map"));
    int samples = samples(node);
    return problems
        .value(node, "command", YamlNode::text)
        .map(c -> new SystemConfig.Answers.OfCommand(c, samples));
  }

  private Optional<SystemConfig.Answers> ofFile(YamlNode node) {
    unfit(node, "file", List.of("prompt", "temperature", "max-tokens", "samples"));
    ColumnMap map = files.map(node);
    return node.get("file").flatMap(files::path).map(f -> new SystemConfig.Answers.OfFile(f, map));
  }

  private int samples(YamlNode node) {
    return problems.value(node, "samples", n -> n.integer(1, 1000)).orElse(1);
  }

  /** Note the keys that have no meaning beside another one. */
  private void unfit(YamlNode node, String beside, List<String> keys) {
    for (String key : keys) {
      node.get(key)
          .ifPresent(n ->
              problems.add(
                  n.problem(
                      "%s has no meaning beside %s".formatted(n.path(), beside),
                      "",
                      "remove " + key)));
    }
  }

  private Optional<String> oneOf(YamlNode node, List<String> kinds) {
    List<String> given = kinds.stream().filter(node::has).toList();
    if (given.size() == 1) return Optional.of(given.getFirst());
    problems.add(
        node.problem(
            node.path()
                + (given.isEmpty() ? " says not" : " says more than one way")
                + " how it answers"
                + (given.isEmpty() ? "" : ": " + String.join(", ", given)),
            "one of " + String.join(", ", kinds),
            given.isEmpty() ? "for example: model: openai/NAME" : "keep one of them"));
    return Optional.empty();
  }

  Optional<JudgeConfig> judge(YamlNode.Member member) {
    YamlNode node = member.value();
    if (!problems.isMap(node, JUDGE)) return Optional.empty();
    List<String> kinds = Stream.of("model", "verdicts", "replies").filter(node::has).toList();
    if (kinds.size() > 1) {
      problems.add(
          node.problem(
              node.path() + " says more than one way how it judges: " + String.join(", ", kinds),
              "one of model, verdicts, replies",
              "keep one of them"));
      return Optional.empty();
    }
    String kind = kinds.isEmpty() ? "model" : kinds.getFirst();
    if (kinds.isEmpty() && !node.has("recipe") && !node.has("rubric")) {
      problems.add(
          node.problem(
              node.path() + " says not how it judges",
              "a model, a recipe or a rubric; or verdicts or replies from a file",
              "for example: {model: openai/NAME, rubric: \"Correct and complete.\"}"));
      return Optional.empty();
    }
    if (kind.equals("model")) unfit(node, "a model that is asked", List.of("map"));
    if (kind.equals("verdicts")) {
      unfit(node, "verdicts", List.of("recipe", "rubric", "parameters", "prompt", "repeat"));
    }
    if (kind.equals("replies")) unfit(node, "replies", List.of("prompt", "repeat"));
    Optional<String> recipe =
        node.get("recipe")
            .flatMap(n ->
                problems.value(node, "recipe", YamlNode::text).filter(Recipes::isFile).isPresent()
                    ? files.path(n)
                    : problems.attempt(n::text));
    Optional<String> prompt = node.get("prompt").flatMap(this::prompt);
    int repeat = problems.value(node, "repeat", n -> n.integer(1, 1000)).orElse(1);
    Optional<String> rubric = problems.value(node, "rubric", YamlNode::text);
    TreeMap<String, Json> parameters = parameters(node);
    var tags = new TreeSet<>(problems.value(node, "tags", YamlNode::texts).orElse(List.of()));
    return judging(node, kind)
        .map(j ->
            new JudgeConfig(member.name(), recipe, rubric, parameters, tags, j, repeat, prompt));
  }

  /** A prompt is a file; {@code NAME=FILE} says which of the recipe's prompts it replaces. */
  private Optional<String> prompt(YamlNode node) {
    return problems.attempt(() -> {
      String text = node.text();
      files.find(node, PromptChoice.parse(text).file());
      return text;
    });
  }

  private Optional<JudgeConfig.Judging> judging(YamlNode node, String kind) {
    ColumnMap map = files.map(node);
    return switch (kind) {
      case "model" -> {
        Optional<String> model = problems.value(node, "model", YamlNode::text);
        yield node.has("model") && model.isEmpty()
            ? Optional.empty()
            : Optional.of(new JudgeConfig.Judging.Asking(model));
      }
      case "verdicts" ->
          node.get(kind).flatMap(files::path).map(f -> new JudgeConfig.Judging.Verdicts(f, map));
      default ->
          node.get(kind).flatMap(files::path).map(f -> new JudgeConfig.Judging.Replies(f, map));
    };
  }

  private TreeMap<String, Json> parameters(YamlNode node) {
    var parameters = new TreeMap<String, Json>();
    problems
        .value(node, "parameters", YamlNode::members)
        .ifPresent(members -> members.forEach(m -> parameters.put(m.name(), m.value().toJson())));
    return parameters;
  }
}
