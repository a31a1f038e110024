package io.assize.cli;

import io.assize.core.AssizeException;
import io.assize.core.json.Json;
import io.assize.engine.config.ConfigReader;
import io.assize.engine.config.JudgeConfig;
import io.assize.engine.config.RunConfig;
import io.assize.engine.config.YamlText;
import io.assize.engine.docket.Assignment;
import io.assize.engine.files.DataFile;
import io.assize.engine.files.Label;
import io.assize.engine.files.Subject;
import io.assize.engine.run.Execution;
import io.assize.engine.run.Progress;
import io.assize.engine.trial.Decision;
import io.assize.engine.trial.PairTable;
import io.assize.engine.trial.RunResult;
import io.assize.library.OpenRun;
import io.assize.library.Reports;
import io.assize.library.RunFolder;
import io.assize.library.RunIdentity;
import io.assize.report.DemoScreen;
import io.assize.report.Facts;
import io.assize.report.JudgeReport;
import io.assize.report.Numbers;
import io.assize.report.Report;
import io.assize.report.ResultJson;
import io.assize.report.ResultTable;
import io.assize.report.Safe;
import io.assize.report.page.HtmlPage;
import io.assize.report.page.MarkdownPage;
import io.assize.report.page.TableFiles;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows on Assize's own items what a judge says and how far it can be believed. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = "Show real answers judged by a real (recorded) model, offline, in seconds.",
    footer = {
      "",
      "Example: assize demo --model http://127.0.0.1:8080/v1     asks your model instead"
    })
final class DemoCommand implements Callable<Integer> {

  private static final String RECIPE = "without-tie";

  private final Surroundings surroundings;

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      description = "Ask this model instead of the recording.")
  @Nullable String model;

  @Option(
      names = "--to",
      paramLabel = "FOLDER",
      description = "Keep the demo's files and its run here (default: nothing is kept).")
  @Nullable Path to;

  @Mixin OutputOptions output = new OutputOptions();

  DemoCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    if (model != null) return ask(model);
    if (to != null) {
      int code = show(surroundings.resolve(to));
      Shipped.DEMO.keep(surroundings.resolve(to));
      return code;
    }
    try (var folder = TemporaryFolder.make()) {
      return show(folder.path());
    }
  }

  /** Ask the user's model: an ordinary run over the demo's files. */
  private int ask(String name) throws IOException {
    Path folder =
        to == null ? surroundings.resolve(Path.of("assize-demo")) : surroundings.resolve(to);
    Shipped.DEMO.layOut(folder);
    Path file = folder.resolve("assize.yaml");
    RunConfig demo = ConfigReader.read(file, Optional.empty()).config();
    var asking = new JudgeConfig.Judging.Asking(Optional.of(name));
    var mine =
        new RunConfig(
            demo.name(),
            demo.seed(),
            demo.items(),
            demo.systems(),
            demo.judges().stream().map(j -> by(asking, j)).toList(),
            List.of(),
            demo.labels(),
            demo.pairs(),
            demo.rank(),
            demo.budget());
    Files.writeString(file, YamlText.of(mine));
    RunFolder run = new RunFolder(folder.resolve("demo.run"));
    run.make();
    new RunIdentity(run).check(mine);
    run.keep(Files.readString(file), file);
    var open = OpenRun.live(surroundings.host(), run, file, Optional.empty());
    return Printing.finish(surroundings, open, true, output);
  }

  private static JudgeConfig by(JudgeConfig.Judging model, JudgeConfig judge) {
    // Not every model shows token probabilities, so pairs are read from text.
    Optional<String> recipe = judge.recipe().map(r -> r.equals(RECIPE) ? "pair" : r);
    return new JudgeConfig(
        judge.name(), recipe, judge.rubric(), judge.parameters(), judge.tags(), model);
  }

  private int show(Path folder) {
    Instant start = surroundings.clock().instant();
    Shipped.DEMO.layOut(folder);
    try (var replay = Shipped.DEMO.replay(surroundings, folder)) {
      Execution execution = replay.execution();
      var judged = new ArrayList<Execution.Judged>();
      for (JudgeConfig judge : replay.config().judges()) {
        var bound = execution.bind(judge, replay.data());
        judged.add(execution.judge(bound, replay.data(), Progress.NONE));
      }
      if (to != null) page(folder, report(replay, judged));
      if (output.format == OutputOptions.Format.MD) {
        MarkdownPage.of(report(replay, judged)).forEach(surroundings.out()::println);
        return 0;
      }
      print(
          execution,
          judged,
          replay.data(),
          Duration.between(start, surroundings.clock().instant()));
    }
    return 0;
  }

  private static Report report(Shipped.Replay replay, List<Execution.Judged> all) {
    var reports = new Reports(replay.execution(), replay.ledger());
    var judges = new ArrayList<JudgeReport>();
    for (Execution.Judged j : all) {
      var family = replay.execution().ownFamily(j.judge(), replay.data());
      Facts facts = DemoScreen.facts(List.of(), family, true);
      judges.add(reports.judge(j, facts, replay.data()));
    }
    String made =
        "Assize's demo: real answers, judged by Qwen2.5-Coder-1.5B as recorded; labels by one"
            + " rater; careful and fluent are written by hand, fluent has 18 planted errors.";
    return new Report("demo", judges, 0, made, reports::reply);
  }

  private void page(Path folder, Report report) {
    Path file = folder.resolve("report.html");
    try {
      Files.writeString(file, HtmlPage.of(report));
      Files.writeString(
          folder.resolve("table.csv"), String.join("\n", TableFiles.standings(report)) + "\n");
    } catch (IOException e) {
      throw AssizeException.environment(
          file.toString(), "the page cannot be written", "choose another folder by --to", e);
    }
    surroundings.err().println("page          " + Safe.terminal(to + "/report.html"));
  }

  private void print(
      Execution execution, List<Execution.Judged> all, DataFile data, Duration took) {
    List<RunResult> results = all.stream().map(Execution.Judged::result).toList();
    PrintStream out = surroundings.out();
    switch (output.format) {
      case JSON -> {
        var byJudge = Json.object();
        all.forEach(j -> byJudge.put(j.judge().config().name(), ResultJson.of(j.result())));
        out.println(Json.object().put("results", byJudge.build()).build().canonical());
      }
      case CSV -> results.forEach(r -> ResultTable.csv(r).forEach(out::println));
      case MD -> {} // A report is told in one piece, before.
      case LATEX -> results.forEach(r -> ResultTable.latex(r).forEach(out::println));
      case TABLE -> {
        var pairs = new ArrayList<String>();
        all.forEach(j -> pairs.addAll(oneCase(j, data)));
        DemoScreen.lines(
                results,
                head(all, data, took),
                pairs,
                execution.ownFamily(all.getFirst().judge(), data),
                output.details)
            .forEach(out::println);
      }
    }
  }

  private static List<String> head(List<Execution.Judged> all, DataFile data, Duration took) {
    var judged = new ArrayList<String>();
    for (Execution.Judged j : all) {
      long n = j.judge().docket().size();
      judged.add(
          j.result() instanceof RunResult.Pairs
              ? Numbers.of(n, "pair", "pairs") + " in both orders"
              : Numbers.of(n, "passage", "passages"));
    }
    return List.of(
        data.items().size()
            + " items, "
            + data.systems().size()
            + " systems: "
            + String.join(", ", judged)
            + ". Judge: Qwen2.5-Coder-1.5B, recorded.",
        "Truth: labels by one rater. careful and fluent are written by hand; fluent has 18"
            + " planted errors.",
        "Offline, no key, " + Numbers.time(took) + ".");
  }

  /** The first case where the judge prefers the answer with the planted error. */
  private static List<String> oneCase(Execution.Judged judged, DataFile data) {
    if (!(judged.result() instanceof RunResult.Pairs pairs)) return List.of();
    PairTable table = pairs.table();
    for (int i = 0; i < table.rows().size(); i++) {
      PairTable.Row row = table.rows().get(i);
      String a = row.a().by().name();
      String b = row.b().by().name();
      if (!a.equals("careful") || !b.equals("fluent")) continue;
      Optional<Label> label = label(data, row.asked().item().id(), a, b);
      boolean fooled =
          row.whole() instanceof Decision.Better w
              && w.key().equals(row.b().key())
              && label.flatMap(l -> l.value().got()).filter(v -> v.equals(a)).isPresent();
      if (fooled) return told(judged, i, row, label.orElseThrow());
    }
    return List.of();
  }

  private static List<String> told(
      Execution.Judged judged, int number, PairTable.Row row, Label label) {
    Assignment asked = judged.judge().docket().get(number);
    double sure =
        judged
            .seen()
            .distribution(judged.seen().root(number))
            .map(d -> d.masses().values().stream().mapToDouble(x -> x).max().orElse(1))
            .orElse(1.0);
    var lines = new ArrayList<String>();
    lines.add(
        asked.asked().item().id()
            + "  "
            + Safe.brief(asked.asked().item().field("input").orElse(""), 84));
    lines.add("judge: fluent (" + Numbers.fixed(sure, 2) + ")   label: careful");
    label.reason().ifPresent(r -> lines.add("why:   " + Safe.brief(r, 88)));
    return lines;
  }

  private static Optional<Label> label(DataFile data, String item, String a, String b) {
    return data.labels().stream()
        .filter(l -> l.item().equals(item))
        .filter(l ->
            l.subject() instanceof Subject.Pair p
                && List.of(p.a(), p.b()).containsAll(List.of(a, b)))
        .findFirst();
  }
}
