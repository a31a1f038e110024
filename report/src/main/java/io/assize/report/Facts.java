package io.assize.report;

import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * What a screen tells beside the results: how the data were read, what it took, what comes next.
 *
 * @param head lines before the answer: data, plan, done
 * @param judge name of the model or file that judges
 * @param sameFamily systems that are of the judge's own family, empty where none is; absent where
 *     that is not known
 * @param labelHint what would measure agreement with people; empty where there are labels
 * @param repeatHint what would measure "asked again", with its cost; may be empty
 * @param repeatNote how it was asked again, where that says what the figure means; may be empty
 * @param run folder of the run, where there is one
 * @param next lines under NEXT: commands that exist
 * @param details whether all that is known is shown
 */
@API(status = API.Status.EXPERIMENTAL)
public record Facts(
    List<String> head,
    String judge,
    Optional<List<String>> sameFamily,
    String labelHint,
    String repeatHint,
    String repeatNote,
    Optional<String> run,
    List<String> next,
    boolean details) {

  public Facts {
    head = List.copyOf(head);
    next = List.copyOf(next);
  }

  /** Return the same with all that is known shown, or the short form. */
  public Facts withDetails(boolean shown) {
    return new Facts(head, judge, sameFamily, labelHint, repeatHint, repeatNote, run, next, shown);
  }
}
