package io.assize.cli;

import io.assize.engine.recording.Recording;
import io.assize.library.RunFolder;
import io.assize.store.SqliteLedger;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes every request and reply of a run as text. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description =
        "Write every request and reply of a run as JSONL, for an appendix or another machine.",
    footer = {"", "Example: assize export answers.run answers.jsonl.gz"})
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

  ExportCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    RunFolder folder = RunFolder.existing(surroundings.resolve(run));
    try (var ledger = SqliteLedger.readOnly(folder.ledger())) {
      Recording.export(ledger, surroundings.resolve(file));
      surroundings.out().println(ledger.keys().size() + " calls written to " + file);
    }
    return 0;
  }
}
