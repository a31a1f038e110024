package io.assize.engine.trial;

import io.assize.core.Case;
import io.assize.core.Step;
import io.assize.core.scale.Distribution;
import io.assize.core.scale.Outcome;
import io.assize.engine.observe.Observations;
import io.assize.measures.Clusters;
import io.assize.measures.Estimate;
import io.assize.measures.agreement.KappaWeights;
import io.assize.measures.agreement.KrippendorffAlpha;
import io.assize.measures.agreement.Metric;
import io.assize.measures.columns.Labels;
import io.assize.measures.inference.Bootstrap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apiguardian.api.API;

/**
 * How far a judge agrees with itself along something that was varied: orders, draws, jurors,
 * personas, score ranges are one measure.
 *
 * @param dimension what was varied
 * @param values how many values of it a question was asked with, at most
 * @param same mean over questions of the share of equal pairs of answers
 * @param alpha the same beyond chance, by distance where the answers are numbers
 */
@API(status = API.Status.EXPERIMENTAL)
public record AlongDimension(String dimension, int values, Estimate same, Estimate alpha) {

  /** What the parts of one question say, one code a part. */
  private record Asked(int item, List<Double> said) {}

  /**
   * Measure each dimension that is found in the judgments.
   *
   * @param seen judgments, case by case
   * @param cases in the same order
   */
  public static List<AlongDimension> of(Observations seen, List<Case> cases) {
    var found = new TreeMap<String, List<Asked>>();
    var numeric = new TreeSet<String>();
    var items = new TreeMap<String, Integer>();
    for (int c = 0; c < cases.size(); c++) {
      Case asked = cases.get(c);
      int item = items.computeIfAbsent(asked.item().root(), k -> items.size());
      for (int row = seen.root(c); row < seen.end(seen.root(c)); row++) {
        parts(seen, row, asked, item, found, numeric);
      }
    }
    var all = new ArrayList<AlongDimension>();
    found.forEach((dimension, of) ->
        all.add(measured(dimension, of, numeric.contains(dimension), items.size())));
    return List.copyOf(all);
  }

  private static void parts(
      Observations seen,
      int row,
      Case asked,
      int item,
      TreeMap<String, List<Asked>> found,
      TreeSet<String> numeric) {
    var said = new TreeMap<String, List<Double>>();
    for (int child : seen.children(row)) {
      String dimension = seen.step(child).dimension();
      if (!compared(dimension) || seen.written(child)) continue;
      seen.distribution(child)
          .ifPresent(d -> {
            List<Double> codes = said.computeIfAbsent(dimension, k -> new ArrayList<>());
            code(d, asked, dimension, numeric).ifPresent(codes::add);
          });
    }
    said.forEach((dimension, codes) -> {
      if (codes.size() < 2) return;
      found.computeIfAbsent(dimension, k -> new ArrayList<>()).add(new Asked(item, codes));
    });
  }

  /** Candidates and criteria are other questions; what was made or mapped is no answer. */
  private static boolean compared(String dimension) {
    return !List.of(Step.MADE, Step.BEFORE, Step.CANDIDATE, "criterion").contains(dimension);
  }

  private static OptionalDouble code(
      Distribution d, Case asked, String dimension, TreeSet<String> numeric) {
    Outcome likeliest = d.modes().getFirst();
    OptionalDouble number = d.scale().number(likeliest);
    if (number.isPresent()) {
      numeric.add(dimension);
      return number;
    }
    List<String> keys = asked.keys().stream().sorted().toList();
    return switch (Decision.of(d)) {
      case Decision.Tie t -> OptionalDouble.of(0);
      case Decision.Better b when keys.contains(b.key()) ->
          OptionalDouble.of(1 + keys.indexOf(b.key()));
      default -> OptionalDouble.empty();
    };
  }

  private static AlongDimension measured(
      String dimension, List<Asked> of, boolean numeric, int items) {
    var levels = new TreeSet<Double>();
    of.forEach(a -> levels.addAll(a.said()));
    var values = new ArrayList<>(levels);
    double[] numbers = values.stream().mapToDouble(x -> x).toArray();
    int most = of.stream().mapToInt(a -> a.said().size()).max().orElse(0);
    var builder = Labels.builder(numbers);
    var codes = new ArrayList<List<Integer>>();
    for (int unit = 0; unit < of.size(); unit++) {
      var said =
          of.get(unit).said().stream().map(x -> Collections.binarySearch(values, x)).toList();
      for (int part = 0; part < said.size(); part++) builder.add(unit, part, said.get(part));
      codes.add(said);
    }
    List<Integer> item = of.stream().map(Asked::item).toList();
    Labels labels =
        builder
            .units(of.size())
            .raters(most)
            .build()
            .clusteredBy(Clusters.of(item.stream().mapToInt(i -> i).toArray(), items));
    Metric metric = numeric ? Metric.INTERVAL : Metric.NOMINAL;
    return new AlongDimension(
        dimension,
        most,
        new Coded(numbers, KappaWeights.UNWEIGHTED, items, Bootstrap.none()).among(codes, item),
        KrippendorffAlpha.of(labels, metric, Bootstrap.none()));
  }
}
