package io.assize.engine.mapping;

import io.assize.core.AssizeException;
import io.assize.judges.yaml.YamlNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apiguardian.api.API;

/** Reads a mapping from YAML: {@code assize schema mapping} prints what it may hold. */
@API(status = API.Status.EXPERIMENTAL)
public final class MappingFile {

  private static final List<String> KEYS =
      List.of(
          "mapping", "about", "known", "absent", "archive", "rows", "order", "items", "answers",
          "scores", "unread");

  private static final List<String> COLUMNS =
      List.of("input", "reference", "context", "rubric", "tags");

  private MappingFile() {}

  /**
   * Read a file.
   *
   * @throws AssizeException where it is not there or is no mapping, with line and column
   */
  public static Mapping read(Path file) {
    try {
      return parse(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw AssizeException.usage(
          file.toString(),
          "the mapping cannot be read: " + e.getMessage(),
          "a YAML file in UTF-8, or one of " + String.join(", ", Mappings.names()),
          "check the name and the folder");
    }
  }

  /**
   * Read a text.
   *
   * @param file that it stands in, for errors
   */
  public static Mapping parse(String file, String text) {
    YamlNode whole = YamlNode.parse(file, text).only(KEYS);
    return new Mapping(
        whole.need("mapping").text(),
        whole.get("about").map(YamlNode::text).orElse(""),
        each(whole.get("known"), k -> walks(Optional.of(k))),
        walks(whole.get("absent")),
        whole.get("archive").map(MappingFile::archive),
        walks(whole.get("rows")),
        walks(whole.get("order")),
        items(whole.need("items")),
        each(whole.get("answers"), MappingFile::answer),
        each(whole.get("scores"), MappingFile::score),
        whole.get("unread").map(MappingFile::unread));
  }

  private static <T> List<T> each(Optional<YamlNode> list, Function<YamlNode, T> form) {
    return list.map(l -> l.list().stream().map(form).toList()).orElse(List.of());
  }

  private static Mapping.Archive archive(YamlNode node) {
    node.only("head", "entries");
    YamlNode entries = node.need("entries");
    if (entries.text().indexOf('*') < 0 || entries.text().matches(".*\\*.*\\*.*")) {
      throw entries.wrong("a name with one *", "for example: samples/*.json");
    }
    return new Mapping.Archive(node.need("head").text(), entries.text());
  }

  private static Mapping.Items items(YamlNode node) {
    node.only("id", "same", "input", "reference", "context", "rubric", "tags", "fields", "members");
    var columns = new LinkedHashMap<String, Value>();
    for (String word : COLUMNS) node.get(word).ifPresent(v -> columns.put(word, value(v)));
    return new Mapping.Items(
        node.get("id").map(MappingFile::value),
        walks(node.get("same")),
        columns,
        values(node.get("fields")),
        walks(node.get("members")));
  }

  private static Mapping.Answer answer(YamlNode node) {
    node.only("system", "output", "sample", "copies");
    return new Mapping.Answer(
        node.get("system").map(MappingFile::value).orElse(new Value.FileName()),
        value(node.need("output")),
        node.get("sample").map(MappingFile::value),
        node.get("copies").map(YamlNode::bool).orElse(false));
  }

  private static Mapping.Score score(YamlNode node) {
    node.only(
        "each", "only", "except", "rater", "value", "words", "numbers", "reason", "system", "pair");
    var words = new LinkedHashMap<String, String>();
    node.get("words")
        .ifPresent(w -> w.members().forEach(m -> words.put(m.name(), m.value().text())));
    return new Mapping.Score(
        node.get("each").map(MappingFile::walk),
        node.get("only").map(MappingFile::value),
        node.get("except").map(YamlNode::texts).orElse(List.of()),
        value(node.need("rater")),
        value(node.need("value")),
        words,
        node.get("numbers").map(YamlNode::bool).orElse(false),
        node.get("reason").map(MappingFile::value),
        node.get("system").map(MappingFile::value),
        node.get("pair").map(MappingFile::pair));
  }

  private static Mapping.Pair pair(YamlNode node) {
    node.only("a", "b", "first");
    return new Mapping.Pair(
        value(node.need("a")),
        value(node.need("b")),
        node.get("first").map(f -> f.oneOf(List.of("a", "b"))));
  }

  private static Mapping.Unread unread(YamlNode node) {
    node.only("what", "each", "name", "read");
    return new Mapping.Unread(
        node.need("what").text(),
        walk(node.need("each")),
        value(node.need("name")),
        node.get("read").map(YamlNode::texts).orElse(List.of()));
  }

  // ---- values

  private static Map<String, Value> values(Optional<YamlNode> node) {
    var values = new LinkedHashMap<String, Value>();
    node.ifPresent(n -> n.members().forEach(m -> values.put(m.name(), value(m.value()))));
    return values;
  }

  private static Value value(YamlNode node) {
    if (node.isList())
      return new Value.First(node.list().stream().map(MappingFile::value).toList());
    if (node.isMap()) return made(node);
    return switch (node.text()) {
      case "$file" -> new Value.FileName();
      case "$folder" -> new Value.FolderName();
      case "$key" -> new Value.Key();
      case "$number" -> new Value.Number();
      default -> new Value.At(walk(node));
    };
  }

  private static Value made(YamlNode node) {
    node.only(
        "text",
        "json",
        "join",
        "with",
        "upto",
        "lines",
        "digest",
        "differs",
        "number",
        "named-by-tool",
        "then");
    if (node.has("text")) return new Value.Constant(node.need("text").text());
    if (node.has("json")) return new Value.Written(walk(node.need("json")));
    if (node.has("lines")) return new Value.Lines(walk(node.need("lines")));
    if (node.has("digest")) return new Value.Digest(value(node.need("digest")));
    String with = node.get("with").map(YamlNode::text).orElse("\n\n");
    if (node.has("join")) {
      return new Value.Joined(
          node.need("join").list().stream().map(MappingFile::value).toList(), with);
    }
    if (node.has("upto")) return new Value.UpTo(walk(node.need("upto")), with);
    if (node.has("differs")) {
      return new Value.Differing(values(node.get("differs")), value(node.need("number")));
    }
    YamlNode names = node.need("named-by-tool");
    try {
      return new Value.NamedByTool(Pattern.compile(names.text()), value(node.need("then")));
    } catch (PatternSyntaxException e) {
      throw names.wrong("a regular expression: " + e.getDescription(), "");
    }
  }

  private static List<Walk> walks(Optional<YamlNode> node) {
    if (node.isEmpty()) return List.of();
    return node.get().isList()
        ? node.get().list().stream().map(MappingFile::walk).toList()
        : List.of(walk(node.get()));
  }

  private static Walk walk(YamlNode node) {
    return Walk.parse(node.text())
        .orElseThrow(() ->
            node.wrong(
                "a path: names with dots, [0], [-1], [*], .*, [member=text|text]",
                "for example: output.choices[0].message.content"));
  }
}
