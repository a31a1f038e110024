package io.assize.cli;

import io.assize.engine.door.Meter;
import io.assize.engine.run.Progress;
import io.assize.report.Numbers;
import io.assize.report.Safe;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/** Says how far a run is: a line that moves on a terminal, else a plain line now and then. */
final class ProgressLine implements Progress {

  private static final Duration ON_TERMINAL = Duration.ofMillis(200);
  private static final Duration PLAIN = Duration.ofSeconds(10);
  private static final Duration STEP = Duration.ofSeconds(1);

  /** So many marks, a second or more apart, are looked back on. */
  private static final int WINDOW = 60;

  /** So many cases must have been done in that while before a rate is told. */
  private static final int FEWEST = 5;

  /** How far the run was. */
  private record Mark(Instant at, int done, long calls) {}

  private final Surroundings surroundings;
  private final Supplier<Meter.Count> count;
  private final Deque<Mark> marks = new ArrayDeque<>();
  private String phase = "";
  private Instant last;
  private boolean shown;

  ProgressLine(Surroundings surroundings, Supplier<Meter.Count> count) {
    this.surroundings = surroundings;
    this.count = count;
    this.last = surroundings.clock().instant();
  }

  @Override
  public void on(String phase, int done, int total) {
    Instant now = surroundings.clock().instant();
    if (!phase.equals(this.phase)) {
      this.phase = phase;
      marks.clear();
    }
    mark(now, done);
    Duration every = surroundings.terminal() ? ON_TERMINAL : PLAIN;
    if (Duration.between(last, now).compareTo(every) < 0) return;
    last = now;
    Meter.Count used = count.get();
    String line =
        Safe.terminal(phase)
            + " "
            + done
            + " of "
            + total
            + ", "
            + Numbers.of(used.attempts(), "call", "calls")
            + (used.usd() > 0 ? ", " + Numbers.dollars(used.usd()) : "")
            + pace(used.attempts(), total - done);
    if (surroundings.terminal()) {
      surroundings.err().print("\r" + line + " ".repeat(Math.max(0, 98 - line.length())));
      surroundings.err().flush();
      shown = true;
    } else {
      surroundings.err().println(line);
    }
  }

  /** What is kept is done at once and says nothing of what is not: only the last while counts. */
  private void mark(Instant now, int done) {
    if (marks.isEmpty() || Duration.between(marks.getLast().at(), now).compareTo(STEP) >= 0) {
      marks.add(new Mark(now, done, count.get().attempts()));
    }
    if (marks.size() > WINDOW) marks.removeFirst();
  }

  /** Return rate and time left, empty until enough was seen to say. */
  private String pace(long calls, int left) {
    Mark from = marks.getFirst();
    Mark to = marks.getLast();
    Duration took = Duration.between(from.at(), to.at());
    int cases = to.done() - from.done();
    if (cases < FEWEST || took.compareTo(STEP) < 0) return "";
    double perMinute = (to.calls() - from.calls()) * 60_000.0 / took.toMillis();
    return ", "
        + Numbers.of(Math.round(perMinute), "call", "calls")
        + " a minute, about "
        + Numbers.time(took.multipliedBy(left).dividedBy(cases))
        + " left";
  }

  /** Take the moving line away. */
  void end() {
    if (shown) surroundings.err().print("\r" + " ".repeat(99) + "\r");
  }
}
