package io.assize.library;

import io.assize.core.AssizeException;
import io.assize.core.call.CallKey;
import io.assize.core.call.Ledger;
import io.assize.core.call.Reply;
import io.assize.engine.config.ConfigReader;
import io.assize.engine.config.JudgeConfig;
import io.assize.engine.config.RunConfig;
import io.assize.engine.door.Meter;
import io.assize.engine.door.Schedule;
import io.assize.engine.files.DataFile;
import io.assize.engine.label.Draws;
import io.assize.engine.label.LedgerLabels;
import io.assize.engine.run.Answering;
import io.assize.engine.run.Execution;
import io.assize.engine.run.Filed;
import io.assize.engine.trial.People;
import io.assize.engine.trial.PeopleTrial;
import io.assize.engine.trial.Replies;
import io.assize.judges.recipe.Recipe;
import io.assize.judges.run.Load;
import io.assize.measures.inference.Bootstrap;
import io.assize.report.Facts;
import io.assize.report.Numbers;
import io.assize.report.Report;
import io.assize.report.Safe;
import io.assize.report.page.HtmlPage;
import io.assize.report.page.TableFiles;
import io.assize.store.SqliteLedger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apiguardian.api.API;

/**
 * A run at work: its folder with ledger and models open.
 *
 * <p>Run, resume and replay are one thing: only whether anything may go out differs.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class OpenRun implements AutoCloseable {

  private final Host host;
  private final RunFolder folder;
  private final boolean live;
  private final SqliteLedger ledger;
  private final OpenModels models;
  private final Execution execution;
  private final RunConfig config;
  private final Others others;

  private OpenRun(
      Host host,
      RunFolder folder,
      ConfigReader.Loaded loaded,
      boolean live,
      SqliteLedger ledger,
      OpenModels models,
      Others others) {
    this.host = host;
    this.folder = folder;
    this.live = live;
    this.config = loaded.config();
    this.ledger = ledger;
    this.models = models;
    this.others = others;
    this.execution =
        new Execution(
            config,
            loaded.folder(),
            ledger,
            models,
            live,
            Schedule.AT_ONCE,
            others.reuse(),
            Optional.empty(),
            host.clock());
  }

  private static OpenRun open(
      Host host,
      RunFolder folder,
      ConfigReader.Loaded loaded,
      boolean live,
      Functions functions,
      List<Path> reuse) {
    var others = new Others(host, reuse, folder);
    SqliteLedger ledger =
        live ? SqliteLedger.open(folder.ledger()) : SqliteLedger.readOnly(folder.ledger());
    try {
      var models = new OpenModels(host, loaded.config(), loaded.folder().folder(), functions);
      return new OpenRun(host, folder, loaded, live, ledger, models, others);
    } catch (RuntimeException e) {
      ledger.close();
      others.close();
      throw e;
    }
  }

  /**
   * Begin a run, or go on with it: what is missing is asked for.
   *
   * @param folder of the run
   * @param config the configuration, in the folder that its paths are relative to
   * @param root where its files may lie
   */
  public static OpenRun live(Host host, RunFolder folder, Path config, Optional<Path> root) {
    return live(host, folder, config, root, List.of());
  }

  /**
   * Begin a run, or go on with it, with calls of other runs.
   *
   * @param reuse folders of runs whose calls are copied where they serve
   */
  public static OpenRun live(
      Host host, RunFolder folder, Path config, Optional<Path> root, List<Path> reuse) {
    return live(host, folder, config, root, Functions.NONE, reuse);
  }

  static OpenRun live(
      Host host,
      RunFolder folder,
      Path config,
      Optional<Path> root,
      Functions functions,
      List<Path> reuse) {
    return open(host, folder, ConfigReader.read(config, root), true, functions, reuse);
  }

  /**
   * Open a run that is there: its files lie beneath the folder around it, unless a root is given.
   *
   * @param live whether anything may go out
   */
  public static OpenRun existing(Host host, Path run, Optional<Path> root, boolean live) {
    return existing(host, run, root, live, List.of());
  }

  /**
   * Open a run that is there, with calls of other runs.
   *
   * @param reuse folders of runs whose calls are copied where they serve
   */
  public static OpenRun existing(
      Host host, Path run, Optional<Path> root, boolean live, List<Path> reuse) {
    RunFolder folder = RunFolder.existing(host.resolve(run));
    Path around = folder.path().toAbsolutePath().normalize().getParent();
    Optional<Path> under = root.map(host::resolve).or(() -> Optional.ofNullable(around));
    ConfigReader.Loaded loaded = ConfigReader.read(folder.config(), folder.source(), under);
    return open(host, folder, loaded, live, Functions.NONE, reuse);
  }

  /** Return the folder. */
  public RunFolder folder() {
    return folder;
  }

  /** Return what was asked for. */
  public RunConfig config() {
    return config;
  }

  /** Return what came from outside. */
  public Ledger ledger() {
    return ledger;
  }

  /** Return the way from the configuration to its results. */
  public Execution execution() {
    return execution;
  }

  /** Close ledger and connections. What was answered is kept. */
  @Override
  public void close() {
    try (ledger;
        models;
        others) {
      // All are closed, whatever the first one says.
    }
  }

  /** Have systems answer and judges judge, and write what they say into the folder. */
  public Finished finish(Watcher watcher) {
    Answering.Answered inputs = inputs(watcher);
    var all = new ArrayList<Finished.Told>();
    for (JudgeConfig judge : config.judges()) all.add(judge(judge, inputs, watcher));
    var finished =
        new Finished(
            joined(all),
            new Heads(host).collected(inputs, execution.wires().count()),
            inputs,
            execution.wires().count(),
            Release.number(),
            host.clock().instant());
    if (live && !folder.has(finished)) write(finished);
    return finished;
  }

  /** Read the files, and have systems answer that are models or programs. */
  Answering.Answered inputs(Watcher watcher) {
    if (live) {
      var costs = new Costs(execution, config.budget());
      Answering.Planned planned = execution.planned();
      planned.loads().values().forEach(loads -> costs.refuseBlind(loads.missing()));
      List<String> lines = DryRun.answers(costs, planned);
      if (!lines.isEmpty()) watcher.planned(lines);
    }
    Answering.Answered inputs = execution.inputs(watcher);
    watcher.over();
    if (!config.judges().isEmpty() && inputs.data().candidates().isEmpty()) {
      inputs.missing().forEach(this::nobodyAnswered);
    }
    return inputs;
  }

  /** Return how the data were read. */
  List<String> accounts(Answering.Answered inputs) {
    return new Heads(host).accounts(inputs);
  }

  /** Tell whether anything may go out. */
  boolean live() {
    return live;
  }

  /** Return what a judge took since, in words. */
  List<String> done(Meter.Count before, Replies replies) {
    return new Sentences(execution.wires().count(), before, others.reuse().taken(), live)
        .done(replies);
  }

  /** The results come last: where they stand, the page of them stands too. */
  private void write(Finished finished) {
    if (!config.judges().isEmpty()) {
      Report report = report(finished);
      folder.write(folder.page(), HtmlPage.of(report));
      folder.write(folder.table(), String.join("\n", TableFiles.standings(report)) + "\n");
    }
    folder.write(folder.results(), finished.document().canonical() + "\n");
  }

  /** Return what was found in the form that pages and files are made of. */
  public Report report(Finished finished) {
    var reports = new Reports(execution, ledger);
    return new Report(
        String.valueOf(folder.path().toAbsolutePath().normalize().getFileName()),
        finished.judges().stream()
            .map(t -> reports.judge(t.judged(), t.facts(), finished.inputs().data()))
            .toList(),
        finished.open(),
        finished.made(),
        key -> reports.reply(key).or(() -> recorded(finished, key)));
  }

  private static Optional<String> recorded(Finished finished, CallKey key) {
    return finished.judges().stream()
        .flatMap(t -> t.judged().judge().session().outside().recorded(key).stream())
        .map(Reply.Said::text)
        .findFirst();
  }

  private List<Finished.Told> joined(List<Finished.Told> all) {
    var judged = execution.joined(all.stream().map(Finished.Told::judged).toList());
    var told = new ArrayList<Finished.Told>();
    for (int i = 0; i < all.size(); i++) {
      Finished.Told t = all.get(i);
      told.add(new Finished.Told(judged.get(i), t.plan(), t.facts(), t.people()));
    }
    return told;
  }

  private void nobodyAnswered(Answering.Gap gap) {
    if (!gap.why().open()) return;
    throw AssizeException.incomplete(
        "systems." + gap.system(),
        "answered nothing: " + gap.first(),
        "mend it and go on with the run");
  }

  private Finished.Told judge(JudgeConfig judge, Answering.Answered inputs, Watcher watcher) {
    Execution.Bound bound = execution.bind(judge, inputs.data());
    var head = new ArrayList<>(accounts(inputs));
    bound.file().map(Filed::account).ifPresent(a -> head.add(new Heads(host).account(a)));
    var costs = new Costs(execution, config.budget());
    head.addAll(
        live && bound.file().isEmpty() && bound.done()
            ? DryRun.nothing(costs, bound)
            : DryRun.judge(costs, bound));
    watcher.planned(head);
    var before = execution.wires().count();
    Execution.Judged judged = execution.judge(bound, inputs.data(), watcher);
    watcher.over();
    return new Finished.Told(
        judged,
        head,
        facts(done(before, judged.result().replies()), judged, inputs.data(), costs),
        people(judged, inputs.data()));
  }

  /** What people say of a judge in the sheets of the run; empty where there is none. */
  private Optional<People> people(Execution.Judged judged, DataFile data) {
    if (LedgerLabels.of(ledger).history().isEmpty()) return Optional.empty();
    var bootstrap = Bootstrap.of(config.rank().resamples(), config.seed());
    var trial = new PeopleTrial(judged.result(), data, Draws.of(ledger), bootstrap);
    return Optional.of(trial.result()).filter(p -> p.labelled() > 0);
  }

  private Facts facts(List<String> done, Execution.Judged judged, DataFile data, Costs costs) {
    Execution.Bound bound = judged.judge();
    String shown = shown();
    boolean labels =
        data.labels().isEmpty()
            && judged.result().replies().read() > 0
            && bound.docket().stream().allMatch(a -> a.asked().candidates().size() <= 2);
    var next = new ArrayList<>(labels ? toLabel(shown) : List.<String>of());
    next.add("open " + shown + "/" + folder.page().getFileName());
    boolean greedy =
        bound.recipe().nodes().stream()
            .allMatch(
                n -> !(n instanceof Recipe.Ask a) || a.sampling().temperature().orElse(1) == 0);
    return new Facts(
        done,
        String.join(", ", bound.model()),
        execution.ownFamily(bound, data),
        labels
            ? "30 labels take about 15 minutes (below)"
            : "--labels FILE: about 30 labels are enough to begin",
        again(bound, costs),
        greedy ? ", at temperature 0" : "",
        Optional.of(shown),
        next,
        false);
  }

  /** Return the folder as the user would name it from here. */
  String shown() {
    String run = host.folder().relativize(folder.path().toAbsolutePath().normalize()).toString();
    return Safe.brief(run.isEmpty() ? "." : run, 60);
  }

  private static List<String> toLabel(String run) {
    String read = "assize label " + run + " sheet.csv";
    String draw = "assize label " + run + " --sample 30 --csv sheet.csv";
    String gap = " ".repeat(draw.length() - read.length());
    return List.of(draw + "     blind, shuffled", read + gap + "     when it is filled in");
  }

  /** What would measure whether the judge says the same again, and what it would cost. */
  private String again(Execution.Bound bound, Costs costs) {
    switch (bound.config().judging()) {
      case JudgeConfig.Judging.Verdicts v -> {
        return "verdicts in a file";
      }
      case JudgeConfig.Judging.Replies r -> {
        return "replies in a file";
      }
      case JudgeConfig.Judging.Asking a -> {
        // It can be asked again: what that costs is told.
      }
    }
    Map<String, Load> once = bound.once();
    var twice = new TreeMap<String, Load>();
    once.forEach((to, load) -> twice.put(to, load.times(2)));
    String option = folder.source().equals(folder.config()) ? "--repeat 3" : "repeat: 3";
    Optional<Double> usd = costs.usd(twice).filter(d -> d > 0);
    return usd.map(d -> option + " costs about " + Numbers.dollars(d))
        .orElse(option + " takes about " + Numbers.about(Costs.calls(twice)) + " calls more");
  }
}
