package io.assize.report;

import io.assize.engine.ratings.RatingResult;
import io.assize.engine.ratings.RatingResult.Kind;
import io.assize.engine.ratings.Ratings;
import io.assize.measures.agreement.KappaWeights;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/** What was computed, in a paragraph for a paper: methods, citations, seed, versions. */
@API(status = API.Status.EXPERIMENTAL)
public final class AgreeMethods {

  private static final String COHEN =
      "Cohen, J. (1960). A coefficient of agreement for nominal scales. Educational and"
          + " Psychological Measurement 20(1), 37-46. doi:10.1177/001316446002000104";
  private static final String WEIGHTED =
      "Cohen, J. (1968). Weighted kappa: Nominal scale agreement with provision for scaled"
          + " disagreement or partial credit. Psychological Bulletin 70(4), 213-220."
          + " doi:10.1037/h0026256";
  private static final String LIN =
      "Lin, L. I.-K. (1989). A concordance correlation coefficient to evaluate reproducibility."
          + " Biometrics 45(1), 255-268. doi:10.2307/2532051";
  private static final String LIGHT =
      "Light, R. J. (1971). Measures of response agreement for qualitative data: Some"
          + " generalizations and alternatives. Psychological Bulletin 76(5), 365-377."
          + " doi:10.1037/h0031643";
  private static final String KRIPPENDORFF =
      "Krippendorff, K. (2011). Computing Krippendorff's Alpha-Reliability. Annenberg School for"
          + " Communication, University of Pennsylvania.";
  private static final String DAVISON =
      "Davison, A. C. and Hinkley, D. V. (1997). Bootstrap Methods and their Application. Cambridge"
          + " University Press, chapters 2, 3.8 and 5. doi:10.1017/CBO9780511802843";

  private final RatingResult result;
  private final List<String> sentences = new ArrayList<>();
  private final List<String> references = new ArrayList<>();

  private AgreeMethods(RatingResult result) {
    this.result = result;
  }

  /**
   * Return a paragraph and its references.
   *
   * @param release of Assize that computed it
   */
  public static List<String> lines(RatingResult result, String release) {
    return new AgreeMethods(result).write(release);
  }

  private List<String> write(String release) {
    data(release);
    kappa();
    if (result.rows().stream().anyMatch(r -> r.alpha().isPresent())) {
      sentences.add(
          "Krippendorff's alpha "
              + cite(KRIPPENDORFF)
              + " was computed with the "
              + result.ratings().scale().metricName()
              + " metric.");
    }
    sentences.add(
        "Labels that are missing were left out pair by pair and are counted; none was imputed.");
    if (!result.leniencies().isEmpty()) {
      sentences.add(
          "Leniency is the mean over units of a judge's label less the mean of people's labels of"
              + " the same unit.");
    }
    intervals();
    var lines = new Lines().paragraph(String.join(" ", sentences)).add("");
    for (int i = 0; i < references.size(); i++) {
      lines.paragraph("[" + (i + 1) + "] " + references.get(i));
    }
    return lines.list();
  }

  private void data(String release) {
    Ratings r = result.ratings();
    long judges = r.raters().stream().filter(Ratings.Rater::judge).count();
    long people = r.raters().size() - judges;
    String who =
        judges == 0
            ? Numbers.of(people, "rater", "raters")
            : people == 0
                ? Numbers.of(judges, "judge", "judges")
                : Numbers.of(people, "person", "people")
                    + " and "
                    + Numbers.of(judges, "judge", "judges");
    sentences.add(
        "Agreement of %s on %s was computed with Assize %s (Java %s)."
            .formatted(who, AgreeScreen.units(r), release, Runtime.version().feature()));
    sentences.add(
        "Labels (%s) were taken as %s.".formatted(r.scale().words(), r.scale().metricName()));
  }

  private void kappa() {
    sentences.add("Percent agreement is the share of pairs of labels that are equal.");
    String of = AgreeScreen.kappa(result.weights());
    String cited =
        switch (result.weights()) {
          case UNWEIGHTED -> cite(COHEN);
          case LINEAR, QUADRATIC -> cite(WEIGHTED);
          case SQUARED_DIFFERENCE -> cite(LIN);
        };
    boolean several =
        result.rows().stream().anyMatch(r -> r.kind() == Kind.PEOPLE || r.kind() == Kind.JUDGE);
    sentences.add("Agreement beyond chance of two raters is " + of + " " + cited + ".");
    if (result.weights() == KappaWeights.SQUARED_DIFFERENCE) {
      sentences.add("It is Cohen's kappa weighted by squared differences " + cite(WEIGHTED) + ".");
    }
    if (several) {
      sentences.add(
          "Among several people it is the mean over their pairs "
              + cite(LIGHT)
              + "; of a judge with people, the mean over the pairs of the judge with each person.");
    }
  }

  private void intervals() {
    if (result.bootstrap().resamples() == 0) return;
    sentences.add(
        "Intervals are %s percentile intervals of the bootstrap %s: %s resamples of %s, each with all that was labelled of it, seed %d."
            .formatted(
                Numbers.percent(result.bootstrap().level(), 0),
                cite(DAVISON),
                Numbers.count(result.bootstrap().resamples()),
                result.ratings().groups() < result.ratings().items() ? "origins" : "items",
                result.bootstrap().seed()));
  }

  private String cite(String reference) {
    if (!references.contains(reference)) references.add(reference);
    return "[" + (references.indexOf(reference) + 1) + "]";
  }
}
