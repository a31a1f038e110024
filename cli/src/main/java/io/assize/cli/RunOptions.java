package io.assize.cli;

import io.assize.library.OpenRun;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A run that is there already, and how its results are printed. */
final class RunOptions {

  @Parameters(paramLabel = "RUN", description = "Folder that assize judge or assize run made.")
  Path run = Path.of("");

  @Option(
      names = "--root",
      paramLabel = "FOLDER",
      description = "Files of the run may lie beneath it (default: the folder around the run).")
  @Nullable Path root;

  @Mixin OutputOptions output = new OutputOptions();

  /** Finish the run and print it. */
  int finish(Surroundings surroundings, boolean live) {
    var open = OpenRun.existing(surroundings.host(), run, Optional.ofNullable(root), live);
    return Printing.finish(surroundings, open, live, output);
  }
}
