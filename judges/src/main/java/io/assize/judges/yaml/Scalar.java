package io.assize.judges.yaml;

import io.assize.core.json.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * A text of a document, read by the core schema of YAML 1.2: {@code yes}, {@code no}, {@code on}
 * and {@code off} are texts.
 *
 * @param plain whether it stands without quotes: only then it may be more than a text
 */
record Scalar(String text, boolean plain) implements YamlNode.Content {

  private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]{1,18}");
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]{1,3})?");
  private static final List<String> NULLS = List.of("", "~", "null", "Null", "NULL");
  private static final List<String> TRUE = List.of("true", "True", "TRUE");
  private static final List<String> FALSE = List.of("false", "False", "FALSE");

  boolean isNull() {
    return plain && NULLS.contains(text);
  }

  boolean isNumber() {
    return plain && NUMBER.matcher(text).matches();
  }

  OptionalDouble number() {
    return isNumber() ? OptionalDouble.of(Double.parseDouble(text)) : OptionalDouble.empty();
  }

  OptionalLong integer() {
    boolean whole = plain && INTEGER.matcher(text).matches();
    return whole ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
  }

  Optional<Boolean> bool() {
    if (plain && TRUE.contains(text)) return Optional.of(true);
    return plain && FALSE.contains(text) ? Optional.of(false) : Optional.empty();
  }

  Json json() {
    if (isNull()) return new Json.Null();
    if (isNumber()) return new Json.Num(new BigDecimal(text));
    return bool().map(Json::of).orElseGet(() -> Json.of(text));
  }

  /** Return it as an error names it: its first line, cut where it is long. */
  String found() {
    if (isNull()) return "empty";
    return isNumber() ? text : "\"" + cut() + "\"";
  }

  private String cut() {
    String line = text.lines().findFirst().orElse("");
    boolean whole = line.length() == text.length() && line.length() <= 60;
    return whole ? line : line.substring(0, Math.min(57, line.length())) + "...";
  }
}
