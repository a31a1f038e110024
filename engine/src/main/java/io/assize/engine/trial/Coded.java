package io.assize.engine.trial;

import io.assize.measures.Clusters;
import io.assize.measures.Estimate;
import io.assize.measures.agreement.CohenKappa;
import io.assize.measures.agreement.KappaWeights;
import io.assize.measures.agreement.PercentAgreement;
import io.assize.measures.columns.Labels;
import io.assize.measures.columns.Values;
import io.assize.measures.inference.Bootstrap;
import io.assize.measures.ranking.WinRate;
import java.util.ArrayList;
import java.util.List;

/**
 * Sets codes that somebody gives beside codes that somebody else gives: one place for every share
 * and every kappa of a card. A code below 0 is none.
 *
 * @param levels values of the codes
 * @param weights of the kappa
 * @param items how many clusters there are
 * @param bootstrap for intervals that have no formula
 */
record Coded(double[] levels, KappaWeights weights, int items, Bootstrap bootstrap) {

  /** Columns of equal length: what one says, what the other says, and the item of each row. */
  record Columns(List<Integer> says, List<Integer> truth, List<Integer> item) {}

  Estimate share(Columns columns) {
    return PercentAgreement.of(labels(columns), 0, 1, bootstrap);
  }

  Estimate kappa(Columns columns) {
    return CohenKappa.of(labels(columns), 0, 1, weights, bootstrap);
  }

  private Labels labels(Columns columns) {
    var builder = Labels.builder(levels);
    for (int i = 0; i < columns.item().size(); i++) {
      if (columns.says().get(i) >= 0) builder.add(i, 0, columns.says().get(i));
      if (columns.truth().get(i) >= 0) builder.add(i, 1, columns.truth().get(i));
    }
    return builder
        .units(columns.item().size())
        .raters(2)
        .build()
        .clusteredBy(clusters(columns.item()));
  }

  /**
   * Compute how often two times agree: the mean over cases of the share of equal pairs of times,
   * which does not depend on how many times there are.
   *
   * @param times codes of each case, one a time; those below 0 do not count
   * @param item of each case
   */
  Estimate among(List<List<Integer>> times, List<Integer> item) {
    var shares = new ArrayList<Double>();
    var items = new ArrayList<Integer>();
    for (int i = 0; i < times.size(); i++) {
      List<Integer> said = times.get(i).stream().filter(c -> c >= 0).toList();
      if (said.size() < 2) continue;
      shares.add(equalPairs(said));
      items.add(item.get(i));
    }
    return mean(shares, items, "no case was answered twice");
  }

  private static double equalPairs(List<Integer> said) {
    int equal = 0;
    int pairs = 0;
    for (int i = 0; i < said.size(); i++) {
      for (int j = i + 1; j < said.size(); j++) {
        if (said.get(i).equals(said.get(j))) equal++;
        pairs++;
      }
    }
    return (double) equal / pairs;
  }

  /** Compute the mean of shares, with an interval by formula. */
  Estimate mean(List<Double> numbers, List<Integer> item, String none) {
    return mean(numbers.stream().mapToDouble(x -> x).toArray(), clusters(item), none);
  }

  /** Compute the mean of shares, with an interval by formula. */
  Estimate mean(double[] numbers, Clusters clusters, String none) {
    if (numbers.length == 0) return new Estimate.Undefined(none, 0, 0);
    return WinRate.of(new Values(numbers, clusters, 0), PairTrial.LEVEL);
  }

  private Clusters clusters(List<Integer> item) {
    return Clusters.of(item.stream().mapToInt(i -> i).toArray(), items);
  }
}
