/** What the build makes, checked by building: equal sums, packaging, a project that uses it. */
@NullMarked
package io.assize.e2e.build;

import org.jspecify.annotations.NullMarked;
