/** Tests of the pictures. */
@org.jspecify.annotations.NullMarked
package io.assize.report.svg;
