package io.assize.measures.inference;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.assize.measures.Clustered;
import io.assize.measures.Estimate;
import io.assize.measures.Formula;
import io.assize.measures.Statistic;
import org.apiguardian.api.API;

/**
 * Join the two steps of a measure: columns and weights to sufficient statistics, these by a formula
 * to the value. The estimate runs both once with named nodes; the bootstrap repeats both without.
 *
 * @param method what is computed, in words fit for a footnote
 * @param statistic the first step
 * @param formula the second step
 * @param <D> the columns
 */
@API(status = EXPERIMENTAL)
public record Measure<D extends Clustered>(
    String method, Statistic<? super D> statistic, Formula formula) {

  /**
   * Compute the estimate and its interval.
   *
   * @param data the columns
   * @param n units used, as this measure counts them
   * @param missing units dropped
   * @param bootstrap how to make the interval
   * @return the estimate, or the reason of the formula why there is none
   */
  public Estimate estimate(D data, long n, long missing, Bootstrap bootstrap) {
    return new Prepared<>(this, data, n, missing).estimate(bootstrap);
  }

  /** Read a defined estimate from its statistics and from one number of the replicates. */
  Estimate estimate(
      double[] statistics, long n, long missing, Replicates replicates, int column, long seed) {
    String how = replicates.describe(column);
    return new Estimate.Value(
        formula.explain(statistics),
        replicates.interval(column, formula.value(statistics)),
        n,
        missing,
        how.isEmpty() ? method : method + "; " + how,
        seed);
  }
}
