/**
 * What a judge should not mind, asked of it: the contrast of its own cases with the same ones
 * changed.
 *
 * <ul>
 *   <li>{@link ProbePlan}: what is asked for, and why a probe is not measured; {@link ProbeCases}
 *       are the judge's cases as a probe shows them
 *   <li>{@link ProbeRun} asks: the judge's own cases once or more, those of each probe once, all in
 *       the run's ledger, so that it resumes and replays as a run does
 *   <li>{@link ProbeTrial} compares case by case, {@link ProbeResult} holds an {@link Effect} for
 *       each probe; {@link Unit} says what its shift is a shift of
 * </ul>
 *
 * <p>A probe is compared with what the judge says of the untouched case, never with labels: it
 * tells what moves the judge, not whether it is right.
 */
@NullMarked
package io.assize.engine.probe;

import org.jspecify.annotations.NullMarked;
