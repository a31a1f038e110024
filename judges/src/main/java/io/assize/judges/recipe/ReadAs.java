package io.assize.judges.recipe;

import io.assize.judges.prompt.Output;
import io.assize.judges.prompt.Vocabulary;
import org.apiguardian.api.API;

/**
 * How raw replies on record are read: as if a prompt with this output and vocabulary had been
 * asked. The prompt's own text is no part of it, since it was not what was sent.
 *
 * @param output how the answers look
 * @param vocabulary the words for the outcomes
 * @param read what distributions are made of
 */
@API(status = API.Status.EXPERIMENTAL)
public record ReadAs(Output output, Vocabulary vocabulary, Read read) {

  /** Read them as the replies to this ask. */
  public static ReadAs of(Recipe.Ask ask) {
    return new ReadAs(ask.prompt().output(), ask.prompt().vocabulary(), ask.read());
  }
}
