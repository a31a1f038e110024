package io.assize.engine.files;

import java.util.Comparator;
import org.apiguardian.api.API;

/** The order in which people count: q2 before q10. */
@API(status = API.Status.EXPERIMENTAL)
public final class ByNumber {

  /** Numbers within a text are compared as numbers. */
  public static final Comparator<String> ORDER =
      Comparator.comparing(ByNumber::padded).thenComparing(Comparator.naturalOrder());

  private static final int DIGITS = 18;

  private ByNumber() {}

  /** Return the text with zeros before its numbers, so that all are equally long. */
  private static String padded(String text) {
    var padded = new StringBuilder();
    int digits = 0;
    for (int i = 0; i <= text.length(); i++) {
      boolean digit = i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9';
      if (digit) {
        digits++;
        continue;
      }
      if (digits > 0) {
        padded.repeat('0', Math.max(0, DIGITS - digits)).append(text, i - digits, i);
      }
      digits = 0;
      if (i < text.length()) padded.append(text.charAt(i));
    }
    return padded.toString();
  }
}
