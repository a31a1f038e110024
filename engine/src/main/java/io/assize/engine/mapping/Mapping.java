package io.assize.engine.mapping;

import io.assize.core.json.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * Where things stand in the files of a tool.
 *
 * @param name of the mapping
 * @param about one line on what it reads
 * @param known by which a file is known: in each list a walk that leads somewhere
 * @param absent walks that lead nowhere in any such file
 * @param archive how it is packed, where it is a zip
 * @param rows where the rows are, the first that leads somewhere; empty where each line, element or
 *     row of the file is one
 * @param order numbers by which rows are sorted, where the tool writes them as they come
 * @param items what of a row is the item
 * @param answers what of a row are answers; empty where rows hold items only
 * @param scores what of a row the tool's own graders said
 * @param unread what is told as not read
 */
@API(status = API.Status.EXPERIMENTAL)
public record Mapping(
    String name,
    String about,
    List<List<Walk>> known,
    List<Walk> absent,
    Optional<Archive> archive,
    List<Walk> rows,
    List<Walk> order,
    Items items,
    List<Answer> answers,
    List<Score> scores,
    Optional<Unread> unread) {

  public Mapping {
    known = known.stream().map(List::copyOf).toList();
    rows = List.copyOf(rows);
    order = List.copyOf(order);
    absent = List.copyOf(absent);
    answers = List.copyOf(answers);
    scores = List.copyOf(scores);
  }

  /**
   * A zip.
   *
   * @param head the entry that is the root of all rows
   * @param entries the others, one row each: a name with one {@code *}
   */
  public record Archive(String head, String entries) {

    /** Tell whether an entry of the zip is a row. */
    public boolean holds(String entry) {
      int star = entries.indexOf('*');
      return entry.length() >= entries.length() - 1
          && entry.startsWith(entries.substring(0, star))
          && entry.endsWith(entries.substring(star + 1));
    }
  }

  /**
   * What of a row is the item.
   *
   * @param id its name; without one items are known by their input
   * @param same rows with equal values of the first that leads somewhere are one item, under the id
   *     of the first of them
   * @param columns input, reference, context, rubric, tags, by that word
   * @param fields more fields, by name
   * @param members objects whose members are fields by their own names
   */
  public record Items(
      Optional<Value> id,
      List<Walk> same,
      Map<String, Value> columns,
      Map<String, Value> fields,
      List<Walk> members) {
    public Items {
      same = List.copyOf(same);
      columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
      members = List.copyOf(members);
    }
  }

  /**
   * One answer of a row.
   *
   * @param system whose it is
   * @param output its text
   * @param sample its number; without one answers are counted
   * @param copies whether a system's further rows of an item repeat its answer; else they are
   *     further samples
   */
  public record Answer(Value system, Value output, Optional<Value> sample, boolean copies) {}

  /**
   * What a grader said of a row.
   *
   * @param each where there are several; empty where the row holds one
   * @param only which members {@code each} takes; empty where all
   * @param except which it leaves out
   * @param rater who said it
   * @param value what was said
   * @param words what the words of the tool mean: a label, or {@code none} for no verdict; for
   *     pairs {@code a}, {@code b}, {@code tie}
   * @param numbers whether only numbers are verdicts
   * @param reason why
   * @param system whose answer it is about; without one that of the row's first answer
   * @param pair the systems, where two answers are compared
   */
  public record Score(
      Optional<Walk> each,
      Optional<Value> only,
      List<String> except,
      Value rater,
      Value value,
      Map<String, String> words,
      boolean numbers,
      Optional<Value> reason,
      Optional<Value> system,
      Optional<Pair> pair) {
    public Score {
      except = List.copyOf(except);
      words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
    }
  }

  /**
   * Two answers that were compared.
   *
   * @param a one system
   * @param b the other
   * @param first {@code a} or {@code b}: which was shown first; empty where the file does not say
   */
  public record Pair(Value a, Value b, Optional<String> first) {}

  /**
   * What a note tells as not read.
   *
   * @param what in words, such as {@code assertions}
   * @param each where they stand
   * @param name of one
   * @param read names that are read after all
   */
  public record Unread(String what, Walk each, Value name, List<String> read) {
    public Unread {
      read = List.copyOf(read);
    }
  }

  /** Tell whether a file is of this tool, by its first line, its first element or the whole. */
  public boolean knows(Json root) {
    return known.stream().allMatch(any -> any.stream().anyMatch(w -> !w.in(root).isEmpty()))
        && absent.stream().allMatch(w -> w.in(root).isEmpty());
  }
}
