/**
 * YAML that people write, with the place of every word.
 *
 * <p>{@link YamlNode#parse} reads one document; {@link YamlNode} is the cursor on it: maps, lists
 * and scalars by the type that is wanted, and errors that say file, line, column, what was found,
 * what is allowed and the nearest right name ({@link io.assize.core.Nearest}).
 *
 * <p>What makes a file mean something else than it shows is refused: anchors, aliases, tags, merge
 * keys, keys that stand twice. Plain scalars follow the core schema of YAML 1.2, so that {@code no}
 * and {@code off} stay texts.
 */
@NullMarked
package io.assize.judges.yaml;

import org.jspecify.annotations.NullMarked;
