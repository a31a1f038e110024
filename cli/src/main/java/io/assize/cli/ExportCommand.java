package io.assize.cli;

import io.assize.core.AssizeException;
import io.assize.core.Candidate;
import io.assize.core.json.Json;
import io.assize.engine.recording.Recording;
import io.assize.engine.run.Progress;
import io.assize.library.OpenRun;
import io.assize.library.RunFolder;
import io.assize.library.Watcher;
import io.assize.report.Numbers;
import io.assize.report.Report;
import io.assize.report.Safe;
import io.assize.report.page.VerdictRows;
import io.assize.store.SqliteLedger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes every request and reply of a run as text. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description =
        "Write every request and reply of a run as JSONL, for an appendix or another machine.",
    footer = {
      "",
      "Example: assize export answers.run calls.jsonl.gz",
      "         assize export answers.run answers.jsonl --answers     a row for each answer",
      "         assize export answers.run verdicts.csv --csv          a row for each verdict"
    })
final class ExportCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Parameters(
      index = "0",
      paramLabel = "RUN",
      description = "Folder that assize judge or assize run made.")
  Path run = Path.of("");

  @Parameters(
      index = "1",
      paramLabel = "FILE",
      description = "Where to; compressed when its name ends in .gz.")
  Path file = Path.of("");

  @Option(
      names = "--answers",
      description = "Write what the systems answered instead: item, system, sample, output.")
  boolean answers;

  @Option(
      names = "--csv",
      description = "Write the verdicts instead, one tidy row each: those of the parts, too.")
  boolean csv;

  @Option(
      names = "--root",
      paramLabel = "FOLDER",
      description = "Files of the run may lie beneath it (default: the folder around the run).")
  @Nullable Path root;

  ExportCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (answers && csv) {
      throw AssizeException.usage(
          "--answers and --csv", "ask for two files", "one of them", "give the command twice");
    }
    return csv ? verdicts() : answers ? answers() : calls();
  }

  private int verdicts() {
    Optional<Path> under = Optional.ofNullable(root);
    try (OpenRun open = OpenRun.existing(surroundings.host(), run, under, false);
        var out = Files.newBufferedWriter(surroundings.resolve(file))) {
      Report report = open.report(open.finish(Watcher.NONE));
      VerdictRows.write(report, out);
      long cases = report.judges().stream().mapToLong(j -> j.cases().size()).sum();
      surroundings
          .out()
          .println(
              "verdicts of "
                  + Numbers.of(cases, "case", "cases")
                  + " written to "
                  + Safe.terminal(file.toString()));
      return 0;
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private AssizeException unwritable(IOException e) {
    return AssizeException.environment(
        file.toString(), "cannot be written: " + e.getMessage(), "name another file", e);
  }

  private int answers() {
    Path to = surroundings.resolve(file);
    try (OpenRun open =
        OpenRun.existing(surroundings.host(), run, Optional.ofNullable(root), false)) {
      List<Candidate> all = open.execution().inputs(Progress.NONE).data().candidates();
      Files.writeString(to, all.stream().map(ExportCommand::row).collect(Collectors.joining()));
      surroundings
          .out()
          .println(Numbers.of(all.size(), "answer", "answers") + " written to " + file);
      return 0;
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private static String row(Candidate c) {
    return Json.object()
            .put("item", c.item().id())
            .put("system", c.by().name())
            .put("sample", c.sample())
            .put("output", c.text())
            .build()
            .canonical()
        + "\n";
  }

  private int calls() {
    RunFolder folder = RunFolder.existing(surroundings.resolve(run));
    try (var ledger = SqliteLedger.readOnly(folder.ledger())) {
      Recording.export(ledger, surroundings.resolve(file));
      surroundings.out().println(ledger.keys().size() + " calls written to " + file);
    }
    return 0;
  }
}
