/**
 * Zips and what is packed in them, read in bounded memory and never unpacked to a disk.
 *
 * <p>{@link io.assize.engine.archive.ZipEntries} reads entries that are stored, deflated or packed
 * by Zstandard: the JDK refuses the last ones, and Inspect writes its logs so. Sizes that a zip
 * states are not believed; sums are checked.
 */
@NullMarked
package io.assize.engine.archive;

import org.jspecify.annotations.NullMarked;
