package io.assize.engine.trial;

import io.assize.core.Candidate;
import io.assize.core.Case;
import io.assize.core.Party;
import io.assize.core.scale.Outcome;
import io.assize.core.scale.Scale;
import io.assize.engine.files.DataFile;
import io.assize.engine.files.Label;
import io.assize.engine.files.LabelFiles;
import io.assize.engine.files.Subject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apiguardian.api.API;

/**
 * Labels from files. Several raters of one pair are joined by majority, a draw is a tie; several
 * grades of one answer by their lower median. A later label of the same rater supersedes.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class LabelledGold implements Gold {

  private static final boolean[] BOTH = {true, false};
  private static final boolean[] NEITHER = {};

  private final String by;
  private final SortedMap<String, SortedMap<String, Decision>> pairs = new TreeMap<>();
  private final SortedMap<String, SortedMap<String, Double>> grades = new TreeMap<>();

  /**
   * Take the labels of data.
   *
   * @param data items with labels
   * @param scale that grades stand on; empty where only pairs are judged, then grades of answers
   *     are compared as numbers
   * @throws io.assize.core.AssizeException where a grade is off the scale, with file and line
   */
  public LabelledGold(DataFile data, Optional<Scale.Levels> scale) {
    var raters = new TreeSet<String>();
    for (Label label : data.labels()) {
      var said = label.value().got();
      if (said.isEmpty()) continue;
      raters.add(label.rater().name());
      switch (label.subject()) {
        case Subject.Pair p ->
            pairs
                .computeIfAbsent(pairKey(label.item(), p.a(), p.b()), k -> new TreeMap<>())
                .put(label.rater().name(), decision(said.get()));
        case Subject.Answer a -> grade(label, a.system() + "#" + a.sample(), said.get(), scale);
        case Subject.Whole w -> grade(label, "", said.get(), scale);
      }
    }
    this.by = words(raters, data);
  }

  private static String words(TreeSet<String> raters, DataFile data) {
    boolean people = data.labels().stream().anyMatch(l -> l.rater().kind() == Party.Kind.PERSON);
    if (raters.size() == 1) return raters.first();
    return people ? "people" : "labels";
  }

  private void grade(Label label, String answer, String said, Optional<Scale.Levels> scale) {
    OptionalDouble number;
    if (scale.isPresent()) {
      Outcome level = LabelFiles.level(label, said, scale.get());
      number = scale.get().number(level);
    } else {
      number = number(said);
    }
    number.ifPresent(x ->
        grades
            .computeIfAbsent(label.item() + "\n" + answer, k -> new TreeMap<>())
            .put(label.rater().name(), x));
  }

  private static OptionalDouble number(String text) {
    try {
      return OptionalDouble.of(Double.parseDouble(text));
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  private static Decision decision(String said) {
    return said.equals(Label.TIE) ? new Decision.Tie() : new Decision.Better(said);
  }

  private static String pairKey(String item, String a, String b) {
    return item + "\n" + (a.compareTo(b) < 0 ? a + "\n" + b : b + "\n" + a);
  }

  /** Take the labels of data, {@link Gold#NONE} where it has none. */
  public static Gold of(DataFile data, Optional<Scale.Levels> scale) {
    var gold = new LabelledGold(data, scale);
    return gold.any() ? gold : NONE;
  }

  /**
   * Take the labels of each rater apart, by name: for judges that may follow one and not others.
   */
  public static SortedMap<String, Gold> byRater(DataFile data, Optional<Scale.Levels> scale) {
    var apart = new TreeMap<String, Gold>();
    for (Party rater : data.raters()) {
      var own = data.labels().stream().filter(l -> l.rater().equals(rater)).toList();
      Gold gold = of(data.labelled(own), scale);
      if (gold != NONE) apart.put(rater.name(), gold);
    }
    return apart;
  }

  /** Tell whether there is any label. */
  public boolean any() {
    return !pairs.isEmpty() || !grades.isEmpty();
  }

  @Override
  public String by() {
    return by;
  }

  /** A pair without a label of its own takes the better of two graded answers. */
  @Override
  public Optional<Decision> of(Case pair) {
    Candidate a = pair.candidates().get(0);
    Candidate b = pair.candidates().get(1);
    for (boolean numbered : pairs.isEmpty() ? NEITHER : BOTH) {
      String first = name(a, numbered);
      var said = pairs.get(pairKey(pair.item().id(), first, name(b, numbered)));
      if (said != null) return Optional.of(majority(said, first, a, b));
    }
    if (grades.isEmpty()) return Optional.empty();
    OptionalDouble x = grade(a);
    OptionalDouble y = grade(b);
    if (x.isEmpty() || y.isEmpty()) return Optional.empty();
    return Optional.of(Decision.of(a.key(), x.getAsDouble(), b.key(), y.getAsDouble()));
  }

  private static String name(Candidate c, boolean numbered) {
    return numbered ? Subject.Pair.numbered(c.by().name(), c.sample()) : c.by().name();
  }

  private static Decision majority(
      SortedMap<String, Decision> said, String first, Candidate a, Candidate b) {
    int lead = 0;
    for (Decision d : said.values()) {
      if (d instanceof Decision.Better w) lead += w.key().equals(first) ? 1 : -1;
    }
    if (lead == 0) return new Decision.Tie();
    return new Decision.Better((lead > 0 ? a : b).key());
  }

  @Override
  public OptionalDouble grade(Case one) {
    return grade(one.candidates().getFirst());
  }

  private OptionalDouble grade(Candidate c) {
    List<Double> all =
        new ArrayList<>(values(c.item().id() + "\n" + c.by().name() + "#" + c.sample()));
    if (all.isEmpty()) all.addAll(values(c.item().id() + "\n"));
    if (all.isEmpty()) return OptionalDouble.empty();
    Collections.sort(all);
    // The lower median: a level that somebody gave, never a number between levels.
    return OptionalDouble.of(all.get((all.size() - 1) / 2));
  }

  private List<Double> values(String key) {
    var said = grades.get(key);
    return said == null ? List.of() : List.copyOf(said.values());
  }
}
