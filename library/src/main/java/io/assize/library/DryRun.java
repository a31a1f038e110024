package io.assize.library;

import io.assize.core.call.Abilities;
import io.assize.core.call.Ledger;
import io.assize.engine.config.ConfigReader;
import io.assize.engine.config.JudgeConfig;
import io.assize.engine.door.Reuse;
import io.assize.engine.door.Schedule;
import io.assize.engine.files.Account;
import io.assize.engine.recording.JsonlLedger;
import io.assize.engine.run.Answering;
import io.assize.engine.run.Execution;
import io.assize.report.Numbers;
import io.assize.report.Safe;
import io.assize.store.SqliteLedger;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.apiguardian.api.API;

/** The plan of a run and nothing else: no model is opened, nothing is sent, nothing is written. */
@API(status = API.Status.EXPERIMENTAL)
public final class DryRun {

  private static final Abilities ALL = new Abilities(20, true, true, true, true);

  private DryRun() {}

  /**
   * Return what the run would do.
   *
   * @param folder of the run; what it holds already need not be asked
   * @param loaded what is asked for
   * @param reuse runs whose calls would serve
   */
  public static List<String> of(
      Host host, RunFolder folder, ConfigReader.Loaded loaded, Reuse reuse) {
    return of(host, folder, loaded, reuse, execution -> lines(execution, loaded));
  }

  /** The same of something else than to judge all: it says in lines what it would take. */
  static List<String> of(
      Host host,
      RunFolder folder,
      ConfigReader.Loaded loaded,
      Reuse reuse,
      Function<Execution, List<String>> plan) {
    try (Ledger ledger = ledger(folder);
        var models = new OpenModels(host, loaded.config(), loaded.folder().folder())) {
      var rich = plan.apply(execution(host, loaded, ledger, models, reuse, ALL));
      var poor = plan.apply(execution(host, loaded, ledger, models, reuse, Abilities.TEXT));
      var lines = new ArrayList<>(rich);
      if (!rich.equals(poor)) {
        lines.add("or, where the model tells no token probabilities and takes no schema:");
        poor.stream().filter(l -> !lines.contains(l)).forEach(lines::add);
      }
      lines.add("              " + Costs.HOW);
      lines.add("nothing was sent");
      return List.copyOf(lines);
    }
  }

  private static Execution execution(
      Host host,
      ConfigReader.Loaded loaded,
      Ledger ledger,
      OpenModels models,
      Reuse reuse,
      Abilities assumed) {
    return new Execution(
        loaded.config(),
        loaded.folder(),
        ledger,
        models,
        false,
        Schedule.AT_ONCE,
        reuse,
        Optional.of(assumed),
        host.clock());
  }

  private static List<String> lines(Execution execution, ConfigReader.Loaded loaded) {
    var costs = new Costs(execution, loaded.config().budget());
    Answering.Planned planned = execution.planned();
    var lines = new ArrayList<String>();
    for (Account a : planned.data().accounts()) {
      lines.add(String.format("%-13s %s", Safe.brief(name(a.file()), 40), a.line()));
    }
    lines.addAll(answers(costs, planned));
    for (JudgeConfig judge : loaded.config().judges()) {
      lines.addAll(judge(costs, execution.bind(judge, planned.data())));
    }
    return lines;
  }

  static String name(String file) {
    return file.substring(file.lastIndexOf('/') + 1);
  }

  /** Return the plan of the systems that answer. */
  static List<String> answers(Costs costs, Answering.Planned planned) {
    var lines = new ArrayList<String>();
    planned
        .loads()
        .forEach((system, loads) ->
            lines.addAll(
                costs.plan(
                    "answers of " + system + ": ",
                    Math.round(Costs.calls(loads.all())) + " calls",
                    loads.all(),
                    loads.missing())));
    return lines;
  }

  /** Return the plan of a judge, and refuse a limit of money that could stop nothing. */
  static List<String> judge(Costs costs, Execution.Bound bound) {
    int times = bound.config().repeat();
    var loads = bound.loads(times);
    costs.refuseBlind(loads.missing());
    var lines =
        new ArrayList<>(
            costs.plan(
                bound.recipe().name() + " by " + String.join(", ", bound.model()) + ": ",
                Costs.calls(bound.plan(), times),
                loads.all(),
                loads.missing()));
    lines.addAll(costs.notes(loads.missing()));
    return lines;
  }

  /** Return the plan of a judge that is done: there is nothing to reckon. */
  static List<String> nothing(Costs costs, Execution.Bound bound) {
    String who = bound.recipe().name() + " by " + String.join(", ", bound.model()) + ": ";
    long judgments = (long) bound.docket().size() * bound.config().repeat();
    String kept = Numbers.of(judgments, "judgment is kept", "judgments are kept");
    return costs.plan(who, kept + ", nothing is asked", new TreeMap<>(), new TreeMap<>());
  }

  private static Ledger ledger(RunFolder folder) {
    if (Files.isRegularFile(folder.ledger())) return SqliteLedger.readOnly(folder.ledger());
    try {
      return JsonlLedger.read(InputStream.nullInputStream(), "nothing yet");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
