package io.assize.core.json;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.apiguardian.api.API;

/**
 * Write JSON so that equal values have equal bytes.
 *
 * <p>Source: RFC 8785, JSON Canonicalization Scheme, sections 3.2.2 and 3.2.3: members sorted by
 * UTF-16 code units, numbers as ECMAScript writes doubles, the shortest escapes. Text is not
 * normalised. A number that is no double (a long above 2^53, a seed) must travel as a string and is
 * refused here; so are lone surrogates.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class CanonicalJson {

  private CanonicalJson() {}

  /**
   * Return the canonical text.
   *
   * @throws IllegalArgumentException where a number is not exactly a double or a string holds a
   *     lone surrogate
   */
  public static String write(Json value) {
    var out = new StringBuilder();
    write(value, out);
    return out.toString();
  }

  /** Return the canonical bytes, in UTF-8. */
  public static byte[] bytes(Json value) {
    return write(value).getBytes(StandardCharsets.UTF_8);
  }

  private static void write(Json value, StringBuilder out) {
    switch (value) {
      case Json.Obj o -> object(o, out);
      case Json.Arr a -> array(a, out);
      case Json.Str s -> string(s.value(), out);
      case Json.Num n -> out.append(number(n.value()));
      case Json.Bool b -> out.append(b.value());
      case Json.Null n -> out.append("null");
    }
  }

  private static void object(Json.Obj o, StringBuilder out) {
    // String.compareTo compares UTF-16 code units, which is the order that the RFC asks for.
    String[] names = o.members().keySet().toArray(String[]::new);
    Arrays.sort(names);
    out.append('{');
    String separator = "";
    for (String name : names) {
      out.append(separator);
      string(name, out);
      out.append(':');
      write(Objects.requireNonNull(o.members().get(name)), out);
      separator = ",";
    }
    out.append('}');
  }

  private static void array(Json.Arr a, StringBuilder out) {
    out.append('[');
    String separator = "";
    for (Json element : a.elements()) {
      out.append(separator);
      write(element, out);
      separator = ",";
    }
    out.append(']');
  }

  private static void string(String s, StringBuilder out) {
    out.append('"');
    int plain = 0; // what stands from here to i is written as it is, in one piece
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      if (c >= 0x20 && c != '"' && c != '\\' && !Character.isSurrogate(c)) continue;
      if (Character.isSurrogate(c)) {
        boolean paired =
            Character.isHighSurrogate(c)
                && i + 1 < s.length()
                && Character.isLowSurrogate(s.charAt(i + 1));
        if (!paired) {
          throw new IllegalArgumentException("lone surrogate at char " + i + " of a string");
        }
        i++;
        continue;
      }
      out.append(s, plain, i);
      escape(c, out);
      plain = i + 1;
    }
    out.append(s, plain, s.length()).append('"');
  }

  private static void escape(char c, StringBuilder out) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        out.append("\\u00").append(Character.forDigit(c >> 4, 16));
        out.append(Character.forDigit(c & 15, 16));
      }
    }
  }

  private static String number(BigDecimal value) {
    if (value.scale() == 0 && value.precision() < 16) return value.toString();
    double x = value.doubleValue();
    if (!Double.isFinite(x)) throw new IllegalArgumentException(value + " is no finite double");
    // A decimal such as 0.1 means the double nearest to it; an integer means itself, unless it is
    // what that double is written as: 1e30 is no double to the last digit, and a good number.
    if (value.scale() <= 0
        && new BigDecimal(x).compareTo(value) != 0
        && shortest(Math.abs(x)).compareTo(value.abs()) != 0) {
      throw new IllegalArgumentException(
          value.toPlainString() + " is no double: write it as a string");
    }
    return ecmaScript(x);
  }

  /**
   * Write a double as ECMAScript does (ECMA-262, Number::toString).
   *
   * <p>The digits are the shortest that read back to the same double; only their layout differs
   * from {@link Double#toString}.
   */
  static String ecmaScript(double x) {
    if (x == 0) return "0";
    if (x < 0) return "-" + ecmaScript(-x);
    BigDecimal shortest = shortest(x);
    String digits = shortest.unscaledValue().toString();
    int k = digits.length();
    int n = k - shortest.scale();
    if (k <= n && n <= 21) return digits + "0".repeat(n - k);
    if (0 < n && n <= 21) return digits.substring(0, n) + "." + digits.substring(n);
    if (-6 < n && n <= 0) return "0." + "0".repeat(-n) + digits;
    String exponent = (n > 0 ? "e+" : "e-") + Math.abs(n - 1);
    return digits.charAt(0) + (k == 1 ? "" : "." + digits.substring(1)) + exponent;
  }

  /** Return the shortest decimal that reads back to this double, which is not below 0. */
  private static BigDecimal shortest(double x) {
    // Right since JDK 19 (JDK-4511638), but for numbers that one digit can say: of those it gives
    // the nearest with two, 4.9E-324 for 5e-324.
    BigDecimal decimal = new BigDecimal(Double.toString(x)).stripTrailingZeros();
    if (decimal.precision() != 2) return decimal;
    BigDecimal one = new BigDecimal(x).round(new MathContext(1));
    return one.doubleValue() == x ? one.stripTrailingZeros() : decimal;
  }
}
