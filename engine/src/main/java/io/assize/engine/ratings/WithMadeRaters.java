package io.assize.engine.ratings;

import io.assize.measures.columns.Labels;
import java.util.stream.IntStream;

/**
 * The labels with raters that we make: one for each label who always gives it, and the majority of
 * people. The label that people give most often is told; where two are given as often, the first.
 */
final class WithMadeRaters {

  private final Ratings ratings;
  private final int raters;
  private final int[] constants;
  private final Labels labels;

  /**
   * Make them.
   *
   * @param constants codes of the labels that somebody always gives
   */
  WithMadeRaters(Ratings ratings, int... constants) {
    this.ratings = ratings;
    this.raters = ratings.raters().size();
    this.constants = constants.clone();
    this.labels = make();
  }

  Labels labels() {
    return labels;
  }

  /** Return the codes of the labels that somebody always gives. */
  int[] constants() {
    return constants.clone();
  }

  /** Return the rater who always gives the label at a place among {@link #constants}. */
  int constant(int place) {
    return raters + place;
  }

  /** Return the rater who says what most people say. */
  int majority() {
    return raters + constants.length;
  }

  /** Return the code of the label that people give most often. */
  static int commonest(Ratings ratings) {
    Labels of = ratings.labels();
    int[] counts = new int[of.levels()];
    for (int unit = 0; unit < of.units(); unit++) {
      for (int person : ratings.people()) {
        int code = of.find(unit, person);
        if (code >= 0) counts[code]++;
      }
    }
    return most(counts);
  }

  private static int most(int[] counts) {
    int most = 0;
    for (int code = 1; code < counts.length; code++) if (counts[code] > counts[most]) most = code;
    return most;
  }

  private Labels make() {
    Labels of = ratings.labels();
    var builder = Labels.builder(ratings.scale().levels()).units(of.units()).raters(majority() + 1);
    for (int unit = 0; unit < of.units(); unit++) {
      for (int i = of.start(unit); i < of.start(unit + 1); i++) {
        builder.add(unit, of.rater(i), of.code(i));
      }
      for (int i = 0; i < constants.length; i++) builder.add(unit, constant(i), constants[i]);
      int most = majority(unit);
      if (most >= 0) builder.add(unit, majority(), most);
    }
    return builder.build().clusteredBy(of.clusters());
  }

  /** Return the label that more people give than any other, -1 where there is none such. */
  private int majority(int unit) {
    int[] counts = new int[ratings.labels().levels()];
    for (int person : ratings.people()) {
      int code = ratings.labels().find(unit, person);
      if (code >= 0) counts[code]++;
    }
    int most = most(counts);
    boolean alone = IntStream.of(counts).filter(n -> n == counts[most]).count() == 1;
    return alone ? most : -1;
  }

  /** Return the labels of some raters only, numbered in the order given. */
  Labels only(int... some) {
    Labels of = ratings.labels();
    var builder = Labels.builder(ratings.scale().levels()).units(of.units()).raters(some.length);
    for (int unit = 0; unit < of.units(); unit++) {
      for (int i = 0; i < some.length; i++) {
        int code = of.find(unit, some[i]);
        if (code >= 0) builder.add(unit, i, code);
      }
    }
    return builder.build().clusteredBy(of.clusters());
  }
}
