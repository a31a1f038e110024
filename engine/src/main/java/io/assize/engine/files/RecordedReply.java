package io.assize.engine.files;

import io.assize.core.Party;
import io.assize.core.call.Reply;
import io.assize.core.json.Json;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * What a judge once replied, kept in a file: a raw text or a whole response, not yet read as a
 * verdict.
 *
 * @param item the item's id
 * @param subject what was judged; a pair says which answer was shown first
 * @param judge who replied
 * @param body what came back
 * @param request what was sent, where the file has it
 * @param at where it stands
 */
@API(status = API.Status.EXPERIMENTAL)
public record RecordedReply(
    String item, Subject subject, Party judge, Body body, Optional<Json> request, Place at) {

  /** What came back. */
  public sealed interface Body {

    /**
     * The reply's text; empty where the judge said nothing.
     *
     * @param text as it is
     * @param finish why the judge stopped; of its own will where the file does not say
     */
    record Text(String text, Reply.Finish finish) implements Body {}

    /**
     * The response as the endpoint sent it, with what it holds besides the text.
     *
     * @param json its JSON
     */
    record Response(Json json) implements Body {}
  }
}
