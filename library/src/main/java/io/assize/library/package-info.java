/**
 * Judge from Java: what the command does, for programs.
 *
 * <ul>
 *   <li>{@link Assize} is where to begin, with a file or with {@link Answers} that the program has
 *   <li>{@link Judging} says by whom and how; models and systems may be functions
 *   <li>{@link Run} is what came of it: the screen, the figures with their intervals, each {@link
 *       Row} with its verdict or why there is none
 *   <li>{@link Probing} asks what moves a judge that should not
 *   <li>{@link Labelling} has people label some of it, by a sheet
 * </ul>
 *
 * <p>Below it stands what the command uses too: a {@link RunFolder} holds what was asked for, what
 * came from outside and what it says; {@link RunIdentity} keeps it one run. An {@link OpenRun} is
 * such a folder at work, with its ledger and its models ({@link OpenModels}) open, heard by a
 * {@link Watcher}, and gives a {@link Finished}. A {@link Host} says where all of this happens,
 * {@link Release} by which Assize.
 *
 * <p>Errors are {@link io.assize.core.AssizeException}: their message is meant for a person as it
 * is, and {@code fault()} says whose business it is.
 */
@NullMarked
package io.assize.library;

import org.jspecify.annotations.NullMarked;
