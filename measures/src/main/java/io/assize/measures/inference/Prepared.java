package io.assize.measures.inference;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.assize.measures.Clustered;
import io.assize.measures.Clusters;
import io.assize.measures.Estimate;
import io.assize.measures.Weights;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apiguardian.api.API;

/**
 * Hold a measure with the columns that it is to be computed on. Alone it gives its estimate;
 * several over the same clusters share each draw of the bootstrap, and give what each would give
 * alone, to the bit, in less time.
 *
 * @param measure what is computed
 * @param data the columns
 * @param n units used, as the measure counts them
 * @param missing units dropped
 * @param <D> kind of the columns
 */
@API(status = EXPERIMENTAL)
public record Prepared<D extends Clustered>(Measure<D> measure, D data, long n, long missing) {

  /** Clusters, and nothing else that a draw depends on. */
  private record Drawn(Clusters clusters) implements Clustered {}

  /**
   * Compute the estimate and its interval.
   *
   * @param bootstrap how to make the interval
   * @return the estimate, or the reason of the formula why there is none
   */
  public Estimate estimate(Bootstrap bootstrap) {
    return together(List.of(this), bootstrap).getFirst();
  }

  /**
   * Compute several estimates and their intervals on the same draws.
   *
   * @param all measures on columns of the same clusters
   * @param bootstrap how to make the intervals
   * @return the estimates, in the order given
   * @throws IllegalArgumentException if the columns have different numbers of clusters
   */
  public static List<Estimate> together(List<Prepared<?>> all, Bootstrap bootstrap) {
    if (all.isEmpty()) {
      return List.of();
    }
    Clusters[] rows = new Clusters[all.size()];
    Arrays.setAll(rows, i -> bootstrap.grouped(all.get(i).data().clusters()));
    return estimates(
        all,
        new Drawn(Clusters.each(sameNumber(all))),
        drawn -> drawn,
        (i, weights) -> weights.on(rows[i]),
        bootstrap);
  }

  /**
   * Compute several estimates and their intervals on the same draws, where few kinds of units stand
   * for many: each draw is counted by kind, and the measures see kinds only.
   *
   * @param kinds measures on columns whose clusters are the kinds, with n and missing in units
   * @param kindOfUnit the kind of each unit
   * @param units clusters of the units, which are drawn
   * @param bootstrap how to make the intervals
   * @return the estimates, in the order given: those of the same measures on the units
   */
  public static List<Estimate> together(
      List<Prepared<?>> kinds, int[] kindOfUnit, Clusters units, Bootstrap bootstrap) {
    if (kinds.isEmpty()) {
      return List.of();
    }
    int count = sameNumber(kinds);
    return estimates(
        kinds,
        new Drawn(units),
        drawn -> counted(drawn, kindOfUnit, count),
        (i, weights) -> weights.on(kinds.get(i).data().clusters()),
        bootstrap);
  }

  /** Weights of the rows of one of the measures. */
  private interface Rows {
    Weights of(int measure, Weights shared);
  }

  private static List<Estimate> estimates(
      List<Prepared<?>> all,
      Drawn drawn,
      UnaryOperator<Weights> shared,
      Rows rows,
      Bootstrap bootstrap) {
    Weights ones = shared.apply(Weights.ones(drawn.clusters().rows()));
    List<double[]> statistics =
        IntStream.range(0, all.size())
            .mapToObj(i -> all.get(i).statistics(rows.of(i, ones)))
            .toList();
    // What is undefined on the data needs no draws, and often cannot be computed on them.
    int[] defined =
        IntStream.range(0, all.size())
            .filter(i -> all.get(i).undefined(statistics.get(i)).isEmpty())
            .toArray();
    Replicates replicates =
        (defined.length == 0 ? Bootstrap.none() : bootstrap)
            .replicates(
                (clusters, weights) -> {
                  Weights once = shared.apply(weights);
                  return IntStream.of(defined)
                      .mapToDouble(i -> all.get(i).value(rows.of(i, once)))
                      .toArray();
                },
                drawn);
    long seed = bootstrap.resamples() == 0 ? 0 : bootstrap.seed();
    return IntStream.range(0, all.size())
        .mapToObj(i -> {
          int column = Arrays.binarySearch(defined, i);
          return all.get(i).read(statistics.get(i), replicates, column, seed);
        })
        .toList();
  }

  private static Weights counted(Weights ofUnits, int[] kindOfUnit, int count) {
    double[] sums = new double[count];
    ofUnits.addTo(kindOfUnit, sums);
    return Weights.of(sums);
  }

  private static int sameNumber(List<Prepared<?>> all) {
    int clusters = all.getFirst().data().clusters().count();
    for (Prepared<?> each : all) {
      if (each.data().clusters().count() != clusters) {
        throw new IllegalArgumentException(
            "Columns of %d and of %d clusters: what is drawn together needs the same clusters."
                .formatted(clusters, each.data().clusters().count()));
      }
    }
    return clusters;
  }

  /**
   * Say how much it rests on, where its columns hold kinds instead of units.
   *
   * @param used units used
   * @param dropped units dropped
   * @return the same measure on the same columns
   */
  public Prepared<D> counting(long used, long dropped) {
    return new Prepared<>(measure, data, used, dropped);
  }

  private double[] statistics(Weights weights) {
    return measure.statistic().of(data, weights);
  }

  private Optional<String> undefined(double[] statistics) {
    return measure.formula().undefined(statistics);
  }

  private double value(Weights weights) {
    return measure.formula().value(statistics(weights));
  }

  private Estimate read(double[] statistics, Replicates replicates, int column, long seed) {
    return undefined(statistics)
        .<Estimate>map(reason -> new Estimate.Undefined(reason, n, missing))
        .orElseGet(() -> measure.estimate(statistics, n, missing, replicates, column, seed));
  }
}
