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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * Compute Light's kappa: the mean of {@link CohenKappa} over pairs of raters. Over all pairs of
 * people it says how far people agree; over the pairs of a judge with each person, how far the
 * judge agrees with people, on the same footing; their difference, whether a judge agrees with
 * people as people do with each other.
 *
 * <p>Each pair counts the same, whatever the number of its units. A pair without common units, or
 * with one and the same label throughout, makes the mean undefined: it is told, not left out.
 * Allowed are at most {@value #MOST_PAIRS} pairs; for more raters see {@link KrippendorffAlpha}.
 *
 * <p>Source: Light (1971), doi 10.1037/h0031643, on agreement among several observers.
 */
@API(status = EXPERIMENTAL)
public final class LightKappa {
  /** The most pairs that a mean is taken over. */
  public static final int MOST_PAIRS = 400;

  private LightKappa() {}

  /**
   * Compute the mean kappa over pairs of raters.
   *
   * @param labels labels of units by raters
   * @param raters which pairs of raters
   * @param weighting how much a disagreement counts
   * @param bootstrap how to make the interval
   * @return the mean; n counts units with a label from both of some pair
   */
  public static Estimate of(
      Labels labels, RaterPairs raters, KappaWeights weighting, Bootstrap bootstrap) {
    return prepare(labels, raters, weighting).estimate(bootstrap);
  }

  /**
   * Prepare the mean kappa over pairs of raters, to be estimated together with other measures.
   *
   * @param labels labels of units by raters
   * @param raters which pairs of raters
   * @param weighting how much a disagreement counts
   * @return the measure on its rows
   */
  public static Prepared<?> prepare(Labels labels, RaterPairs raters, KappaWeights weighting) {
    Formula mean = mean("kappa", 0, labels, raters, weighting);
    return prepared("mean of Cohen's kappa", mean, labels, raters, raters.all().size(), weighting);
  }

  /**
   * Prepare how much higher the mean kappa is over some pairs than over others.
   *
   * @param labels labels of units by raters
   * @param some pairs of raters, such as people among them
   * @param others pairs of raters, such as a judge with each person
   * @param weighting how much a disagreement counts
   * @return the difference, first less second; n counts units that serve either
   */
  public static Prepared<?> prepareDifference(
      Labels labels, RaterPairs some, RaterPairs others, KappaWeights weighting) {
    var all = new ArrayList<>(some.all());
    all.addAll(others.all());
    Formula difference =
        Formula.of(
            "difference",
            Operation.DIFFERENCE,
            mean("kappa of the first", 0, labels, some, weighting),
            mean("kappa of the second", some.all().size(), labels, others, weighting));
    return prepared(
        "difference of means of Cohen's kappa",
        difference,
        labels,
        new RaterPairs(all),
        all.size(),
        weighting);
  }

  private static Prepared<?> prepared(
      String method,
      Formula formula,
      Labels labels,
      RaterPairs raters,
      int pairs,
      KappaWeights weighting) {
    boolean few = pairs <= MOST_PAIRS;
    PairTables tables = PairTables.of(labels, few ? raters : new RaterPairs(List.of()));
    return new Prepared<>(
        new Measure<PairTables>(
            method + ", " + CohenKappa.name(weighting) + ", over " + pairs + " pairs of raters",
            (data, weights) -> kappas(data, weights, weighting),
            few ? formula : tooMany(pairs)),
        tables,
        tables.units(),
        labels.units() - tables.units());
  }

  private static Formula tooMany(int pairs) {
    return Formula.constant("kappa", Double.NaN)
        .orUndefined(
            "%d pairs of raters are more than %d: alpha takes them all"
                .formatted(pairs, MOST_PAIRS));
  }

  private static double[] kappas(PairTables tables, Weights weights, KappaWeights weighting) {
    double[] kappas = new double[tables.pairs().size()];
    for (int i = 0; i < kappas.length; i++) {
      LabelPairs pairs = tables.pairs().get(i);
      kappas[i] = CohenKappa.value(pairs, weights, weighting);
    }
    return kappas;
  }

  private static Formula mean(
      String name, int from, Labels labels, RaterPairs raters, KappaWeights weighting) {
    int pairs = raters.all().size();
    if (pairs > MOST_PAIRS) {
      return tooMany(pairs);
    }
    Formula[] parts = new Formula[pairs];
    for (int i = 0; i < pairs; i++) {
      RaterPairs.Pair pair = raters.all().get(i);
      String of = "of raters " + pair.a() + " and " + pair.b();
      Formula kappa = Formula.statistic(from + i, "kappa " + of);
      Optional<String> reason = undefined(labels, pair, weighting);
      parts[i] = reason.map(why -> kappa.orUndefined(of + ": " + why)).orElse(kappa);
    }
    return Formula.of(
            name,
            Operation.RATIO,
            Formula.of("sum over pairs", Operation.SUM, parts),
            Formula.constant("pairs", pairs))
        .orUndefined("there is no pair of raters");
  }

  private static Optional<String> undefined(
      Labels labels, RaterPairs.Pair pair, KappaWeights weighting) {
    Estimate kappa = CohenKappa.of(labels, pair.a(), pair.b(), weighting, Bootstrap.none());
    return kappa instanceof Estimate.Undefined u ? Optional.of(u.reason()) : Optional.empty();
  }
}
