package io.assize.library;

import io.assize.core.Item;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.apiguardian.api.API;

/**
 * An item and what systems answered to it: a row of a file of answers.
 *
 * <pre>{@code
 * Answers.to("q1", "How do I cancel?").reference("Settings > Plan > Cancel").by("v1", "Open ...")
 * }</pre>
 *
 * @param item what was asked
 * @param answers by system, in the order in which they were given; may be empty
 */
@API(status = API.Status.EXPERIMENTAL)
public record Answers(Item item, SequencedMap<String, String> answers) {

  public Answers {
    answers = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(answers));
  }

  /**
   * Begin with what the systems were asked.
   *
   * @param id unique in the run, not blank
   * @param input text of the question or task
   */
  public static Answers to(String id, String input) {
    return to(Item.of(id, new TreeMap<>()), Item.INPUT, input);
  }

  private static Answers to(Item of, String name, String text) {
    return new Answers(of, new LinkedHashMap<>()).with(name, text);
  }

  /** Return it with the right answer, which the judge sees beside the others. */
  public Answers reference(String text) {
    return with(Item.REFERENCE, text);
  }

  /** Return it with the text that an answer must keep to. */
  public Answers context(String text) {
    return with(Item.CONTEXT, text);
  }

  /** Return it with a field under a name of its own, for recipes whose prompts name it. */
  public Answers with(String name, String text) {
    var fields = new TreeMap<>(item.fields());
    fields.put(name, text);
    return new Answers(
        new Item(item.id(), item.root(), fields, item.rubric(), item.tags()), answers);
  }

  /** Return it with what a good answer does for this item. */
  public Answers rubric(String text) {
    var of =
        new Item(item.id(), item.root(), item.fields(), java.util.Optional.of(text), item.tags());
    return new Answers(of, answers);
  }

  /**
   * Return it with an answer.
   *
   * @param system whose it is; the one who is asked last replaces the one before
   */
  public Answers by(String system, String text) {
    var more = new LinkedHashMap<>(answers);
    more.put(system, text);
    return new Answers(item, more);
  }
}
