package io.assize.engine.ratings;

import io.assize.measures.Estimate;
import io.assize.measures.agreement.KappaWeights;
import io.assize.measures.inference.Bootstrap;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * How far raters agree.
 *
 * @param ratings what was compared
 * @param weights of the kappas
 * @param bootstrap of the intervals
 * @param rows who with whom, in the order in which they are shown
 * @param leniencies how much more lenient each judge is than people
 * @param gaps by how much people agree more among them than a judge with them
 * @param confusions which label a judge gives where people give which
 * @param dissents units on which most people, or people among them, say otherwise
 */
@API(status = API.Status.EXPERIMENTAL)
public record RatingResult(
    Ratings ratings,
    KappaWeights weights,
    Bootstrap bootstrap,
    List<Row> rows,
    List<Leniency> leniencies,
    List<Gap> gaps,
    List<Table> confusions,
    List<Dissent> dissents) {

  public RatingResult {
    rows = List.copyOf(rows);
    leniencies = List.copyOf(leniencies);
    gaps = List.copyOf(gaps);
    confusions = List.copyOf(confusions);
    dissents = List.copyOf(dissents);
  }

  /** What a row sets against what. */
  public enum Kind {
    /** Two people. */
    PEOPLE_PAIR,
    /** All pairs of people. */
    PEOPLE,
    /** A judge with each person. */
    JUDGE,
    /** A judge with one person of several. */
    JUDGE_PERSON,
    /** A judge with what most people say. */
    MAJORITY,
    /** Two judges. */
    JUDGE_PAIR,
    /** A rater who always says the same, with each person. */
    CONSTANT
  }

  /**
   * One comparison. Units with labels from both sides are {@code kappa.n()}, all others {@code
   * kappa.missing()}.
   *
   * @param kind what is set against what
   * @param a one side, by name
   * @param b the other side, by name
   * @param share of equal labels
   * @param kappa beyond chance; over several pairs their mean
   * @param alpha beyond chance for any number of raters, where the row has it
   */
  public record Row(
      Kind kind, String a, String b, Estimate share, Estimate kappa, Optional<Estimate> alpha) {}

  /**
   * How lenient a judge is.
   *
   * @param judge its name
   * @param level the label whose share is compared; empty where labels are points
   * @param more how much higher than people's mean it is on the same units: points, or a share
   */
  public record Leniency(String judge, Optional<String> level, Estimate more) {}

  /**
   * People among them beside a judge with them.
   *
   * @param judge its name
   * @param less mean kappa of people among them less that of the judge with them
   */
  public record Gap(String judge, Estimate less) {}

  /**
   * Which label one side gives where the other gives which.
   *
   * @param rows whose labels are the rows: people, or a person
   * @param columns whose labels are the columns
   * @param counts pairs of labels, by row and column
   */
  public record Table(String rows, String columns, List<List<Integer>> counts) {
    public Table {
      counts = counts.stream().map(List::copyOf).toList();
    }
  }

  /**
   * A unit on which raters differ.
   *
   * @param judge whom people contradict; empty where people differ among them
   * @param unit what was rated
   * @param said the label of each rater, in their order; empty where there is none
   * @param apart how far the labels are apart, in places or, for numbers, in points
   */
  public record Dissent(
      Optional<String> judge, RatingUnit unit, List<Optional<String>> said, double apart) {
    public Dissent {
      said = List.copyOf(said);
    }
  }
}
