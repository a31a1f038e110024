package io.assize.cli;

import io.assize.core.Case;
import io.assize.core.Step;
import io.assize.core.call.CallKey;
import io.assize.core.call.Entry;
import io.assize.core.call.Ledger;
import io.assize.core.call.Reply;
import io.assize.core.json.Json;
import io.assize.engine.observe.Observations;
import io.assize.engine.run.Execution;
import io.assize.models.wire.Protocols;
import io.assize.report.Numbers;
import io.assize.report.Safe;
import io.assize.report.Wording;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Prints how a judgment came about: its parts, what was asked, what came back, what was read. */
final class Trace {

  private static final int LONG = 600;

  private final PrintStream out;
  private final Ledger ledger;
  private final boolean prompts;
  private Function<CallKey, Optional<Reply.Said>> recorded = key -> Optional.empty();

  /**
   * Begin.
   *
   * @param prompts whether what was sent is printed too
   */
  Trace(PrintStream out, Ledger ledger, boolean prompts) {
    this.out = out;
    this.ledger = ledger;
    this.prompts = prompts;
  }

  /** Print the judgments of one item, each time that the judge was asked. */
  void item(Execution.Judged judged, String item) {
    List<Observations> times = judged.occasions();
    recorded = judged.judge().session().outside()::recorded;
    for (int c = 0; c < judged.judge().docket().size(); c++) {
      Case asked = judged.judge().docket().get(c).asked();
      if (!asked.item().id().equals(item)) continue;
      var names = new TreeMap<String, String>();
      asked.candidates().forEach(x -> names.put(x.key(), x.by().name()));
      out.println();
      out.println("  " + Safe.terminal(String.join(" - ", names.values())));
      for (int time = 0; time < times.size(); time++) {
        if (times.size() > 1) out.println("    time " + (time + 1) + " of " + times.size());
        judgment(times.get(time), c, names);
      }
    }
  }

  private void judgment(Observations seen, int theCase, SortedMap<String, String> names) {
    int root = seen.root(theCase);
    for (int row = root; row < seen.end(root); row++) row(seen, row, names);
  }

  private void row(Observations seen, int row, SortedMap<String, String> names) {
    int depth = 0;
    for (int r = seen.parent(row); r >= 0; r = seen.parent(r)) depth++;
    String indent = "    " + "  ".repeat(depth);
    String step = seen.parent(row) < 0 ? seen.question(row) : step(seen.step(row), names);
    String says =
        seen.distribution(row)
            .map(d -> Wording.of(d, key -> names.getOrDefault(key, key)))
            .orElseGet(() ->
                seen.missing(row).map(w -> w.words() + ": " + seen.detail(row)).orElse("written"));
    out.println(indent + Safe.terminal(step + "   " + says + "   [" + seen.rule(row) + "]"));
    for (CallKey key : seen.calls(row)) {
      ledger.call(key).ifPresent(call -> call(call, indent + "  "));
      recorded.apply(key).ifPresent(said -> out.println(indent + "  in the file  " + reply(said)));
    }
  }

  /** A step names candidates by their keys; people know them by their systems. */
  private static String step(Step step, SortedMap<String, String> names) {
    String said = step.toString();
    for (var e : names.entrySet()) said = said.replace(e.getKey(), e.getValue());
    return said;
  }

  private void call(Entry.Call call, String indent) {
    if (prompts) {
      Json body = Json.parse(text(call.request())).get("body").orElseThrow();
      for (Json m : body.get("messages").map(Json::elements).orElse(List.of())) {
        String role = m.get("role").flatMap(Json::text).orElse("?");
        String content = m.get("content").flatMap(Json::text).orElse("");
        content.lines().forEach(l -> out.println(indent + role + " | " + Safe.terminal(l)));
      }
    }
    out.println(indent + "call " + call.key().request().brief() + "  " + reply(call));
  }

  private static String reply(Entry.Call call) {
    return Protocols.named(call.protocol())
        .flatMap(p -> p.read(call.reply().get()).got())
        .flatMap(r -> r instanceof Reply.Said said ? Optional.of(reply(said)) : Optional.empty())
        .orElseGet(() -> Safe.brief(text(call.reply()), LONG));
  }

  private static String reply(Reply.Said said) {
    return Safe.brief(said.text().strip(), LONG) + tokens(said);
  }

  /** The likeliest first tokens, where they were asked for. */
  private static String tokens(Reply.Said said) {
    if (said.tokens().isEmpty()) return "";
    var likely = new ArrayList<String>();
    for (Reply.Alternative a : said.tokens().getFirst().alternatives()) {
      if (likely.size() == 4) break;
      likely.add(
          "\"" + Safe.brief(a.text(), 20) + "\" " + Numbers.fixed(Math.exp(a.logProbability()), 2));
    }
    return likely.isEmpty() ? "" : "   tokens: " + String.join(", ", likely);
  }

  private static String text(Entry.Bytes bytes) {
    return new String(bytes.get(), StandardCharsets.UTF_8);
  }
}
