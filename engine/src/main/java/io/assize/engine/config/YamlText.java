package io.assize.engine.config;

import io.assize.core.json.CanonicalJson;
import io.assize.core.json.Json;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/** Write a configuration as YAML that reads back as the same. */
@API(status = API.Status.EXPERIMENTAL)
public final class YamlText {

  private static final int WIDEST = 90;

  /** Plain only where no YAML reader, of any version, would take it for something else. */
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z][A-Za-z0-9_./-]*(?: [A-Za-z0-9_./-]+)*");

  private static final List<String> WORDS =
      List.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

  private YamlText() {}

  /** Return the configuration as the text of a file. */
  public static String of(RunConfig config) {
    var out = new StringBuilder();
    config
        .toJson()
        .members()
        .forEach((name, value) -> {
          out.append(scalar(name)).append(':');
          member(value, 1, out);
        });
    return out.toString();
  }

  private static void member(Json value, int depth, StringBuilder out) {
    String flow = flow(value);
    boolean block = value instanceof Json.Obj o && !o.members().isEmpty();
    boolean short_ = depth * 2 + flow.length() <= WIDEST && (depth > 1 || !holdsMaps(value));
    if (!block || short_) {
      out.append(' ').append(flow).append('\n');
      return;
    }
    out.append('\n');
    for (Map.Entry<String, Json> m : value.members().entrySet()) {
      out.append("  ".repeat(depth)).append(scalar(m.getKey())).append(':');
      member(m.getValue(), depth + 1, out);
    }
  }

  private static boolean holdsMaps(Json value) {
    return value.members().values().stream().anyMatch(v -> v instanceof Json.Obj);
  }

  private static String flow(Json value) {
    return switch (value) {
      case Json.Obj o ->
          o.members().entrySet().stream()
              .map(m -> scalar(m.getKey()) + ": " + flow(m.getValue()))
              .collect(java.util.stream.Collectors.joining(", ", "{", "}"));
      case Json.Arr a ->
          a.elements().stream()
              .map(YamlText::flow)
              .collect(java.util.stream.Collectors.joining(", ", "[", "]"));
      case Json.Str s -> scalar(s.value());
      case Json.Num n -> n.value().toPlainString();
      case Json.Bool b -> String.valueOf(b.value());
      case Json.Null n -> "null";
    };
  }

  private static String scalar(String text) {
    boolean plain =
        PLAIN.matcher(text).matches()
            && text.length() <= 60
            && WORDS.stream().noneMatch(text::equalsIgnoreCase);
    return plain ? text : quoted(text);
  }

  /**
   * A JSON string is a YAML string in double quotes, but for characters that JSON lets stand and
   * YAML does not: controls, line breaks of other kinds, marks.
   */
  private static String quoted(String text) {
    var out = new StringBuilder();
    for (char c : CanonicalJson.write(Json.of(text)).toCharArray()) {
      if (plain(c)) out.append(c);
      else out.append(String.format("\\u%04x", (int) c));
    }
    return out.toString();
  }

  private static boolean plain(char c) {
    if (c <= 0x7e) return true;
    int type = Character.getType(c);
    return type != Character.CONTROL
        && type != Character.FORMAT
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR
        && c < 0xfffe;
  }
}
