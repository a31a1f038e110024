package io.assize.report;

import io.assize.measures.Estimate;
import io.assize.measures.Interval;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.apiguardian.api.API;

/** The one place that writes a number with its interval. */
@API(status = API.Status.EXPERIMENTAL)
public final class Numbers {

  private Numbers() {}

  /** Write a share as percent: {@code 58.9 %}. */
  public static String percent(double share, int digits) {
    return fixed(100 * share, digits) + " %";
  }

  /** Write a share and its interval: {@code 64 % (54 to 73)}; a dash where it is undefined. */
  public static String percent(Estimate share) {
    return switch (share) {
      case Estimate.Value v -> percent(v.estimate(), 0) + percentInterval(v.interval(), " (", ")");
      case Estimate.Undefined u -> "-";
    };
  }

  /** Write a share and its interval without brackets: {@code 63 % 56 to 70}. */
  public static String percentAligned(Estimate share) {
    return switch (share) {
      case Estimate.Value v ->
          pad(percent(v.estimate(), 0), 6) + percentInterval(v.interval(), "  ", "");
      case Estimate.Undefined u -> "-";
    };
  }

  private static String percentInterval(Optional<Interval> interval, String before, String behind) {
    return interval
        .map(i -> before + fixed(100 * i.low(), 0) + " to " + fixed(100 * i.high(), 0) + behind)
        .orElse("");
  }

  /** Write a number and its interval: {@code 0.61 (0.33 to 0.84)}; a dash where undefined. */
  public static String decimal(Estimate of, int digits) {
    return switch (of) {
      case Estimate.Value v ->
          fixed(v.estimate(), digits)
              + v.interval()
                  .map(i -> " (" + fixed(i.low(), digits) + " to " + fixed(i.high(), digits) + ")")
                  .orElse("");
      case Estimate.Undefined u -> "-";
    };
  }

  /** Write a share as its distance from one half in points: {@code +4 points}. */
  public static String points(double share) {
    return signed(100 * (share - 0.5), 0) + " points";
  }

  /** Write a number with its sign; nothing is ever written as minus zero. */
  public static String signed(double x, int digits) {
    String text = fixed(x, digits);
    return x > 0 && !isZero(text) ? "+" + text : text;
  }

  /** Write a number with so many digits behind the point, rounded half up. */
  public static String fixed(double x, int digits) {
    String text =
        new java.math.BigDecimal(x)
            .setScale(digits, java.math.RoundingMode.HALF_UP)
            .toPlainString();
    return isZero(text) && text.startsWith("-") ? text.substring(1) : text;
  }

  /** Write a number as people type it: {@code 0.03}. */
  static String plain(double x) {
    return java.math.BigDecimal.valueOf(x).stripTrailingZeros().toPlainString();
  }

  private static boolean isZero(String text) {
    return text.chars().allMatch(c -> c == '0' || c == '.' || c == '-');
  }

  /** Write a count with thin groups: {@code 310 000}. */
  public static String count(long n) {
    return String.format(Locale.ROOT, "%,d", n).replace(',', ' ');
  }

  /** Round a count to two digits, for what is only known roughly: {@code 1 100}. */
  public static String about(double n) {
    if (n < 100) return count(Math.round(n));
    double power = Math.pow(10, Math.floor(Math.log10(n)) - 1);
    return count(Math.round(Math.round(n / power) * power));
  }

  /** Write dollars: {@code $0.21}. */
  public static String dollars(double usd) {
    return "$" + fixed(usd, usd < 0.095 && usd > 0 ? 4 : 2);
  }

  /** Write a duration: {@code 2.8 s}, {@code 1 min 52 s}, {@code 2 h 05 min}. */
  public static String time(Duration d) {
    long s = d.toSeconds();
    if (s < 60) return fixed(d.toMillis() / 1000.0, 1) + " s";
    if (s < 3600) return s / 60 + " min " + s % 60 + " s";
    return s / 3600 + " h " + String.format(Locale.ROOT, "%02d", s / 60 % 60) + " min";
  }

  /** Write a word in the singular or the plural. */
  public static String of(long n, String one, String many) {
    return count(n) + " " + (n == 1 ? one : many);
  }

  static String pad(String text, int width) {
    return text.length() >= width ? text : text + " ".repeat(width - text.length());
  }
}
