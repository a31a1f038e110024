package io.assize.measures.inference;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.assize.measures.Clustered;
import io.assize.measures.Clusters;
import io.assize.measures.Estimate;
import io.assize.measures.Weights;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
    int clusters = all.getFirst().data().clusters().count();
    for (Prepared<?> each : all) {
      if (each.data().clusters().count() != clusters) {
        throw new IllegalArgumentException(
            "Columns of %d and of %d clusters: what is drawn together needs the same clusters."
                .formatted(clusters, each.data().clusters().count()));
      }
    }
    List<double[]> statistics = all.stream().map(p -> p.statistics()).toList();
    // What is undefined on the data needs no draws, and often cannot be computed on them.
    int[] defined =
        IntStream.range(0, all.size())
            .filter(i -> all.get(i).undefined(statistics.get(i)).isEmpty())
            .toArray();
    Clusters[] drawn = new Clusters[all.size()];
    Arrays.setAll(drawn, i -> bootstrap.grouped(all.get(i).data().clusters()));
    Replicates replicates =
        (defined.length == 0 ? Bootstrap.none() : bootstrap)
            .replicates(
                (clustersOnly, weights) ->
                    IntStream.of(defined)
                        .mapToDouble(i -> all.get(i).value(weights.on(drawn[i])))
                        .toArray(),
                new Drawn(Clusters.each(clusters)));
    long seed = bootstrap.resamples() == 0 ? 0 : bootstrap.seed();
    return IntStream.range(0, all.size())
        .mapToObj(i -> {
          int column = Arrays.binarySearch(defined, i);
          return all.get(i).read(statistics.get(i), replicates, column, seed);
        })
        .toList();
  }

  private double[] statistics() {
    return measure.statistics(data);
  }

  private Optional<String> undefined(double[] statistics) {
    return measure.formula().undefined(statistics);
  }

  private double value(Weights weights) {
    return measure.formula().value(measure.statistic().of(data, weights));
  }

  private Estimate read(double[] statistics, Replicates replicates, int column, long seed) {
    return undefined(statistics)
        .<Estimate>map(reason -> new Estimate.Undefined(reason, n, missing))
        .orElseGet(() -> measure.estimate(statistics, n, missing, replicates, column, seed));
  }
}
