/** What labels from a sheet make of a judge's figures, on real labels and real judges. */
@NullMarked
package io.assize.e2e.label;

import org.jspecify.annotations.NullMarked;
