package io.assize.engine.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a column may hold. The word is that of {@code --map} and of the account. */
enum Role {
  ITEM("id", false, "id", "item", "sample_id", "question_id"),
  INPUT("input", false, "input", "question", "query", "instruction", "user_input"),
  REFERENCE(
      "reference",
      false,
      "reference",
      "expected",
      "expected_output",
      "ideal",
      "target",
      "ground_truth",
      "__expected"),
  CONTEXT("context", false, "context", "contexts", "retrieved_contexts", "retrieval_context"),
  OUTPUT("output", false, "output", "response", "answer", "actual_output", "completion"),
  SYSTEM("system", false, "system", "model", "variant", "generator"),
  RATER("rater", false, "rater", "annotator", "author"),
  LABEL("label", false, "label", "score", "rating", "better"),
  RUBRIC("rubric", false, "rubric"),
  ROOT("root", false, "root"),
  SAMPLE("sample", false, "sample", "epoch"),
  TAGS("tags", true, "tags", "tag", "category", "subset"),
  REASON("reason", false, "reason", "rationale", "note", "comment"),
  A("a", false, "a"),
  B("b", false, "b"),
  PASSAGE("passage", false, "passage"),
  GRADE("grade", false, "grade"),
  SYSTEMS("systems", true),
  RATERS("raters", true),
  JUDGES("judges", true),
  FIELDS("fields", true),
  AB("ab", false),
  BA("ba", false),
  ORDER("order", false),
  REPLY("reply", false),
  FINISH("finish", false),
  RESPONSE("response", false),
  REQUEST("request", false),
  ONLY("only", true);

  private final String word;
  private final boolean several;
  private final List<String> names;

  Role(String word, boolean several, String... names) {
    this.word = word;
    this.several = several;
    this.names = List.of(names);
  }

  String word() {
    return word;
  }

  /** Tell whether each of several columns stands for itself; else they are joined. */
  boolean several() {
    return several;
  }

  /** Return the column names by which it is known, in lower case. */
  List<String> names() {
    return names;
  }

  /** Return the role of a column by its name alone, whatever its case. */
  static Optional<Role> known(String column) {
    String name = normal(column);
    return Stream.of(values()).filter(r -> r.names.contains(name)).findFirst();
  }

  /** Return the role that a word of {@code --map} names. */
  static Optional<Role> ofWord(String word) {
    return switch (word) {
      case "item" -> Optional.of(ITEM);
      case "judge" -> Optional.of(RATER);
      default -> Stream.of(values()).filter(r -> r.word.equals(word)).findFirst();
    };
  }

  /** Return all words, in the order in which they are told. */
  static List<String> words() {
    var words = new ArrayList<String>();
    for (Role r : values()) words.add(r.word);
    return words;
  }

  static String normal(String column) {
    return column.strip().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
  }
}
