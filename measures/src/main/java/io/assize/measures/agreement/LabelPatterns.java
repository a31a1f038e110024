package io.assize.measures.agreement;

import io.assize.measures.Clustered;
import io.assize.measures.Clusters;
import io.assize.measures.Weights;
import io.assize.measures.columns.Labels;
import io.assize.measures.columns.LabelsBuilder;
import java.util.Arrays;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Hold labels as patterns: units with the same labels, whoever gave them, are one pattern. A few
 * raters on a few levels make few patterns, so that a resample costs one step a unit and the
 * measure itself next to nothing. Of very many units each is left its own pattern: to find equal
 * ones would take longer than what it saves.
 *
 * @param distinct each pattern once, as the labels of one unit
 * @param kinds the pattern of each unit
 * @param clusters of the units
 */
record LabelPatterns(Labels distinct, int[] kinds, Clusters clusters) implements Clustered {

  private static final int MOST_GROUPED = 1_000_000;

  static LabelPatterns of(Labels labels) {
    if (labels.units() > MOST_GROUPED) {
      int[] each = IntStream.range(0, labels.units()).toArray();
      return new LabelPatterns(labels, each, labels.clusters());
    }
    var patterns = new TreeMap<int[], Integer>(Arrays::compare);
    int[] kinds = new int[labels.units()];
    double[] levels = new double[labels.levels()];
    Arrays.setAll(levels, labels::level);
    LabelsBuilder distinct = Labels.builder(levels);
    for (int unit = 0; unit < kinds.length; unit++) {
      int[] codes = sorted(labels, unit);
      Integer known = patterns.putIfAbsent(codes, patterns.size());
      kinds[unit] = known == null ? patterns.size() - 1 : known;
      for (int rater = 0; known == null && rater < codes.length; rater++) {
        distinct.add(kinds[unit], rater, codes[rater]);
      }
    }
    return new LabelPatterns(distinct.units(patterns.size()).build(), kinds, labels.clusters());
  }

  private static int[] sorted(Labels labels, int unit) {
    int[] codes = new int[labels.start(unit + 1) - labels.start(unit)];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = labels.code(labels.start(unit) + i);
    }
    Arrays.sort(codes);
    return codes;
  }

  /** The weight of each pattern. */
  Weights counted(Weights weights) {
    double[] patterns = new double[distinct.units()];
    weights.addTo(kinds, patterns);
    return Weights.of(patterns);
  }
}
