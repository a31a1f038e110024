package io.assize.engine.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.assize.engine.probe.Effect.Finding;
import io.assize.measures.Estimate;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Probes tell the truth: a vice of known size was planted, and over seeded worlds the interval
 * holds it, finds what is there, and finds nothing where nothing is, whatever was forgotten.
 */
class PlantedBiasTest {

  private static final int WORLDS = 200;

  private static boolean holds(Estimate of, double truth) {
    return of.value().orElseThrow().interval().orElseThrow().contains(truth);
  }

  private static double share(long count) {
    return count / (double) WORLDS;
  }

  /** The pinned shares are of these seeds; below them stands what must hold of any. */
  @ParameterizedTest(name = "a note is worth {0}, {1} forgotten")
  @CsvSource({
    "0.00, 0.0, 1.0, 0.0, 0.0",
    "0.05, 0.0, 0.995, 0.005, 0.0",
    "0.20, 0.0, 0.96, 0.99, 0.0",
    "0.00, 0.2, 0.995, 0.0, 0.0",
    "0.05, 0.2, 0.985, 0.025, 0.0",
    "0.20, 0.2, 0.99, 0.79, 0.0"
  })
  void aPlantedBiasIsHeldByItsInterval(
      double bias, double forgets, double held, double found, double others) {
    var results =
        LongStream.range(0, WORLDS)
            .mapToObj(seed ->
                new PlantedWorld(seed, 40, bias, 0, forgets)
                    .probed("repeat", "order", "pad", "authority", "plea"))
            .toList();
    var authority = results.stream().map(r -> r.effect("authority").orElseThrow()).toList();
    double covers = share(authority.stream().filter(e -> holds(e.shift(), bias)).count());
    double finds = share(authority.stream().filter(e -> e.finding() == Finding.FOUND).count());
    double wrong =
        share(
            results.stream()
                .filter(r ->
                    r.of(Finding.FOUND).stream()
                        .anyMatch(e -> bias == 0 || !e.probe().name().equals("authority")))
                .count());
    assertThat(covers).as("covers").isGreaterThan(0.92);
    assertThat(wrong).as("false finds in a run").isLessThan(0.05 + 0.031); // two standard errors
    if (bias == 0.2) assertThat(finds).as("finds").isGreaterThan(forgets == 0 ? 0.95 : 0.7);
    assertThat(results.getFirst().tests()).isEqualTo(8);
    assertThat(new double[] {covers, finds, wrong}).containsExactly(held, found, others);
  }

  @ParameterizedTest(name = "what is shown first gets {0} more")
  @CsvSource({"0.00, 0.0, 1.0, 0.0", "0.05, 0.1, 0.955, 0.38", "0.20, 0.1, 0.94, 1.0"})
  void aPlantedLeanIsHeldByItsInterval(double lean, double forgets, double held, double found) {
    var orders =
        LongStream.range(0, WORLDS)
            .mapToObj(seed ->
                new PlantedWorld(seed, 40, 0, lean, forgets)
                    .probed("repeat", "order")
                    .effect("order")
                    .orElseThrow())
            .toList();
    double covers = share(orders.stream().filter(e -> holds(e.shift(), lean)).count());
    double finds = share(orders.stream().filter(e -> e.finding() == Finding.FOUND).count());
    double flips = share(orders.stream().filter(e -> holds(e.changed(), 2 * lean)).count());
    assertThat(covers).isGreaterThan(0.92);
    assertThat(flips).isGreaterThan(0.92);
    if (lean == 0) assertThat(finds).isLessThan(0.05 + 0.031);
    if (lean == 0.2) assertThat(finds).isGreaterThan(0.95);
    assertThat(new double[] {covers, finds}).containsExactly(held, found);
  }
}
