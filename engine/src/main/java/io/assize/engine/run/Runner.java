package io.assize.engine.run;

import io.assize.core.Case;
import io.assize.core.Judgment;
import io.assize.core.call.Ledger;
import io.assize.engine.door.Outside;
import io.assize.engine.observe.JudgmentRows;
import io.assize.engine.observe.Observations;
import io.assize.judges.recipe.Recipe;
import io.assize.judges.run.Bench;
import io.assize.judges.run.Interpreter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apiguardian.api.API;

/**
 * Runs a job: barriers first, then every case.
 *
 * <p>So many cases are under way at once and no more, so that a large docket needs little memory
 * and a kill loses little.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class Runner {

  /** Raised when the reading of replies changes, so that stored judgments are made again. */
  public static final int READER_VERSION = 1;

  private final Outside outside;
  private final Ledger ledger;
  private final Bench bench;
  private final Mode mode;
  private final int underWay;
  private final Progress progress;

  /** Whether judgments that are stored already are read or made again. */
  public enum Mode {
    /** Stored judgments are read, missing ones made. */
    RESUME,
    /** All judgments are made again, from the calls that are kept. */
    REPLAY
  }

  /**
   * Make a runner.
   *
   * @param outside the door
   * @param ledger the same ledger that the door writes to
   * @param bench what recipes are run with
   * @param mode whether stored judgments serve
   * @param underWay how many cases at once, at least 1
   * @param progress hears how far it is
   */
  public Runner(
      Outside outside, Ledger ledger, Bench bench, Mode mode, int underWay, Progress progress) {
    this.outside = outside;
    this.ledger = ledger;
    this.bench = bench;
    this.mode = mode;
    this.underWay = underWay;
    this.progress = progress;
  }

  /**
   * Tell what is stored of a job, before it runs.
   *
   * @return empty where that is not known before: what is learned on the way is in the keys
   */
  Optional<Kept> kept(Job job) {
    boolean learns = job.recipe() instanceof Recipe.Fitted || job.recipe() instanceof Recipe.Rounds;
    return learns ? Optional.empty() : Optional.of(kept(job, bench));
  }

  private Kept kept(Job job, Bench fitted) {
    List<Case> cases = job.cases();
    return mode == Mode.RESUME
        ? Kept.read(ledger, new JudgmentKeys(job, fitted), cases)
        : Kept.nothing(cases.size());
  }

  /** Run it. What could not be had is open in the observations; nothing is thrown for it. */
  public Observations run(Job job) {
    return run(job, Optional.empty());
  }

  /**
   * Run it.
   *
   * @param known what is stored of it, where that was read before
   */
  Observations run(Job job, Optional<Kept> known) {
    Bench fitted = new Barriers(outside, ledger, bench, job, this, mode).close();
    Kept kept = known.orElseGet(() -> kept(job, fitted));
    return kept.seen().orElseGet(() -> run(job, fitted, kept));
  }

  private Observations run(Job job, Bench fitted, Kept kept) {
    var interpreter = new Interpreter(fitted);
    List<Case> cases = job.cases();
    var open = new AtomicBoolean();
    var all = new WholeDocket();
    Observations seen =
        each(
            "judging",
            cases,
            kept,
            i -> {
              Case asked = cases.get(i);
              Judgment judgment =
                  interpreter.judge(job.recipe(), asked, outside.door(asked, job.occasion()));
              byte[] rows = JudgmentRows.of(judgment);
              if (judgment.open()) open.set(true);
              else kept.keep(ledger, i, rows);
              return rows;
            },
            all::add);
    if (!open.get()) kept.keepAll(ledger, all);
    return seen;
  }

  /** What is done with the case at a place. */
  @FunctionalInterface
  interface Work {
    byte[] rows(int theCase);
  }

  /**
   * Do the work for every case of which nothing is stored, a window of them at once, and take the
   * rows in list order.
   *
   * @param taken is given the rows of each case, in list order
   */
  Observations each(String phase, List<Case> cases, Kept kept, Work work, Consumer<byte[]> taken) {
    var seen = new Observations();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Deque<Future<byte[]>> window = new ArrayDeque<>();
      int next = 0;
      try {
        while (next < cases.size() || !window.isEmpty()) {
          for (; next < cases.size() && window.size() < underWay; next++) {
            int theCase = next;
            byte[] stored = kept.take(theCase);
            window.add(
                stored != null
                    ? CompletableFuture.completedFuture(stored)
                    : threads.submit((Callable<byte[]>) () -> work.rows(theCase)));
          }
          byte[] rows = get(window.remove());
          seen.add(rows);
          taken.accept(rows);
          progress.on(phase, seen.cases(), cases.size());
        }
      } finally {
        window.forEach(f -> f.cancel(true));
      }
    }
    return seen;
  }

  private static byte[] get(Future<byte[]> rows) {
    try {
      return rows.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the run was told to stop", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException r) throw r;
      if (e.getCause() instanceof Error r) throw r;
      throw new IllegalStateException(e.getCause());
    }
  }
}
