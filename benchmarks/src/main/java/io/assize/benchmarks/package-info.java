/**
 * How long whole processes take, side by side with peers in the same run.
 *
 * <p>Each has a {@code main} and is started by {@code benchmarks/run NAME}: {@link
 * io.assize.benchmarks.Help}, {@link io.assize.benchmarks.Resume}, {@link
 * io.assize.benchmarks.Appends}. To add one: a class with a {@code main} that prints a line for
 * each thing it timed, and its name in the script.
 */
@NullMarked
package io.assize.benchmarks;

import org.jspecify.annotations.NullMarked;
