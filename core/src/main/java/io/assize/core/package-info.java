/**
 * The words of judging as types, and the ports to the outside.
 *
 * <ul>
 *   <li>what is judged: {@link Item}, {@link Candidate}, {@link Case}, {@link Exhibit}, {@link
 *       Party}
 *   <li>what comes of it: {@link Judgment}, {@link Verdict}, {@link Finding}, {@link Part}; a value
 *       that is not there is a {@link Result.Missing} with its {@link Why}, never a zero
 *   <li>who judges: {@link Judge}, {@link Writer}; both reach the outside only through {@link
 *       io.assize.core.call.Calls}
 *   <li>what a user did wrong, or the machine, or we: {@link AssizeException}; the name that was
 *       probably meant: {@link Nearest}
 * </ul>
 *
 * <p>Everything here is immutable and equal by content, and does no input or output. Scales and
 * distributions are in {@link io.assize.core.scale}, requests and the ledger in {@link
 * io.assize.core.call}, canonical JSON and hashes in {@link io.assize.core.json}.
 */
@NullMarked
package io.assize.core;

import org.jspecify.annotations.NullMarked;
