/**
 * Bring data in as columns of small ints and doubles, never as one object a row.
 *
 * <ul>
 *   <li>labels by raters, any number, gaps allowed: {@link io.assize.measures.columns.Labels}, made
 *       by {@link io.assize.measures.columns.LabelsBuilder} (start here for agreement)
 *   <li>labels of very many units that are of few kinds: {@link
 *       io.assize.measures.columns.DistinctLabels}
 *   <li>who met whom and who won: {@link io.assize.measures.columns.Comparisons}, made by {@link
 *       io.assize.measures.columns.ComparisonsBuilder} from {@link
 *       io.assize.measures.columns.Outcome}s (start here for rankings)
 *   <li>one number a row: {@link io.assize.measures.columns.Values}; two that belong together:
 *       {@link io.assize.measures.columns.Paired}
 *   <li>a prediction for every row and a label for some: {@link
 *       io.assize.measures.columns.PartlyLabelled}
 * </ul>
 *
 * <p>All are immutable, carry the cluster of each row ({@link io.assize.measures.Clusters}), refuse
 * NaN and infinity, and count what is missing instead of coding it. Names of raters, players and
 * levels stay with the caller.
 */
@NullMarked
package io.assize.measures.columns;

import org.jspecify.annotations.NullMarked;
