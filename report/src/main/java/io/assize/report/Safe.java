package io.assize.report;

import org.apiguardian.api.API;

/** Makes text from models, candidates and files harmless for the place where it is shown. */
@API(status = API.Status.EXPERIMENTAL)
public final class Safe {

  /** Spreadsheets take no more in one cell. */
  private static final int LONGEST_CELL = 32_000;

  private static final int CUT = 40;

  private Safe() {}

  /**
   * Return text for a terminal: one line, control characters (C0, C1, ESC, DEL), bidirectional
   * marks and invisible format characters written as {@code \\u001b}.
   */
  public static String terminal(String text) {
    var safe = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> {
          if (c == '\n' || c == '\r' || c == '\t') {
            safe.append(' ');
          } else if (isHidden(c)) {
            safe.append(String.format("\\u%04x", c));
          } else {
            safe.appendCodePoint(c);
          }
        });
    return safe.toString();
  }

  /** Return text for a terminal with its line breaks kept. */
  public static String terminalLines(String text) {
    return String.join("\n", text.lines().map(Safe::terminal).toList());
  }

  /** Return at most so many characters of a text for a terminal. */
  public static String brief(String text, int most) {
    String safe = terminal(text).strip();
    if (safe.length() <= most) return safe;
    int end = most - 3;
    if (Character.isLowSurrogate(safe.charAt(end))) end--; // half a character is none
    return safe.substring(0, end) + "...";
  }

  /**
   * Return a JSON document in which hidden characters, that JSON lets stand in a text, are written
   * as {@code \\u202e}. It reads back as the same.
   */
  public static String json(String document) {
    var safe = new StringBuilder(document.length());
    for (char c : document.toCharArray()) {
      // Every character beyond 16 bits is two of these, of which JSON may escape each.
      if (c > 0x7e && (isHidden(c) || Character.isSurrogate(c))) {
        safe.append(String.format("\\u%04x", (int) c));
      } else {
        safe.append(c);
      }
    }
    return safe.toString();
  }

  /**
   * Return a CSV cell for a terminal: quoted where it must be, and with an apostrophe in front
   * where a spreadsheet would take it for a formula ({@code = + - @}).
   */
  public static String csv(String text) {
    String cell = noFormula(terminal(text));
    if (cell.chars().anyMatch(c -> c == '"' || c == ',')) return quoted(cell);
    return cell;
  }

  /**
   * Return a CSV cell for people who read it in a spreadsheet: as {@link #csv}, with its line
   * breaks kept, and no longer than a cell may be (32,000 characters); what was cut is told at its
   * end.
   */
  public static String cell(String text) {
    String whole = terminalLines(text);
    String cell = whole;
    if (whole.length() > LONGEST_CELL) {
      int end = LONGEST_CELL - CUT;
      cell = whole.substring(0, end) + "\n[" + (whole.length() - end) + " characters more]";
    }
    cell = noFormula(cell);
    boolean plain =
        cell.chars().noneMatch(c -> "\",;\n".indexOf(c) >= 0) && cell.equals(cell.strip());
    return plain ? cell : quoted(cell);
  }

  private static String quoted(String cell) {
    return "\"" + cell.replace("\"", "\"\"") + "\"";
  }

  private static String noFormula(String cell) {
    String start = cell.stripLeading();
    boolean formula = !start.isEmpty() && "=+-@".indexOf(start.charAt(0)) >= 0 && !isNumber(cell);
    return formula ? "'" + cell : cell;
  }

  private static boolean isNumber(String text) {
    return text.matches("[+-]?[0-9]{1,15}(\\.[0-9]{1,17})?([eE][+-]?[0-9]{1,3})?");
  }

  /** Return text for a LaTeX table. */
  public static String latex(String text) {
    var safe = new StringBuilder();
    for (char c : terminal(text).toCharArray()) {
      switch (c) {
        case '\\' -> safe.append("\\textbackslash{}");
        case '~' -> safe.append("\\textasciitilde{}");
        case '^' -> safe.append("\\textasciicircum{}");
        case '&', '%', '$', '#', '_', '{', '}' -> safe.append('\\').append(c);
        default -> safe.append(c);
      }
    }
    return safe.toString();
  }

  /**
   * Return text for HTML or XML, between marks and within quotes: one line, hidden characters
   * written as for a terminal.
   */
  public static String html(String text) {
    return escaped(terminal(text));
  }

  /** Return text for HTML with its line breaks kept. */
  public static String htmlLines(String text) {
    return escaped(terminalLines(text));
  }

  private static String escaped(String harmless) {
    var safe = new StringBuilder(harmless.length() + 16);
    for (char c : harmless.toCharArray()) {
      switch (c) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        default -> safe.append(c);
      }
    }
    return safe.toString();
  }

  /**
   * Return a JSON document for a script element: it reads back as the same, and no text in it can
   * end the element or begin a comment.
   */
  public static String script(String document) {
    return json(document).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
  }

  /** Return text for Markdown, a cell of a table included: nothing in it is a mark or a link. */
  public static String markdown(String text) {
    var safe = new StringBuilder();
    for (char c : terminal(text).strip().toCharArray()) {
      switch (c) {
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '&' -> safe.append("&amp;");
        case '\\', '`', '*', '_', '{', '}', '[', ']', '#', '!', '|', '~', '$', '@' ->
            safe.append('\\').append(c);
        default -> safe.append(c);
      }
    }
    // Some readers make a link of a bare address.
    return safe.toString().replace("://", "&#58;//").replace("www.", "www&#46;");
  }

  private static boolean isHidden(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.SURROGATE
        || (c & 0xfffe) == 0xfffe; // no characters, and not allowed in XML
  }
}
