/**
 * Runs as folders on disk, for whoever starts them: the command, a Java program.
 *
 * <p>A {@link RunFolder} holds what was asked for, what came from outside and what it says; {@link
 * RunIdentity} keeps it one run. An {@link OpenRun} is such a folder at work, with its ledger and
 * its models ({@link OpenModels}) open, and gives a {@link Finished}: results and what is told
 * beside them. A {@link Host} says where all of this happens.
 */
@NullMarked
package io.assize.library;

import org.jspecify.annotations.NullMarked;
