/**
 * What runs judges over data.
 *
 * <ul>
 *   <li>{@code files}, {@code config}: what people have, and what they want done with it
 *   <li>{@code docket}: which cases are judged
 *   <li>{@link io.assize.engine.door}: the only door outside: write, then return
 *   <li>{@code fit}: parameters that are learned at a barrier
 *   <li>{@code recording}: a ledger as text
 *   <li>{@link io.assize.engine.probe}: what moves a judge that should not
 * </ul>
 */
@NullMarked
package io.assize.engine;

import org.jspecify.annotations.NullMarked;
