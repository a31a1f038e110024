package io.assize.engine.ratings;

import io.assize.core.AssizeException;
import io.assize.core.Item;
import io.assize.core.Nearest;
import io.assize.core.Party;
import io.assize.engine.files.ByNumber;
import io.assize.engine.files.DataFile;
import io.assize.engine.files.Label;
import io.assize.engine.files.Place;
import io.assize.engine.files.Quoted;
import io.assize.engine.files.Subject;
import io.assize.measures.Clusters;
import io.assize.measures.columns.Labels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Bring labels of files together by unit and rater, and put them on one scale. Units stand in the
 * order of their ids and raters in that of their names, judges last: neither the order of lines nor
 * what is missing in the first of them changes a figure.
 */
final class RatingsReader {

  private static final String A = "a";
  private static final String B = "b";

  private static final Comparator<RatingUnit> UNITS =
      Comparator.comparing(RatingUnit::item, ByNumber.ORDER)
          .thenComparing(RatingUnit::about, ByNumber.ORDER);
  private static final Comparator<Ratings.Rater> RATERS =
      Comparator.comparing(Ratings.Rater::name, ByNumber.ORDER);

  private record Said(int unit, int rater) {}

  private final DataFile data;
  private final RatingOptions options;
  private final Map<RatingUnit, Integer> units = new LinkedHashMap<>();
  private final Map<String, Integer> raters = new LinkedHashMap<>();
  private final TreeSet<String> judges = new TreeSet<>();
  private final List<Rating> ratings = new ArrayList<>();
  private final Map<Said, Place> seen = new LinkedHashMap<>();
  private final boolean pairs;
  private final boolean onePair;

  RatingsReader(DataFile data, RatingOptions options) {
    this.data = data;
    this.options = options;
    List<TreeSet<String>> systems =
        data.labels().stream()
            .filter(l -> l.subject() instanceof Subject.Pair)
            .map(l -> systems((Subject.Pair) l.subject()))
            .distinct()
            .toList();
    this.pairs = !systems.isEmpty();
    this.onePair = systems.size() == 1;
  }

  private static TreeSet<String> systems(Subject.Pair pair) {
    return new TreeSet<>(List.of(pair.a(), pair.b()));
  }

  Ratings read() {
    data.labels().forEach(this::take);
    judges();
    if (raters.size() < 2) throw alone();
    RatingScale scale = new ScaleReading(ratings, names(), options).scale(pairNames());
    List<RatingUnit> ordered = units.keySet().stream().sorted(UNITS).toList();
    List<Ratings.Rater> all =
        names().stream()
            .map(r -> new Ratings.Rater(r, judges.contains(r)))
            .sorted(Comparator.comparing(Ratings.Rater::judge).thenComparing(RATERS))
            .toList();
    return new Ratings(
        ordered, all, scale, labels(scale, ordered, all), data.accounts(), data.notes());
  }

  private List<String> names() {
    return List.copyOf(raters.keySet());
  }

  private void take(Label label) {
    Optional<String> word = label.value().got();
    String name = rater(label);
    int rater = number(raters, name);
    if (label.rater().kind() == Party.Kind.FILE) judges.add(name);
    Optional<RatingUnit> turned = turned(label);
    int unit = number(units, turned.orElseGet(() -> unit(label)));
    Place before = seen.putIfAbsent(new Said(unit, rater), label.at());
    if (before != null) throw twice(label, name, before);
    if (word.isEmpty()) return;
    String said = pairs ? side(label, word.get(), turned.isPresent()) : word.get();
    ratings.add(new Rating(unit, rater, said, label.at()));
  }

  private static <K> int number(Map<K, Integer> numbers, K key) {
    Integer known = numbers.putIfAbsent(key, numbers.size());
    return known == null ? numbers.size() - 1 : known;
  }

  /** A judge that was asked in both orders is two raters: they can be set against each other. */
  private static String rater(Label label) {
    String name = label.rater().name();
    if (!(label.subject() instanceof Subject.Pair pair)) return name;
    return switch (pair.shown()) {
      case NOT_TOLD -> name;
      case A_FIRST -> name + ", a first";
      case B_FIRST -> name + ", b first";
    };
  }

  private static RatingUnit unit(Label label) {
    return new RatingUnit(
        label.item(),
        switch (label.subject()) {
          case Subject.Whole w -> "";
          case Subject.Answer a -> a.system() + (a.sample() == 0 ? "" : " #" + a.sample());
          case Subject.Pair p -> p.a() + " - " + p.b();
        });
  }

  /** Return the unit of a pair that stands the other way round above; empty where it does not. */
  private Optional<RatingUnit> turned(Label label) {
    if (!(label.subject() instanceof Subject.Pair p)) return Optional.empty();
    var turned = new RatingUnit(label.item(), p.b() + " - " + p.a());
    boolean known = units.containsKey(turned) && !units.containsKey(unit(label));
    return known ? Optional.of(turned) : Optional.empty();
  }

  /** Return which side of the unit is better, or the system's name where all pairs are one. */
  private String side(Label label, String word, boolean turned) {
    if (word.equals(Label.TIE) || onePair) return word;
    if (!(label.subject() instanceof Subject.Pair p)) throw mixed(label);
    return word.equals(p.a()) != turned ? A : B;
  }

  /** Return how the labels of pairs are called, in order; empty where there are none. */
  private List<String> pairNames() {
    if (!pairs) return List.of();
    if (!onePair) return List.of(A, Label.TIE, B);
    Subject.Pair first =
        data.labels().stream()
            .filter(l -> l.subject() instanceof Subject.Pair)
            .map(l -> (Subject.Pair) l.subject())
            .findFirst()
            .orElseThrow();
    return List.of(first.a(), Label.TIE, first.b());
  }

  private Labels labels(RatingScale scale, List<RatingUnit> ordered, List<Ratings.Rater> all) {
    int[] unitAt = new int[ordered.size()];
    for (int i = 0; i < unitAt.length; i++) unitAt[units.getOrDefault(ordered.get(i), 0)] = i;
    int[] raterAt = new int[all.size()];
    for (int i = 0; i < raterAt.length; i++) raterAt[raters.getOrDefault(all.get(i).name(), 0)] = i;
    var builder = Labels.builder(scale.levels()).units(unitAt.length).raters(raterAt.length);
    var codes = new ScaleCodes(scale, options);
    for (Rating r : ratings) {
      builder.add(unitAt[r.unit()], raterAt[r.rater()], codes.of(r.word()));
    }
    return builder.build().clusteredBy(clusters(ordered));
  }

  private Clusters clusters(List<RatingUnit> ordered) {
    var roots = new TreeMap<String, String>();
    for (Item item : data.items()) roots.put(item.id(), item.root());
    var numbers = new LinkedHashMap<String, Integer>();
    int[] of =
        ordered.stream()
            .mapToInt(u -> number(numbers, roots.getOrDefault(u.item(), u.item())))
            .toArray();
    return numbers.size() == of.length ? Clusters.each(of.length) : Clusters.of(of, numbers.size());
  }

  private void judges() {
    for (String judge : options.judges()) {
      if (!raters.containsKey(judge)) {
        throw AssizeException.usage(
            "--judge " + Quoted.plain(judge),
            "is no rater of these files",
            Quoted.list(names())
                + Nearest.of(judge, names()).map(n -> "; nearest is " + Quoted.of(n)).orElse(""),
            "name one of them");
      }
      judges.add(judge);
    }
  }

  private AssizeException alone() {
    return AssizeException.usage(
        data.labels().getFirst().at().file(),
        "holds one rater only, " + Quoted.plain(names().getFirst()),
        "two raters or more: a column for each, or a row for each label with item, rater, label",
        "add what others say; several files are joined by item: assize agree a.csv b.csv");
  }

  private static AssizeException twice(Label label, String name, Place before) {
    return AssizeException.usage(
        label.at().toString(),
        "%s labels %s a second time, first in %s"
            .formatted(Quoted.plain(name), Quoted.of(unit(label).toString()), before),
        "one label by a rater for the same thing; a pair in the other order is the same",
        "remove one, or give repeats a rater's name of their own");
  }

  private static AssizeException mixed(Label label) {
    return AssizeException.usage(
        label.at().toString(),
        "is a label of one thing, where others compare two",
        "grades, or comparisons",
        "give them to assize agree one after the other");
  }
}
