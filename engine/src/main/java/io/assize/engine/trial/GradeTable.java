package io.assize.engine.trial;

import io.assize.core.Candidate;
import io.assize.core.Case;
import io.assize.core.Step;
import io.assize.core.Why;
import io.assize.core.scale.Distribution;
import io.assize.core.scale.Scale;
import io.assize.engine.observe.Observations;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apiguardian.api.API;

/**
 * The grades of a run over single candidates: one row a case.
 *
 * @param rows in the order of the docket
 */
@API(status = API.Status.EXPERIMENTAL)
public record GradeTable(List<Row> rows) {

  public GradeTable {
    rows = List.copyOf(rows);
  }

  /**
   * One graded candidate.
   *
   * @param asked the case
   * @param candidate the only one
   * @param value the whole judgment's distribution, pooled over the times that the judge was asked;
   *     empty where there is none
   * @param why the reason where there is none
   * @param draws likeliest numbers of repeated questions: one list a question
   * @param again likeliest number of each time that the judge was asked, where it has one
   */
  public record Row(
      Case asked,
      Candidate candidate,
      Optional<Distribution> value,
      Optional<Why> why,
      List<List<Double>> draws,
      List<Double> again) {

    /** Return the expected number. */
    public OptionalDouble expected() {
      return value.map(Distribution::expected).orElse(OptionalDouble.empty());
    }

    /** Return the likeliest number: the lowest of several that are equally likely. */
    public OptionalDouble likeliest() {
      return value.map(GradeTable::mode).orElse(OptionalDouble.empty());
    }
  }

  /** Take the grades out of observations of cases with one candidate each, in the same order. */
  public static GradeTable of(Observations seen, List<Case> cases) {
    return of(List.of(seen), cases);
  }

  /** Take the grades of a judge that was asked several times, at least once. */
  public static GradeTable of(List<Observations> occasions, List<Case> cases) {
    Observations seen = occasions.getFirst();
    var rows = new ArrayList<Row>(cases.size());
    // Most verdicts are one of a few, which are held once: so are their likeliest numbers.
    var modes = new IdentityHashMap<Distribution, List<Double>>();
    for (int c = 0; c < cases.size(); c++) {
      int root = seen.verdict(c);
      Case asked = cases.get(c);
      Optional<Distribution> value = Occasions.pool(occasions, c);
      rows.add(
          new Row(
              asked,
              asked.candidates().getFirst(),
              value,
              value.isPresent() ? Optional.empty() : seen.reason(root),
              draws(seen, root),
              occasions.size() > 1
                  ? again(occasions, c)
                  : value.map(d -> modes.computeIfAbsent(d, GradeTable::modes)).orElse(List.of())));
    }
    return new GradeTable(rows);
  }

  /** Return the scale that grades stand on, empty where no case has a grade. */
  public Optional<Scale> scale() {
    return rows.stream().flatMap(r -> r.value().stream()).map(Distribution::scale).findFirst();
  }

  private static List<Double> again(List<Observations> occasions, int theCase) {
    return occasions.stream()
        .flatMap(o -> o.distribution(o.verdict(theCase)).stream())
        .flatMap(d -> mode(d).stream().boxed())
        .toList();
  }

  private static List<Double> modes(Distribution d) {
    OptionalDouble mode = mode(d);
    return mode.isPresent() ? List.of(mode.getAsDouble()) : List.of();
  }

  private static OptionalDouble mode(Distribution d) {
    return d.scale().number(d.modes().getFirst());
  }

  private static List<List<Double>> draws(Observations seen, int root) {
    if (seen.end(root) == root + 1) return List.of();
    var all = new ArrayList<List<Double>>();
    for (int row = root; row < seen.end(root); row++) {
      var draws = new ArrayList<Double>();
      for (int child : seen.children(row)) {
        if (!seen.step(child).dimension().equals(Step.DRAW)) continue;
        seen.distribution(child).ifPresent(d -> mode(d).ifPresent(draws::add));
      }
      if (draws.size() > 1) all.add(draws);
    }
    return all;
  }
}
