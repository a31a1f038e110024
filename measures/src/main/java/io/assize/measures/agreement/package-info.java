/**
 * Measure how far labels agree, plain and beyond chance.
 *
 * <ul>
 *   <li>any number of raters, gaps allowed, any scale: {@link
 *       io.assize.measures.agreement.KrippendorffAlpha} with a {@link
 *       io.assize.measures.agreement.Metric} (start here)
 *   <li>two raters, same units: {@link io.assize.measures.agreement.CohenKappa}; ordered levels:
 *       its {@link io.assize.measures.agreement.KappaWeights}
 *   <li>kappa of more than two, or of a judge with each person: {@link
 *       io.assize.measures.agreement.LightKappa} over {@link
 *       io.assize.measures.agreement.RaterPairs}
 *   <li>chance left in: {@link io.assize.measures.agreement.PercentAgreement}; read it beside
 *       kappa, not instead of it
 *   <li>which label for which: {@link io.assize.measures.agreement.Confusion}, with precision,
 *       recall and F1
 *   <li>position flips, repeats, jurors: agreement along a dimension, {@link
 *       io.assize.measures.agreement.Unanimity}
 *   <li>one judge that grades and compares: {@link io.assize.measures.agreement.ScoreComparison}
 *   <li>scores instead of labels: {@link io.assize.measures.agreement.Correlation} (blind to an
 *       offset) beside {@link io.assize.measures.agreement.ScoreError} (sees it)
 * </ul>
 *
 * <p>All drop and count what is missing, return {@link io.assize.measures.Estimate}, resample units
 * by cluster, and pass {@code AgreementContract}: order of rows, names of labels and order of
 * raters do not matter; the same unit twice is weight 2.
 *
 * <p>To add one: copy CohenKappa, extend the contract, add a published figure, add a line above.
 */
@NullMarked
package io.assize.measures.agreement;

import org.jspecify.annotations.NullMarked;
