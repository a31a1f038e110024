package io.assize.measures.agreement;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.assize.measures.Estimate;
import io.assize.measures.Formula;
import io.assize.measures.Operation;
import io.assize.measures.Weights;
import io.assize.measures.columns.Labels;
import io.assize.measures.inference.Bootstrap;
import io.assize.measures.inference.Measure;
import io.assize.measures.inference.Prepared;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import org.apiguardian.api.API;

/**
 * Compute Cohen's kappa: how far two raters agree beyond what their own label frequencies would
 * give by chance. 1 - observed by expected disagreement; at most 1, 0 at chance. Symmetric in the
 * raters.
 *
 * <p>Weighted forms count by the places of the labels in the whole scale, unused levels included;
 * so declare the scale, not only the labels seen. Units that lack either label are dropped and
 * counted as missing. No common unit, or one and the same label throughout: undefined. A rater who
 * always says the same while the other varies has kappa 0.
 *
 * <p>Rare labels make kappa low where percent agreement is high: report both.
 *
 * <p>For more than two raters see {@link LightKappa}.
 *
 * <p>Source: Cohen (1960), doi 10.1177/001316446002000104, equation 1; weighted: Cohen (1968), doi
 * 10.1037/h0026256.
 */
@API(status = EXPERIMENTAL)
public final class CohenKappa {
  private static final Formula FORMULA = formula();

  private CohenKappa() {}

  /**
   * Compute kappa of two raters.
   *
   * @param labels labels of units by raters
   * @param a one rater
   * @param b another rater
   * @param weighting how much a disagreement counts
   * @param bootstrap how to make the interval
   * @return kappa; n counts units that both labelled
   * @throws IllegalArgumentException if a rater is unknown, or both are the same
   */
  public static Estimate of(
      Labels labels, int a, int b, KappaWeights weighting, Bootstrap bootstrap) {
    return prepare(labels, a, b, weighting).estimate(bootstrap);
  }

  /**
   * Prepare kappa of two raters, to be estimated together with other measures.
   *
   * @param labels labels of units by raters
   * @param a one rater
   * @param b another rater
   * @param weighting how much a disagreement counts
   * @return the measure on its rows
   * @throws IllegalArgumentException if a rater is unknown, or both are the same
   */
  public static Prepared<?> prepare(Labels labels, int a, int b, KappaWeights weighting) {
    LabelPairs pairs = LabelPairs.of(labels, a, b);
    return new Prepared<>(
        new Measure<LabelPairs>(
            "Cohen's kappa, " + name(weighting),
            (data, weights) -> statistics(data, data.counted(weights), weighting),
            FORMULA),
        pairs,
        pairs.rows(),
        pairs.missing());
  }

  static String name(KappaWeights weighting) {
    return weighting.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Kappa under weights of all units; not finite where it is undefined. */
  static double value(LabelPairs pairs, Weights ofUnits, KappaWeights weighting) {
    return FORMULA.value(statistics(pairs, pairs.countedByUnit(ofUnits), weighting));
  }

  private static Formula formula() {
    Formula n = Formula.statistic(0, "units with both labels");
    Formula observed =
        Formula.of(
                "observed disagreement",
                Operation.RATIO,
                Formula.statistic(1, "disagreement summed over units"),
                n)
            .orUndefined("no unit has a label from both raters");
    Formula expected =
        Formula.of(
            "expected disagreement",
            Operation.RATIO,
            Formula.statistic(2, "disagreement summed over all pairings of the two raters' labels"),
            Formula.of("pairings", Operation.PRODUCT, n, n));
    return Formula.oneMinus(
        "kappa",
        Formula.of("observed by expected", Operation.RATIO, observed, expected)
            .orUndefined("both raters gave one and the same label throughout"));
  }

  private static double[] statistics(
      LabelPairs pairs, LabelPairs.Counted counted, KappaWeights weighting) {
    double n = 0;
    double observed = 0;
    for (int i = 0; i < counted.weight().length; i++) {
      double weight = counted.weight()[i];
      n += weight;
      observed +=
          weight * apart(counted.first()[i], counted.second()[i], pairs.numbers(), weighting);
    }
    double[] rows = counted.margin(counted.first(), pairs.levels());
    double[] columns = counted.margin(counted.second(), pairs.levels());
    double expected =
        switch (weighting) {
          case UNWEIGHTED -> unequal(rows, columns, n);
          case LINEAR -> linear(rows, columns, n);
          case QUADRATIC -> squared(rows, columns, n, place -> place);
          case SQUARED_DIFFERENCE -> squared(rows, columns, n, place -> pairs.numbers()[place]);
        };
    return new double[] {n, observed, expected};
  }

  private static double apart(int first, int second, double[] numbers, KappaWeights weighting) {
    double levels = Math.abs(first - second);
    return switch (weighting) {
      case UNWEIGHTED -> first == second ? 0 : 1;
      case LINEAR -> levels;
      case QUADRATIC -> levels * levels;
      case SQUARED_DIFFERENCE -> {
        double difference = numbers[first] - numbers[second];
        yield difference * difference;
      }
    };
  }

  private static double unequal(double[] rows, double[] columns, double n) {
    double unequal = n * n;
    for (int i = 0; i < rows.length; i++) {
      unequal -= rows[i] * columns[i];
    }
    return unequal;
  }

  /** Each border between two levels is crossed by the pairings that have it between them. */
  private static double linear(double[] rows, double[] columns, double n) {
    double sum = 0;
    double rowsBelow = 0;
    double columnsBelow = 0;
    for (int i = 0; i < rows.length; i++) {
      rowsBelow += rows[i];
      columnsBelow += columns[i];
      sum += rowsBelow * (n - columnsBelow) + columnsBelow * (n - rowsBelow);
    }
    return sum;
  }

  private static double squared(
      double[] rows, double[] columns, double n, IntToDoubleFunction number) {
    int origin = 0;
    while (origin < rows.length && rows[origin] == 0) {
      origin++;
    }
    if (origin == rows.length) {
      return 0;
    }
    double zero = number.applyAsDouble(origin);
    double rowSum = 0;
    double columnSum = 0;
    double squares = 0;
    for (int i = 0; i < rows.length; i++) {
      double x = number.applyAsDouble(i) - zero;
      rowSum += rows[i] * x;
      columnSum += columns[i] * x;
      squares += (rows[i] + columns[i]) * x * x;
    }
    return n * squares - 2 * rowSum * columnSum;
  }
}
