package io.assize.report;

import io.assize.core.Case;
import io.assize.engine.files.Label;
import io.assize.engine.observe.Observations;
import io.assize.engine.trial.Agreement;
import io.assize.engine.trial.Gold;
import io.assize.engine.trial.GradeTable;
import io.assize.engine.trial.PairTable;
import io.assize.engine.trial.RunResult;
import java.util.List;
import org.apiguardian.api.API;

/**
 * What one judge found, with all that a page or a file tells of it.
 *
 * @param name of the judge
 * @param result what it says
 * @param occasions its judgments, each time that it was asked; at least one
 * @param gold labels that it is set against
 * @param labels what each rater said, with reasons where they gave some
 * @param raters how far it agrees with each of several raters; empty where there are fewer than two
 * @param facts what is told beside
 */
@API(status = API.Status.EXPERIMENTAL)
public record JudgeReport(
    String name,
    RunResult result,
    List<Observations> occasions,
    Gold gold,
    List<Label> labels,
    List<Agreement> raters,
    Facts facts) {

  public JudgeReport {
    occasions = List.copyOf(occasions);
    labels = List.copyOf(labels);
    raters = List.copyOf(raters);
    if (occasions.isEmpty()) throw new IllegalArgumentException(name + ": asked at no time");
  }

  /** Return the judgments of the first time. */
  public Observations seen() {
    return occasions.getFirst();
  }

  /** Return the cases in the order of the judgments. */
  public List<Case> cases() {
    return switch (result) {
      case RunResult.Pairs p -> p.table().rows().stream().map(PairTable.Row::asked).toList();
      case RunResult.Grades g -> g.table().rows().stream().map(GradeTable.Row::asked).toList();
    };
  }

  /** Say it in the words of the screen. */
  public Told told() {
    return Told.of(result, facts);
  }
}
