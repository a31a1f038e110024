package io.assize.engine.probe;

import io.assize.core.Why;
import io.assize.judges.probe.Probe;
import io.assize.judges.run.Transform.Expect;
import io.assize.measures.Estimate;
import io.assize.measures.Interval;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apiguardian.api.API;

/**
 * What a probe did to a judge.
 *
 * @param probe that was asked
 * @param cases that it changed
 * @param left cases that it could not change
 * @param changed share of verdicts that are another one than on the untouched case
 * @param beyond the same less the share that changes by itself, case by case; undefined where that
 *     was not measured
 * @param shift towards the touched answer, or the one shown first: of win share, pass rate or grade
 *     as a share of its scale; undefined where there is no such answer
 * @param beyondP chance of so much beyond by chance, adjusted for all tests of the run
 * @param shiftP the same of the shift
 * @param missing changed cases without a verdict, by reason
 * @param missingBefore untouched cases of the same without a verdict
 * @param right how often it is right by the labels, where there are any
 */
@API(status = API.Status.EXPERIMENTAL)
public record Effect(
    Probe probe,
    int cases,
    int left,
    Estimate changed,
    Estimate beyond,
    Estimate shift,
    OptionalDouble beyondP,
    OptionalDouble shiftP,
    SortedMap<Why, Long> missing,
    long missingBefore,
    Optional<Right> right) {

  /** All that is called found is wrong in at most one of twenty runs where nothing is there. */
  public static final double ALPHA = 0.05;

  public Effect {
    missing =
        Collections.unmodifiableSortedMap(
            missing.isEmpty() ? new TreeMap<>() : new TreeMap<>(new EnumMap<>(missing)));
  }

  /**
   * How often the judge is right by the labels, on cases with a verdict in both.
   *
   * @param before on the untouched cases
   * @param after on the changed ones
   * @param difference after less before, case by case
   */
  public record Right(Estimate before, Estimate after, Estimate difference) {}

  /** What an effect means. */
  public enum Finding {
    /** The verdict follows what it should not mind. */
    FOUND,
    /** No such thing was seen; the intervals say how much there may be. */
    NONE,
    /** It follows what it should, as expected. */
    NOTICED,
    /** It does not follow what it should. */
    UNNOTICED,
    /** It is what others are set against, or could not be tested. */
    NOT_TESTED
  }

  /** Return what it means. */
  public Finding finding() {
    if (beyondP.isEmpty() && shiftP.isEmpty()) return Finding.NOT_TESTED;
    boolean moves = sure(shiftP);
    boolean changes = sure(beyondP) && value(beyond) > 0;
    return switch (probe.expect()) {
      case SAME -> moves || changes ? Finding.FOUND : Finding.NONE;
      case CHANGE -> moves || changes ? Finding.NOTICED : Finding.UNNOTICED;
      case LOWER -> moves && value(shift) < 0 ? Finding.NOTICED : Finding.UNNOTICED;
      case HIGHER -> moves && value(shift) > 0 ? Finding.NOTICED : Finding.UNNOTICED;
    };
  }

  private static boolean sure(OptionalDouble p) {
    return p.isPresent() && p.getAsDouble() <= ALPHA;
  }

  private static double value(Estimate e) {
    return e.value().map(Estimate.Value::estimate).orElse(0.0);
  }

  /**
   * Return how much the judge moves at least, by the end of an interval that is nearer to 0: of the
   * shift to either side, or of the share that changes beyond what changes by itself. 0 where the
   * intervals hold 0. Where the same was asked again it is the share that changes.
   */
  public double surely() {
    if (probe.aim() == Probe.Aim.NOTHING) return least(changed);
    return Math.max(least(shift), Math.max(0, beyondLeast()));
  }

  private double beyondLeast() {
    return beyond.value().flatMap(Estimate.Value::interval).map(Interval::low).orElse(0.0);
  }

  private static double least(Estimate of) {
    return of.value()
        .flatMap(Estimate.Value::interval)
        .map(i -> i.contains(0) ? 0 : Math.min(Math.abs(i.low()), Math.abs(i.high())))
        .orElse(0.0);
  }

  /** Tell whether a gate at this limit fails by it: it minds too much what it should not. */
  public boolean fails(double limit) {
    return probe.expect() == Expect.SAME ? surely() > limit : finding() == Finding.UNNOTICED;
  }

  Effect tested(OptionalDouble adjustedBeyond, OptionalDouble adjustedShift) {
    return new Effect(
        probe,
        cases,
        left,
        changed,
        beyond,
        shift,
        adjustedBeyond,
        adjustedShift,
        missing,
        missingBefore,
        right);
  }
}
