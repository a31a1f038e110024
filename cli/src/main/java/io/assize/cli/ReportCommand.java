package io.assize.cli;

import io.assize.core.AssizeException;
import io.assize.core.json.Json;
import io.assize.library.Finished;
import io.assize.library.OpenRun;
import io.assize.library.Watcher;
import io.assize.report.Numbers;
import io.assize.report.Report;
import io.assize.report.Safe;
import io.assize.report.page.HtmlPage;
import io.assize.report.page.JunitXml;
import io.assize.report.page.MarkdownPage;
import io.assize.report.page.TableFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a run's page from what was recorded. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = "Make a run's page, in one file to send on: answer, judge's card, all cases.",
    footer = {
      "",
      "Example: assize report answers.run                       makes answers.run/report.html",
      "         assize report answers.run --format md           Markdown for a pull request",
      "         assize report answers.run --format csv --to tables    every table in a file"
    })
final class ReportCommand implements Callable<Integer> {

  /** The forms of a report. */
  enum Format {
    HTML,
    MD,
    JUNIT,
    CSV,
    JSON
  }

  private final Surroundings surroundings;

  @Parameters(paramLabel = "RUN", description = "Folder that assize judge or assize run made.")
  Path run = Path.of("");

  @Option(
      names = "--to",
      paramLabel = "FILE",
      description = "Where to; a folder for csv (default: report.html in the run, else printed).")
  @Nullable Path to;

  @Option(
      names = "--format",
      defaultValue = "HTML",
      paramLabel = "FORM",
      description = "html, md, junit, csv or json (default: html).")
  Format format = Format.HTML;

  @Option(
      names = "--root",
      paramLabel = "FOLDER",
      description = "Files of the run may lie beneath it (default: the folder around the run).")
  @Nullable Path root;

  ReportCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    try (var open = OpenRun.existing(surroundings.host(), run, Optional.ofNullable(root), false)) {
      if (open.config().judges().isEmpty()) {
        throw AssizeException.usage(
            run.toString(),
            "has no judge, so there is nothing to report",
            "a run with a judge",
            "assize export " + run + " answers.jsonl --answers writes what was answered");
      }
      Finished finished = open.finish(Watcher.NONE);
      Report report = open.report(finished);
      switch (format) {
        case HTML -> {
          Path file = to == null ? open.folder().page() : surroundings.resolve(to);
          write(file, HtmlPage.of(report));
          told(shown(file) + " written; open it in any browser, it asks nobody for anything");
        }
        case MD -> lines(MarkdownPage.of(report));
        case JUNIT -> lines(JunitXml.of(report));
        case CSV -> tables(report);
        case JSON -> lines(List.of(Safe.json(json(finished).canonical())));
      }
    }
    return 0;
  }

  private static Json json(Finished finished) {
    return finished.document();
  }

  private void tables(Report report) {
    if (to == null) {
      lines(TableFiles.standings(report));
      return;
    }
    Path folder = surroundings.resolve(to);
    var files = TableFiles.all(report);
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
    files.forEach((name, lines) -> write(folder.resolve(name), String.join("\n", lines) + "\n"));
    told(Numbers.of(files.size(), "table", "tables") + " written to " + shown(folder));
  }

  private void lines(List<String> lines) {
    if (to == null) {
      lines.forEach(surroundings.out()::println);
      return;
    }
    Path file = surroundings.resolve(to);
    write(file, String.join("\n", lines) + "\n");
    told(shown(file) + " written");
  }

  private void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  private AssizeException unwritable(Path file, IOException e) {
    return AssizeException.environment(
        shown(file), "cannot be written: " + e.getMessage(), "name another file by --to", e);
  }

  private String shown(Path file) {
    Path here = surroundings.folder().toAbsolutePath().normalize();
    Path there = file.toAbsolutePath().normalize();
    return there.startsWith(here) ? here.relativize(there).toString() : there.toString();
  }

  private void told(String line) {
    surroundings.out().println(Safe.terminal(line));
  }
}
