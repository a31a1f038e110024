package io.assize.core;

import io.assize.core.json.Json;
import java.util.List;
import org.apiguardian.api.API;

/** What a candidate or an exhibit holds. */
@API(status = API.Status.EXPERIMENTAL)
public sealed interface Content {

  /**
   * A text, whole or with named segments (steps, turns, spans).
   *
   * @param text the text as it is; nothing is normalised
   * @param segments places in the text, in order; may be empty
   */
  record Text(String text, List<Segment> segments) implements Content {
    public Text {
      segments = List.copyOf(segments);
      for (Segment s : segments) {
        if (s.end() > text.length()) {
          throw new IllegalArgumentException(s + " ends after the text (" + text.length() + ")");
        }
      }
    }
  }

  /**
   * What several steps made, each under its address: a transcript, a layer of reviews.
   *
   * @param parts in the order in which they were made
   */
  record Pieces(List<Part> parts) implements Content {
    public Pieces {
      parts = List.copyOf(parts);
    }
  }

  /**
   * An earlier judgment, put before the judge.
   *
   * @param judgment the judgment
   */
  record Judged(Judgment judgment) implements Content {}

  /**
   * A named place in a text.
   *
   * @param name what it is: {@code step 2}, {@code turn user}
   * @param start first char, from 0
   * @param end after the last char
   */
  record Segment(String name, int start, int end) {
    public Segment {
      if (start < 0 || end < start) {
        throw new IllegalArgumentException(
            "segment " + name + " goes from " + start + " to " + end);
      }
    }
  }

  /** Make a text without segments. */
  static Content text(String text) {
    return new Text(text, List.of());
  }

  /** Return a text of its own for every content: of a plain text that text, since most are. */
  default String hashed() {
    return this instanceof Text t && t.segments().isEmpty()
        ? "text " + t.text()
        : toJson().canonical();
  }

  /** Return the form that is hashed. */
  default Json toJson() {
    return switch (this) {
      case Text t ->
          t.segments().isEmpty()
              ? Json.of(t.text())
              : Json.object()
                  .put("text", t.text())
                  .put(
                      "segments",
                      Json.array(
                          t.segments(),
                          s -> Json.texts(List.of(s.name(), "" + s.start(), "" + s.end()))))
                  .build();
      case Pieces p -> Json.object().put("pieces", Json.array(p.parts(), Part::toJson)).build();
      case Judged j -> Json.object().put("judged", j.judgment().toJson()).build();
    };
  }
}
