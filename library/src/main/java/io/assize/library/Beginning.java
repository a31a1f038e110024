package io.assize.library;

import io.assize.core.AssizeException;
import io.assize.engine.config.ConfigFolder;
import io.assize.engine.config.FilesConfig;
import io.assize.engine.config.JudgeConfig;
import io.assize.engine.config.RunConfig;
import io.assize.engine.config.SystemConfig;
import io.assize.engine.config.YamlText;
import io.assize.engine.run.Inputs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Begins a run that no file configures: writes its configuration into its folder. */
record Beginning(
    Host host, Material material, JudgeConfig judge, Functions functions, Bounds bounds) {

  /** Begin the run, or go on with it. Wrong files leave nothing behind. */
  OpenRun open(Optional<Path> to) {
    RunFolder folder =
        to.map(p -> new RunFolder(host.resolve(p)))
            .orElseGet(() -> RunFolder.beside(host.resolve(material.files().getFirst())));
    Optional<GivenFiles> given =
        material.files().isEmpty()
            ? Optional.of(new GivenFiles(folder, material.given()))
            : Optional.empty();
    RunConfig config = config(folder, given);
    Optional<Path> root = Optional.ofNullable(host.folder().toAbsolutePath().getRoot());
    new RunIdentity(folder).check(config);
    boolean isNew = !Files.exists(folder.path());
    folder.make();
    try {
      given.ifPresent(GivenFiles::write);
      if (isNew) Inputs.read(config, ConfigFolder.of(folder.config(), root));
    } catch (AssizeException e) {
      if (isNew) {
        given.ifPresent(GivenFiles::remove);
        folder.remove();
      }
      throw e;
    }
    folder.write(folder.config(), YamlText.of(config));
    return OpenRun.live(host, folder, folder.config(), root, functions);
  }

  private RunConfig config(RunFolder folder, Optional<GivenFiles> given) {
    var files = material.files().stream().map(f -> relative(folder, f)).toList();
    FilesConfig items =
        given
            .map(g -> material.items(List.of(GivenFiles.ITEMS), g.columns()))
            .orElseGet(() -> material.items(files, material.map()));
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
                    List.of(relative(folder, l)),
                    material.labelsMap(),
                    Optional.empty(),
                    Optional.empty()));
    return new RunConfig(
        Optional.empty(),
        bounds.seed(),
        items,
        systems,
        List.of(judge(folder)),
        List.of(),
        labels,
        new RunConfig.Pairs(RunConfig.Pairs.USUAL, bounds.seed()),
        RunConfig.Rank.USUAL,
        bounds.budget());
  }

  private JudgeConfig judge(RunFolder folder) {
    if (!(judge.judging() instanceof JudgeConfig.Judging.Verdicts v)) return judge;
    String file = relative(folder, Path.of(v.file()));
    return new JudgeConfig(
        judge.name(),
        judge.recipe(),
        judge.rubric(),
        judge.parameters(),
        judge.tags(),
        new JudgeConfig.Judging.Verdicts(file, v.map()));
  }

  /** Paths in a run are relative to it, so that it may be moved with its files. */
  private String relative(RunFolder folder, Path file) {
    Path absolute = host.resolve(file).toAbsolutePath();
    return folder.path().toAbsolutePath().normalize().relativize(absolute.normalize()).toString();
  }
}
