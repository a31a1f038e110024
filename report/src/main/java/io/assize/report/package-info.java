/**
 * What people see.
 *
 * <ul>
 *   <li>a number with its interval, always written the same way: {@link Numbers}
 *   <li>text of models and candidates, made harmless for its place: {@link Safe}
 *   <li>any result on a terminal: {@link Screens}; for other programs: {@link ResultTable}
 *   <li>the same numbers under documented names: {@link ResultJson}, {@link PeopleJson}
 *   <li>the sheet that people fill in: {@link LabelSheet}; what they see before and after: {@link
 *       LabelScreen}
 *   <li>what a screen says, in its parts, for pages and files: {@link Told}; with all that they are
 *       made of: {@link Report}, {@link JudgeReport}
 *   <li>what moves a judge: {@link ProbeReport}, on a terminal {@link ProbeScreen}, for other
 *       programs {@link ProbeJson}, all in the words of {@link ProbeWords}
 *   <li>a table for any form: {@link Table}
 * </ul>
 *
 * <p>An ordinary terminal is 100 columns; no colour is needed to understand; a pipe gets the same
 * text.
 */
@NullMarked
package io.assize.report;

import org.jspecify.annotations.NullMarked;
