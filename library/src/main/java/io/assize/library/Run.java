package io.assize.library;

import io.assize.core.AssizeException;
import io.assize.core.json.Json;
import io.assize.engine.trial.RunResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/** A run and what it came to: the screen of the command, and the same as typed values. */
@API(status = API.Status.EXPERIMENTAL)
public final class Run {

  private final Host host;
  private final RunFolder folder;
  private final Finished finished;

  Run(Host host, RunFolder folder, Finished finished) {
    this.host = host;
    this.folder = folder;
    this.finished = finished;
  }

  static Run replay(Host host, Path run, Optional<Path> root) {
    try (OpenRun open = OpenRun.existing(host, run, root, false)) {
      return new Run(host, open.folder(), open.finish(Watcher.NONE));
    }
  }

  /** Return the folder in which all of it is kept. */
  public Path folder() {
    return folder.path();
  }

  /** Return two sentences: the answer, and whether to believe it. */
  public String answer() {
    return String.join("\n", finished.answer());
  }

  /**
   * Return what the command prints: the answer, whether to believe it, where to look, what next.
   */
  public String screen() {
    return String.join("\n", finished.screen(true));
  }

  /**
   * Return what the judge found: standings with intervals, the judge's card, the cases behind them.
   * Of several judges it is the first one's; {@link #judge} names another.
   */
  public RunResult result() {
    return first().judged().result();
  }

  /** Return each case with its verdict, or why there is none, in the order of the run. */
  public List<Row> rows() {
    return Row.of(first().judged());
  }

  private Finished.Told first() {
    if (!finished.judges().isEmpty()) return finished.judges().getFirst();
    throw AssizeException.usage(
        folder.path().toString(), "has no judge", "a run with a judge", "name one in judges:");
  }

  /** Return the names of the judges, in the order of the configuration. */
  public List<String> judges() {
    return finished.judges().stream().map(Finished.Told::name).toList();
  }

  /**
   * Return the same run with one of its judges only.
   *
   * @throws AssizeException where it has no judge of that name
   */
  public Run judge(String name) {
    return finished.judges().stream()
        .filter(t -> t.name().equals(name))
        .findFirst()
        .map(t -> new Run(host, folder, finished.with(List.of(t))))
        .orElseThrow(() ->
            AssizeException.usage(
                folder.path().toString(),
                "has no judge \"" + name + "\"",
                String.join(", ", judges()),
                ""));
  }

  /**
   * Return the results of all judges under documented names. They depend on what was recorded and
   * on the configuration only: a replay gives the same bytes.
   */
  public Json results() {
    return finished.results();
  }

  /** Return how many values are still open: verdicts, and answers of systems. */
  public long open() {
    return finished.open();
  }

  /**
   * Return this run where nothing in it is open.
   *
   * @throws AssizeException where something is, with what the first of it met
   */
  public Run whole() {
    if (open() == 0) return this;
    throw AssizeException.incomplete(
        folder.path().toString(),
        Finished.stillOpen(open()) + finished.firstFailure().map(f -> "; first: " + f).orElse(""),
        "run the same program again: it asks for what is missing");
  }

  /** Compute it again from what was recorded. Nothing is asked. */
  public Run replay() {
    Path absolute = folder.path().toAbsolutePath();
    return replay(host, absolute, Optional.ofNullable(absolute.getRoot()));
  }

  /** Return all of it, for what is not to be had here. */
  public Finished finished() {
    return finished;
  }

  @Override
  public String toString() {
    return "run " + folder.path();
  }
}
