/**
 * Labels of people, by sheets that are blind: which cases stand on a sheet, and what came back.
 *
 * <ul>
 *   <li>every case that could be asked about is a {@link Unit} in a stratum; {@link Strata} says in
 *       which: those where the judge is in doubt are drawn more often
 *   <li>{@link Sampler} makes a {@link Draw}: rows, sides, seed, and with which probability each
 *       row was drawn. It stands in the ledger and never in the sheet; {@link Draws} are all of a
 *       run
 *   <li>what a person says of a row is a {@link SheetLabel}: the reply to a call, as a model's is;
 *       {@link SheetReader} takes it out of the sheet, {@link LedgerLabels} keep it. Nothing is
 *       overwritten: the last word counts
 * </ul>
 *
 * <p>All of it is a pure function of seed, verdicts and ledger.
 */
@NullMarked
package io.assize.engine.label;

import org.jspecify.annotations.NullMarked;
