/**
 * Judges that are data.
 *
 * <ul>
 *   <li>{@link io.assize.judges.recipe}: the tree of asks and writes, its YAML, its shape, formula,
 *       hash and drawing
 *   <li>{@link io.assize.judges.prompt}: prompts as blocks, output and vocabulary, and their
 *       rendering
 *   <li>{@link io.assize.judges.reading}: the one place that turns a reply into distributions
 *   <li>{@link io.assize.judges.run}: the interpreter, reducers, mappings, transforms, checkers and
 *       the rehearsal that plans the calls
 *   <li>{@link io.assize.judges.probe}: what a good judge should not mind, as changes of its cases
 * </ul>
 */
@NullMarked
package io.assize.judges;

import org.jspecify.annotations.NullMarked;
