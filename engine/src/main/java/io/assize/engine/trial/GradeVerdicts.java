package io.assize.engine.trial;

import io.assize.core.Case;
import io.assize.core.scale.Scale;
import io.assize.measures.agreement.KappaWeights;
import io.assize.measures.inference.PredictionPowered;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Grades. Those that stand on no levels have no codes: that two are equal says nothing there. */
final class GradeVerdicts implements Verdicts {

  private final List<GradeTable.Row> rows;
  private final List<Case> cases;
  private final Scale scale;
  private final double[] levels;

  GradeVerdicts(GradeTable table) {
    this.rows = table.rows();
    this.cases = rows.stream().map(GradeTable.Row::asked).toList();
    this.scale = table.scale().orElse(new Scale.Real(0, 1));
    this.levels =
        scale instanceof Scale.Levels l
            ? l.levels().stream().mapToDouble(Scale.Level::value).toArray()
            : new double[0];
  }

  @Override
  public List<Case> cases() {
    return cases;
  }

  @Override
  public Optional<Scale.Levels> scale() {
    return scale instanceof Scale.Levels l ? Optional.of(l) : Optional.empty();
  }

  @Override
  public double[] levels() {
    return levels.clone();
  }

  @Override
  public KappaWeights weights() {
    return levels.length == 2 ? KappaWeights.UNWEIGHTED : KappaWeights.QUADRATIC;
  }

  @Override
  public PredictionPowered.Range range() {
    return switch (scale) {
      case Scale.Levels l -> new PredictionPowered.Range(l.low(), l.high());
      case Scale.Real r -> new PredictionPowered.Range(r.low(), r.high());
      default -> PredictionPowered.Range.SHARE;
    };
  }

  @Override
  public boolean shares() {
    return range().equals(PredictionPowered.Range.SHARE);
  }

  /** A label beyond the ends of the scale says nothing on it. */
  private OptionalDouble label(Gold gold, int theCase) {
    OptionalDouble grade = gold.grade(cases.get(theCase));
    boolean on =
        grade.isPresent()
            && grade.getAsDouble() >= range().low()
            && grade.getAsDouble() <= range().high();
    return on ? grade : OptionalDouble.empty();
  }

  @Override
  public boolean says(int theCase) {
    return rows.get(theCase).likeliest().isPresent();
  }

  @Override
  public boolean says(Gold gold, int theCase) {
    return label(gold, theCase).isPresent();
  }

  @Override
  public int code(int theCase) {
    return code(rows.get(theCase).likeliest());
  }

  @Override
  public int code(Gold gold, int theCase) {
    return code(label(gold, theCase));
  }

  private int code(OptionalDouble value) {
    if (value.isEmpty()) return -1;
    for (int i = 0; i < levels.length; i++) if (levels[i] == value.getAsDouble()) return i;
    return -1;
  }

  @Override
  public OptionalDouble value(int theCase, String system) {
    return of(theCase, system) ? rows.get(theCase).expected() : OptionalDouble.empty();
  }

  @Override
  public OptionalDouble value(Gold gold, int theCase, String system) {
    return of(theCase, system) ? label(gold, theCase) : OptionalDouble.empty();
  }

  private boolean of(int theCase, String system) {
    return rows.get(theCase).candidate().by().name().equals(system);
  }

  @Override
  public double distance(Gold gold, int theCase) {
    OptionalDouble judge = rows.get(theCase).likeliest();
    OptionalDouble label = label(gold, theCase);
    return judge.isEmpty() || label.isEmpty()
        ? 0
        : Math.abs(judge.getAsDouble() - label.getAsDouble());
  }

  @Override
  public String words(int theCase) {
    return words(rows.get(theCase).likeliest());
  }

  @Override
  public String words(Gold gold, int theCase) {
    return words(label(gold, theCase));
  }

  private String words(OptionalDouble value) {
    if (value.isEmpty()) return "nothing";
    int code = code(value);
    return scale instanceof Scale.Levels l && code >= 0
        ? l.levels().get(code).label()
        : String.valueOf(value.getAsDouble());
  }
}
