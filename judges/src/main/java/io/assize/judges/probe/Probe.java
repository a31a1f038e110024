package io.assize.judges.probe;

import io.assize.judges.run.Transform;
import org.apiguardian.api.API;

/**
 * A change of the judge's cases, asked to see whether the verdict follows it.
 *
 * @param name unique, a word
 * @param group by which it is asked for together with others; its own name where it is alone
 * @param does what is changed, in a user's words
 * @param aim what it changes
 * @param transform the change, with what it should do and its way back
 * @param unless why a case is left alone, in words that stand behind a count of them
 */
@API(status = API.Status.EXPERIMENTAL)
public record Probe(
    String name, String group, String does, Aim aim, Transform transform, String unless) {

  /** In the words of a note: the family of the judge's model. */
  static final String JUDGE = "{judge}";

  /** What a probe changes. */
  public enum Aim {
    /** Nothing: the same is asked again. It tells how much changes by itself. */
    NOTHING,
    /** The order in which two answers are shown. */
    ORDER,
    /** The text of one answer, to which the verdict may move. */
    ANSWER,
    /** All texts alike: the verdict can change and has nowhere to move to. */
    CASE
  }

  /** Return what it should do to the verdict. */
  public Transform.Expect expect() {
    return transform.expect();
  }

  @Override
  public String toString() {
    return name;
  }
}
