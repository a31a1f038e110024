package io.assize.engine.probe;

import io.assize.measures.Clusters;
import io.assize.measures.columns.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** How verdicts moved, case by case: columns in the making. */
final class Moves {

  private final int clusters;
  private final Column changed = new Column();
  private final Column beyond = new Column();
  private final Column shift = new Column();

  Moves(int clusters) {
    this.clusters = clusters;
  }

  /** One number a row, with the item that it is of. */
  private static final class Column {
    private final List<Double> values = new ArrayList<>();
    private final List<Integer> items = new ArrayList<>();

    void add(int item, double value) {
      values.add(value);
      items.add(item);
    }

    Values values(int clusters, long missing) {
      return new Values(
          values.stream().mapToDouble(d -> d).toArray(),
          Clusters.of(items.stream().mapToInt(i -> i).toArray(), clusters),
          missing);
    }
  }

  /** A verdict was changed so often. */
  void changed(int item, double share) {
    changed.add(item, share);
  }

  /**
   * A verdict was changed or not.
   *
   * @param noise how often it changes by itself, where that is known
   */
  void changed(int item, double share, OptionalDouble noise) {
    changed.add(item, share);
    if (noise.isPresent()) beyond.add(item, share - noise.getAsDouble());
  }

  /** The touched answer was worth so much, and is now worth so much. */
  void shifted(int item, OptionalDouble was, OptionalDouble is) {
    if (was.isPresent() && is.isPresent()) shift.add(item, is.getAsDouble() - was.getAsDouble());
  }

  /** A pair was asked in both orders. */
  void turned(int item, Turn turn, OptionalDouble noise) {
    changed(item, turn.flips(), noise);
    shift.add(item, turn.lean());
  }

  int rows() {
    return changed.values.size();
  }

  Values changed(long missing) {
    return changed.values(clusters, missing);
  }

  /** Empty where nothing is known of how often verdicts change by themselves. */
  Optional<Values> beyond(long missing) {
    return beyond.values.isEmpty()
        ? Optional.empty()
        : Optional.of(beyond.values(clusters, missing));
  }

  /** Empty where nothing was touched that could move. */
  Optional<Values> shift(long missing) {
    return shift.values.isEmpty() ? Optional.empty() : Optional.of(shift.values(clusters, missing));
  }
}
