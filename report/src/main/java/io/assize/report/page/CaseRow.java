package io.assize.report.page;

import io.assize.core.Candidate;
import io.assize.core.Case;
import io.assize.core.Why;
import io.assize.core.scale.Distribution;
import io.assize.core.scale.Scale;
import io.assize.engine.observe.Observations;
import io.assize.engine.trial.Decision;
import io.assize.engine.trial.Gold;
import io.assize.engine.trial.GradeTable;
import io.assize.engine.trial.PairTable;
import io.assize.engine.trial.RunResult;
import io.assize.report.JudgeReport;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * One case in a few numbers.
 *
 * @param asked the case
 * @param a whose answer it is about
 * @param b the other one, empty where one answer was graded
 * @param code the verdict: of a pair 0 tie, 1 a, 2 b; of a grade the place of the likeliest level;
 *     -1 where there is none
 * @param value of a pair how sure the judge is of it, of a grade the expected number; NaN where
 *     there is none
 * @param label the same as the labels have it: a code or a number, NaN where there is none
 * @param why the reason where there is no verdict
 * @param flags what else is to be said
 */
record CaseRow(
    Case asked,
    Candidate a,
    Optional<Candidate> b,
    int code,
    double value,
    double label,
    Optional<Why> why,
    Set<CaseFlag> flags) {

  /** Take the cases of a judge, in order. */
  static List<CaseRow> of(JudgeReport judge) {
    var rows = new ArrayList<CaseRow>();
    switch (judge.result()) {
      case RunResult.Pairs p -> {
        for (int i = 0; i < p.table().rows().size(); i++) {
          rows.add(pair(p.table().rows().get(i), sure(judge.seen(), i), judge.gold()));
        }
      }
      case RunResult.Grades g -> {
        List<Double> levels = levels(g.table());
        g.table().rows().forEach(r -> rows.add(grade(r, levels, judge.gold())));
      }
    }
    return List.copyOf(rows);
  }

  boolean is(CaseFlag flag) {
    return flags.contains(flag);
  }

  // ---- pairs

  private static CaseRow pair(PairTable.Row r, OptionalDouble sure, Gold gold) {
    String first = r.a().key();
    int code = r.whole().code(first);
    var label = gold.of(r.asked()).map(d -> d.code(first)).filter(c -> c >= 0);
    var flags = EnumSet.noneOf(CaseFlag.class);
    if (label.isPresent()) {
      flags.add(CaseFlag.LABELLED);
      if (code >= 0 && code != label.get()) flags.add(CaseFlag.AGAINST);
    }
    var said = r.orders().values().stream().filter(d -> !(d instanceof Decision.None)).toList();
    if (said.size() > 1 && said.stream().distinct().count() > 1) flags.add(CaseFlag.FLIPS);
    if (r.again().stream().filter(d -> !(d instanceof Decision.None)).distinct().count() > 1) {
      flags.add(CaseFlag.CHANGED);
    }
    r.orders()
        .forEach((shown, d) -> {
          if (d instanceof Decision.Better b && b.key().equals(shown)) flags.add(CaseFlag.FIRST);
        });
    int longer = Integer.compare(r.a().text().length(), r.b().text().length());
    if (longer > 0 && code == 1 || longer < 0 && code == 2) flags.add(CaseFlag.LONGER);
    Optional<Why> why =
        r.whole() instanceof Decision.None n ? Optional.of(n.why()) : Optional.empty();
    if (why.isPresent()) flags.add(CaseFlag.NONE);
    return new CaseRow(
        r.asked(),
        r.a(),
        Optional.of(r.b()),
        code,
        code < 0 ? Double.NaN : sure.orElse(Double.NaN),
        label.map(Integer::doubleValue).orElse(Double.NaN),
        why,
        flags);
  }

  /** The mass of the likeliest outcome. */
  private static OptionalDouble sure(Observations seen, int theCase) {
    return seen.distribution(seen.root(theCase)).stream()
        .flatMapToDouble(d -> d.masses().values().stream().mapToDouble(x -> x))
        .max();
  }

  // ---- grades

  /** Return the numbers of the levels that grades stand on, none where they are no levels. */
  static List<Double> levels(GradeTable table) {
    return table
        .scale()
        .map(s ->
            s instanceof Scale.Levels l
                ? l.levels().stream().map(Scale.Level::value).toList()
                : List.<Double>of())
        .orElse(List.of());
  }

  private static CaseRow grade(GradeTable.Row r, List<Double> levels, Gold gold) {
    OptionalDouble label = gold.grade(r.asked());
    OptionalDouble likeliest = r.likeliest();
    var flags = EnumSet.noneOf(CaseFlag.class);
    if (label.isPresent()) {
      flags.add(CaseFlag.LABELLED);
      if (likeliest.isPresent() && likeliest.getAsDouble() != label.getAsDouble()) {
        flags.add(CaseFlag.AGAINST);
      }
    }
    if (r.again().stream().distinct().count() > 1) flags.add(CaseFlag.CHANGED);
    if (likeliest.isEmpty()) flags.add(CaseFlag.NONE);
    int code = likeliest.isEmpty() ? -1 : Math.max(0, levels.indexOf(likeliest.getAsDouble()));
    return new CaseRow(
        r.asked(),
        r.candidate(),
        Optional.empty(),
        code,
        r.value().map(Distribution::expected).orElse(OptionalDouble.empty()).orElse(Double.NaN),
        label.orElse(Double.NaN),
        likeliest.isEmpty() ? r.why().or(() -> Optional.of(Why.NOT_APPLICABLE)) : Optional.empty(),
        flags);
  }
}
