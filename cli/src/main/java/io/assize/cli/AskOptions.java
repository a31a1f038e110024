package io.assize.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** What is asked, and what need not be: the same for every command that asks. */
final class AskOptions {

  @Option(
      names = "--dry-run",
      description = "Say what it would take, send nothing and write nothing.")
  boolean dryRun;

  @Option(
      names = "--reuse",
      paramLabel = "RUN",
      description = "Copy the calls of another run that serve; may be given several times.")
  List<Path> reuse = List.of();
}
