package io.assize.engine.label;

import io.assize.core.json.Json;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * What a person says of one row.
 *
 * @param person who says it
 * @param row of the sheets of the run
 * @param item its id
 * @param shown keys of the candidates as they were shown
 * @param value key of the better candidate or {@link #TIE}; for a single answer the name of a level
 *     or a number
 * @param note in the person's words
 * @param file that it was read from
 * @param line in it
 */
@API(status = API.Status.EXPERIMENTAL)
public record SheetLabel(
    String person,
    int row,
    String item,
    List<String> shown,
    String value,
    Optional<String> note,
    String file,
    int line) {

  /** Neither is better; no candidate's key is so short, since it holds item and system. */
  public static final String TIE = "tie";

  public SheetLabel {
    shown = List.copyOf(shown);
  }

  /** Return the name of the case, as {@link Unit#key}. */
  public String key() {
    return Unit.key(shown);
  }

  /** Tell whether the other label says the same of the same row by the same person. */
  public boolean says(SheetLabel other) {
    return person.equals(other.person)
        && row == other.row
        && value.equals(other.value)
        && note.equals(other.note);
  }

  Json toJson() {
    return Json.object()
        .put("person", person)
        .put("row", row)
        .put("item", item)
        .put("shown", Json.texts(shown))
        .put("value", value)
        .put("note", note.map(Json::of))
        .put("file", file)
        .put("line", line)
        .build();
  }

  static SheetLabel of(Json json) {
    return new SheetLabel(
        text(json, "person"),
        number(json, "row"),
        text(json, "item"),
        json.get("shown").map(Json::elements).orElse(List.of()).stream()
            .map(s -> s.text().orElseThrow())
            .toList(),
        text(json, "value"),
        json.get("note").flatMap(Json::text),
        text(json, "file"),
        number(json, "line"));
  }

  private static String text(Json of, String name) {
    return of.get(name).flatMap(Json::text).orElseThrow();
  }

  private static int number(Json of, String name) {
    return of.get(name).flatMap(Json::number).orElseThrow().intValue();
  }
}
