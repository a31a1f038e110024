/**
 * Say how sure a number is.
 *
 * <ul>
 *   <li>a mean of rows that come in clusters, its standard error: {@link
 *       io.assize.measures.inference.ClusteredMean} (start here)
 *   <li>two systems on the same items: {@link io.assize.measures.inference.PairedDifference}; how
 *       many items would settle it: {@link io.assize.measures.inference.SampleSize}
 *   <li>a share of independent trials: {@link io.assize.measures.inference.Proportion}; a share or
 *       a difference where most rows of clusters say the same: {@link
 *       io.assize.measures.inference.SteadiedMean}
 *   <li>several tests at once: {@link io.assize.measures.inference.Holm}
 *   <li>a judge's figures corrected by a few labels: {@link
 *       io.assize.measures.inference.PredictionPowered}; two separate large samples, as published:
 *       {@link io.assize.measures.inference.PredictionPoweredSamples}
 *   <li>who wins more often, as a test; McNemar's: {@link io.assize.measures.inference.SignTest}
 *   <li>anything else: {@link io.assize.measures.inference.Bootstrap}, which resamples clusters and
 *       gives {@link io.assize.measures.inference.Replicates}
 *   <li>several measures on the same draws: {@link io.assize.measures.inference.Prepared}
 * </ul>
 *
 * <p>All assume that clusters are independent and that nothing is missing for a reason that has to
 * do with its value. An interval says what kind it is ({@link io.assize.measures.Interval.Kind});
 * where none can be had the method says why.
 *
 * <p>{@link io.assize.measures.inference.Measure} joins the two steps of a measure and is what the
 * packages beside this one are built from. To add an interval: give it a formula or a statistic, a
 * published figure as a test, and a cell in the table of coverages.
 */
@NullMarked
package io.assize.measures.inference;

import org.jspecify.annotations.NullMarked;
