package io.assize.core;

import io.assize.core.json.Json;
import org.apiguardian.api.API;

/**
 * What is judged: a party's output for an item.
 *
 * @param key unique in the run and stable under reordering, such as {@code i3.ada#2}
 * @param item the item that it answers; a batch holds candidates of several items
 * @param content the output
 * @param by who made it
 * @param sample number of the sample, from 0
 */
@API(status = API.Status.EXPERIMENTAL)
public record Candidate(String key, Item item, Content content, Party by, int sample) {

  public Candidate {
    if (key.isBlank()) throw new IllegalArgumentException("a candidate needs a key");
    if (sample < 0) throw new IllegalArgumentException("sample " + sample + " is below 0");
  }

  /**
   * Make a candidate whose key is made from item, party and sample, joined with a dot. Where both
   * names hold dots two of them may have one key: data in which they do are refused.
   */
  public static Candidate of(Item item, Party by, int sample, String text) {
    String key = item.id() + "." + by.name() + (sample == 0 ? "" : "#" + sample);
    return new Candidate(key, item, Content.text(text), by, sample);
  }

  /** Return the text of the output, the empty string where it is not a plain text. */
  public String text() {
    return content instanceof Content.Text t ? t.text() : "";
  }

  /** Return its JSON, with its item's, which candidates share. */
  Json toJson(Json about) {
    return Json.object()
        .put("key", key)
        .put("item", about)
        .put("content", content.toJson())
        .put("by", by.name())
        .put("sample", sample)
        .build();
  }
}
