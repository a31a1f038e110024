package io.assize.engine.run;

import io.assize.core.Result;
import io.assize.core.scale.Scale;
import io.assize.engine.files.Label;
import io.assize.engine.files.Subject;
import io.assize.judges.recipe.Form;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The scale of a grader whose words stand in a file, told by the words. */
final class RecordedScale {

  private static final Scale.Levels PASS_FAIL = Scale.Levels.labelled("fail", "pass");
  private static final int MOST_LEVELS = 101;

  private RecordedScale() {}

  /**
   * Return pass or fail where there are two such words, levels where all are whole numbers not far
   * apart, any number between the least and the greatest else; 0 to 1 where all lie there.
   *
   * @param said by the judge
   * @param labels that it is set against: a level that it never gives is a level all the same
   */
  static Form of(List<Label> said, List<Label> labels) {
    var numbers = new TreeSet<Double>();
    for (Label l : spelled(both(said, labels), List.of())) {
      String word = l.value().got().orElse("fail");
      if (word.equals("fail") || word.equals("pass")) continue;
      try {
        numbers.add(Double.parseDouble(word));
      } catch (NumberFormatException e) {
        continue; // What is no number is unreadable on the scale of the others.
      }
    }
    if (numbers.isEmpty()) return new Form.Fixed(PASS_FAIL);
    double low = numbers.first();
    double high = numbers.last();
    boolean whole = numbers.stream().allMatch(x -> x == Math.rint(x));
    if (whole && high > low && high - low < MOST_LEVELS) {
      return new Form.Fixed(Scale.Levels.range(Math.min(low, 1), high, 1));
    }
    boolean share = low >= 0 && high <= 1;
    return new Form.Fixed(
        share ? new Scale.Real(0, 1) : new Scale.Real(low, Math.max(high, low + 1)));
  }

  private static List<Label> both(List<Label> said, List<Label> labels) {
    return Stream.concat(said.stream(), labels.stream())
        .filter(l -> !(l.subject() instanceof Subject.Pair))
        .toList();
  }

  /**
   * Return what was said with pass and fail for the words that mean it, where no others are said,
   * by the labels neither.
   */
  static List<Label> spelled(List<Label> said, List<Label> labels) {
    boolean two =
        both(said, labels).stream()
            .flatMap(l -> l.value().got().stream())
            .allMatch(w -> !word(w).isEmpty());
    if (!two || said.stream().anyMatch(l -> l.subject() instanceof Subject.Pair)) return said;
    return said.stream()
        .map(l ->
            new Label(
                l.item(),
                l.subject(),
                l.rater(),
                l.value().got().isPresent() ? Result.done(word(l.value().got().get())) : l.value(),
                l.reason(),
                l.at()))
        .toList();
  }

  private static String word(String said) {
    return switch (said.strip().toLowerCase(Locale.ROOT)) {
      case "1", "1.0", "pass", "passed", "true", "yes" -> "pass";
      case "0", "0.0", "fail", "failed", "false", "no" -> "fail";
      default -> "";
    };
  }
}
