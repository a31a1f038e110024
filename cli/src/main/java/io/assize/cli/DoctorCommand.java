package io.assize.cli;

import io.assize.core.AssizeException;
import io.assize.core.call.Abilities;
import io.assize.core.call.Model;
import io.assize.engine.config.ConfigReader;
import io.assize.engine.config.RunConfig;
import io.assize.engine.config.YamlText;
import io.assize.library.OpenModels;
import io.assize.library.Release;
import io.assize.report.Safe;
import io.assize.store.SqliteLedger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks what a run needs: Java, a place to write, a configuration, a model and what it can do. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description =
        "Check the machine, a configuration, a model: what works, what does not, what to do.",
    footer = {"", "Example: assize doctor --model http://127.0.0.1:8080/v1"})
final class DoctorCommand implements Callable<Integer> {

  private final Surroundings surroundings;
  private boolean well = true;

  @Parameters(arity = "0..1", paramLabel = "FILE", description = "A configuration to check.")
  @Nullable Path file;

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      description = "A model to ask what it can do (a few short calls).")
  @Nullable String model;

  DoctorCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    say("assize", Release.number() + ", Java " + Runtime.version());
    check("ledger", this::ledger);
    if (file != null) {
      Path config = file;
      check("config", () -> config(config));
    }
    if (model != null) {
      String name = model;
      check("model", () -> abilities(name));
    } else {
      say("model", "not asked: assize doctor --model MODEL; assize models looks for one");
    }
    return well ? 0 : AssizeException.Fault.ENVIRONMENT.exitCode();
  }

  private void say(String what, String says) {
    surroundings.out().printf("%-9s %s%n", what, says);
  }

  private void check(String what, Callable<String> check) {
    try {
      say(what, Safe.terminalLines(check.call()));
    } catch (AssizeException e) {
      well = false;
      say(what, Safe.terminalLines(String.valueOf(e.getMessage())));
    } catch (Exception e) {
      well = false;
      say(what, Safe.terminal("" + e.getMessage()));
    }
  }

  private String ledger() throws IOException {
    Path folder = Files.createTempDirectory("assize-doctor");
    Path path = folder.resolve("ledger.db");
    try (SqliteLedger ledger = SqliteLedger.open(path)) {
      return "can be written; " + ledger.keys().size() + " calls in a new one";
    } finally {
      try (var all = Files.list(folder)) {
        for (Path p : all.toList()) Files.delete(p);
      }
      Files.delete(folder);
    }
  }

  private String config(Path path) {
    RunConfig config = ConfigReader.read(surroundings.resolve(path), Optional.empty()).config();
    return "is right: "
        + config.systems().size()
        + " systems, "
        + config.judges().size()
        + " judges; hash "
        + config.hash().brief()
        + "\n"
        + YamlText.of(config).stripTrailing();
  }

  private String abilities(String name) {
    RunConfig none = Configs.judging(name);
    try (var models = new OpenModels(surroundings.host(), none, surroundings.folder())) {
      Model opened = models.model("--model", name);
      Abilities a = opened.abilities();
      return opened.name()
          + " at "
          + opened.endpoint()
          + "\n          token probabilities: "
          + (a.topTokens() == 0 ? "no" : a.topTokens() + " alternatives")
          + "; JSON by schema: "
          + (a.schema() ? "yes" : "no")
          + "; seed: "
          + (a.seed() ? "yes" : "no")
          + "; several samples at once: "
          + (a.choices() ? "yes" : "no");
    }
  }
}
