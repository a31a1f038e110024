package io.assize.engine.probe;

import io.assize.core.Case;
import io.assize.core.scale.Distribution;
import io.assize.engine.trial.Decision;
import io.assize.engine.trial.Gold;
import io.assize.engine.trial.PairTrial;
import io.assize.measures.Clusters;
import io.assize.measures.columns.Values;
import io.assize.measures.inference.SteadiedMean;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** How often a judge is right by the labels, before and after its cases were changed. */
final class RightBefore {

  private final Gold gold;
  private final int clusters;
  private final List<Integer> items = new ArrayList<>();
  private final List<Double> before = new ArrayList<>();
  private final List<Double> after = new ArrayList<>();

  RightBefore(Gold gold, int clusters) {
    this.gold = gold;
    this.clusters = clusters;
  }

  void add(int item, Case asked, Distribution was, Distribution is) {
    OptionalDouble then = right(asked, was);
    OptionalDouble now = right(asked, is);
    if (then.isEmpty() || now.isEmpty()) return;
    items.add(item);
    before.add(then.getAsDouble());
    after.add(now.getAsDouble());
  }

  private OptionalDouble right(Case asked, Distribution said) {
    OptionalDouble number = said.scale().number(said.modes().getFirst());
    if (number.isPresent() && asked.candidates().size() == 1) {
      OptionalDouble label = gold.grade(asked);
      if (label.isEmpty()) return label;
      return OptionalDouble.of(label.getAsDouble() == number.getAsDouble() ? 1 : 0);
    }
    if (number.isPresent() || asked.candidates().size() != 2) return OptionalDouble.empty();
    Optional<Decision> label = gold.of(asked);
    if (label.isEmpty()) return OptionalDouble.empty();
    return OptionalDouble.of(label.get().equals(Decision.of(said)) ? 1 : 0);
  }

  Optional<Effect.Right> estimate() {
    if (items.isEmpty()) return Optional.empty();
    var difference = new ArrayList<Double>();
    for (int i = 0; i < items.size(); i++) difference.add(after.get(i) - before.get(i));
    return Optional.of(
        new Effect.Right(
            SteadiedMean.ofShares().of(values(before), PairTrial.LEVEL),
            SteadiedMean.ofShares().of(values(after), PairTrial.LEVEL),
            SteadiedMean.ofDifferences(1, 1).of(values(difference), PairTrial.LEVEL)));
  }

  private Values values(List<Double> column) {
    return new Values(
        column.stream().mapToDouble(d -> d).toArray(),
        Clusters.of(items.stream().mapToInt(i -> i).toArray(), clusters),
        0);
  }
}
