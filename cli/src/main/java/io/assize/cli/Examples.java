package io.assize.cli;

import io.assize.core.Item;
import io.assize.engine.config.JudgeConfig;
import io.assize.engine.run.Execution;
import io.assize.engine.run.Progress;
import io.assize.report.Safe;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;

/** Shows a recipe at work on one item: what a real model was asked, said, and what was read. */
final class Examples {

  private final Surroundings surroundings;

  Examples(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** Print the example of a recipe, nothing where there is none. */
  void show(String recipe) {
    try (var folder = TemporaryFolder.make()) {
      Shipped.EXAMPLES.layOut(folder.path());
      show(recipe, folder.path());
    }
  }

  private void show(String recipe, Path folder) {
    try (var replay = Shipped.EXAMPLES.replay(surroundings, folder)) {
      Optional<JudgeConfig> judge =
          replay.config().judges().stream().filter(j -> j.name().equals(recipe)).findFirst();
      if (judge.isEmpty()) return;
      Item item = replay.data().items().getFirst();
      var bound = replay.execution().bind(judge.get(), replay.data());
      Execution.Judged judged = replay.execution().judge(bound, replay.data(), Progress.NONE);
      PrintStream out = surroundings.out();
      out.println();
      out.println("example, recorded with Qwen2.5-Coder-1.5B");
      item.fields().forEach((name, text) -> out.println("  " + name + ": " + Safe.terminal(text)));
      replay
          .data()
          .candidates()
          .forEach(
              c -> out.println("  answer of " + c.by().name() + ": " + Safe.terminal(c.text())));
      new Trace(out, replay.ledger(), false).item(judged, item.id());
    }
  }
}
