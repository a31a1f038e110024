/**
 * Try the command from outside, as the processes that a user starts, against real models behind
 * real servers.
 *
 * <p>What a build can afford is run by every {@code ./mvnw verify}. What takes longer has the tag
 * {@code e2e} and is run by {@code ./mvnw verify -Pe2e}.
 */
@NullMarked
package io.assize.e2e;

import org.jspecify.annotations.NullMarked;
