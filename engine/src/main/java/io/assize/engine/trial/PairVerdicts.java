package io.assize.engine.trial;

import io.assize.core.Candidate;
import io.assize.core.Case;
import io.assize.core.Why;
import io.assize.core.scale.Scale;
import io.assize.measures.agreement.KappaWeights;
import io.assize.measures.inference.PredictionPowered;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Comparisons. */
record PairVerdicts(List<PairTable.Row> rows, List<Case> cases) implements Verdicts {

  PairVerdicts(List<PairTable.Row> rows) {
    this(rows, rows.stream().map(PairTable.Row::asked).toList());
  }

  @Override
  public double[] levels() {
    return new double[] {0, 1, 2};
  }

  @Override
  public KappaWeights weights() {
    return KappaWeights.UNWEIGHTED;
  }

  @Override
  public Optional<Scale.Levels> scale() {
    return Optional.empty();
  }

  @Override
  public PredictionPowered.Range range() {
    return PredictionPowered.Range.SHARE;
  }

  @Override
  public boolean shares() {
    return true;
  }

  private Decision label(Gold gold, int theCase) {
    return gold.of(rows.get(theCase).asked()).orElse(new Decision.None(Why.NOT_APPLICABLE));
  }

  @Override
  public int code(int theCase) {
    return rows.get(theCase).whole().code(rows.get(theCase).a().key());
  }

  @Override
  public int code(Gold gold, int theCase) {
    return label(gold, theCase).code(rows.get(theCase).a().key());
  }

  @Override
  public OptionalDouble value(int theCase, String system) {
    return share(theCase, rows.get(theCase).whole(), system);
  }

  @Override
  public OptionalDouble value(Gold gold, int theCase, String system) {
    return share(theCase, label(gold, theCase), system);
  }

  private OptionalDouble share(int theCase, Decision decision, String system) {
    Optional<Candidate> of =
        Stream.of(rows.get(theCase).a(), rows.get(theCase).b())
            .filter(c -> c.by().name().equals(system))
            .findFirst();
    int code = of.map(c -> decision.code(c.key())).orElse(-1);
    return code < 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(code == 0 ? 0.5 : code == 1 ? 1 : 0);
  }

  /** The opposite is further than a tie. */
  @Override
  public double distance(Gold gold, int theCase) {
    int judge = code(theCase);
    int label = code(gold, theCase);
    return judge == label ? 0 : judge == 0 || label == 0 ? 1 : 2;
  }

  @Override
  public String words(int theCase) {
    return words(theCase, rows.get(theCase).whole());
  }

  @Override
  public String words(Gold gold, int theCase) {
    return words(theCase, label(gold, theCase));
  }

  private String words(int theCase, Decision decision) {
    return switch (decision) {
      case Decision.Tie t -> "tie";
      case Decision.Better b -> rows.get(theCase).asked().candidate(b.key()).by().name();
      case Decision.None n -> n.why().words();
    };
  }

  @Override
  public boolean says(int theCase) {
    return code(theCase) >= 0;
  }

  @Override
  public boolean says(Gold gold, int theCase) {
    return code(gold, theCase) >= 0;
  }
}
