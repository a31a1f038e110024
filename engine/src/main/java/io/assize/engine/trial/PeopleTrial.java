package io.assize.engine.trial;

import io.assize.core.Case;
import io.assize.core.Party;
import io.assize.engine.files.DataFile;
import io.assize.engine.files.Label;
import io.assize.measures.Clusters;
import io.assize.measures.Estimate;
import io.assize.measures.columns.PartlyLabelled;
import io.assize.measures.columns.Values;
import io.assize.measures.inference.Bootstrap;
import io.assize.measures.inference.ClusteredMean;
import io.assize.measures.inference.PredictionPowered;
import io.assize.measures.ranking.WinRate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apiguardian.api.API;

/**
 * Sets people beside a judge: pure, from its verdicts, their labels, and how the labelled cases
 * were chosen. What is told of all cases weighs each labelled one by one over the probability of
 * its draw; without these probabilities it is undefined.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class PeopleTrial {

  private static final String NOT_DRAWN =
      "which cases were labelled was not drawn: assize label RUN --sample N draws them";

  private static final String NO_LEVELS = "grades on no levels are not equal or unequal";

  private final Verdicts verdicts;
  private final DataFile data;
  private final Chosen chosen;
  private final TreeMap<String, Integer> items = new TreeMap<>();
  private final Coded coded;

  /**
   * Who says something, and of which cases.
   *
   * @param on cases with a label
   * @param both of them, those with a verdict
   */
  private record Voice(String name, Gold gold, int[] on, int[] both) {}

  /**
   * Prepare.
   *
   * @param result of the judge
   * @param data with the labels of people
   * @param chosen how the labelled cases were chosen
   * @param bootstrap for intervals that have no formula
   */
  public PeopleTrial(RunResult result, DataFile data, Chosen chosen, Bootstrap bootstrap) {
    this(Verdicts.of(result), data, chosen, bootstrap);
  }

  /** Prepare for comparisons. */
  public PeopleTrial(PairTable pairs, DataFile data, Chosen chosen, Bootstrap bootstrap) {
    this(new PairVerdicts(pairs.rows()), data, chosen, bootstrap);
  }

  /** Prepare for grades. */
  public PeopleTrial(GradeTable grades, DataFile data, Chosen chosen, Bootstrap bootstrap) {
    this(new GradeVerdicts(grades), data, chosen, bootstrap);
  }

  private PeopleTrial(Verdicts verdicts, DataFile data, Chosen chosen, Bootstrap bootstrap) {
    this.verdicts = verdicts;
    this.data = data;
    this.chosen = chosen;
    for (Case c : verdicts.cases()) items.putIfAbsent(c.item().root(), items.size());
    this.coded = new Coded(verdicts.levels(), verdicts.weights(), items.size(), bootstrap);
  }

  /** Compute it. */
  public People result() {
    var names = new TreeSet<String>();
    data.labels().stream()
        .filter(l -> l.rater().kind() == Party.Kind.PERSON)
        .forEach(l -> names.add(l.rater().name()));
    var voices = new ArrayList<Voice>();
    for (String name : names) {
      Voice voice = voice(name, l -> l.rater().name().equals(name));
      if (voice.on().length > 0) voices.add(voice);
    }
    List<String> heard = voices.stream().map(Voice::name).toList();
    Voice all = voice("people", l -> heard.contains(l.rater().name()));
    int[] drawn = IntStream.of(all.both()).filter(c -> probability(c).isPresent()).toArray();
    return new People(
        voices.stream().map(this::person).toList(),
        between(voices),
        corrected(all, drawn),
        drawn.length,
        disagreements(all, drawn.length == 0 ? all.both() : drawn, voices));
  }

  private Voice voice(String name, Predicate<Label> wanted) {
    var some =
        new DataFile(
            data.items(),
            data.systems(),
            data.candidates(),
            data.labels().stream().filter(wanted).toList(),
            data.names(),
            data.inclusion(),
            List.of(),
            List.of());
    Gold gold = LabelledGold.of(some, verdicts.scale());
    int[] on =
        IntStream.range(0, verdicts.cases().size()).filter(c -> verdicts.says(gold, c)).toArray();
    return new Voice(name, gold, on, IntStream.of(on).filter(verdicts::says).toArray());
  }

  private int item(int c) {
    return items.getOrDefault(verdicts.cases().get(c).item().root(), 0);
  }

  private OptionalDouble probability(int c) {
    return chosen.probability(verdicts.cases().get(c));
  }

  // ---- agreement

  private People.Person person(Voice voice) {
    IntPredicate same = c -> verdicts.code(c) == verdicts.code(voice.gold(), c);
    if (verdicts.levels().length == 0) {
      var none = new Estimate.Undefined(NO_LEVELS, 0, voice.on().length);
      return new People.Person(
          voice.name(), voice.both().length, 0, none, none, none, Optional.empty());
    }
    Coded.Columns columns =
        columns(voice.on(), verdicts::code, c -> verdicts.code(voice.gold(), c));
    return new People.Person(
        voice.name(),
        voice.both().length,
        IntStream.of(voice.both()).filter(same).count(),
        coded.share(columns),
        coded.kappa(columns),
        weighted(voice, c -> true, same),
        verdicts.levels().length == 2 ? Optional.of(rates(voice)) : Optional.empty());
  }

  private People.Rates rates(Voice voice) {
    IntPredicate passes = c -> verdicts.code(voice.gold(), c) == 1;
    IntPredicate passed = c -> verdicts.code(c) == 1;
    return new People.Rates(
        weighted(voice, passes, passed),
        weighted(voice, passes.negate(), passed.negate()),
        IntStream.of(voice.both()).filter(passes).count(),
        IntStream.of(voice.both()).filter(passes.negate()).count());
  }

  /** How often something holds of labelled cases, each weighing what it stands for. */
  private Estimate weighted(Voice voice, IntPredicate among, IntPredicate holds) {
    int[] of = IntStream.of(voice.both()).filter(among).toArray();
    double[] values = new double[of.length];
    double[] weights = new double[of.length];
    int[] item = new int[of.length];
    for (int i = 0; i < of.length; i++) {
      OptionalDouble p = probability(of[i]);
      if (p.isEmpty()) return new Estimate.Undefined(NOT_DRAWN, 0, of.length);
      values[i] = holds.test(of[i]) ? 1 : 0;
      weights[i] = 1 / p.getAsDouble();
      item[i] = item(of[i]);
    }
    if (of.length == 0) return new Estimate.Undefined("there is no such label", 0, 0);
    return WinRate.of(new Values(values, clusters(item), 0).weighted(weights), PairTrial.LEVEL);
  }

  private Clusters clusters(int... item) {
    return Clusters.of(item, items.size());
  }

  private Coded.Columns columns(int[] of, IntUnaryOperator one, IntUnaryOperator other) {
    var columns = new Coded.Columns(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (int c : of) {
      columns.says().add(one.applyAsInt(c));
      columns.truth().add(other.applyAsInt(c));
      columns.item().add(item(c));
    }
    return columns;
  }

  private List<People.Between> between(List<Voice> voices) {
    var all = new ArrayList<People.Between>();
    if (verdicts.levels().length == 0) return all;
    for (int i = 0; i < voices.size(); i++) {
      for (Voice b : voices.subList(i + 1, voices.size())) {
        Voice a = voices.get(i);
        int[] both = IntStream.of(a.on()).filter(c -> verdicts.says(b.gold(), c)).toArray();
        if (both.length == 0) continue;
        Coded.Columns columns =
            columns(both, c -> verdicts.code(a.gold(), c), c -> verdicts.code(b.gold(), c));
        all.add(new People.Between(a.name(), b.name(), coded.share(columns), coded.kappa(columns)));
      }
    }
    return all;
  }

  // ---- the result, corrected

  private List<People.Corrected> corrected(Voice all, int... drawn) {
    if (drawn.length == 0) return List.of();
    var corrected = new ArrayList<People.Corrected>();
    int[] strange =
        IntStream.range(0, verdicts.cases().size())
            .filter(c -> verdicts.says(c) && !chosen.could(verdicts.cases().get(c)))
            .toArray();
    for (String system : verdicts.systems()) {
      corrected.add(corrected(system, all.gold(), strange, drawn));
    }
    corrected.sort(
        Comparator.comparingDouble((People.Corrected c) -> -PairTrial.value(c.naive(), -1e300))
            .thenComparing(People.Corrected::system));
    return List.copyOf(corrected);
  }

  private People.Corrected corrected(String system, Gold gold, int[] strange, int... drawn) {
    int[] of =
        IntStream.range(0, verdicts.cases().size())
            .filter(c -> verdicts.value(c, system).isPresent())
            .toArray();
    double[] says = IntStream.of(of).mapToDouble(c -> value(c, system)).toArray();
    var predictions = new Values(says, clusters(IntStream.of(of).map(this::item).toArray()), 0);
    Estimate naive =
        verdicts.shares()
            ? WinRate.of(predictions, PairTrial.LEVEL)
            : ClusteredMean.of(predictions, PairTrial.LEVEL);
    long outside = IntStream.of(strange).filter(c -> verdicts.value(c, system).isPresent()).count();
    if (outside > 0) {
      String reason =
          "%d of %d could not be drawn: assize label RUN --sample N draws among them too"
              .formatted(outside, of.length);
      return new People.Corrected(system, naive, new Estimate.Undefined(reason, 0, of.length));
    }
    int[] labelled =
        IntStream.of(drawn).filter(c -> verdicts.value(c, system).isPresent()).toArray();
    var columns =
        new PartlyLabelled(
            predictions,
            IntStream.of(labelled).map(c -> Arrays.binarySearch(of, c)).toArray(),
            IntStream.of(labelled)
                .mapToDouble(c -> verdicts.value(gold, c, system).orElseThrow())
                .toArray(),
            IntStream.of(labelled).mapToDouble(c -> probability(c).orElseThrow()).toArray());
    return new People.Corrected(
        system, naive, PredictionPowered.mean(columns, verdicts.range(), PairTrial.LEVEL));
  }

  private double value(int c, String system) {
    return verdicts.value(c, system).orElseThrow();
  }

  // ---- where they differ

  private List<People.Disagreement> disagreements(Voice all, int[] of, List<Voice> voices) {
    var differ = new ArrayList<>(IntStream.of(of).boxed().toList());
    differ.removeIf(c -> verdicts.distance(all.gold(), c) == 0);
    differ.sort(Comparator.comparingDouble(c -> -verdicts.distance(all.gold(), c)));
    var told = new ArrayList<People.Disagreement>();
    for (int c : differ) {
      Case asked = verdicts.cases().get(c);
      told.add(
          new People.Disagreement(
              asked.item().id(),
              asked.candidates().stream().map(x -> x.by().name()).sorted().toList(),
              verdicts.words(c),
              verdicts.words(all.gold(), c),
              voices.stream().filter(v -> verdicts.says(v.gold(), c)).map(Voice::name).toList(),
              chosen.why(asked)));
    }
    return told;
  }
}
