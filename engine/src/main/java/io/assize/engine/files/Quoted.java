package io.assize.engine.files;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/** Text from data, made fit to stand in a message: short, quoted, nothing that moves a cursor. */
@API(status = API.Status.EXPERIMENTAL)
public final class Quoted {

  private static final int LONGEST = 60;
  private static final int MOST = 12;

  private Quoted() {}

  /** Return the text in double quotes, at most 60 characters of it, control characters escaped. */
  public static String of(String text) {
    return "\"" + plain(text) + "\"";
  }

  /** Return the text without quotes, otherwise as {@link #of}. */
  public static String plain(String text) {
    var out = new StringBuilder();
    int end = Math.min(text.length(), LONGEST);
    if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) end--;
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (hidden(c)) out.append(String.format("\\u%04x", (int) c));
          else out.append(c);
        }
      }
    }
    return end < text.length() ? out + "..." : out.toString();
  }

  private static boolean hidden(char c) {
    return Character.isISOControl(c)
        || Character.getType(c) == Character.FORMAT
        || Character.getType(c) == Character.LINE_SEPARATOR
        || Character.getType(c) == Character.PARAGRAPH_SEPARATOR;
  }

  /** Return the names with commas between them, at most twelve, then how many more there are. */
  public static String list(Collection<String> names) {
    String shown = names.stream().limit(MOST).map(Quoted::plain).collect(Collectors.joining(", "));
    return names.size() <= MOST ? shown : shown + " and " + (names.size() - MOST) + " more";
  }

  /** Return the line numbers with commas between them, at most five, then how many more. */
  static String lines(List<Integer> lines) {
    String shown = lines.stream().limit(5).map(String::valueOf).collect(Collectors.joining(", "));
    String more = lines.size() <= 5 ? "" : " and " + (lines.size() - 5) + " more";
    return (lines.size() == 1 ? "line " : "lines ") + shown + more;
  }
}
