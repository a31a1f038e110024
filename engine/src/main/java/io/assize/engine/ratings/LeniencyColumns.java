package io.assize.engine.ratings;

import io.assize.measures.columns.Labels;
import io.assize.measures.columns.Values;
import io.assize.measures.inference.ClusteredMean;
import io.assize.measures.inference.Prepared;
import java.util.Arrays;
import java.util.Optional;

/**
 * How much higher a judge rates than people, on the units that both rated: in points where labels
 * are points; where they are two names, how much more often it gives the second one.
 */
final class LeniencyColumns {

  private final Ratings ratings;

  LeniencyColumns(Ratings ratings) {
    this.ratings = ratings;
  }

  /** Return the judges of whom it can be said: none where labels have no order and are not two. */
  int[] judges() {
    boolean said = ratings.scale().hasPoints() || level().isPresent();
    return said && ratings.people().length > 0 ? ratings.judges() : new int[0];
  }

  /** Return the label whose share is compared, where there are two and no points. */
  Optional<String> level() {
    RatingScale scale = ratings.scale();
    return !scale.hasPoints() && scale.names().size() == 2
        ? Optional.of(scale.names().getLast())
        : Optional.empty();
  }

  /** Prepare the mean over units of the judge's number less people's mean. */
  Prepared<?> prepare(int judge) {
    Labels labels = ratings.labels();
    double[] more = new double[labels.units()];
    int[] kept = new int[labels.units()];
    int rows = 0;
    for (int unit = 0; unit < labels.units(); unit++) {
      int code = labels.find(unit, judge);
      double people = people(unit);
      if (code < 0 || Double.isNaN(people)) continue;
      more[rows] = number(code) - people;
      kept[rows++] = unit;
    }
    return ClusteredMean.prepare(
        new Values(
            Arrays.copyOf(more, rows),
            labels.clusters().keep(Arrays.copyOf(kept, rows)),
            labels.units() - rows));
  }

  private double people(int unit) {
    double sum = 0;
    int n = 0;
    for (int person : ratings.people()) {
      int code = ratings.labels().find(unit, person);
      if (code < 0) continue;
      sum += number(code);
      n++;
    }
    return sum / n;
  }

  private double number(int code) {
    return ratings.scale().hasPoints() ? ratings.labels().level(code) : code == 1 ? 1 : 0;
  }
}
