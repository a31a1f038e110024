/**
 * Read what people have, whatever its form, and tell how it was read.
 *
 * <ul>
 *   <li>items and answers, from CSV, TSV, JSON, JSONL, a folder of them: {@link
 *       io.assize.engine.files.DataFiles#answers}; a column for each system, a row for each answer,
 *       or a file for each system
 *   <li>labels of people and verdicts of judges: {@link io.assize.engine.files.DataFiles#labels};
 *       {@link io.assize.engine.files.LabelFiles} joins them to answers and puts them on a scale
 *   <li>files of other tools, by a {@linkplain io.assize.engine.mapping mapping}: named, or known
 *       by the file itself
 *   <li>judgments of relevance and rankings: {@link io.assize.engine.files.Trec}
 *   <li>raw replies of judges that others recorded: {@link io.assize.engine.files.RecordedReplies}
 *   <li>a sheet of ours that a person filled in: {@link io.assize.engine.files.FilledSheet}
 *   <li>fewer items than there are: {@link io.assize.engine.files.Picks}
 * </ul>
 *
 * <p>All of them give one neutral result, {@link io.assize.engine.files.DataFile}, with an {@link
 * io.assize.engine.files.Account} for each file. Columns are known by their names; where these do
 * not say it, {@link io.assize.engine.files.ColumnMap} does. What may be two things is asked for,
 * never guessed; a guess that is made stands in the account. A {@link io.assize.engine.files.Label}
 * says what it is about by its {@link io.assize.engine.files.Subject}. Nothing of a text is
 * changed: no trimming, no normalising.
 *
 * <p>Every error is the user's and names file and line ({@link io.assize.engine.files.Place}), what
 * was found, what is allowed and the cure. To add a form: find it in {@code FileReading} by its
 * first bytes, turn it into a {@code Sheet}, and the rest follows. A tool is added by a mapping.
 */
@NullMarked
package io.assize.engine.files;

import org.jspecify.annotations.NullMarked;
