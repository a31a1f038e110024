package io.assize.cli;

import io.assize.core.AssizeException;
import io.assize.core.Candidate;
import io.assize.core.Item;
import io.assize.core.Nearest;
import io.assize.engine.config.JudgeConfig;
import io.assize.engine.files.DataFile;
import io.assize.engine.files.Subject;
import io.assize.engine.run.Execution;
import io.assize.engine.run.Progress;
import io.assize.library.OpenRun;
import io.assize.report.Safe;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows one item of a run down to what was sent and what came back. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Show one item of a run: answers, verdicts, labels, prompts and replies.",
    footer = {"", "Example: assize show answers.run q017 --prompts"})
final class ShowCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Parameters(
      index = "0",
      paramLabel = "RUN",
      description = "Folder that assize judge or assize run made.")
  Path run = Path.of("");

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "ITEM",
      description = "Id of an item; without one the items are listed.")
  @Nullable String item;

  @Option(names = "--prompts", description = "Show what was sent, too.")
  boolean prompts;

  @Option(
      names = "--root",
      paramLabel = "FOLDER",
      description = "Files of the run may lie beneath it.")
  @Nullable Path root;

  ShowCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Optional<Path> under = Optional.ofNullable(root);
    try (var open = OpenRun.existing(surroundings.host(), run, under, false)) {
      Execution execution = open.execution();
      DataFile data = execution.inputs(Progress.NONE).data();
      if (item == null) return list(data);
      Item found = find(data, item);
      item(data, found);
      for (JudgeConfig judge : open.config().judges()) {
        var bound = execution.bind(judge, data);
        var judged = execution.judge(bound, data, Progress.NONE);
        new Trace(surroundings.out(), open.ledger(), prompts).item(judged, found.id());
      }
    }
    return 0;
  }

  private int list(DataFile data) {
    for (Item i : data.items()) {
      surroundings
          .out()
          .printf(
              "%-20s %s%n", Safe.brief(i.id(), 20), Safe.brief(i.field(Item.INPUT).orElse(""), 78));
    }
    return 0;
  }

  private static Item find(DataFile data, String id) {
    List<String> ids = data.items().stream().map(Item::id).toList();
    return data.items().stream()
        .filter(i -> i.id().equals(id))
        .findFirst()
        .orElseThrow(() ->
            AssizeException.usage(
                "",
                "the run has no item \"" + id + "\"",
                Nearest.of(id, ids).map(n -> "nearest is \"" + n + "\"").orElse("its items"),
                "assize show RUN lists them"));
  }

  private void item(DataFile data, Item item) {
    PrintStream out = surroundings.out();
    out.println(Safe.terminal(item.id()));
    item.fields()
        .forEach(
            (name, text) -> out.printf("  %-10s %s%n", Safe.brief(name, 10), Safe.terminal(text)));
    for (Candidate c : data.candidates()) {
      if (!c.item().id().equals(item.id())) continue;
      out.println();
      out.println(
          "  answer of "
              + Safe.terminal(c.by().name())
              + " ("
              + c.text().length()
              + " characters)");
      c.text().lines().forEach(l -> out.println("    " + Safe.terminal(l)));
    }
    data.labels().stream()
        .filter(l -> l.item().equals(item.id()))
        .forEach(l ->
            out.println(
                "  label by "
                    + Safe.terminal(l.rater().name())
                    + ": "
                    + Safe.terminal(about(l.subject()) + l.value().got().orElse("none"))
                    + l.reason().map(r -> "  \"" + Safe.terminal(r) + "\"").orElse("")));
  }

  private static String about(Subject subject) {
    return switch (subject) {
      case Subject.Whole w -> "";
      case Subject.Answer a -> a.system() + (a.sample() == 0 ? "" : " #" + a.sample()) + ": ";
      case Subject.Pair p -> p.a() + " - " + p.b() + ": ";
    };
  }
}
