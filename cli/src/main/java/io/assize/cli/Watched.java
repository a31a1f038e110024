package io.assize.cli;

import io.assize.library.OpenRun;
import io.assize.library.Watcher;
import io.assize.report.Safe;
import java.util.List;
import java.util.function.Function;

/**
 * Work on a run that a person waits for: says on the way how far it is, and at Ctrl-C that what was
 * answered is kept and how to go on.
 *
 * @param live whether anything may go out
 * @param planFirst whether the plan is told before
 * @param goOn the command that goes on
 */
record Watched(
    Surroundings surroundings, OpenRun run, boolean live, boolean planFirst, String goOn) {

  /** Do the work. */
  <T> T during(Function<Watcher, T> work) {
    var hook = stopped();
    try {
      return work.apply(new Telling());
    } finally {
      unhook(hook);
    }
  }

  /** Says on the way how far it is; the plan only where something will go out. */
  private final class Telling implements Watcher {
    private final ProgressLine line =
        new ProgressLine(surroundings, run.execution().wires()::count);

    @Override
    public void on(String phase, int done, int total) {
      line.on(phase, done, total);
    }

    @Override
    public void over() {
      line.end();
    }

    @Override
    public void planned(List<String> lines) {
      if (planFirst) lines.forEach(l -> surroundings.err().println(Safe.terminal(l)));
    }
  }

  private Thread stopped() {
    var hook =
        new Thread(() -> {
          if (!live) return;
          surroundings.err().println("\nstopped; every reply so far is kept. Go on with: " + goOn);
          run.ledger().close();
        });
    Runtime.getRuntime().addShutdownHook(hook);
    return hook;
  }

  private static void unhook(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is going down already: the hook does the rest.
      return;
    }
  }
}
