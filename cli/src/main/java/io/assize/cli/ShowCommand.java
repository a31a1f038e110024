package io.assize.cli;

import io.assize.core.AssizeException;
import io.assize.core.Candidate;
import io.assize.core.Case;
import io.assize.core.Item;
import io.assize.core.Nearest;
import io.assize.core.Step;
import io.assize.core.call.CallKey;
import io.assize.core.call.Entry;
import io.assize.core.call.Ledger;
import io.assize.core.json.Json;
import io.assize.engine.config.JudgeConfig;
import io.assize.engine.files.DataFile;
import io.assize.engine.files.Subject;
import io.assize.engine.observe.Observations;
import io.assize.engine.run.Execution;
import io.assize.engine.run.Progress;
import io.assize.library.OpenRun;
import io.assize.report.Safe;
import io.assize.report.Wording;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
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
        judged(judged, found, open.ledger());
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

  private void judged(Execution.Judged judged, Item item, Ledger ledger) {
    PrintStream out = surroundings.out();
    Observations seen = judged.seen();
    for (int c = 0; c < judged.judge().docket().size(); c++) {
      Case asked = judged.judge().docket().get(c).asked();
      if (!asked.item().id().equals(item.id())) continue;
      out.println();
      out.println(
          "  "
              + String.join(
                  " - ",
                  asked.candidates().stream().map(x -> Safe.terminal(x.by().name())).toList()));
      var names = new TreeMap<String, String>();
      asked.candidates().forEach(x -> names.put(x.key(), x.by().name()));
      for (int row = seen.root(c); row < seen.end(seen.root(c)); row++) {
        row(seen, row, names, ledger);
      }
    }
  }

  private void row(Observations seen, int row, SortedMap<String, String> names, Ledger ledger) {
    int depth = 0;
    for (int r = seen.parent(row); r >= 0; r = seen.parent(r)) depth++;
    String indent = "    " + "  ".repeat(depth);
    String step = seen.parent(row) < 0 ? seen.question(row) : step(seen.step(row), names);
    String says =
        seen.distribution(row)
            .map(d -> Wording.of(d, key -> names.getOrDefault(key, key)))
            .orElseGet(() ->
                seen.missing(row).map(w -> w.words() + ": " + seen.detail(row)).orElse("written"));
    surroundings
        .out()
        .println(indent + Safe.terminal(step + "   " + says + "   [" + seen.rule(row) + "]"));
    for (CallKey key : seen.calls(row)) {
      ledger.call(key).ifPresent(call -> call(call, indent + "  "));
    }
  }

  /** A step names candidates by their keys; people know them by their systems. */
  private static String step(Step step, SortedMap<String, String> names) {
    String said = step.toString();
    for (var e : names.entrySet()) said = said.replace(e.getKey(), e.getValue());
    return said;
  }

  private void call(Entry.Call call, String indent) {
    PrintStream out = surroundings.out();
    if (prompts) {
      Json body = Json.parse(text(call.request())).get("body").orElseThrow();
      for (Json m : body.get("messages").map(Json::elements).orElse(List.of())) {
        String role = m.get("role").flatMap(Json::text).orElse("?");
        String content = m.get("content").flatMap(Json::text).orElse("");
        content.lines().forEach(l -> out.println(indent + role + " | " + Safe.terminal(l)));
      }
    }
    out.println(
        indent
            + "call "
            + call.key().request().brief()
            + "  "
            + Safe.brief(text(call.reply()), 300));
  }

  private static String text(Entry.Bytes bytes) {
    return new String(bytes.get(), StandardCharsets.UTF_8);
  }
}
