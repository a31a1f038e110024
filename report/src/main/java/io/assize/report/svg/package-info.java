/**
 * Draw numbers as pictures that stand in a page without a script: scalable, printable, readable
 * aloud.
 *
 * <ul>
 *   <li>numbers with intervals, one row each: {@link IntervalPlot}
 *   <li>counts of bins or names: {@link Bars}
 *   <li>said probability against what came true: {@link ReliabilityPlot}
 *   <li>two numbers against each other, however many: {@link ScatterPlot}
 *   <li>who beats whom: {@link WinMatrix}
 * </ul>
 *
 * <p>All give a {@link Chart}: the picture with a title and a description, and the table of the
 * same numbers behind it. Colours are names of classes ({@code s1}, {@code s2}, {@code h0} to
 * {@code h10}), which the page's style gives their values in light and dark; shapes differ as well,
 * so that no colour is needed to understand. Nothing here knows what the numbers are of.
 *
 * <p>To add one: copy {@link Bars}, draw with {@link Svg} and {@link Axis}, give the table.
 */
@NullMarked
package io.assize.report.svg;

import org.jspecify.annotations.NullMarked;
