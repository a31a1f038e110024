package io.assize.library;

import io.assize.core.AssizeException;
import io.assize.core.call.Model;
import io.assize.core.call.Protocol;
import io.assize.engine.config.ModelEntry;
import io.assize.engine.config.RunConfig;
import io.assize.engine.config.UserConfig;
import io.assize.engine.run.ModelSource;
import io.assize.models.CommandModel;
import io.assize.models.Environment;
import io.assize.models.Keys;
import io.assize.models.ModelConfig;
import io.assize.models.ModelFinder;
import io.assize.models.ModelOpener;
import io.assize.models.ModelSpec;
import io.assize.models.http.Patience;
import io.assize.models.http.Transport;
import io.assize.models.wire.Protocols;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apiguardian.api.API;

/** The models of a run, opened by the one grammar, each once. */
@API(status = API.Status.EXPERIMENTAL)
public final class OpenModels implements ModelSource, AutoCloseable {

  private static final int AT_ONCE = 256;

  private final Host host;
  private final Path folder;
  private final Functions functions;
  private final SortedMap<String, ModelConfig> configured;
  private final Transport transport;
  private final ModelOpener opener;
  private final SortedMap<String, Model> opened = new TreeMap<>();

  /**
   * Make the source.
   *
   * @param host holds keys and the time
   * @param config names models of its own
   * @param folder in which commands run
   */
  public OpenModels(Host host, RunConfig config, Path folder) {
    this(host, config, folder, Functions.NONE);
  }

  OpenModels(Host host, RunConfig config, Path folder, Functions functions) {
    this.host = host;
    this.functions = functions;
    this.folder = folder;
    this.configured = configured(config);
    // Chance spreads retries out; it reaches no result.
    this.transport = new Transport(host.clock(), new Random(), AT_ONCE);
    var environment = Environment.of(host.environment());
    this.opener = new ModelOpener(new Keys(environment, hosts(host)), transport);
  }

  private static SortedMap<String, String> hosts(Host host) {
    Optional<Path> file =
        host.variable("XDG_CONFIG_HOME")
            .map(Path::of)
            .or(() -> host.variable("HOME").map(h -> Path.of(h, ".config")))
            .map(f -> f.resolve("assize/config.yaml"))
            .filter(Files::isRegularFile);
    return file.map(UserConfig::read).orElse(UserConfig.NONE).hosts();
  }

  private static SortedMap<String, ModelConfig> configured(RunConfig config) {
    var all = new TreeMap<String, ModelConfig>();
    for (ModelEntry m : config.models()) {
      all.put(
          m.name(),
          new ModelConfig(
              m.model(),
              m.protocol(),
              m.key(),
              m.revision(),
              patience(m.pace()),
              m.pace().inFlight()));
    }
    return Collections.unmodifiableSortedMap(all);
  }

  private static Patience patience(ModelEntry.Pace pace) {
    Patience usual = Patience.USUAL;
    Patience timed =
        pace.deadline().isPresent()
            ? usual.withDeadline(
                Duration.ofMillis(Math.round(pace.deadline().getAsDouble() * 1000)))
            : usual;
    return pace.attempts().isPresent() ? timed.withAttempts(pace.attempts().getAsInt()) : timed;
  }

  /**
   * Return the name of the only model on this machine: nothing that costs money is chosen silently.
   *
   * @param where a model could have been named
   * @throws AssizeException where there is none, or more than one, with what was found
   */
  public static String only(Host host, String where) {
    try (var transport = new Transport(host.clock(), new Random(), 4)) {
      var environment = Environment.of(host.environment());
      var findings = new ModelFinder(environment, transport, ModelFinder.USUAL).look();
      return findings
          .only()
          .map(Object::toString)
          .orElseThrow(() -> AssizeException.usage(where, "is not given", findings.text(), ""));
    }
  }

  @Override
  public synchronized Model model(String where, String name) {
    Model known = opened.get(name);
    if (known != null) return known;
    Model model =
        functions
            .model(where, name)
            .orElseGet(() ->
                opener.open(where, ModelSpec.parse(where, name, configured), Optional.empty()));
    opened.put(name, model);
    return model;
  }

  @Override
  public Model command(String where, String command) {
    return functions
        .system(where, command)
        .orElseGet(
            () -> new CommandModel(where, command, CommandModel.Settings.in(folder), host.clock()));
  }

  @Override
  public SortedMap<String, Protocol> protocols() {
    var all = new TreeMap<String, Protocol>();
    Protocols.all().forEach(p -> all.put(p.name(), p));
    return all;
  }

  @Override
  public void close() {
    transport.close();
  }
}
