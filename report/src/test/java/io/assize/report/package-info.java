/** Tests of what people see. */
@org.jspecify.annotations.NullMarked
package io.assize.report;
