package io.assize.engine.ratings;

import io.assize.core.AssizeException;
import io.assize.engine.files.Quoted;
import io.assize.measures.agreement.Metric;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Find what labels are: whole numbers of at most {@value #MOST_LEVELS} steps are ordinal levels,
 * unused ones included; other numbers are interval; two numbers, words and pairs are nominal. What
 * the user says goes before, and what then lies off the scale is refused, each label by name.
 */
final class ScaleReading {

  /** The most steps from the least to the greatest of levels: 1 to 20, 0 to 20. */
  static final int MOST_LEVELS = 20;

  /** So many different words, most of them used once, are texts and no labels. */
  private static final int MANY_WORDS = 50;

  private final List<Rating> ratings;
  private final List<String> raters;
  private final RatingOptions options;

  ScaleReading(List<Rating> ratings, List<String> raters, RatingOptions options) {
    this.ratings = ratings;
    this.raters = raters;
    this.options = options;
  }

  /**
   * Return the scale.
   *
   * @param pairs how the labels of pairs are called; empty where there are none
   */
  RatingScale scale(List<String> pairs) {
    RatingScale scale = options.levels().isPresent() ? told(options.levels().get()) : found(pairs);
    fits(scale);
    var codes = new ScaleCodes(scale, options);
    refuse(
        ratings.stream().filter(r -> codes.find(r.word()).isEmpty()).toList(),
        "off the scale",
        Quoted.list(scale.names()),
        scale.kind() == RatingScale.Kind.WORDS
            ? "write one of them; leave a cell empty where nothing was said"
            : "mend them, leave a cell empty where nothing was said, or move them in by --clamp "
                + scale.names().getFirst()
                + ".."
                + scale.names().getLast());
    return scale;
  }

  private RatingScale found(List<String> pairs) {
    if (!pairs.isEmpty()) return words(pairs, RatingScale.Kind.PAIRS, Metric.NOMINAL);
    List<Rating> noNumbers =
        ratings.stream().filter(r -> ScaleCodes.number(r.word()).isEmpty()).toList();
    boolean names = options.scale().filter(m -> m == Metric.NOMINAL).isPresent();
    if (noNumbers.isEmpty()) return numbers();
    if (noNumbers.size() < ratings.size() && !names) throw mixed(noNumbers);
    if (options.scale().isPresent() && !names) throw noOrder(noNumbers);
    return words(seen(), RatingScale.Kind.WORDS, Metric.NOMINAL);
  }

  /** Words in the order of the alphabet, each as it was first written. */
  private List<String> seen() {
    var words = new TreeMap<String, String>();
    for (Rating r : ratings) words.putIfAbsent(ScaleCodes.folded(r.word()), r.word().strip());
    if (words.size() > MANY_WORDS && 2 * words.size() > ratings.size()) throw texts(words.size());
    return List.copyOf(words.values());
  }

  private RatingScale words(List<String> names, RatingScale.Kind kind, Metric metric) {
    var numbers = new ArrayList<Double>();
    for (int i = 0; i < names.size(); i++) numbers.add((double) i);
    return new RatingScale(
        options.scale().orElse(metric), options.scale().isPresent(), names, numbers, kind);
  }

  private RatingScale numbers() {
    Optional<ScaleCodes.Range> clamp = clamp(options);
    var seen = new TreeSet<Double>();
    for (Rating r : ratings) {
      double x = ScaleCodes.number(r.word()).orElseThrow();
      seen.add(clamp.map(c -> c.moved(x)).orElse(x));
    }
    clamp.ifPresent(c -> seen.addAll(List.of(c.low(), c.high())));
    if (seen.isEmpty()) throw none();
    boolean levels =
        seen.stream().allMatch(x -> x == Math.rint(x)) && seen.last() - seen.first() <= MOST_LEVELS;
    Metric inferred =
        seen.size() <= 2 && levels ? Metric.NOMINAL : levels ? Metric.ORDINAL : Metric.INTERVAL;
    Metric metric = options.scale().orElse(inferred);
    List<Double> all =
        levels && seen.size() > 2 ? steps(seen.first(), seen.last()) : List.copyOf(seen);
    return new RatingScale(
        metric,
        options.scale().isPresent(),
        all.stream().map(ScaleCodes::shown).toList(),
        all,
        levels ? RatingScale.Kind.LEVELS : RatingScale.Kind.NUMBERS);
  }

  private static List<Double> steps(double low, double high) {
    var all = new ArrayList<Double>();
    for (double x = low; x <= high; x++) all.add(x);
    return all;
  }

  private RatingScale told(String levels) {
    Optional<ScaleCodes.Range> range = range(levels);
    if (range.isPresent()) {
      double low = range.get().low();
      double high = range.get().high();
      if (low != Math.rint(low) || high != Math.rint(high) || high - low > 1000) {
        throw wrongRange("--levels " + Quoted.plain(levels), "the ends are no whole numbers");
      }
      return ofNumbers(steps(low, high));
    }
    List<String> names = List.of(levels.split(",", -1)).stream().map(String::strip).toList();
    if (names.size() < 2
        || names.stream().anyMatch(String::isEmpty)
        || names.stream().map(ScaleCodes::folded).distinct().count() < names.size()) {
      throw wrongRange("--levels " + Quoted.plain(levels), "are no labels, each once");
    }
    List<OptionalDouble> numbers = names.stream().map(ScaleCodes::number).toList();
    if (numbers.stream().allMatch(OptionalDouble::isPresent)) {
      return ofNumbers(
          numbers.stream().map(OptionalDouble::getAsDouble).sorted().distinct().toList());
    }
    return words(names, RatingScale.Kind.WORDS, Metric.ORDINAL);
  }

  private RatingScale ofNumbers(List<Double> all) {
    return new RatingScale(
        options.scale().orElse(Metric.ORDINAL),
        true,
        all.stream().map(ScaleCodes::shown).toList(),
        all,
        RatingScale.Kind.LEVELS);
  }

  /** Return the range that numbers are moved into, where there is one. */
  static Optional<ScaleCodes.Range> clamp(RatingOptions options) {
    return options
        .clamp()
        .map(c ->
            range(c).orElseThrow(() -> wrongRange("--clamp " + Quoted.plain(c), "is no range")));
  }

  private static Optional<ScaleCodes.Range> range(String text) {
    int dots = text.indexOf("..");
    if (dots < 0) return Optional.empty();
    OptionalDouble low = ScaleCodes.number(text.substring(0, dots));
    OptionalDouble high = ScaleCodes.number(text.substring(dots + 2));
    if (low.isEmpty() || high.isEmpty() || low.getAsDouble() >= high.getAsDouble()) {
      return Optional.empty();
    }
    return Optional.of(new ScaleCodes.Range(low.getAsDouble(), high.getAsDouble()));
  }

  private static AssizeException wrongRange(String where, String found) {
    return AssizeException.usage(
        where,
        found,
        "two numbers with dots between, the lesser first; levels also as a list",
        "for example: --clamp 0..3, --levels 1..5 or --levels low,medium,high");
  }

  private void fits(RatingScale scale) {
    boolean words =
        scale.kind() == RatingScale.Kind.WORDS || scale.kind() == RatingScale.Kind.PAIRS;
    boolean numbers = scale.metric() == Metric.INTERVAL || scale.metric() == Metric.RATIO;
    if (words && numbers) {
      throw AssizeException.usage(
          "--scale " + scale.metricName(),
          "needs numbers, and the labels are words: " + Quoted.list(scale.names()),
          "nominal or ordinal",
          "choose one of them");
    }
    if (scale.metric() == Metric.RATIO && scale.numbers().getFirst() < 0) {
      throw AssizeException.usage(
          "--scale ratio",
          "needs numbers from 0, and there is a label " + scale.names().getFirst(),
          "interval",
          "give --scale interval");
    }
  }

  // ---- what is refused

  private void refuse(List<Rating> wrong, String how, String allowed, String fix) {
    if (!wrong.isEmpty()) throw wrong(wrong, how, allowed, fix);
  }

  private AssizeException wrong(List<Rating> wrong, String how, String allowed, String fix) {
    Map<String, Long> counts =
        wrong.stream()
            .collect(
                Collectors.groupingBy(Rating::word, LinkedHashMap::new, Collectors.counting()));
    List<String> named =
        counts.entrySet().stream()
            .map(e -> e.getKey() + (e.getValue() == 1 ? "" : " (" + e.getValue() + " times)"))
            .toList();
    Rating first = wrong.getFirst();
    return AssizeException.usage(
        first.at().toString(),
        "%d %s %s: %s; the first by %s"
            .formatted(
                wrong.size(),
                wrong.size() == 1 ? "label is" : "labels are",
                how,
                Quoted.list(named),
                Quoted.plain(raters.get(first.rater()))),
        allowed,
        fix);
  }

  private AssizeException mixed(List<Rating> words) {
    return wrong(
        words,
        "no number, where others are",
        "numbers throughout, or words throughout",
        "leave a cell empty where nothing was said, or name such words: --missing WORD\n"
            + "       all of them are names: --scale nominal\n"
            + "       a column is no rater: --map raters=ANNA+BEN");
  }

  private AssizeException noOrder(List<Rating> words) {
    return wrong(
        words,
        "no number",
        "numbers, or words with their order",
        "say the order: --levels low,medium,high; without order: --scale nominal");
  }

  private AssizeException texts(int different) {
    return AssizeException.usage(
        ratings.getFirst().at().file(),
        "holds %d different words in %d labels: these are texts"
            .formatted(different, ratings.size()),
        "labels, of which most are given often",
        "say which columns are raters: --map raters=ANNA+BEN");
  }

  private AssizeException none() {
    return AssizeException.usage("", "no label is left", "at least one label", "check --missing");
  }
}
