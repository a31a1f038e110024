package io.assize.judges.yaml;

import io.assize.core.AssizeException;
import io.assize.core.Nearest;
import io.assize.core.json.Json;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.apiguardian.api.API;

/**
 * A place in a YAML file: a map, a list or a scalar, with file, line, column and path.
 *
 * <p>Values are taken by the type that is wanted; what does not fit is an {@link AssizeException}
 * of the user's words, told with the place.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class YamlNode {

  sealed interface Content permits Scalar, Elements, Members {}

  record Elements(List<YamlNode> nodes) implements Content {
    Elements {
      nodes = List.copyOf(nodes);
    }
  }

  record Members(List<Member> members) implements Content {
    Members {
      members = List.copyOf(members);
    }
  }

  /**
   * A key and its value.
   *
   * @param key a scalar
   * @param value what stands behind the colon
   */
  public record Member(YamlNode key, YamlNode value) {

    /** Return the key's text. */
    public String name() {
      return key.raw();
    }
  }

  private final String file;
  private final int line;
  private final int column;
  private final String path;
  private final Content content;

  YamlNode(String file, int line, int column, String path, Content content) {
    this.file = file;
    this.line = line;
    this.column = column;
    this.path = path;
    this.content = content;
  }

  /**
   * Read one document.
   *
   * @param file how the file is called in errors
   * @param text what stands in it
   * @throws AssizeException where it is no YAML, is empty, holds an anchor, alias, tag, merge key,
   *     a key twice or a second document, is longer than 2,000,000 characters or deeper than 100
   *     levels
   */
  public static YamlNode parse(String file, String text) {
    return YamlComposer.compose(file, text);
  }

  /**
   * Read a value that stands in no file, such as that of an option.
   *
   * @param place how all of it is called in errors: there are no lines to count
   * @throws AssizeException as {@link #parse} does
   */
  public static YamlNode value(String place, String text) {
    try {
      return parse(place, text).nowhere();
    } catch (AssizeException e) {
      throw e.at(place);
    }
  }

  private YamlNode nowhere() {
    Content same =
        switch (content) {
          case Members m ->
              new Members(
                  m.members().stream()
                      .map(x -> new Member(x.key().nowhere(), x.value().nowhere()))
                      .toList());
          case Elements e -> new Elements(e.nodes().stream().map(x -> x.nowhere()).toList());
          case Scalar s -> s;
        };
    return new YamlNode(file, 0, 0, path, same);
  }

  public String file() {
    return file;
  }

  /** Return the line, from 1; 0 where it stands in no file. */
  public int line() {
    return line;
  }

  /** Return the column, from 1; 0 where it stands in no file. */
  public int column() {
    return column;
  }

  /** Return the keys from the top, such as {@code judges.main.models[1]}; empty at the top. */
  public String path() {
    return path;
  }

  /** Return {@code file:line:column}, or the place of a value that stands in no file. */
  public String where() {
    return line == 0 ? file : file + ":" + line + ":" + column;
  }

  public boolean isMap() {
    return content instanceof Members;
  }

  public boolean isList() {
    return content instanceof Elements;
  }

  public boolean isScalar() {
    return content instanceof Scalar && !isNull();
  }

  /** Tell whether nothing stands here: {@code key:}, {@code ~} or {@code null}. */
  public boolean isNull() {
    return content instanceof Scalar s && s.isNull();
  }

  // ---- maps

  /** Return keys and values in the order of the file. */
  public List<Member> members() {
    if (content instanceof Members m) return m.members();
    throw wrong("a map of keys and values", "");
  }

  /** Return the keys in the order of the file. */
  public List<String> keys() {
    return members().stream().map(Member::name).toList();
  }

  /** Tell whether this map has the key. */
  public boolean has(String key) {
    return get(key).isPresent();
  }

  /** Return the value of a key, empty where this map has none. */
  public Optional<YamlNode> get(String key) {
    return members().stream().filter(m -> m.name().equals(key)).findFirst().map(Member::value);
  }

  /** Return the value of a key that must be there. */
  public YamlNode need(String key) {
    return get(key)
        .orElseThrow(() ->
            problem(
                subject() + " has no key \"" + key + "\"",
                "",
                "add a line that begins with " + key + ":"));
  }

  /**
   * Refuse every other key.
   *
   * @param allowed in the order in which they are told
   * @return this
   */
  public YamlNode only(String... allowed) {
    return only(Arrays.asList(allowed));
  }

  /**
   * Refuse every other key.
   *
   * @param allowed in the order in which they are told
   * @return this
   */
  public YamlNode only(List<String> allowed) {
    for (Member m : members()) {
      if (!allowed.contains(m.name())) throw m.key().unknownKey(allowed);
    }
    return this;
  }

  private AssizeException unknownKey(List<String> allowed) {
    Optional<String> near = Nearest.of(raw(), allowed);
    return problem(
        "unknown key \"" + raw() + "\"" + (path.isEmpty() ? "" : " in " + path),
        list(allowed, near),
        near.map(n -> "write " + n).orElse("remove it, or write one of the allowed keys"));
  }

  // ---- lists

  /** Return the elements. */
  public List<YamlNode> list() {
    if (content instanceof Elements e) return e.nodes();
    throw wrong("a list, [..., ...]", "");
  }

  /** Return the texts of a list, or the one text of a scalar. */
  public List<String> texts() {
    if (isScalar()) return List.of(text());
    return list().stream().map(YamlNode::text).toList();
  }

  // ---- scalars

  /** Return the text of a scalar as it was written: {@code 2023} is a text as well. */
  public String text() {
    if (isScalar()) return raw();
    throw wrong("a text", "");
  }

  /** Return the text where this is a scalar, quoted or not. */
  public Optional<String> asText() {
    return isScalar() ? Optional.of(raw()) : Optional.empty();
  }

  /** Return the number where this is an unquoted one. */
  public Optional<Double> asNumber() {
    return content instanceof Scalar s && s.isNumber()
        ? Optional.of(s.number().getAsDouble())
        : Optional.empty();
  }

  /** Return a finite number between two bounds, both included. */
  public double number(double low, double high) {
    String range = "a number" + between(shown(low), shown(high), low, high);
    double value = asNumber().orElseThrow(() -> wrong(range, ""));
    if (!Double.isFinite(value) || value < low || value > high) throw wrong(range, "");
    return value;
  }

  /** Return a whole number between two bounds, both included. */
  public int integer(int low, int high) {
    String allowed = "a whole number" + between("" + low, "" + high, low, high);
    OptionalLong whole = content instanceof Scalar s ? s.integer() : OptionalLong.empty();
    long value = whole.orElseThrow(() -> wrong(allowed, ""));
    if (value < low || value > high) throw wrong(allowed, "");
    return (int) value;
  }

  /** Return true or false; {@code yes}, {@code no}, {@code on} and {@code off} are texts. */
  public boolean bool() {
    Optional<Boolean> said = content instanceof Scalar s ? s.bool() : Optional.empty();
    return said.orElseThrow(() -> wrong("true or false", ""));
  }

  /** Return the text, which must be one of these. */
  public String oneOf(List<String> allowed) {
    String text =
        asText().orElseThrow(() -> wrong("one of " + list(allowed, Optional.empty()), ""));
    if (allowed.contains(text)) return text;
    Optional<String> near = Nearest.of(text, allowed);
    throw wrong(list(allowed, near), near.map(n -> "write " + n).orElse("write one of them"));
  }

  /** Return the JSON value, plain scalars by the core schema of YAML 1.2. */
  public Json toJson() {
    return switch (content) {
      case Members m -> {
        var object = Json.object();
        m.members().forEach(x -> object.put(x.name(), x.value().toJson()));
        yield object.build();
      }
      case Elements e -> Json.array(e.nodes(), YamlNode::toJson);
      case Scalar s -> s.json();
    };
  }

  // ---- errors

  /**
   * Make the error that this place holds the wrong thing.
   *
   * @param allowed what would be right
   * @param fix what to do; may be empty
   */
  public AssizeException wrong(String allowed, String fix) {
    return problem((path.isEmpty() ? "this" : path) + " is " + found(), allowed, fix);
  }

  /**
   * Make an error at this place.
   *
   * @param found what was found here
   * @param allowed what would be right; may be empty
   * @param fix what to do; may be empty
   */
  public AssizeException problem(String found, String allowed, String fix) {
    return AssizeException.usage(where(), found, allowed, fix);
  }

  /** Return a list of names for an error, with the nearest one told behind it. */
  public static String list(List<String> names, Optional<String> nearest) {
    return String.join(", ", names) + nearest.map(n -> "; nearest is \"" + n + "\"").orElse("");
  }

  /**
   * Return this node as if it stood elsewhere: a value that a name stands for, told at the place of
   * the name.
   */
  public YamlNode at(YamlNode place) {
    return new YamlNode(place.file, place.line, place.column, place.path, content);
  }

  /** Return a scalar at this place with another text, unquoted. */
  public YamlNode withText(String text) {
    return new YamlNode(file, line, column, path, new Scalar(text, true));
  }

  /** Return this tree with every scalar value replaced; keys stay. */
  public YamlNode mapScalars(UnaryOperator<YamlNode> change) {
    Content changed =
        switch (content) {
          case Members m ->
              new Members(
                  m.members().stream()
                      .map(x -> new Member(x.key(), x.value().mapScalars(change)))
                      .toList());
          case Elements e ->
              new Elements(e.nodes().stream().map(x -> x.mapScalars(change)).toList());
          case Scalar s -> s;
        };
    if (changed == content) return change.apply(this);
    return new YamlNode(file, line, column, path, changed);
  }

  String raw() {
    return ((Scalar) content).text();
  }

  private String subject() {
    return path.isEmpty() ? "the file" : path;
  }

  private String found() {
    return switch (content) {
      case Members m -> "a map";
      case Elements e -> "a list";
      case Scalar s -> s.found();
    };
  }

  private static String between(String low, String high, double from, double to) {
    boolean below = to >= Integer.MAX_VALUE;
    boolean above = from <= -Integer.MAX_VALUE;
    if (below && above) return "";
    if (below) return ", at least " + low;
    if (above) return ", at most " + high;
    return " from " + low + " to " + high;
  }

  private static String shown(double value) {
    return Double.isInfinite(value)
        ? Double.toString(value)
        : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  @Override
  public String toString() {
    return where() + " " + path;
  }
}
