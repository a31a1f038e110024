package io.assize.engine.trial;

import io.assize.measures.Estimate;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * What people say of a judge: each person's agreement with it, theirs with one another, and the
 * judge's result corrected by their labels.
 *
 * @param persons in the order of their names
 * @param between people who labelled the same cases, each two once
 * @param corrected the result, corrected; in the order of the judge's standings; none where nothing
 *     was drawn
 * @param labelled cases with a label, of those that were drawn
 * @param disagreements cases where judge and people differ, the plainest first
 */
@API(status = API.Status.EXPERIMENTAL)
public record People(
    List<Person> persons,
    List<Between> between,
    List<Corrected> corrected,
    long labelled,
    List<Disagreement> disagreements) {

  public People {
    persons = List.copyOf(persons);
    between = List.copyOf(between);
    corrected = List.copyOf(corrected);
    disagreements = List.copyOf(disagreements);
  }

  /**
   * One person and the judge.
   *
   * @param name of the person
   * @param labelled cases on which both say something
   * @param same of them, those on which both say the same
   * @param share of the labelled cases with the same verdict
   * @param kappa the same beyond chance
   * @param ofAll the share over all cases, by the probabilities with which the labelled ones were
   *     drawn: a sheet asks more often where the judge is in doubt
   * @param rates for pass or fail
   */
  public record Person(
      String name,
      long labelled,
      long same,
      Estimate share,
      Estimate kappa,
      Estimate ofAll,
      Optional<Rates> rates) {}

  /**
   * How a judge of two levels errs, over all cases by the probabilities of the draw.
   *
   * @param truePositive of what the person passes, how much the judge passes
   * @param trueNegative of what the person fails, how much the judge fails
   * @param passed labels that pass
   * @param failed labels that fail
   */
  public record Rates(Estimate truePositive, Estimate trueNegative, long passed, long failed) {}

  /**
   * Two people.
   *
   * @param a one
   * @param b the other
   * @param share of the cases that both labelled with the same label
   * @param kappa the same beyond chance
   */
  public record Between(String a, String b, Estimate share, Estimate kappa) {}

  /**
   * One system's result, before and after.
   *
   * @param system its name
   * @param naive what the judge says
   * @param corrected what the labels make of it; undefined with the reason where they cannot
   */
  public record Corrected(String system, Estimate naive, Estimate corrected) {}

  /**
   * A case where judge and people differ.
   *
   * @param item its id
   * @param systems whose answers were judged
   * @param judge what it says
   * @param people what they say, in words
   * @param by who says it
   * @param why the case was worth asking about, empty where it was not
   */
  public record Disagreement(
      String item, List<String> systems, String judge, String people, List<String> by, String why) {
    public Disagreement {
      systems = List.copyOf(systems);
      by = List.copyOf(by);
    }
  }
}
