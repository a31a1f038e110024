package io.assize.report.svg;

import io.assize.report.Table;
import org.apiguardian.api.API;

/**
 * A picture and the numbers behind it.
 *
 * @param title what it shows
 * @param svg the picture, safe to stand in a page
 * @param note how to read it, in a sentence
 * @param table the same numbers
 */
@API(status = API.Status.EXPERIMENTAL)
public record Chart(String title, String svg, String note, Table table) {}
