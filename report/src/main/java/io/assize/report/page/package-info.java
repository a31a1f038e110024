/**
 * Make the page of a run: one file that holds all it shows, asks nobody for anything, and can be
 * sent on, kept and printed.
 *
 * <ul>
 *   <li>the whole page: {@link HtmlPage}
 *   <li>the judge's answer and card, with every number and what is behind it: {@link JudgeSection}
 *   <li>the pictures and tables of a judge: {@link Figures}, by what was judged {@link PairFigures}
 *       and {@link GradeFigures}
 *   <li>each case in a few numbers, for searching and filtering: {@link CaseRow}, {@link
 *       CaseColumns}
 *   <li>the cases that are there with their texts and replies: {@link FullCases}
 *   <li>what moves a judge: {@link ProbePage}
 * </ul>
 *
 * <p>What is seen first is made here and needs no script. The script in {@code page.js} only
 * searches and shows cases; it puts texts in as texts, never as marks. The page's own style and
 * script are the only ones that its content security policy lets in.
 */
@NullMarked
package io.assize.report.page;

import org.jspecify.annotations.NullMarked;
