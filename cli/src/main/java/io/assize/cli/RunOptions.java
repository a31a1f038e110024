package io.assize.cli;

import io.assize.engine.config.ConfigReader;
import io.assize.library.DryRun;
import io.assize.library.OpenRun;
import io.assize.library.Others;
import io.assize.library.RunFolder;
import java.nio.file.Path;
import java.util.List;
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

  /** Print what going on would take. */
  int plan(Surroundings surroundings, AskOptions asking) {
    RunFolder folder = RunFolder.existing(surroundings.resolve(run));
    Path around = folder.path().toAbsolutePath().normalize().getParent();
    Optional<Path> under =
        Optional.ofNullable(root).map(surroundings::resolve).or(() -> Optional.ofNullable(around));
    try (var others = new Others(surroundings.host(), asking.reuse, folder)) {
      var loaded = ConfigReader.read(folder.source(), under);
      DryRun.of(surroundings.host(), folder, loaded, others.reuse())
          .forEach(surroundings.out()::println);
    }
    return 0;
  }

  /** Finish the run and print it. */
  int finish(Surroundings surroundings, boolean live, List<Path> reuse) {
    var open = OpenRun.existing(surroundings.host(), run, Optional.ofNullable(root), live, reuse);
    return Printing.finish(surroundings, open, live, output);
  }
}
