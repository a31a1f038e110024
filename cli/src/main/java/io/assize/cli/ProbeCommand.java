package io.assize.cli;

import io.assize.core.AssizeException;
import io.assize.library.Finished;
import io.assize.library.Judging;
import io.assize.library.OpenRun;
import io.assize.library.Probing;
import io.assize.library.RunFolder;
import io.assize.report.ProbeJson;
import io.assize.report.ProbeReport;
import io.assize.report.ProbeScreen;
import io.assize.report.ProbeTable;
import io.assize.report.ProbeWords;
import io.assize.report.Safe;
import io.assize.report.Screens;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks a judge its own cases once more, changed where a good judge would not mind. */
@Command(
    name = "probe",
    mixinStandardHelpOptions = true,
    description = "Probe the judge: does its verdict follow order, length, flattery, injections?",
    footer = {
      "",
      "Example: assize probe answers.run                          the judge of a run that is there",
      "         assize probe answers.csv --model openai/MODEL --for order,length,repeat --take 50",
      "  probes: repeat order length(pad trim) authority bandwagon distraction reflection self",
      "          injection(plea delimiters verdict) formatting names control(shuffle), or all",
      "  a run's own verdicts are the untouched side; every call is kept in the run",
      "  exit code 1: a gate failed; 3: verdicts are still open, the same command goes on"
    })
final class ProbeCommand implements Callable<Integer> {

  /** The forms of what probes found. */
  enum Format {
    TABLE,
    MD,
    CSV,
    JSON
  }

  private static final int GATE_FAILED = 1;

  private final Surroundings surroundings;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|RUN",
      description = "Answers as assize judge takes them, or the folder of a run.")
  List<Path> files = List.of();

  @Option(
      names = "--for",
      paramLabel = "PROBES",
      split = ",",
      description = "Probes or groups, with commas between (default: order,length,repeat).")
  List<String> probes = List.of("order", "length", "repeat");

  @Option(
      names = "--fail-over",
      paramLabel = "LIMIT",
      description =
          "Exit with 1 where the judge moves by surely more: the end of an interval that is nearer"
              + " to 0 lies beyond it. 0.10 is ten points of win share, pass rate or the scale of"
              + " grades, or of verdicts that change beyond chance. A control that is not noticed"
              + " fails too.")
  @Nullable Double limit;

  @Option(
      names = "--judge",
      paramLabel = "NAME",
      description = "Which judge of a run that has several.")
  @Nullable String judge;

  @Option(names = "--replay", description = "Ask nothing: say what a run's recorded replies say.")
  boolean replay;

  @Option(
      names = "--root",
      paramLabel = "FOLDER",
      description = "Files of a run may lie beneath it (default: the folder around the run).")
  @Nullable Path root;

  @Option(
      names = "--format",
      defaultValue = "TABLE",
      paramLabel = "FORM",
      description = "table, md, csv or json (default: table).")
  Format format = Format.TABLE;

  @Option(names = "--quiet", description = "Print the sentences only.")
  boolean quiet;

  @Option(names = "--details", description = "Say what each probe changes, and all by the labels.")
  boolean details;

  @Mixin JudgingOptions how = new JudgingOptions();

  @Mixin AskOptions asking = new AskOptions();

  ProbeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (limit != null && !(limit >= 0 && limit < 1)) {
      throw AssizeException.usage(
          "--fail-over " + limit, "is no limit", "a share from 0 to below 1", "write 0.10");
    }
    var choice =
        new Probing.Choice(
            probes,
            Optional.ofNullable(judge),
            Optional.ofNullable(how.take),
            Optional.ofNullable(how.sample));
    Optional<Path> run = run();
    return run.isPresent() ? there(run.get(), choice) : begun(choice);
  }

  /** The run that is probed, where it is there and nothing is said of another judge. */
  private Optional<Path> run() {
    Path first = files.getFirst();
    boolean folder =
        Files.isRegularFile(surroundings.resolve(first).resolve("assize.yaml"))
            || first.toString().endsWith(RunFolder.ENDING);
    if (folder) return Optional.of(first);
    if (how.said() || files.size() > 1 || how.to != null) return Optional.empty();
    RunFolder beside = RunFolder.beside(first);
    boolean known = Files.isRegularFile(surroundings.resolve(beside.ledger()));
    return known ? Optional.of(beside.path()) : Optional.empty();
  }

  private int there(Path run, Probing.Choice choice) {
    if (how.said() || files.size() > 1) {
      throw AssizeException.usage(
          run.toString(),
          "is a run, which has its own files, judge and limits",
          "a run with --for, --judge, --take, --sample, --replay; files with all that judge takes",
          "leave the rest out, or name the files: assize probe FILE --model MODEL --max-usd 5");
    }
    Optional<Path> under = Optional.ofNullable(root);
    if (asking.dryRun) {
      return told(Probing.plan(surroundings.host(), run, under, asking.reuse, choice));
    }
    return probe(
        () -> OpenRun.existing(surroundings.host(), run, under, !replay, asking.reuse), choice);
  }

  private int begun(Probing.Choice choice) {
    if (replay) {
      throw AssizeException.usage(
          "--replay", "needs a run", "the folder of a run", "assize probe NAME.run --replay");
    }
    how.check(surroundings, files);
    try {
      Judging judging = how.all(surroundings, files, asking.reuse);
      if (asking.dryRun) return told(judging.plan(choice));
      Judging by = how.someone() ? judging : judging.by(how.found(surroundings));
      return probe(by::openToProbe, choice);
    } catch (AssizeException e) {
      throw how.asTyped(e);
    }
  }

  private int probe(Supplier<OpenRun> opened, Probing.Choice choice) {
    OpenRun open = opened.get();
    try (open) {
      boolean planFirst = !replay && format == Format.TABLE && !quiet;
      var watched = new Watched(surroundings, open, !replay, planFirst, "the same command");
      ProbeReport report = watched.during(watcher -> new Probing(open, choice).run(watcher));
      print(report, planFirst);
      return code(report, open);
    } catch (AssizeException e) {
      open.folder().dropIfNothingWasAsked();
      throw e;
    }
  }

  private int told(List<String> lines) {
    lines.forEach(l -> surroundings.out().println(Safe.terminal(l)));
    return 0;
  }

  private void print(ProbeReport report, boolean planned) {
    OptionalDouble gate = limit == null ? OptionalDouble.empty() : OptionalDouble.of(limit);
    var out = surroundings.out();
    switch (format) {
      case JSON -> out.println(Safe.json(ProbeJson.document(report, gate).canonical()));
      case MD -> ProbeTable.markdown(report, gate).forEach(out::println);
      case CSV -> ProbeTable.all(report).getFirst().csv().forEach(out::println);
      case TABLE -> {
        List<String> lines =
            quiet
                ? new ArrayList<>(ProbeScreen.quiet(report))
                : ProbeScreen.lines(report, !planned, gate, details);
        if (quiet) gate.ifPresent(l -> lines.add("gate " + ProbeWords.gate(report, l)));
        told(quiet ? lines.stream().flatMap(x -> Screens.broken(x).stream()).toList() : lines);
      }
    }
  }

  /** A gate that nothing failed does not pass while verdicts are open. */
  private int code(ProbeReport report, OpenRun open) {
    if (limit != null && report.fails(limit)) return GATE_FAILED;
    if (report.open() == 0) return 0;
    String first =
        report
            .failure()
            .map(f -> "\n  first: " + Safe.terminalLines(f).replace("\n", "\n  "))
            .orElse("");
    surroundings
        .err()
        .println(
            Finished.stillOpen(report.open())
                + ": the same command asks for what is missing in "
                + Safe.terminal(open.folder().path().getFileName() + "")
                + first);
    return AssizeException.Fault.INCOMPLETE.exitCode();
  }
}
