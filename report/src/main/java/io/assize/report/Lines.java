package io.assize.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Lines of a screen in the making. */
final class Lines {

  private final List<String> lines = new ArrayList<>();

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

  /** Add a name in a column of its own, and what is said of it. */
  Lines item(String name, String says) {
    return add("  " + Numbers.pad(name, 33) + says);
  }

  /** Add a sentence, broken at 98 columns and set in. */
  Lines sentence(String sentence) {
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

  List<String> list() {
    return Collections.unmodifiableList(lines);
  }
}
