/** Whether probes tell the truth of judges whose vices are known, from the call to the interval. */
@NullMarked
package io.assize.e2e.probe;

import org.jspecify.annotations.NullMarked;
