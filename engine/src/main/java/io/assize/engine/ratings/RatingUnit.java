package io.assize.engine.ratings;

import org.apiguardian.api.API;

/**
 * What is rated: an item, one system's answer to it, or two answers that are compared.
 *
 * @param item the item's id
 * @param about the system, or {@code a - b} for a pair; empty for an item as a whole
 */
@API(status = API.Status.EXPERIMENTAL)
public record RatingUnit(String item, String about) {

  @Override
  public String toString() {
    return about.isEmpty() ? item : item + "  " + about;
  }
}
