package io.assize.judges.prompt;

import io.assize.core.Item;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apiguardian.api.API;

/** The names that a prompt may use, and what an ask must see so that it may. */
@API(status = API.Status.EXPERIMENTAL)
public final class PromptNames {

  /** The item's fields, by their own names, but for those below. */
  public static final String ITEM = "item";

  /** The section of the candidates; each has a label and a text. */
  public static final String CANDIDATES = "candidates";

  /** Begins the name of today's label of a candidate that a vary took: {@code label_of_side}. */
  public static final String LABEL_OF = "label_of_";

  /** The sentence that tells the form of the answer, from output, vocabulary and scale. */
  static final String OUTPUT = "output";

  /** The levels with their descriptors, one a line. */
  static final String SCALE = "scale";

  /** The word for "neither is better"; a section that is left out where that may not be said. */
  static final String TIE = "tie";

  static final String RESPONSE = "response";
  static final String FIRST = "first";
  static final String SECOND = "second";
  static final String LABEL = "label";
  static final String TEXT = "text";

  private static final List<String> OF_CANDIDATES =
      List.of(CANDIDATES, RESPONSE, FIRST, SECOND, FIRST + "_label", SECOND + "_label");

  /** Texts of an item that are seen only where they are named. */
  static final List<String> BY_NAME = List.of("reference", "context", "rubric");

  /** What an ask can see before anything was made. */
  public static final List<String> SEEN =
      List.of(ITEM, CANDIDATES, "reference", "context", "rubric");

  private PromptNames() {}

  /**
   * Tell whether a name means something in every prompt, so that nothing else may be called by it.
   * What an item brings by name (reference, context, rubric) may be made anew.
   */
  public static boolean taken(String name) {
    return OF_CANDIDATES.contains(name)
        || List.of(ITEM, Item.INPUT, OUTPUT, SCALE, TIE, LABEL, TEXT).contains(name)
        || name.startsWith(LABEL_OF);
  }

  /**
   * Return the names that a prompt uses.
   *
   * @throws io.assize.core.AssizeException where a template cannot be read
   */
  public static SortedSet<String> of(Prompt prompt) {
    var names = new TreeSet<String>();
    for (Prompt.Block block : prompt.blocks()) {
      names.addAll(PromptTemplate.of(prompt.name(), block).names());
    }
    return names;
  }

  /**
   * Return the word that must stand under {@code sees} before a prompt may use a name; empty where
   * none is needed.
   *
   * @param name in the prompt
   * @param made names of what was made on the way
   * @param variables dimensions of the enclosing varies, and {@code round}
   */
  public static Optional<String> needs(
      String name, Collection<String> made, Collection<String> variables) {
    if (made.contains(name) || BY_NAME.contains(name)) return Optional.of(name);
    if (variables.contains(name) || List.of(OUTPUT, SCALE, TIE, LABEL, TEXT).contains(name)) {
      return Optional.empty();
    }
    if (OF_CANDIDATES.contains(name) || name.startsWith(LABEL_OF)) return Optional.of(CANDIDATES);
    return Optional.of(ITEM);
  }
}
