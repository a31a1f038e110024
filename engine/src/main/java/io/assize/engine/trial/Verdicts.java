package io.assize.engine.trial;

import io.assize.core.Case;
import io.assize.core.scale.Scale;
import io.assize.measures.agreement.KappaWeights;
import io.assize.measures.inference.PredictionPowered;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;

/** What a judge says case by case, comparisons and grades alike, so that people can say it too. */
sealed interface Verdicts permits PairVerdicts, GradeVerdicts {

  static Verdicts of(RunResult result) {
    return switch (result) {
      case RunResult.Pairs p -> new PairVerdicts(p.table().rows());
      case RunResult.Grades g -> new GradeVerdicts(g.table());
    };
  }

  List<Case> cases();

  /** Values of the codes. */
  double[] levels();

  KappaWeights weights();

  /** The scale of grades, for reading labels. */
  Optional<Scale.Levels> scale();

  PredictionPowered.Range range();

  /** Whether values are shares. */
  boolean shares();

  /** Tell whether the judge says anything of a case. */
  boolean says(int theCase);

  /** Tell whether labels say anything of it. */
  boolean says(Gold gold, int theCase);

  /** What the judge says, as a code; below 0 where it says nothing, or nothing that has a code. */
  int code(int theCase);

  /** The same for labels. */
  int code(Gold gold, int theCase);

  /** What the judge gives a system, empty where it has no part in the case. */
  OptionalDouble value(int theCase, String system);

  /** The same for labels. */
  OptionalDouble value(Gold gold, int theCase, String system);

  /** How far both are apart. */
  double distance(Gold gold, int theCase);

  /** What the judge says, in words. */
  String words(int theCase);

  /** The same for labels. */
  String words(Gold gold, int theCase);

  default List<String> systems() {
    var names = new TreeSet<String>();
    cases().forEach(c -> c.candidates().forEach(x -> names.add(x.by().name())));
    return List.copyOf(names);
  }
}
