package io.assize.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Computes a run's figures again from what was recorded. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = "Compute a run's figures again from what was recorded, without network.",
    footer = {"", "Example: assize replay answers.run --format json"})
final class ReplayCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin RunOptions options = new RunOptions();

  ReplayCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    return options.finish(surroundings, false, java.util.List.of());
  }
}
