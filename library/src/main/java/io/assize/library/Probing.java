package io.assize.library;

import io.assize.core.AssizeException;
import io.assize.core.Nearest;
import io.assize.engine.config.ConfigReader;
import io.assize.engine.config.JudgeConfig;
import io.assize.engine.config.RunConfig;
import io.assize.engine.docket.Assignment;
import io.assize.engine.files.Account;
import io.assize.engine.files.DataFile;
import io.assize.engine.files.Picks;
import io.assize.engine.probe.ProbePlan;
import io.assize.engine.probe.ProbeRun;
import io.assize.engine.run.Answering;
import io.assize.engine.run.Execution;
import io.assize.judges.probe.Probe;
import io.assize.judges.probe.Probes;
import io.assize.report.Numbers;
import io.assize.report.ProbeJson;
import io.assize.report.ProbeReport;
import io.assize.report.Safe;
import io.assize.report.page.ProbePage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apiguardian.api.API;

/**
 * Probes the judge of a run: its own cases once more, changed in one place each, to see whether the
 * verdict follows what a good judge should not mind. All calls go into the run's ledger, so that
 * the same command goes on where it stopped and pays for nothing twice.
 *
 * @param open the run
 * @param choice what is asked
 */
@API(status = API.Status.EXPERIMENTAL)
public record Probing(OpenRun open, Choice choice) {

  private static final int WIDTH = 100;

  /**
   * What is asked.
   *
   * @param probes names or groups
   * @param judge whose cases, where the run has several judges
   * @param take only cases of the first so many items
   * @param sample only cases of so many drawn items
   */
  public record Choice(
      List<String> probes,
      Optional<String> judge,
      Optional<Integer> take,
      Optional<Integer> sample) {

    public Choice {
      probes = List.copyOf(probes);
      if (take.isPresent() && sample.isPresent()) {
        throw AssizeException.usage(
            "take and sample",
            "are both given",
            "the first items by take, or drawn ones by sample",
            "remove one of them");
      }
    }

    /** Ask these probes of every case. */
    public static Choice of(List<String> probes) {
      return new Choice(probes, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private List<Probe> named() {
      return Probes.named("--for", probes);
    }
  }

  /** A judge ready to be probed, with what it takes. */
  private record Ready(Execution.Bound judge, ProbeRun run, List<String> lines) {}

  private static Ready ready(Execution execution, RunConfig config, DataFile data, Choice choice) {
    Execution.Bound judge = execution.bind(judge(config, choice), data);
    List<Assignment> docket = docket(judge, data, config, choice);
    var plan = ProbePlan.of(execution, judge, docket, choice.named());
    var run = new ProbeRun(execution, plan);
    return new Ready(judge, run, lines(new Costs(execution, config.budget()), run));
  }

  private static JudgeConfig judge(RunConfig config, Choice choice) {
    List<String> names = config.judges().stream().map(JudgeConfig::name).toList();
    if (names.isEmpty()) {
      throw AssizeException.usage("", "the run has no judge", "a run with a judge", "");
    }
    if (choice.judge().isEmpty() && names.size() == 1) return config.judges().getFirst();
    String asked =
        choice
            .judge()
            .orElseThrow(() ->
                AssizeException.usage(
                    "",
                    "the run has " + names.size() + " judges",
                    "one of them: " + String.join(", ", names),
                    "say which: --judge " + names.getFirst()));
    return config.judges().stream()
        .filter(j -> j.name().equals(asked))
        .findFirst()
        .orElseThrow(() ->
            AssizeException.usage(
                "--judge",
                "is \"" + asked + "\"",
                String.join(", ", names),
                Nearest.of(asked, names)
                    .map(n -> "the nearest name is " + n)
                    .orElse("name a judge of the run")));
  }

  private static List<Assignment> docket(
      Execution.Bound judge, DataFile data, RunConfig config, Choice choice) {
    DataFile some = data;
    if (choice.take().isPresent()) some = Picks.take(data, choice.take().get());
    if (choice.sample().isPresent())
      some = Picks.sample(data, choice.sample().get(), config.seed());
    var ids = new TreeSet<String>();
    some.items().forEach(i -> ids.add(i.id()));
    List<Assignment> docket =
        judge.docket().stream().filter(a -> ids.contains(a.asked().item().id())).toList();
    if (!docket.isEmpty()) return docket;
    throw AssizeException.usage(
        "",
        "the judge has no case to probe",
        "items with answers that it judges",
        "take more items");
  }

  private static List<String> lines(Costs costs, ProbeRun run) {
    Execution.Bound judge = run.plan().judge();
    var names = new ArrayList<String>();
    run.plan().asked().forEach(p -> names.add(p.name()));
    run.plan().changed().forEach(a -> names.add(a.cases().probe().name()));
    var lines = new ArrayList<String>();
    if (!names.isEmpty()) {
      lines.addAll(broken(String.format("%-13s %s", "probes", String.join(", ", names))));
    }
    String who = judge.recipe().name() + " by " + String.join(", ", judge.model()) + ": ";
    if (judge.file().isPresent() || run.done()) {
      String kept = "all is kept, nothing is asked";
      lines.addAll(costs.plan(who, kept, new TreeMap<>(), new TreeMap<>()));
      return lines;
    }
    var loads = run.loads();
    costs.refuseBlind(loads.missing());
    String calls = Numbers.of(Math.round(Costs.calls(loads.all())), "call", "calls");
    lines.addAll(costs.plan(who, calls, loads.all(), loads.missing()));
    lines.addAll(costs.notes(loads.missing()));
    return lines;
  }

  private static List<String> broken(String line) {
    int cut = line.length() <= WIDTH ? -1 : line.lastIndexOf(' ', WIDTH);
    if (cut < 0) return List.of(line);
    return List.of(line.substring(0, cut), " ".repeat(14) + line.substring(cut + 1));
  }

  /** Say what it would take, for a run that is only planned. */
  static List<String> plan(Execution execution, RunConfig config, Choice choice) {
    Answering.Planned planned = execution.planned();
    var lines = new ArrayList<String>();
    for (Account a : planned.data().accounts()) {
      lines.add(String.format("%-13s %s", Safe.brief(DryRun.name(a.file()), 40), a.line()));
    }
    lines.addAll(ready(execution, config, planned.data(), choice).lines());
    return lines;
  }

  /**
   * Say what it would take to probe the judge of a run that is there. Nothing is sent or written.
   *
   * @param run folder of the run
   * @param root where its files may lie; empty for the folder around the run
   * @param reuse folders of runs whose calls would serve
   */
  public static List<String> plan(
      Host host, Path run, Optional<Path> root, List<Path> reuse, Choice choice) {
    RunFolder folder = RunFolder.existing(host.resolve(run));
    Path around = folder.path().toAbsolutePath().normalize().getParent();
    Optional<Path> under = root.map(host::resolve).or(() -> Optional.ofNullable(around));
    try (var others = new Others(host, reuse, folder)) {
      var loaded = ConfigReader.read(folder.config(), folder.source(), under);
      return DryRun.of(
          host,
          folder,
          loaded,
          others.reuse(),
          execution -> plan(execution, loaded.config(), choice));
    }
  }

  /** Ask what is missing, and say what the probes found; it is written into the run's folder. */
  public ProbeReport run(Watcher watcher) {
    Answering.Answered inputs = open.inputs(watcher);
    Execution execution = open.execution();
    Ready ready = ready(execution, open.config(), inputs.data(), choice);
    var head = new ArrayList<>(open.accounts(inputs));
    if (open.live()) head.addAll(ready.lines());
    watcher.planned(head);
    var before = execution.wires().count();
    ProbeRun.Probed probed = ready.run().run(execution.gold(ready.judge(), inputs.data()), watcher);
    watcher.over();
    var report =
        new ProbeReport(
            ready.judge().config().name(),
            ready.judge().recipe().name(),
            ready.judge().model(),
            open.shown(),
            probed.result(),
            probed.replies(),
            probed.failure(),
            head,
            open.done(before, probed.replies()),
            more(ready),
            open.live(),
            Release.number());
    if (open.live()) {
      RunFolder folder = open.folder();
      folder.write(
          folder.probes("json"),
          ProbeJson.document(report, OptionalDouble.empty()).canonical() + "\n");
      folder.write(folder.probes("html"), ProbePage.of(report));
    }
    return report;
  }

  /** The probes that were not asked for, and about how many calls they would take. */
  private Optional<ProbeReport.More> more(Ready ready) {
    Execution.Bound judge = ready.run().plan().judge();
    List<String> asked = choice.named().stream().map(Probe::name).toList();
    List<Probe> others = Probes.all().stream().filter(p -> !asked.contains(p.name())).toList();
    if (others.isEmpty() || judge.file().isPresent()) return Optional.empty();
    double each = Costs.calls(judge.once()) / judge.docket().size();
    long cases = ProbePlan.cases(judge, others);
    return Optional.of(
        new ProbeReport.More(others.stream().map(Probe::name).toList(), each * cases));
  }
}
