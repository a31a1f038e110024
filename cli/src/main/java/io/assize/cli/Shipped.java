package io.assize.cli;

import io.assize.core.AssizeException;
import io.assize.core.call.Ledger;
import io.assize.engine.config.ConfigReader;
import io.assize.engine.config.RunConfig;
import io.assize.engine.door.Schedule;
import io.assize.engine.files.DataFile;
import io.assize.engine.recording.JsonlLedger;
import io.assize.engine.run.Execution;
import io.assize.engine.run.Progress;
import io.assize.library.OpenModels;
import io.assize.library.RunFolder;
import io.assize.store.SqliteLedger;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * A run that ships with the program: its configuration, its data, and the recording of the model
 * that was asked, so that it is replayed without one.
 *
 * @param name folder beside this class
 * @param files that the configuration names, and the configuration
 */
record Shipped(String name, List<String> files) {

  /** What {@code assize demo} shows. */
  static final Shipped DEMO =
      new Shipped(
          "demo",
          List.of(
              "assize.yaml",
              "items.jsonl",
              "careful.jsonl",
              "fluent.jsonl",
              "qwen.jsonl",
              "smollm2.jsonl",
              "labels.csv",
              "grades.csv",
              "recipes/without-tie.yaml"));

  /** One item judged by every recipe that {@code assize recipes NAME} shows an example of. */
  static final Shipped EXAMPLES = new Shipped("examples", List.of("assize.yaml", "items.csv"));

  private static final String RECORDING = "recording.jsonl.gz";

  /** Write the files that the configuration names into a folder. */
  void layOut(Path folder) {
    for (String each : files) {
      Path file = folder.resolve(each);
      try (InputStream in = open(each)) {
        Files.createDirectories(file.getParent());
        Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
      } catch (IOException e) {
        throw AssizeException.environment(
            folder.toString(), "the files cannot be written", "choose another folder", e);
      }
    }
  }

  /** Open one of the files. */
  InputStream open(String file) {
    InputStream in = Shipped.class.getResourceAsStream(name + "/" + file);
    if (in != null) return in;
    throw AssizeException.defect(
        "the program lacks " + file, new IllegalStateException("no resource " + name + "/" + file));
  }

  /**
   * A replay that is under way.
   *
   * @param execution which asks nobody
   * @param config what it does
   * @param data read
   * @param ledger of the recording
   * @param models how replies are read
   */
  record Replay(
      Execution execution, RunConfig config, DataFile data, Ledger ledger, OpenModels models)
      implements AutoCloseable {

    @Override
    public void close() {
      try (ledger;
          models) {
        // Both are closed, whatever the first one says.
      }
    }
  }

  /** Replay it from the files that were laid out. */
  Replay replay(Surroundings surroundings, Path folder) {
    var loaded = ConfigReader.read(folder.resolve("assize.yaml"), Optional.empty());
    Ledger ledger = recording();
    var models = new OpenModels(surroundings.host(), loaded.config(), folder);
    var execution =
        new Execution(
            loaded.config(),
            loaded.folder(),
            ledger,
            models,
            false,
            Schedule.AT_ONCE,
            surroundings.clock());
    DataFile data = execution.inputs(Progress.NONE).data();
    return new Replay(execution, loaded.config(), data, ledger, models);
  }

  /**
   * Keep the recording as a run beside the files that were laid out, so that every command can be
   * tried on it. A run that is there already stays as it is.
   *
   * @return its folder
   */
  RunFolder keep(Path folder) {
    var run = new RunFolder(folder.resolve(name + RunFolder.ENDING));
    if (Files.exists(run.ledger())) return run;
    run.make();
    Path config = folder.resolve("assize.yaml");
    try (Ledger from = recording();
        Ledger to = SqliteLedger.open(run.ledger())) {
      from.forEach(to::append);
      run.keep(Files.readString(config), config);
    } catch (IOException e) {
      throw AssizeException.environment(
          folder.toString(), "the run cannot be written", "choose another folder", e);
    }
    return run;
  }

  private Ledger recording() {
    try (InputStream in = new GZIPInputStream(open(RECORDING))) {
      return JsonlLedger.read(in, RECORDING);
    } catch (IOException e) {
      throw AssizeException.defect("the recording of " + name + " cannot be read", e);
    }
  }
}
