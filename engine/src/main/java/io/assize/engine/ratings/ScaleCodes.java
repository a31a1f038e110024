package io.assize.engine.ratings;

import io.assize.engine.files.Quoted;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The place of each label on a scale: numbers by their value, words whatever their case. */
final class ScaleCodes {

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d{1,15}(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?");

  /** As European spreadsheets write it. */
  private static final Pattern COMMA = Pattern.compile("[+-]?\\d{1,15},\\d{1,2}");

  private final boolean numeric;
  private final Optional<Range> clamp;
  private final TreeMap<String, Integer> words = new TreeMap<>();
  private final TreeMap<Double, Integer> numbers = new TreeMap<>();

  /** A range of numbers, both ends in it. */
  record Range(double low, double high) {
    double moved(double x) {
      return Math.clamp(x, low, high);
    }
  }

  ScaleCodes(RatingScale scale, RatingOptions options) {
    this.numeric =
        scale.kind() == RatingScale.Kind.LEVELS || scale.kind() == RatingScale.Kind.NUMBERS;
    this.clamp = ScaleReading.clamp(options);
    for (int code = 0; code < scale.names().size(); code++) {
      words.put(folded(scale.names().get(code)), code);
      numbers.put(scale.numbers().get(code), code);
    }
  }

  int of(String word) {
    return find(word)
        .orElseThrow(() -> new IllegalStateException("off the scale: " + Quoted.of(word)));
  }

  OptionalInt find(String word) {
    Integer code = numeric ? byNumber(word) : words.getOrDefault(folded(word), -1);
    return code < 0 ? OptionalInt.empty() : OptionalInt.of(code);
  }

  private int byNumber(String word) {
    OptionalDouble number = number(word);
    if (number.isEmpty()) return -1;
    double x = number.getAsDouble();
    return numbers.getOrDefault(clamp.map(c -> c.moved(x)).orElse(x), -1);
  }

  static String folded(String word) {
    return word.strip().toLowerCase(Locale.ROOT);
  }

  /** Return the number that a label is, empty where it is none. */
  static OptionalDouble number(String word) {
    String text = word.strip();
    if (COMMA.matcher(text).matches()) text = text.replace(',', '.');
    if (!NUMBER.matcher(text).matches()) return OptionalDouble.empty();
    // Adding 0 makes one of the two zeros.
    double x = Double.parseDouble(text) + 0.0;
    return Double.isFinite(x) ? OptionalDouble.of(x) : OptionalDouble.empty();
  }

  /** Return a number as it is shown. */
  static String shown(double x) {
    String plain = BigDecimal.valueOf(x).stripTrailingZeros().toPlainString();
    return plain.length() <= 12 ? plain : Double.toString(x);
  }
}
