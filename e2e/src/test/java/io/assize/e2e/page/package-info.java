/** The page of a run in a real browser. */
@org.jspecify.annotations.NullMarked
package io.assize.e2e.page;
