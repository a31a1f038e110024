package io.assize.measures.agreement;

import io.assize.measures.Clustered;
import io.assize.measures.Clusters;
import io.assize.measures.columns.Labels;
import java.util.List;

/**
 * Hold the common labels of several pairs of raters, all over the same clusters.
 *
 * @param pairs the labels of each pair
 * @param clusters of the units
 * @param units how many units have a label from both of some pair
 */
record PairTables(List<LabelPairs> pairs, Clusters clusters, long units) implements Clustered {

  static PairTables of(Labels labels, RaterPairs raters) {
    return new PairTables(
        raters.all().stream().map(p -> LabelPairs.of(labels, p.a(), p.b())).toList(),
        labels.clusters(),
        units(labels, raters));
  }

  private static long units(Labels labels, RaterPairs raters) {
    long units = 0;
    for (int unit = 0; unit < labels.units(); unit++) {
      int at = unit;
      units +=
          raters.all().stream()
                  .anyMatch(p -> labels.find(at, p.a()) >= 0 && labels.find(at, p.b()) >= 0)
              ? 1
              : 0;
    }
    return units;
  }
}
