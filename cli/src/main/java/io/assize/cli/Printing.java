package io.assize.cli;

import io.assize.core.AssizeException;
import io.assize.library.Finished;
import io.assize.library.OpenRun;
import io.assize.report.Numbers;
import io.assize.report.ResultTable;
import io.assize.report.Safe;
import io.assize.report.Screens;
import io.assize.report.page.MarkdownPage;

/** Finishes a run and prints what it says. */
final class Printing {

  private final Surroundings surroundings;
  private final OpenRun run;
  private final boolean live;
  private final OutputOptions output;

  private Printing(Surroundings surroundings, OpenRun run, boolean live, OutputOptions output) {
    this.surroundings = surroundings;
    this.run = run;
    this.live = live;
    this.output = output;
  }

  /**
   * Finish a run, print it, close it.
   *
   * @return the exit code
   */
  static int finish(Surroundings surroundings, OpenRun run, boolean live, OutputOptions output) {
    try (run) {
      return new Printing(surroundings, run, live, output).finish();
    }
  }

  /**
   * Finish a run that this command begins. Where it is refused before anything was asked, it leaves
   * no folder behind.
   *
   * @return the exit code
   */
  static int begin(Surroundings surroundings, OpenRun run, OutputOptions output) {
    try {
      return finish(surroundings, run, true, output);
    } catch (AssizeException e) {
      run.folder().dropIfNothingWasAsked();
      throw e;
    }
  }

  private int finish() {
    String goOn = "assize resume " + Safe.terminal(run.folder().path().getFileName() + "");
    return tell(new Watched(surroundings, run, live, planFirst(), goOn).during(run::finish));
  }

  private boolean planFirst() {
    return live && output.format == OutputOptions.Format.TABLE && !output.quiet;
  }

  private int tell(Finished finished) {
    switch (output.format) {
      case JSON -> surroundings.out().println(Safe.json(finished.document().canonical()));
      case CSV ->
          finished
              .judges()
              .forEach(
                  t -> ResultTable.csv(t.judged().result()).forEach(surroundings.out()::println));
      case LATEX ->
          finished
              .judges()
              .forEach(
                  t -> ResultTable.latex(t.judged().result()).forEach(surroundings.out()::println));
      case MD -> MarkdownPage.of(run.report(finished)).forEach(surroundings.out()::println);
      case TABLE -> {
        if (finished.judges().isEmpty()) collected(finished);
        else if (output.quiet) finished.answer().forEach(this::sentence);
        else finished.screen(!planFirst(), output.details).forEach(this::line);
      }
    }
    long open = finished.open();
    if (open == 0) return 0;
    surroundings
        .err()
        .println(
            Numbers.of(open, "value is", "values are")
                + " still open: assize resume "
                + Safe.terminal(run.folder().path().getFileName() + "")
                + " asks for what is missing"
                + finished.firstFailure().map(Printing::first).orElse(""));
    return AssizeException.Fault.INCOMPLETE.exitCode();
  }

  private static String first(String failure) {
    return "\n  first: " + Safe.terminalLines(failure).replace("\n", "\n  ");
  }

  /** A run without judges: what was answered, and how to get at it. */
  private void collected(Finished finished) {
    String folder = Safe.terminal(run.folder().path().getFileName() + "");
    finished.collected().forEach(l -> surroundings.out().println(Safe.terminal(l)));
    surroundings
        .out()
        .println("next          assize export " + folder + " answers.jsonl --answers");
    surroundings.out().println("saved         " + folder + "   every request and reply");
  }

  private void sentence(String sentence) {
    Screens.broken(Safe.terminal(sentence)).forEach(surroundings.out()::println);
  }

  private void line(String line) {
    surroundings.out().println(Safe.terminal(line));
  }
}
