package io.assize.cli;

import io.assize.engine.config.FilesConfig;
import io.assize.engine.config.JudgeConfig;
import io.assize.engine.config.RunConfig;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Configurations that no file holds. */
final class Configs {

  private Configs() {}

  /** Return the configuration of one judge over nothing, for asking a model what it can do. */
  static RunConfig judging(String model) {
    var asking = new JudgeConfig.Judging.Asking(Optional.of(model));
    return new RunConfig(
        Optional.empty(),
        1,
        FilesConfig.of(List.of("none")),
        List.of(),
        List.of(
            new JudgeConfig(
                "main",
                Optional.empty(),
                Optional.empty(),
                new TreeMap<>(),
                new TreeSet<>(),
                asking)),
        List.of(),
        Optional.empty(),
        new RunConfig.Pairs(RunConfig.Pairs.USUAL, 1),
        RunConfig.Rank.USUAL,
        RunConfig.Budget.NONE);
  }
}
