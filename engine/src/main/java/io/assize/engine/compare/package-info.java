/**
 * Set two runs of one judge beside each other: what a change made better, and what worse.
 *
 * <ul>
 *   <li>what one judge says in one run: {@link io.assize.engine.compare.Side}
 *   <li>whether two of them may be compared at all, and what differs where not: {@link
 *       io.assize.engine.compare.Sameness}
 *   <li>the difference, paired by item, and what moved: {@link io.assize.engine.compare.Comparing},
 *       which gives a {@link io.assize.engine.compare.Comparison}
 * </ul>
 *
 * <p>Nothing is asked: both runs are read from what was recorded. A difference of two runs is one
 * of answers only where judge, recipe, rubric and items are the same; where they are not, there is
 * an error and no figure.
 */
@NullMarked
package io.assize.engine.compare;

import org.jspecify.annotations.NullMarked;
