package io.assize.cli;

import io.assize.core.AssizeException;
import io.assize.engine.compare.Comparison;
import io.assize.library.Release;
import io.assize.library.TwoRuns;
import io.assize.report.CompareJson;
import io.assize.report.CompareMarkdown;
import io.assize.report.CompareScreen;
import io.assize.report.Safe;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sets two runs beside each other. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = "Compare two runs: what got worse, what got better, and whether that is chance.",
    footer = {
      "",
      "Example: assize compare old.run new.run --fail-over 0.03 --format md",
      "  both judged by the same judge, recipe and rubric on the same items; nothing is asked",
      "  exit code 1: a system fell by more than --fail-over; 2: the runs cannot be compared;",
      "  3: nothing fell, but verdicts are still open"
    })
final class CompareCommand implements Callable<Integer> {

  /** The forms of a comparison. */
  enum Format {
    TABLE,
    MD,
    JSON
  }

  private static final int GATE_FAILED = 1;

  private final Surroundings surroundings;

  @Parameters(index = "0", paramLabel = "OLD", description = "Folder of the run before.")
  Path old = Path.of("");

  @Parameters(index = "1", paramLabel = "NEW", description = "Folder of the run after.")
  Path fresh = Path.of("");

  @Option(
      names = "--fail-over",
      paramLabel = "LIMIT",
      description =
          "Exit with 1 where a system fell by more: 0.03 is three points of a pass or win rate;"
              + " a score is in points of its scale.")
  @Nullable Double limit;

  @Option(
      names = "--judge",
      paramLabel = "NAME",
      description = "Of several judges this one (default: each that both runs have).")
  @Nullable String judge;

  @Option(
      names = "--match",
      paramLabel = "OLD=NEW",
      description = "Which system is which, where names differ; may be given several times.")
  List<String> match = List.of();

  @Option(
      names = "--common",
      description = "Compare the items that both runs have, instead of refusing other ones.")
  boolean common;

  @Option(
      names = "--format",
      defaultValue = "TABLE",
      paramLabel = "FORM",
      description = "table, md or json (default: table).")
  Format format = Format.TABLE;

  @Option(names = "--details", description = "List all that moved, not the first ten.")
  boolean details;

  @Option(
      names = "--root",
      paramLabel = "FOLDER",
      description = "Files of the runs may lie beneath it (default: the folders around them).")
  @Nullable Path root;

  CompareCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (limit != null && !(limit >= 0 && limit < Double.POSITIVE_INFINITY)) {
      throw AssizeException.usage(
          "--fail-over " + limit,
          "is no limit",
          "a number from 0",
          "for example: --fail-over 0.03");
    }
    List<Comparison> all =
        new TwoRuns(
                surroundings.host(),
                old,
                fresh,
                Optional.ofNullable(root),
                Optional.ofNullable(judge),
                match,
                common)
            .compare();
    OptionalDouble gate = limit == null ? OptionalDouble.empty() : OptionalDouble.of(limit);
    print(all, gate);
    return gate.isEmpty() ? 0 : code(all, gate.getAsDouble());
  }

  private void print(List<Comparison> all, OptionalDouble gate) {
    if (format == Format.JSON) {
      String document = CompareJson.document(all, gate, Release.number()).canonical();
      surroundings.out().println(Safe.json(document));
      return;
    }
    for (Comparison c : all) {
      if (all.size() > 1) {
        String name = Safe.terminal(c.fresh().config().name());
        surroundings.out().println((format == Format.MD ? "### judge " : "JUDGE ") + name);
      }
      List<String> lines =
          format == Format.MD
              ? CompareMarkdown.lines(c, gate)
              : CompareScreen.lines(c, gate, details);
      lines.forEach(surroundings.out()::println);
    }
  }

  /** A gate that nothing failed does not pass while verdicts are open. */
  private static int code(List<Comparison> all, double gate) {
    if (all.stream().anyMatch(c -> c.fell(gate))) return GATE_FAILED;
    boolean open = all.stream().anyMatch(c -> c.open() > 0);
    return open ? AssizeException.Fault.INCOMPLETE.exitCode() : 0;
  }
}
