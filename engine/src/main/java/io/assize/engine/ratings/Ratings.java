package io.assize.engine.ratings;

import io.assize.core.AssizeException;
import io.assize.engine.files.Account;
import io.assize.engine.files.ColumnMap;
import io.assize.engine.files.DataFiles;
import io.assize.measures.columns.Labels;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apiguardian.api.API;

/**
 * Labels that raters gave to units, on one scale.
 *
 * @param units what was rated, in the order of the files
 * @param raters who rated
 * @param scale what the labels are
 * @param labels the columns: units by raters, clustered by item
 * @param accounts how each file was read
 * @param notes what the user should know and what is no error
 */
@API(status = API.Status.EXPERIMENTAL)
public record Ratings(
    List<RatingUnit> units,
    List<Rater> raters,
    RatingScale scale,
    Labels labels,
    List<Account> accounts,
    List<String> notes) {

  /**
   * Who rates.
   *
   * @param name as the file says it
   * @param judge whether it is on trial; else it is a person
   */
  public record Rater(String name, boolean judge) {}

  public Ratings {
    units = List.copyOf(units);
    raters = List.copyOf(raters);
    accounts = List.copyOf(accounts);
    notes = List.copyOf(notes);
  }

  /**
   * Read files of ratings: a column for each rater, or a row for each label, of items, of answers
   * or of pairs. Several files are joined by item.
   *
   * @param files at least one
   * @param map what columns hold where their names do not say it
   * @param options what the user says of labels and raters
   * @throws AssizeException where a file cannot be read, a rater labels something twice, a label is
   *     off the scale, or there is nobody to compare
   */
  public static Ratings read(List<Path> files, ColumnMap map, RatingOptions options) {
    return new RatingsReader(DataFiles.labels(files, map, options.missing()), options).read();
  }

  /** Return the same raters and scale with labels of other units. */
  Ratings with(Labels others) {
    return new Ratings(List.of(), raters, scale, others, accounts, notes);
  }

  /** Return the numbers of the people among the raters. */
  int[] people() {
    return IntStream.range(0, raters.size()).filter(r -> !raters.get(r).judge()).toArray();
  }

  /** Return the numbers of the judges among the raters. */
  int[] judges() {
    return IntStream.range(0, raters.size()).filter(r -> raters.get(r).judge()).toArray();
  }

  /** Return the number of items, of which each may have several units. */
  public int items() {
    return (int) units.stream().map(RatingUnit::item).distinct().count();
  }

  /** Return by how many groups intervals go: items, or what several items were made from. */
  public int groups() {
    return labels.clusters().used();
  }
}
