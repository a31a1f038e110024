package io.assize.report;

import io.assize.measures.Estimate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Lines of a screen in the making; what is a sentence or a named point is known as such, too. */
final class Lines {

  /** Columns of an ordinary terminal. */
  static final int WIDTH = 100;

  private static final int NAME = 33;

  private final List<String> lines = new ArrayList<>();
  private final List<String> sentences = new ArrayList<>();
  private final List<Told.Point> points = new ArrayList<>();

  Lines add(String line) {
    lines.add(line.stripTrailing());
    return this;
  }

  Lines addAll(List<String> more) {
    more.forEach(this::add);
    return this;
  }

  Lines section(String title) {
    if (!lines.isEmpty()) lines.add("");
    return add(title);
  }

  /** Add a name in a column of its own, and what is said of it, which goes on below itself. */
  Lines item(String name, String says) {
    return item(name, says, "");
  }

  /**
   * Add a name and what is said of it.
   *
   * @param shows the state of the cases behind it, as {@link Told.Point#shows} has it
   * @param of the numbers that are said
   */
  Lines item(String name, String says, String shows, Estimate... of) {
    points.add(new Told.Point(name, says, shows, List.of(of)));
    return addAll(broken("  " + Numbers.pad(name, NAME) + says, " ".repeat(NAME + 2)));
  }

  /** Break a line before the words that leave the screen; spaces within the rest stay. */
  static List<String> broken(String line, String indent) {
    var all = new ArrayList<String>();
    String rest = line;
    while (rest.length() > WIDTH) {
      int cut = rest.lastIndexOf(' ', WIDTH);
      if (rest.substring(0, Math.max(cut, 0)).isBlank()) break; // one word that fits no line
      all.add(rest.substring(0, cut));
      rest = indent + rest.substring(cut).stripLeading();
    }
    all.add(rest);
    return all;
  }

  /** Add a sentence, broken at 98 columns and set in. */
  Lines sentence(String sentence) {
    sentences.add(sentence);
    return wrapped(sentence, "  ");
  }

  /** Add a text from the first column on, broken at 98 columns. */
  Lines paragraph(String text) {
    return wrapped(text, "");
  }

  private Lines wrapped(String text, String indent) {
    var line = new StringBuilder();
    for (String word : text.split(" ")) {
      if (!line.isEmpty() && indent.length() + line.length() + 1 + word.length() > 98) {
        add(indent + line);
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    return add(indent + line);
  }

  List<String> sentences() {
    return Collections.unmodifiableList(sentences);
  }

  List<Told.Point> points() {
    return Collections.unmodifiableList(points);
  }

  List<String> list() {
    return Collections.unmodifiableList(lines);
  }
}
