package io.assize.measures.agreement;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/** How much a disagreement counts: by the places of the two labels in the scale, or by numbers. */
@API(status = EXPERIMENTAL)
public enum KappaWeights {
  /** All disagreements alike: Cohen (1960), doi 10.1177/001316446002000104. */
  UNWEIGHTED,
  /** By the levels between: Cohen (1968), doi 10.1037/h0026256. */
  LINEAR,
  /** By the square of the levels between: Cohen (1968), as above. */
  QUADRATIC,
  /**
   * By the square of the difference of the levels' numbers, for scales whose steps are not equal.
   * This is Lin's concordance correlation with moments divided by n: Lin (1989), doi
   * 10.2307/2532051.
   */
  SQUARED_DIFFERENCE
}
