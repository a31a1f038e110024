package io.assize.measures.agreement;

import io.assize.measures.Clustered;
import io.assize.measures.Clusters;
import io.assize.measures.Weights;
import io.assize.measures.columns.Paired;

/** Hold pairs of scores sorted once, so that no resample sorts again. */
record RankedPairs(Ranks first, Ranks second, Clusters clusters) implements Clustered {

  static RankedPairs of(Paired pairs) {
    return new RankedPairs(Ranks.of(pairs.first()), Ranks.of(pairs.second()), pairs.clusters());
  }

  int rows() {
    return first.order().length;
  }

  /** Pairs untied in the first, in the second, in the same order, in opposite order. */
  double[] concordance(Weights weights) {
    double[] tree = new double[second.groups() + 1];
    double same = 0;
    double opposite = 0;
    double added = 0;
    int from = 0;
    while (from < rows()) {
      int to = from;
      while (to < rows() && group(to) == group(from)) {
        int row = first.order()[to++];
        int place = second.group()[row];
        double weight = weights.at(row);
        same += weight * upTo(tree, place);
        opposite += weight * (added - upTo(tree, place + 1));
      }
      for (; from < to; from++) {
        int row = first.order()[from];
        add(tree, second.group()[row], weights.at(row));
        added += weights.at(row);
      }
    }
    return new double[] {untied(first, weights), untied(second, weights), same, opposite};
  }

  private int group(int place) {
    return first.group()[first.order()[place]];
  }

  private double untied(Ranks ranks, Weights weights) {
    double all = 0;
    double squares = 0;
    for (double size : sizes(ranks, weights)) {
      all += size;
      squares += size * size;
    }
    return (all * all - squares) / 2;
  }

  private double[] sizes(Ranks ranks, Weights weights) {
    double[] sizes = new double[ranks.groups()];
    for (int row = 0; row < rows(); row++) {
      sizes[ranks.group()[row]] += weights.at(row);
    }
    return sizes;
  }

  /** Sum of the first {@code count} places of a Fenwick tree. */
  private static double upTo(double[] tree, int count) {
    double sum = 0;
    for (int i = count; i > 0; i -= i & -i) {
      sum += tree[i];
    }
    return sum;
  }

  private static void add(double[] tree, int place, double weight) {
    for (int i = place + 1; i < tree.length; i += i & -i) {
      tree[i] += weight;
    }
  }
}
