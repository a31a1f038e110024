package io.assize.cli;

import picocli.CommandLine.Option;

/** How results are printed: the same for every command. */
final class OutputOptions {

  /** The forms of a result. */
  enum Format {
    TABLE,
    JSON,
    CSV,
    LATEX,
    MD
  }

  @Option(
      names = "--format",
      defaultValue = "TABLE",
      paramLabel = "FORM",
      description = "table, json, csv, latex or md (default: table).")
  Format format = Format.TABLE;

  @Option(
      names = "--quiet",
      description = "Print two sentences: the answer, and whether to believe it.")
  boolean quiet;

  @Option(names = "--details", description = "Show all baselines, not the best of each kind.")
  boolean details;
}
