package io.assize.report.svg;

import io.assize.report.Numbers;
import io.assize.report.Safe;

/**
 * A picture in the making: {@value #WIDTH} units wide, so that its letters can be read on a
 * telephone and stay modest on a desk. No attribute holds a style or a colour.
 */
final class Svg {

  /** Units from left to right. */
  static final int WIDTH = 360;

  /** Where a text is held. */
  enum Anchor {
    START,
    MIDDLE,
    END
  }

  private final StringBuilder out = new StringBuilder();

  /**
   * Begin.
   *
   * @param id unique in the page, of letters, digits and hyphens
   * @param title what it shows
   * @param description what is to be seen in it, in a sentence
   */
  Svg(String id, String title, String description, double height) {
    out.append("<svg role=\"img\" viewBox=\"0 0 ")
        .append(WIDTH)
        .append(' ')
        .append(number(height))
        .append("\" aria-labelledby=\"")
        .append(id)
        .append("-t ")
        .append(id)
        .append("-d\"><title id=\"")
        .append(id)
        .append("-t\">")
        .append(Safe.html(title))
        .append("</title><desc id=\"")
        .append(id)
        .append("-d\">")
        .append(Safe.html(description))
        .append("</desc>");
  }

  Svg rect(String css, double x, double y, double width, double height) {
    return element("rect", css, "x", x, "y", y, "width", width, "height", height);
  }

  Svg line(String css, double x1, double y1, double x2, double y2) {
    return element("line", css, "x1", x1, "y1", y1, "x2", x2, "y2", y2);
  }

  Svg circle(String css, double x, double y, double radius) {
    return element("circle", css, "cx", x, "cy", y, "r", radius);
  }

  /** Draw a square that stands on its corner. */
  Svg diamond(String css, double x, double y, double radius) {
    out.append("<path class=\"").append(css).append("\" d=\"M");
    out.append(number(x)).append(' ').append(number(y - radius));
    out.append('L').append(number(x + radius)).append(' ').append(number(y));
    out.append('L').append(number(x)).append(' ').append(number(y + radius));
    out.append('L').append(number(x - radius)).append(' ').append(number(y)).append("Z\"/>");
    return this;
  }

  Svg text(String css, Anchor anchor, double x, double y, String text) {
    out.append("<text class=\"").append(css).append(' ');
    out.append(anchor.name().toLowerCase(java.util.Locale.ROOT));
    out.append("\" x=\"").append(number(x)).append("\" y=\"").append(number(y)).append("\">");
    out.append(Safe.html(text)).append("</text>");
    return this;
  }

  /** Return the picture. */
  String done() {
    return out + "</svg>";
  }

  private Svg element(String name, String css, Object... attributes) {
    out.append('<').append(name).append(" class=\"").append(css).append('"');
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      out.append(number((Double) attributes[i + 1])).append('"');
    }
    out.append("/>");
    return this;
  }

  private static String number(double x) {
    String text = Numbers.fixed(x, 1);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
