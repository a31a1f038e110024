package io.assize.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Goes on with a run that stopped. */
@Command(
    name = "resume",
    mixinStandardHelpOptions = true,
    description = "Go on with a run: ask only for what is missing.",
    footer = {"", "Example: assize resume answers.run"})
final class ResumeCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin AskOptions asking = new AskOptions();

  @Mixin RunOptions options = new RunOptions();

  ResumeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    return asking.dryRun
        ? options.plan(surroundings, asking)
        : options.finish(surroundings, true, asking.reuse);
  }
}
