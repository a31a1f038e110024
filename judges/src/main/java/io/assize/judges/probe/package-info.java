/**
 * What a good judge should not mind, as changes of its cases.
 *
 * <ul>
 *   <li>{@link io.assize.judges.probe.Probe}: one change with what it aims at and what it should do
 *       to a verdict; {@link io.assize.judges.probe.Probes} has them all, by name and by group
 *   <li>{@link io.assize.judges.probe.TextChange}: how a text is changed; a note is data, {@link
 *       io.assize.judges.probe.Trimmed}, {@link io.assize.judges.probe.Listed} and {@link
 *       io.assize.judges.probe.Renamed} are a small class each
 *   <li>{@link io.assize.judges.probe.Touched} makes a {@link io.assize.judges.run.Transform} of
 *       it, which recipes could use as well
 * </ul>
 *
 * <p>Every text is ours. A note stands in the answer that it speaks of and not beside it, so that
 * it belongs to the same answer in each order, and every recipe and prompt can be probed.
 *
 * <p>To add a probe: a row in {@link io.assize.judges.probe.Probes}; where words alone do not say
 * it, a {@code TextChange} of its own, which its test holds to what it may change.
 */
@NullMarked
package io.assize.judges.probe;

import org.jspecify.annotations.NullMarked;
