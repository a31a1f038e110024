package io.assize.cli;

import io.assize.engine.config.ConfigReader;
import io.assize.engine.config.RunConfig;
import io.assize.library.OpenRun;
import io.assize.library.RunFolder;
import io.assize.library.RunIdentity;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs what an assize.yaml says. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Run what an assize.yaml says: have systems answer, and judge them.",
    footer = {"", "Example: assize run assize.yaml"})
final class RunCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "Default: assize.yaml in this folder.")
  Path file = Path.of(ConfigReader.USUAL_NAME);

  @Option(
      names = "--to",
      paramLabel = "RUN",
      description = "Folder of the run (default: by the configuration's name, beside it).")
  @Nullable Path to;

  @Option(
      names = "--root",
      paramLabel = "FOLDER",
      description = "Files of the configuration may lie beneath it (default: its own folder).")
  @Nullable Path root;

  @Mixin OutputOptions output = new OutputOptions();

  RunCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Path path = surroundings.resolve(file);
    Optional<Path> under = Optional.ofNullable(root).map(surroundings::resolve);
    RunConfig config = ConfigReader.read(path, under).config();
    RunFolder run = folder(path, config);
    run.make();
    new RunIdentity(run).check(config);
    Path source = path.toAbsolutePath();
    // The run keeps what it was told; paths stay relative to where the configuration lies.
    run.keep(ConfigReader.text(path), source);
    var open = OpenRun.live(surroundings.host(), run, source, under);
    return Printing.begin(surroundings, open, output);
  }

  private RunFolder folder(Path path, RunConfig config) {
    if (to != null) return new RunFolder(surroundings.resolve(to));
    String name = config.name().map(n -> n.replaceAll("[^A-Za-z0-9._-]+", "-")).orElse("");
    if (name.isEmpty()) return RunFolder.beside(path);
    return new RunFolder(path.resolveSibling(name + RunFolder.ENDING));
  }
}
