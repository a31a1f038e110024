package io.assize.engine.trial;

import io.assize.core.Case;
import io.assize.engine.docket.Assignment;
import io.assize.engine.observe.Observations;
import io.assize.judges.recipe.Form;
import io.assize.measures.inference.Bootstrap;
import java.util.List;
import org.apiguardian.api.API;

/** What a run says: comparisons or grades, by what was judged. */
@API(status = API.Status.EXPERIMENTAL)
public sealed interface RunResult {

  /**
   * Comparisons.
   *
   * @param result what they say
   * @param table the decisions behind it
   * @param conflicts with grades that the same party gave in the same run
   */
  record Pairs(PairResult result, PairTable table, List<Conflict> conflicts) implements RunResult {
    public Pairs {
      conflicts = List.copyOf(conflicts);
    }

    /** Make the result of comparisons alone. */
    public Pairs(PairResult result, PairTable table) {
      this(result, table, List.of());
    }
  }

  /**
   * Grades.
   *
   * @param result what they say
   * @param table the grades behind it
   */
  record Grades(GradeResult result, GradeTable table) implements RunResult {}

  /** Return what came back. */
  default Replies replies() {
    return switch (this) {
      case Pairs p -> p.result().replies();
      case Grades g -> g.result().replies();
    };
  }

  /**
   * Make it.
   *
   * @param seen the judgments, in the order of the docket
   * @param docket cases of two candidates each, or of one
   * @param gold labels, or {@link Gold#NONE}
   * @param bootstrap for intervals that have no formula
   */
  static RunResult of(Observations seen, List<Assignment> docket, Gold gold, Bootstrap bootstrap) {
    return of(List.of(seen), docket, gold, BaselineVerdicts.Source.NONE, bootstrap);
  }

  /**
   * Make it of a judge that was asked several times, with the judges that know nothing beside.
   *
   * @param occasions the judgments of each time; at least one
   * @param baselines makes their verdicts once the scale is known
   */
  static RunResult of(
      List<Observations> occasions,
      List<Assignment> docket,
      Gold gold,
      BaselineVerdicts.Source baselines,
      Bootstrap bootstrap) {
    List<Case> cases = docket.stream().map(Assignment::asked).toList();
    boolean pairs = cases.stream().allMatch(c -> c.candidates().size() == 2);
    if (pairs && !cases.isEmpty()) {
      PairTable table = PairTable.of(occasions, cases);
      var beside = baselines.on(new Form.Prefer(true), cases);
      return new Pairs(new PairTrial(table, gold, beside, bootstrap).result(occasions), table);
    }
    GradeTable table = GradeTable.of(occasions, cases);
    var beside =
        table.scale().map(scale -> baselines.on(new Form.Fixed(scale), cases)).orElse(List.of());
    return new Grades(new GradeTrial(table, gold, beside, bootstrap).result(occasions), table);
  }
}
