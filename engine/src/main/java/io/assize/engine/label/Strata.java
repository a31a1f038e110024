package io.assize.engine.label;

import io.assize.core.Candidate;
import io.assize.core.Item;
import io.assize.core.scale.Distribution;
import io.assize.core.scale.Scale;
import io.assize.engine.observe.Observations;
import io.assize.engine.trial.Decision;
import io.assize.engine.trial.GradeTable;
import io.assize.engine.trial.PairTable;
import io.assize.engine.trial.RunResult;
import io.assize.measures.overlap.Contains;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * Says what is doubtful about each case: a person's time is best spent where judges differ, where
 * the judge contradicts itself, where it is unsure and where it says something else than a plain
 * rule. A case has the first of these that it meets. Cases without a verdict are in none: what is
 * corrected is what the judge says.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class Strata {

  /** Nothing is doubtful. */
  public static final String REST = "the rest";

  private static final String DIFFER = "judges differ";
  private static final String FLIPS = "flips with the order";
  private static final String CHANGES = "changes when asked again";
  private static final String UNSURE = "the judge is unsure";
  private static final String RARER = "the rarer verdict";
  private static final String LONGER = "against the longer answer";
  private static final String WORDS = "against the words of the reference";

  /** A verdict of two is called the rarer one below this share. */
  private static final double RARE = 0.3;

  private Strata() {}

  /**
   * Sort the cases of a judge.
   *
   * @param result what it found
   * @param seen its judgments, in the same order
   * @param others what other judges of the run found
   */
  public static List<Unit> of(RunResult result, Observations seen, List<RunResult> others) {
    return switch (result) {
      case RunResult.Pairs p ->
          pairs(
              p.table(),
              i -> seen.distribution(seen.root(i)),
              others.stream()
                  .flatMap(o -> o instanceof RunResult.Pairs x ? Stream.of(x.table()) : Stream.of())
                  .toList());
      case RunResult.Grades g ->
          grades(
              g.table(),
              others.stream()
                  .flatMap(
                      o -> o instanceof RunResult.Grades x ? Stream.of(x.table()) : Stream.of())
                  .toList());
    };
  }

  // ---- pairs

  /**
   * Sort pairs.
   *
   * @param table what the judge decided
   * @param verdict of each row, where there is one
   * @param others what other judges decided
   */
  public static List<Unit> pairs(
      PairTable table, IntFunction<Optional<Distribution>> verdict, List<PairTable> others) {
    var said = new ArrayList<TreeMap<String, Decision>>();
    for (PairTable other : others) {
      var byKey = new TreeMap<String, Decision>();
      other.rows().forEach(r -> byKey.put(Unit.key(r.asked().keys()), r.whole()));
      said.add(byKey);
    }
    var units = new ArrayList<Unit>();
    for (int i = 0; i < table.rows().size(); i++) {
      PairTable.Row row = table.rows().get(i);
      if (row.whole() instanceof Decision.None) continue;
      String key = Unit.key(row.asked().keys());
      boolean differ =
          said.stream()
              .map(of -> of.getOrDefault(key, row.whole()))
              .anyMatch(d -> !(d instanceof Decision.None) && !d.equals(row.whole()));
      units.add(new Unit(row.asked(), differ ? DIFFER : pair(row, verdict.apply(i))));
    }
    return List.copyOf(units);
  }

  private static String pair(PairTable.Row row, Optional<Distribution> verdict) {
    if (several(List.copyOf(row.orders().values()))) return FLIPS;
    if (several(row.again())) return CHANGES;
    if (verdict.filter(Strata::unsure).isPresent()) return UNSURE;
    int longer = row.a().text().length() - row.b().text().length();
    boolean against =
        longer != 0
            && row.whole() instanceof Decision.Better better
            && !better.key().equals((longer > 0 ? row.a() : row.b()).key());
    return against ? LONGER : REST;
  }

  private static boolean several(List<Decision> decisions) {
    return decisions.stream().filter(d -> !(d instanceof Decision.None)).distinct().count() > 1;
  }

  /** Half of the doubt that there could be. */
  private static boolean unsure(Distribution d) {
    int outcomes = d.scale() instanceof Scale.Levels levels ? levels.levels().size() : 2;
    return d.entropy() > 0.5 * Math.log(outcomes);
  }

  // ---- grades

  /**
   * Sort single answers.
   *
   * @param table how the judge graded them
   * @param others how other judges graded them
   */
  public static List<Unit> grades(GradeTable table, List<GradeTable> others) {
    var said = new ArrayList<TreeMap<String, Double>>();
    for (GradeTable other : others) {
      var byKey = new TreeMap<String, Double>();
      other
          .rows()
          .forEach(r -> r.likeliest().ifPresent(x -> byKey.put(Unit.key(r.asked().keys()), x)));
      said.add(byKey);
    }
    Optional<Scale.Levels> two =
        table
            .scale()
            .flatMap(s -> s instanceof Scale.Levels l ? Optional.of(l) : Optional.empty())
            .filter(l -> l.levels().size() == 2);
    Optional<Double> rarer = two.flatMap(l -> rarer(table, l));
    var units = new ArrayList<Unit>();
    for (GradeTable.Row row : table.rows()) {
      if (row.likeliest().isEmpty()) continue;
      double says = row.likeliest().getAsDouble();
      String key = Unit.key(row.asked().keys());
      boolean differ = said.stream().anyMatch(of -> of.getOrDefault(key, says) != says);
      units.add(new Unit(row.asked(), differ ? DIFFER : grade(row, says, rarer, two)));
    }
    return List.copyOf(units);
  }

  private static String grade(
      GradeTable.Row row, double says, Optional<Double> rarer, Optional<Scale.Levels> two) {
    if (row.again().stream().distinct().count() > 1) return CHANGES;
    if (row.value().filter(Strata::unsure).isPresent()) return UNSURE;
    if (rarer.filter(x -> x == says).isPresent()) return RARER;
    if (two.isEmpty()) return REST;
    Optional<Boolean> words = holdsTheReference(row.candidate());
    boolean passed = says == two.get().high();
    return words.filter(w -> w != passed).isPresent() ? WORDS : REST;
  }

  private static Optional<Double> rarer(GradeTable table, Scale.Levels two) {
    double[] said = table.rows().stream().flatMapToDouble(r -> r.likeliest().stream()).toArray();
    long high = java.util.Arrays.stream(said).filter(x -> x == two.high()).count();
    if (said.length == 0) return Optional.empty();
    double share = (double) high / said.length;
    if (share > 0 && share < RARE) return Optional.of(two.high());
    return share < 1 && share > 1 - RARE ? Optional.of(two.low()) : Optional.empty();
  }

  private static Optional<Boolean> holdsTheReference(Candidate answer) {
    return answer
        .item()
        .field(Item.REFERENCE)
        .filter(r -> !r.isBlank())
        .flatMap(r -> Contains.of(answer.text(), r).value())
        .map(v -> v.estimate() > 0);
  }
}
