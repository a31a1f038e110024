package io.assize.library;

import io.assize.core.Why;
import io.assize.core.call.Ledger;
import io.assize.engine.config.ConfigReader;
import io.assize.engine.config.JudgeConfig;
import io.assize.engine.config.RunConfig;
import io.assize.engine.door.Schedule;
import io.assize.engine.files.Account;
import io.assize.engine.files.DataFile;
import io.assize.engine.run.Answering;
import io.assize.engine.run.Execution;
import io.assize.engine.run.Filed;
import io.assize.engine.trial.Replies;
import io.assize.judges.run.Plan;
import io.assize.report.Facts;
import io.assize.report.Numbers;
import io.assize.report.Safe;
import io.assize.store.SqliteLedger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  private OpenRun(
      Host host,
      RunFolder folder,
      ConfigReader.Loaded loaded,
      boolean live,
      SqliteLedger ledger,
      OpenModels models) {
    this.host = host;
    this.folder = folder;
    this.live = live;
    this.config = loaded.config();
    this.ledger = ledger;
    this.models = models;
    this.execution =
        new Execution(
            config, loaded.folder(), ledger, models, live, Schedule.AT_ONCE, host.clock());
  }

  private static OpenRun open(
      Host host, RunFolder folder, ConfigReader.Loaded loaded, boolean live) {
    SqliteLedger ledger =
        live ? SqliteLedger.open(folder.ledger()) : SqliteLedger.readOnly(folder.ledger());
    try {
      var models = new OpenModels(host, loaded.config(), loaded.folder().folder());
      return new OpenRun(host, folder, loaded, live, ledger, models);
    } catch (RuntimeException e) {
      ledger.close();
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
    return open(host, folder, ConfigReader.read(config, root), true);
  }

  /**
   * Open a run that is there: its files lie beneath the folder around it, unless a root is given.
   *
   * @param live whether anything may go out
   */
  public static OpenRun existing(Host host, Path run, Optional<Path> root, boolean live) {
    RunFolder folder = RunFolder.existing(host.resolve(run));
    Path around = folder.path().toAbsolutePath().normalize().getParent();
    Optional<Path> under = root.map(host::resolve).or(() -> Optional.ofNullable(around));
    ConfigReader.Loaded loaded = ConfigReader.read(folder.config(), folder.source(), under);
    return open(host, folder, loaded, live);
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
        models) {
      // Both are closed, whatever the first one says.
    }
  }

  /** Have systems answer and judges judge, and write what they say into the folder. */
  public Finished finish(Watcher watcher) {
    Answering.Answered inputs = execution.inputs(watcher);
    watcher.over();
    var all = new ArrayList<Finished.Told>();
    for (JudgeConfig judge : config.judges()) all.add(judge(judge, inputs, watcher));
    var finished =
        new Finished(
            joined(all),
            collected(inputs),
            inputs.open(),
            Release.number(),
            host.clock().instant());
    if (live) folder.write(folder.results(), finished.document().canonical() + "\n");
    return finished;
  }

  private List<Finished.Told> joined(List<Finished.Told> all) {
    var judged = execution.joined(all.stream().map(Finished.Told::judged).toList());
    var told = new ArrayList<Finished.Told>();
    for (int i = 0; i < all.size(); i++) {
      told.add(new Finished.Told(judged.get(i), all.get(i).plan(), all.get(i).facts()));
    }
    return told;
  }

  private Finished.Told judge(JudgeConfig judge, Answering.Answered inputs, Watcher watcher) {
    Execution.Bound bound = execution.bind(judge, inputs.data());
    var head = new ArrayList<>(accounts(inputs));
    bound.file().map(Filed::account).ifPresent(a -> head.add(line(named(a.file()), a.line())));
    head.add(line("plan", planned(bound, bound.plan())));
    watcher.planned(head);
    var before = execution.wires().count();
    Execution.Judged judged = execution.judge(bound, inputs.data(), watcher);
    watcher.over();
    var after = execution.wires().count();
    String done =
        done(
            judged,
            after.attempts() - before.attempts(),
            after.usd() - before.usd(),
            after.time().minus(before.time()),
            live);
    return new Finished.Told(
        judged, head, facts(line(live ? "done" : "replay", done), bound, inputs.data()));
  }

  /** What is told of a run without judges. */
  private List<String> collected(Answering.Answered inputs) {
    var lines = new ArrayList<>(accounts(inputs));
    var made = execution.wires().count();
    String done =
        Numbers.of(made.attempts(), "call", "calls")
            + " in "
            + Numbers.time(made.time())
            + "; "
            + Numbers.of(inputs.data().candidates().size(), "answer", "answers")
            + " of "
            + Numbers.of(inputs.data().systems().size(), "system", "systems");
    lines.add(line("done", done));
    return lines;
  }

  /** Files are named as the user would name them from here. */
  private String named(String file) {
    String here = host.folder().toAbsolutePath() + "/";
    return Safe.brief(file.startsWith(here) ? file.substring(here.length()) : file, 40);
  }

  private List<String> accounts(Answering.Answered inputs) {
    var lines = new ArrayList<String>();
    DataFile data = inputs.data();
    for (Account a : data.accounts()) lines.add(line(named(a.file()), a.line()));
    data.notes().forEach(n -> lines.add(line("note", Safe.terminal(n))));
    inputs
        .missing()
        .forEach((what, n) -> lines.add(line("note", n + " answers of " + Safe.terminal(what))));
    return lines;
  }

  private static String line(String what, String says) {
    return String.format("%-13s %s", what, says);
  }

  private static String planned(Execution.Bound bound, Plan plan) {
    return Safe.terminal(bound.recipe().name())
        + " by "
        + Safe.terminal(String.join(", ", bound.model()))
        + ": "
        + plan
        + (plan.formula().isBlank() ? "" : " (" + plan.formula() + ")");
  }

  private static String done(
      Execution.Judged judged, long attempts, double usd, java.time.Duration time, boolean live) {
    Replies replies = judged.result().replies();
    return (live
            ? Numbers.of(attempts, "call", "calls")
                + " in "
                + Numbers.time(time)
                + (usd > 0 ? ", " + Numbers.dollars(usd) : "")
            : "no call went out")
        + "; judgments rest on "
        + Numbers.of(replies.calls(), "call", "calls")
        + "; "
        + replies.missing(Why.UNREADABLE)
        + " values unreadable, "
        + replies.missing(Why.REFUSED)
        + " refused, "
        + replies.missing(Why.FAILED)
        + " failed"
        + (replies.missing(Why.PENDING) > 0
            ? ", " + replies.missing(Why.PENDING) + " pending"
            : "");
  }

  private Facts facts(String done, Execution.Bound bound, DataFile data) {
    String run = host.folder().relativize(folder.path().toAbsolutePath().normalize()).toString();
    String shown = Safe.brief(run.isEmpty() ? "." : run, 60);
    var next = new ArrayList<String>();
    if (data.labels().isEmpty()) {
      next.add(
          "assize judge ... --labels labels.csv    columns item, a, b, label (or item, system, label)");
    }
    next.add("assize replay " + shown + "    the same figures without network");
    return new Facts(
        List.of(done),
        String.join(", ", bound.model()),
        Optional.empty(),
        "give labels by --labels FILE; about 30 are enough to begin",
        "a recipe with repeats measures it",
        Optional.of(shown),
        next);
  }
}
