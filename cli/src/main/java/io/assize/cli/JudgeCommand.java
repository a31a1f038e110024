package io.assize.cli;

import io.assize.core.AssizeException;
import io.assize.library.Judging;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Judges the answers in a file: the shape of the data chooses the recipe. */
@Command(
    name = "judge",
    mixinStandardHelpOptions = true,
    description = "Judge the answers in a file, and say how far the judge can be believed.",
    footer = {
      "",
      "Example: assize judge answers.csv --model openai/MODEL --rubric \"Correct, complete.\""
          + " --take 20",
      "  columns: id, question, reference (optional), then one for each system",
      "  saves answers.run: every request and reply; the same command goes on where it stopped"
    })
final class JudgeCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "CSV, TSV, JSONL, JSON, a folder, results of promptfoo, Inspect and others.")
  List<Path> files = List.of();

  @Mixin JudgingOptions how = new JudgingOptions();

  @Mixin AskOptions asking = new AskOptions();

  @Mixin OutputOptions output = new OutputOptions();

  JudgeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    how.check(surroundings, files);
    try {
      if (asking.dryRun) {
        how.judging(surroundings, files, asking.reuse).plan().forEach(surroundings.out()::println);
        return 0;
      }
      Judging judging = how.somebody(surroundings, files, asking.reuse);
      return Printing.begin(surroundings, judging.open(), output);
    } catch (AssizeException e) {
      throw how.asTyped(e);
    }
  }
}
