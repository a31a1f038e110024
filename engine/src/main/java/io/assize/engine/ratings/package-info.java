/**
 * Set raters against each other on plain files of ratings: no run, no configuration, no network.
 *
 * <ul>
 *   <li>read a file, wide or long or of pairs, and put its labels on one scale: {@link
 *       io.assize.engine.ratings.Ratings#read} by {@link io.assize.engine.ratings.RatingOptions}
 *   <li>what the labels are: {@link io.assize.engine.ratings.RatingScale}, inferred or told
 *   <li>how far people agree, and judges with them: {@link io.assize.engine.ratings.RatingTrial},
 *       which gives a {@link io.assize.engine.ratings.RatingResult}
 * </ul>
 *
 * <p>Files are read by {@link io.assize.engine.files}, so that whatever can be given as labels of a
 * run can be given here; figures come from {@link io.assize.measures.agreement}. Raters are joined
 * by item, never by line; what is missing is counted; a figure that does not exist says why.
 */
@NullMarked
package io.assize.engine.ratings;

import org.jspecify.annotations.NullMarked;
