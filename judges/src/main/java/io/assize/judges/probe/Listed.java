package io.assize.judges.probe;

import io.assize.judges.recipe.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Sets plain sentences as a Markdown list under a heading: the same words in the same order, and
 * {@link #plain} gives them back. A text that has any mark of Markdown, or that holds code or a
 * table, is left alone.
 */
final class Listed implements TextChange {

  private static final String HEAD = "## Answer\n\n";
  private static final String POINT = "- ";

  private static final Pattern MARKED =
      Pattern.compile(
          "(?m)^[ \\t]{0,8}(?:[-*+>#|]|\\d{1,3}[.)][ \\t])|\\*\\*|__|`|^(?:[ ]{4}|\\t)");

  /** Behind the end of a sentence, where the next one begins. */
  private static final Pattern NEXT =
      Pattern.compile("(?<=[.!?][\"')\\]]?)[ \\t]{1,4}(?=[\\p{Lu}\"'(\\[])");

  @Override
  public Optional<String> of(String text, Settings told, RandomGenerator random) {
    if (text.isBlank() || MARKED.matcher(text).find()) return Optional.empty();
    var blocks = new ArrayList<String>();
    for (String paragraph : text.strip().split("\\R")) {
      if (paragraph.isBlank()) continue;
      blocks.add(
          NEXT.splitAsStream(paragraph.strip())
              .map(s -> POINT + s)
              .collect(Collectors.joining("\n")));
    }
    return Optional.of(HEAD + String.join("\n\n", blocks));
  }

  /** Return the paragraphs that a list was made of, with one space between sentences. */
  static String plain(String listed) {
    List<String> blocks = List.of(listed.substring(HEAD.length()).split("\n\n", -1));
    return blocks.stream()
        .map(b -> b.lines().map(l -> l.substring(POINT.length())).collect(Collectors.joining(" ")))
        .collect(Collectors.joining("\n"));
  }
}
