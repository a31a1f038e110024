package io.assize.core;

import io.assize.core.json.Json;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apiguardian.api.API;

/**
 * One input that is given to systems.
 *
 * @param id unique in the run, not blank
 * @param root the id of the item that this one was made from, its own id where it was made from
 *     none; intervals cluster by it
 * @param fields named texts: {@code input}, {@code reference}, {@code context} and what the data
 *     have besides
 * @param rubric what a good answer must do for this item, where the data say it
 * @param tags words to group by
 */
@API(status = API.Status.EXPERIMENTAL)
public record Item(
    String id,
    String root,
    SortedMap<String, String> fields,
    Optional<String> rubric,
    SortedSet<String> tags) {

  /** The field that holds what the systems were asked. */
  public static final String INPUT = "input";

  /** The field that holds a right answer, where there is one. */
  public static final String REFERENCE = "reference";

  /** The field that holds the text that an answer must keep to. */
  public static final String CONTEXT = "context";

  public Item {
    if (id.isBlank()) throw new IllegalArgumentException("an item needs an id");
    fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    tags =
        tags.isEmpty()
            ? Collections.emptySortedSet()
            : Collections.unmodifiableSortedSet(new TreeSet<>(tags));
  }

  /** Make an item that is its own root, without rubric and tags. */
  public static Item of(String id, SortedMap<String, String> fields) {
    return new Item(id, id, fields, Optional.empty(), new TreeSet<>());
  }

  /** Return the named field, empty where the item has none. */
  public Optional<String> field(String name) {
    return Optional.ofNullable(fields.get(name));
  }

  Json toJson() {
    return Json.object()
        .put("id", id)
        .put("root", root)
        .put("fields", Json.texts(fields))
        .put("rubric", rubric.map(Json::of))
        .build();
  }
}
