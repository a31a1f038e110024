/** Tests of the page and of the files beside it. */
@org.jspecify.annotations.NullMarked
package io.assize.report.page;
