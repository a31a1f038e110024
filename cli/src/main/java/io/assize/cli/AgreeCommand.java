package io.assize.cli;

import io.assize.core.AssizeException;
import io.assize.engine.files.ColumnMap;
import io.assize.engine.ratings.RatingOptions;
import io.assize.engine.ratings.RatingResult;
import io.assize.engine.ratings.RatingTrial;
import io.assize.engine.ratings.Ratings;
import io.assize.library.Release;
import io.assize.measures.agreement.KappaWeights;
import io.assize.measures.agreement.Metric;
import io.assize.measures.inference.Bootstrap;
import io.assize.report.AgreeJson;
import io.assize.report.AgreeMethods;
import io.assize.report.AgreeScreen;
import io.assize.report.AgreeTable;
import io.assize.report.Safe;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sets raters of a plain file against each other. */
@Command(
    name = "agree",
    mixinStandardHelpOptions = true,
    description = "Measure how far people agree, and a judge with them, from a file of ratings.",
    footer = {
      "",
      "Example: assize agree ratings.csv --details",
      "  columns: item, then one for each rater (anna,ben,judge); or item,rater,label;",
      "  or pairs: item,a,b, then one for each rater with a, b, tie or the systems' names;",
      "  an empty cell is missing; files are joined by item, never by line",
      "Example: assize agree gold.tsv judge.tsv --judge judge --levels 0..3 --clamp 0..3"
    })
final class AgreeCommand implements Callable<Integer> {

  /** How disagreements on ordered levels count. */
  enum Weighting {
    LINEAR(KappaWeights.LINEAR),
    QUADRATIC(KappaWeights.QUADRATIC);

    private final KappaWeights weights;

    Weighting(KappaWeights weights) {
      this.weights = weights;
    }
  }

  private final Surroundings surroundings;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "CSV, TSV, JSONL, JSON or TREC qrels.")
  List<Path> files = List.of();

  @Option(
      names = "--judge",
      paramLabel = "NAME",
      description = "A rater that is a judge; those called judge are. May be given several times.")
  List<String> judges = List.of();

  @Option(
      names = "--scale",
      paramLabel = "SCALE",
      description = "nominal, ordinal, interval or ratio (default: by the labels).")
  @Nullable Metric scale;

  @Option(
      names = "--levels",
      paramLabel = "LEVELS",
      description = "The whole scale: 1..5, or low,medium,high. Other labels are refused.")
  @Nullable String levels;

  @Option(
      names = "--clamp",
      paramLabel = "LO..HI",
      description = "Move numbers beyond these ends to them, instead of refusing them.")
  @Nullable String clamp;

  @Option(
      names = "--missing",
      paramLabel = "WORD",
      description = "A label that says nothing, as an empty cell; may be given several times.")
  List<String> missing = List.of();

  @Option(
      names = "--weights",
      paramLabel = "FORM",
      defaultValue = "QUADRATIC",
      description = "Of kappa on ordinal levels: linear or quadratic (default: quadratic).")
  Weighting weights = Weighting.QUADRATIC;

  @Option(
      names = "--map",
      paramLabel = "MAP",
      description = "What columns hold: id=frage,raters=anna+ben,judges=gpt.")
  @Nullable String map;

  @Option(
      names = "--resamples",
      paramLabel = "N",
      defaultValue = "10000",
      description = "Of the bootstrap by item; 0 for no intervals (default: 10000).")
  int resamples = 10_000;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of all that is drawn (default: 1).")
  long seed = 1;

  @Option(
      names = "--format",
      defaultValue = "TABLE",
      paramLabel = "FORM",
      description = "table, json, csv, latex or md (default: table).")
  OutputOptions.Format format = OutputOptions.Format.TABLE;

  @Option(
      names = "--details",
      description = "Every pair of raters, every constant, label against label, disagreements.")
  boolean details;

  @Option(
      names = "--methods",
      description = "Print what was computed as a paragraph with citations, seed and versions.")
  boolean methods;

  AgreeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    files.forEach(file -> surroundings.mustBeThere("", file));
    if (resamples < 0 || resamples > 1_000_000) {
      throw AssizeException.usage(
          "--resamples " + resamples, "is out of range", "0 to 1000000", "10000 is usual");
    }
    Ratings ratings =
        Ratings.read(
            files.stream().map(surroundings::resolve).toList(),
            columns(),
            new RatingOptions(
                Optional.ofNullable(scale),
                Optional.ofNullable(levels),
                Optional.ofNullable(clamp),
                missing,
                judges));
    print(RatingTrial.of(ratings, weights.weights, Bootstrap.of(resamples, seed), details));
    return 0;
  }

  private ColumnMap columns() {
    return map == null
        ? ColumnMap.none()
        : ColumnMap.parse(map).withMappingFile(f -> surroundings.resolve(Path.of(f)).toString());
  }

  private void print(RatingResult result) {
    List<String> named = files.stream().map(Path::toString).toList();
    List<String> lines =
        methods
            ? AgreeMethods.lines(result, Release.number())
            : switch (format) {
              case TABLE -> AgreeScreen.lines(String.join(", ", named), result, details);
              case CSV -> AgreeTable.csv(result);
              case LATEX -> AgreeTable.latex(result);
              case MD -> AgreeTable.markdown(result);
              case JSON ->
                  List.of(
                      Safe.json(AgreeJson.document(named, result, Release.number()).canonical()));
            };
    lines.forEach(surroundings.out()::println);
  }
}
