package io.assize.library;

import io.assize.core.Why;
import io.assize.engine.door.Meter;
import io.assize.engine.trial.Replies;
import io.assize.report.Numbers;
import io.assize.report.Safe;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a judge took, in words.
 *
 * @param after what the run used when the judge was done
 * @param before what it had used when the judge began
 * @param taken calls of other runs, by the run's name
 * @param live whether anything could go out
 */
record Sentences(Meter.Count after, Meter.Count before, Map<String, Long> taken, boolean live) {

  /** Return the lines: what went out and came back, then what the verdicts rest on. */
  List<String> done(Replies replies) {
    var lines = new ArrayList<String>();
    lines.add(
        String.format("%-13s ", live ? "done" : "replay")
            + (live ? sent() : "no call went out")
            + "; "
            + replies.missing(Why.UNREADABLE)
            + " unreadable, "
            + replies.missing(Why.REFUSED)
            + " refused, "
            + replies.missing(Why.FAILED)
            + " failed"
            + (replies.missing(Why.PENDING) > 0
                ? ", " + replies.missing(Why.PENDING) + " pending"
                : ""));
    String rest = "verdicts rest on " + Numbers.of(replies.calls(), "call", "calls") + copied();
    long kept = replies.calls() - (after.settled() - before.settled());
    if (!live || kept > 0 || !taken.isEmpty()) lines.add(" ".repeat(14) + rest);
    return lines;
  }

  private String sent() {
    long tokens = after.input() - before.input() + after.output() - before.output();
    double usd = after.usd() - before.usd();
    return Numbers.of(after.attempts() - before.attempts(), "call", "calls")
        + " in "
        + Numbers.time(after.time().minus(before.time()))
        + (tokens > 0 ? ", " + Numbers.count(tokens) + " tokens" : "")
        + (usd > 0 ? ", " + Numbers.dollars(usd) : "");
  }

  private String copied() {
    var of = new ArrayList<String>();
    taken.forEach((run, n) ->
        of.add("re-used " + Numbers.of(n, "call", "calls") + " of " + Safe.brief(run, 40)));
    return of.isEmpty() ? "" : "; " + String.join(", ", of);
  }
}
