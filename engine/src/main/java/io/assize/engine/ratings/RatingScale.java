package io.assize.engine.ratings;

import io.assize.measures.agreement.Metric;
import java.util.List;
import java.util.Locale;
import org.apiguardian.api.API;

/**
 * What labels of a file are.
 *
 * @param metric how far two of them are apart
 * @param told whether the user said so; else it was inferred
 * @param names the labels as they are shown, in ascending order where there is one
 * @param numbers the number of each; 0, 1, 2 and so on for words
 * @param kind what they look like
 */
@API(status = API.Status.EXPERIMENTAL)
public record RatingScale(
    Metric metric, boolean told, List<String> names, List<Double> numbers, Kind kind) {

  /** What labels look like. */
  public enum Kind {
    /** Whole numbers, all between the least and the greatest. */
    LEVELS,
    /** Any numbers. */
    NUMBERS,
    /** Words. */
    WORDS,
    /** Which of two is better, or a tie. */
    PAIRS
  }

  public RatingScale {
    names = List.copyOf(names);
    numbers = List.copyOf(numbers);
  }

  /** Return the numbers as measures take them. */
  double[] levels() {
    return numbers.stream().mapToDouble(x -> x).toArray();
  }

  /** Tell whether a difference of two labels is a number of points. */
  public boolean hasPoints() {
    return metric != Metric.NOMINAL && kind != Kind.PAIRS && kind != Kind.WORDS;
  }

  /** Return the metric as the command spells it. */
  public String metricName() {
    return metric.name().toLowerCase(Locale.ROOT);
  }

  /** Return what the labels are, in words: {@code levels 1 to 5}. */
  public String words() {
    if (names.size() == 1) return "one label, " + names.getFirst() + ",";
    return switch (kind) {
      case LEVELS ->
          names.size() > 2
              ? "levels " + names.getFirst() + " to " + names.getLast()
              : "levels " + String.join(" and ", names);
      case NUMBERS ->
          names.size() + " different numbers from " + names.getFirst() + " to " + names.getLast();
      case WORDS -> names.size() + " labels";
      case PAIRS -> "pairs (" + String.join(", ", names) + ")";
    };
  }
}
