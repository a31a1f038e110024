package io.assize.judges.probe;

import io.assize.judges.recipe.Settings;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes words away that say nothing: a greeting in front, an offer of more help at the end, "it is
 * important to note that" in between. What is left are words of the text, in their order; an answer
 * without such words is left alone.
 */
final class Trimmed implements TextChange {

  private static final String OF = "(?:, |\\. |! |: |\\.\\s|!\\s)";

  /** In front, as long as one of them is found. */
  private static final List<Pattern> FRONT =
      List.of(
          words("(?:sure|sure thing|certainly|of course|absolutely)" + OF),
          words("(?:that is a |that's a )?(?:great|good|excellent) question" + OF),
          words("(?:thank you|thanks) for (?:asking|your question|reaching out)" + OF),
          words(
              "(?:i would|i'd|i will|i'll) be (?:happy|glad) to help"
                  + "(?: you)?(?: with that| with this)?"
                  + OF),
          words(
              "here(?: is|'s) (?:the|a|an|my|your) (?:answer|response|reply|solution|result)"
                  + "(?: to your question)?:\\s"));

  /** At the end, a sentence of its own. */
  private static final List<Pattern> END =
      List.of(
          sentence("i hope (?:this|that|it) (?:helps|is helpful|was helpful)(?: you)?"),
          sentence("i hope (?:this|that|it) answers your question"),
          sentence(
              "(?:please )?let me know if (?:you have |there is |there are |i can |you need )"
                  + "[^.!?\\n]{1,60}"),
          sentence(
              "(?:please )?(?:feel free|do not hesitate|don't hesitate) to (?:ask|reach out)"
                  + "[^.!?\\n]{0,60}"),
          sentence("is there anything else (?:i|that i|you)[^.!?\\n]{1,60}"),
          sentence("have a (?:great|nice|good|wonderful|lovely) day"),
          sentence("good luck"));

  /** Where a sentence begins, before what it says; several in a row are taken as one. */
  private static final Pattern BETWEEN =
      Pattern.compile(
          "(?<=^|\\n|[.!?:;]\\s)(?:it(?: is|'s) (?:important|worth|useful|helpful) (?:to note|noting|mentioning) that "
              + "|(?:please note|it should be noted) that "
              + "|needless to say, ){1,8}",
          Pattern.CASE_INSENSITIVE);

  private static Pattern words(String words) {
    return Pattern.compile("^\\s{0,8}" + words + "\\s{0,8}", Pattern.CASE_INSENSITIVE);
  }

  private static Pattern sentence(String words) {
    return Pattern.compile(
        "(?<=[.!?:)\\]\\n])\\s{0,8}" + words + "[.!?]{0,3}\\s{0,8}$", Pattern.CASE_INSENSITIVE);
  }

  @Override
  public Optional<String> of(String text, Settings told, RandomGenerator random) {
    String left = text;
    for (String before = ""; !before.equals(left); ) {
      before = left;
      for (Pattern p : FRONT) left = without(p, left);
      for (Pattern p : END) left = without(p, left);
    }
    left = between(left);
    return left.equals(text) || left.isBlank() ? Optional.empty() : Optional.of(left);
  }

  private static String without(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    if (!found.find()) return text;
    String rest = text.substring(0, found.start()) + text.substring(found.end());
    return found.start() == 0 ? capital(rest) : rest;
  }

  private static String between(String text) {
    Matcher found = BETWEEN.matcher(text);
    var left = new StringBuilder();
    int from = 0;
    while (found.find()) {
      left.append(text, from, found.start());
      from = found.end();
      boolean begins = Character.isUpperCase(text.charAt(found.start()));
      if (begins && from < text.length()) {
        left.appendCodePoint(Character.toUpperCase(text.codePointAt(from)));
        from = text.offsetByCodePoints(from, 1);
      }
    }
    return left.append(text.substring(from)).toString();
  }

  private static String capital(String text) {
    if (text.isEmpty()) return text;
    int first = text.codePointAt(0);
    return new StringBuilder()
        .appendCodePoint(Character.toUpperCase(first))
        .append(text.substring(Character.charCount(first)))
        .toString();
  }
}
