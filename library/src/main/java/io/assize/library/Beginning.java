package io.assize.library;

import io.assize.core.AssizeException;
import io.assize.engine.config.ConfigFolder;
import io.assize.engine.config.ConfigReader;
import io.assize.engine.config.FilesConfig;
import io.assize.engine.config.JudgeConfig;
import io.assize.engine.config.ModelEntry;
import io.assize.engine.config.PromptChoice;
import io.assize.engine.config.RunConfig;
import io.assize.engine.config.SystemConfig;
import io.assize.engine.config.YamlText;
import io.assize.engine.files.ColumnMap;
import io.assize.engine.run.Inputs;
import io.assize.judges.recipe.Recipes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Begins a run that no file configures: writes its configuration into its folder. */
record Beginning(
    Host host,
    Material material,
    JudgeConfig judge,
    Functions functions,
    Bounds bounds,
    Keeping keeping) {

  /** Begin the run, or go on with it. Wrong files leave nothing behind. */
  OpenRun open() {
    return open(false);
  }

  /**
   * Begin the run, or go on with it.
   *
   * @param asItIs whether a run that is there keeps its own items, repeats and judges, and takes
   *     other limits and labels only
   */
  OpenRun open(boolean asItIs) {
    try (var laid = new Laid()) {
      new RunIdentity(laid.folder).check(laid.config);
      RunConfig told = asItIs ? merged(laid.folder, laid.config) : laid.config;
      laid.folder.write(laid.folder.config(), YamlText.of(told));
      laid.stays = true;
      Path config = laid.folder.config();
      return OpenRun.live(host, laid.folder, config, root(), functions, keeping.reuse());
    }
  }

  private static RunConfig merged(RunFolder folder, RunConfig now) {
    if (!Files.isRegularFile(folder.config()) || !Files.isRegularFile(folder.ledger())) return now;
    RunConfig before = ConfigReader.said(folder.config());
    return new RunConfig(
        before.name(),
        before.seed(),
        before.items(),
        before.systems(),
        before.judges(),
        now.models().isEmpty() ? before.models() : now.models(),
        now.labels().or(before::labels),
        before.pairs(),
        before.rank(),
        now.budget());
  }

  /** Say what it would take. Nothing is sent, and nothing stays behind. */
  List<String> plan() {
    try (var laid = new Laid();
        var others = new Others(host, keeping.reuse(), laid.folder)) {
      return DryRun.of(host, laid.folder, laid.loaded(), others.reuse());
    }
  }

  /** Say what it would take to probe its judge. */
  List<String> plan(Probing.Choice choice) {
    try (var laid = new Laid();
        var others = new Others(host, keeping.reuse(), laid.folder)) {
      RunConfig config = merged(laid.folder, laid.config);
      var loaded = new ConfigReader.Loaded(config, laid.loaded().folder());
      return DryRun.of(
          host,
          laid.folder,
          loaded,
          others.reuse(),
          execution -> Probing.plan(execution, config, choice));
    }
  }

  private Optional<Path> root() {
    return Optional.ofNullable(host.folder().toAbsolutePath().getRoot());
  }

  /** The folder of the run with what was given in memory, taken away again unless it stays. */
  private final class Laid implements AutoCloseable {
    private final RunFolder folder;
    private final Optional<GivenFiles> given;
    private final RunConfig config;
    private final boolean isNew;
    private boolean stays;

    Laid() {
      folder =
          keeping
              .to()
              .map(p -> new RunFolder(host.resolve(p)))
              .orElseGet(() -> RunFolder.beside(host.resolve(material.files().getFirst())));
      given =
          material.files().isEmpty()
              ? Optional.of(new GivenFiles(folder, material.given()))
              : Optional.empty();
      config = config(folder, given);
      isNew = !Files.exists(folder.path());
      folder.make();
      try {
        given.ifPresent(GivenFiles::write);
        if (isNew) Inputs.read(config, loaded().folder());
      } catch (AssizeException e) {
        close();
        throw e;
      }
    }

    ConfigReader.Loaded loaded() {
      return new ConfigReader.Loaded(config, ConfigFolder.of(folder.config(), root()));
    }

    @Override
    public void close() {
      if (stays || !isNew) return;
      given.ifPresent(GivenFiles::remove);
      folder.remove();
    }
  }

  private RunConfig config(RunFolder folder, Optional<GivenFiles> given) {
    var files = material.files().stream().map(f -> relative(folder, f.toString())).toList();
    FilesConfig items =
        given
            .map(g -> material.items(List.of(GivenFiles.ITEMS), g.columns()))
            .orElseGet(() -> material.items(files, relative(folder, material.map())));
    var systems = new ArrayList<SystemConfig>();
    given.ifPresent(g -> systems.addAll(g.configs()));
    functions
        .systems()
        .forEach((known, model) ->
            systems.add(
                new SystemConfig(model.name(), new SystemConfig.Answers.OfCommand(known, 1))));
    Optional<FilesConfig> labels =
        material
            .labels()
            .map(l ->
                new FilesConfig(
                    List.of(relative(folder, l.toString())),
                    relative(folder, material.labelsMap()),
                    Optional.empty(),
                    Optional.empty()));
    return new RunConfig(
        Optional.empty(),
        bounds.seed(),
        items,
        systems,
        List.of(judge(folder)),
        models(),
        labels,
        new RunConfig.Pairs(RunConfig.Pairs.USUAL, bounds.seed()),
        RunConfig.Rank.USUAL,
        bounds.budget());
  }

  private JudgeConfig judge(RunFolder folder) {
    JudgeConfig told =
        judge.withJudging(
            switch (judge.judging()) {
              case JudgeConfig.Judging.Asking a -> a;
              case JudgeConfig.Judging.Verdicts v ->
                  new JudgeConfig.Judging.Verdicts(
                      relative(folder, v.file()), relative(folder, v.map()));
              case JudgeConfig.Judging.Replies r ->
                  new JudgeConfig.Judging.Replies(relative(folder, r.file()), r.map());
            });
    if (judge.recipe().filter(Recipes::isFile).isPresent()) {
      told = told.withRecipe(relative(folder, judge.recipe().get()));
    }
    if (judge.prompt().isEmpty()) return told;
    PromptChoice choice = PromptChoice.parse(judge.prompt().get());
    String file = relative(folder, choice.file());
    return told.withPrompt(new PromptChoice(choice.name(), file).toString());
  }

  /** A price makes the model one of the configuration's own, under the name that was given. */
  private List<ModelEntry> models() {
    if (bounds.price().isEmpty()) return List.of();
    if (!(judge.judging() instanceof JudgeConfig.Judging.Asking a) || a.model().isEmpty()) {
      throw AssizeException.usage("price", "is given, and no model is asked", "with a model", "");
    }
    String name = a.model().get();
    return List.of(
        new ModelEntry(
            name,
            name,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            bounds.price(),
            ModelEntry.Pace.USUAL));
  }

  private ColumnMap relative(RunFolder folder, ColumnMap map) {
    return map.withMappingFile(file -> relative(folder, file));
  }

  /** Paths in a run are relative to it, so that it may be moved with its files. */
  private String relative(RunFolder folder, String file) {
    Path absolute = host.resolve(Path.of(file)).toAbsolutePath();
    return folder.path().toAbsolutePath().normalize().relativize(absolute.normalize()).toString();
  }
}
