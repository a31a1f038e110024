package io.assize.measures.columns;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Arrays;
import java.util.Optional;
import java.util.TreeMap;
import org.apiguardian.api.API;

/**
 * Hold labels once for all units that have the same ones from the same raters. Four raters on five
 * levels make at most a few hundred kinds of units, whatever the number of units: measures that are
 * resampled ten thousand times need no more.
 *
 * @param labels a unit for each kind, each its own cluster
 * @param kindOfUnit the kind of each unit
 */
@API(status = EXPERIMENTAL)
public record DistinctLabels(Labels labels, int[] kindOfUnit) {

  /**
   * Find the kinds.
   *
   * @param labels labels of units by raters
   * @return the kinds; empty where there are more than half as many as units
   */
  public static Optional<DistinctLabels> of(Labels labels) {
    var kinds = new TreeMap<int[], Integer>(Arrays::compare);
    int[] kindOfUnit = new int[labels.units()];
    double[] levels = new double[labels.levels()];
    Arrays.setAll(levels, labels::level);
    LabelsBuilder distinct = Labels.builder(levels).raters(labels.raters());
    for (int unit = 0; unit < kindOfUnit.length; unit++) {
      int from = labels.start(unit);
      int[] said = new int[labels.start(unit + 1) - from];
      Arrays.setAll(said, i -> labels.rater(from + i) * labels.levels() + labels.code(from + i));
      Integer known = kinds.putIfAbsent(said, kinds.size());
      kindOfUnit[unit] = known == null ? kinds.size() - 1 : known;
      if (known != null) {
        continue;
      }
      if (2 * kinds.size() > kindOfUnit.length) {
        return Optional.empty();
      }
      for (int i = 0; i < said.length; i++) {
        distinct.add(kindOfUnit[unit], labels.rater(from + i), labels.code(from + i));
      }
    }
    return Optional.of(new DistinctLabels(distinct.units(kinds.size()).build(), kindOfUnit));
  }
}
