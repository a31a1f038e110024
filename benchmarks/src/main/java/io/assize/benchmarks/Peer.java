package io.assize.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A program of others that is timed beside ours where it is installed. */
final class Peer {

  private Peer() {}

  static boolean isThere(String program) {
    for (String folder : System.getenv("PATH").split(":", -1)) {
      if (Files.isExecutable(Path.of(folder, program))) return true;
    }
    return false;
  }

  /**
   * Have Inspect judge as many samples, by its own model without a network, and time how long it
   * takes to score what it kept: nothing is asked again, as in a resume of a finished run.
   */
  static WholeProcess inspect(Path folder, int samples, int runs)
      throws IOException, InterruptedException {
    Path logs = Files.createDirectories(folder.resolve("inspect"));
    Files.writeString(
        logs.resolve("task.py"),
        """
        from inspect_ai import Task, task
        from inspect_ai.dataset import Sample
        from inspect_ai.scorer import includes
        from inspect_ai.solver import generate

        @task
        def answers():
            samples = [Sample(id=f"q{i}", input=f"Question number {i}?", target="Default") for i in range(%d)]
            return Task(dataset=samples, solver=generate(), scorer=includes())
        """
            .formatted(samples));
    WholeProcess.once(
        logs,
        List.of(
            "inspect",
            "eval",
            "task.py",
            "--model",
            "mockllm/model",
            "--display",
            "none",
            "--log-dir",
            "logs"));
    try (var found = Files.list(logs.resolve("logs"))) {
      String log = found.map(Path::toString).sorted().toList().getLast();
      return WholeProcess.time(
          "inspect score of " + samples + " kept samples",
          runs,
          logs,
          List.of(
              "inspect",
              "score",
              log,
              "--scorer",
              "includes",
              "--action",
              "overwrite",
              "--overwrite",
              "--display",
              "none"));
    }
  }
}
