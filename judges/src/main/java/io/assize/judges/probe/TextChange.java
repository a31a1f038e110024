package io.assize.judges.probe;

import io.assize.judges.recipe.Settings;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.apiguardian.api.API;

/** Changes a text, where there is something to change. */
@API(status = API.Status.EXPERIMENTAL)
@FunctionalInterface
public interface TextChange {

  /**
   * Change a text.
   *
   * @param text of an answer
   * @param told what the change is told, such as who judges
   * @param random from the case, so that every run changes it alike
   * @return the changed text; empty where this one cannot be changed so
   */
  Optional<String> of(String text, Settings told, RandomGenerator random);

  /**
   * Put a note before the text.
   *
   * @param note ends with what stands between it and the text
   */
  static TextChange before(String note) {
    return (text, told, random) -> filled(note, told).map(n -> n + text);
  }

  /** Put a note behind the text. */
  static TextChange behind(String note) {
    return (text, told, random) -> filled(note, told).map(n -> text + n);
  }

  /** Write what is told in the place of {@code {judge}}; empty where that is not known. */
  private static Optional<String> filled(String note, Settings told) {
    if (!note.contains(Probe.JUDGE)) return Optional.of(note);
    return told.text("judge").map(who -> note.replace(Probe.JUDGE, who));
  }
}
