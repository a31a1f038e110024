/**
 * What a run says: which system is better, and whether the judge can be believed.
 *
 * <ul>
 *   <li>pairs: {@link PairTable} takes decisions out of observations, {@link PairTrial} makes the
 *       {@link PairResult} of them
 *   <li>grades: {@link GradeTable}, {@link GradeTrial}, {@link GradeResult}
 *   <li>both by one party: {@link ConflictTrial}, {@link Conflict}
 *   <li>agreement with itself along what was varied: {@link AlongDimension}; with each of several
 *       raters: {@link RaterAgreements}
 *   <li>labels, whoever gave them: {@link Gold}
 *   <li>people, each beside the judge, and the result corrected by their labels: {@link
 *       PeopleTrial}, {@link People}; how the labelled cases were {@link Chosen}
 *   <li>what came back and what did not: {@link Replies}
 * </ul>
 *
 * <p>Decisions are taken here, outside the judge, from the distributions that are there: another
 * decision costs no call. What is not measured is an {@link io.assize.measures.Estimate.Undefined}
 * with its reason.
 */
@NullMarked
package io.assize.engine.trial;

import org.jspecify.annotations.NullMarked;
