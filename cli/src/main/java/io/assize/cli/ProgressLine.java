package io.assize.cli;

import io.assize.engine.door.Meter;
import io.assize.engine.run.Progress;
import io.assize.report.Numbers;
import io.assize.report.Safe;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** Says how far a run is: a line that moves on a terminal, else a plain line now and then. */
final class ProgressLine implements Progress {

  private static final Duration ON_TERMINAL = Duration.ofMillis(200);
  private static final Duration PLAIN = Duration.ofSeconds(10);

  private final Surroundings surroundings;
  private final Supplier<Meter.Count> count;
  private final Instant start;
  private Instant last;
  private boolean shown;

  ProgressLine(Surroundings surroundings, Supplier<Meter.Count> count) {
    this.surroundings = surroundings;
    this.count = count;
    this.start = surroundings.clock().instant();
    this.last = start;
  }

  @Override
  public void on(String phase, int done, int total) {
    Instant now = surroundings.clock().instant();
    Duration every = surroundings.terminal() ? ON_TERMINAL : PLAIN;
    if (Duration.between(last, now).compareTo(every) < 0) return;
    last = now;
    Meter.Count used = count.get();
    Duration since = Duration.between(start, now);
    String left =
        done == 0
            ? ""
            : ", about " + Numbers.time(since.multipliedBy(total - done).dividedBy(done)) + " left";
    String line =
        Safe.terminal(phase)
            + " "
            + done
            + " of "
            + total
            + ", "
            + Numbers.of(used.attempts(), "call", "calls")
            + (used.usd() > 0 ? ", " + Numbers.dollars(used.usd()) : "")
            + left;
    if (surroundings.terminal()) {
      surroundings.err().print("\r" + line + " ".repeat(Math.max(0, 78 - line.length())));
      surroundings.err().flush();
      shown = true;
    } else {
      surroundings.err().println(line);
    }
  }

  /** Take the moving line away. */
  void end() {
    if (shown) surroundings.err().print("\r" + " ".repeat(80) + "\r");
  }
}
