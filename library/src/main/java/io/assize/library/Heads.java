package io.assize.library;

import io.assize.engine.door.Meter;
import io.assize.engine.files.Account;
import io.assize.engine.files.DataFile;
import io.assize.engine.run.Answering;
import io.assize.report.Numbers;
import io.assize.report.Safe;
import java.util.ArrayList;
import java.util.List;

/**
 * The first lines of every screen: how the data were read.
 *
 * @param host names files as the user would from there
 */
record Heads(Host host) {

  /** Return how the files were read, and what systems did not answer. */
  List<String> accounts(Answering.Answered inputs) {
    var lines = new ArrayList<String>();
    DataFile data = inputs.data();
    for (Account a : data.accounts()) lines.add(account(a));
    data.notes().forEach(n -> lines.add(line("note", Safe.terminal(n))));
    inputs
        .missing()
        .forEach(g ->
            lines.add(
                line(
                    "note",
                    Numbers.of(g.count(), "answer", "answers")
                        + " of "
                        + Safe.terminal(g.system())
                        + ": "
                        + g.why())));
    return lines;
  }

  /** Return how one file was read. */
  String account(Account of) {
    return line(named(of.file()), of.line());
  }

  /** Return what is told of a run without judges. */
  List<String> collected(Answering.Answered inputs, Meter.Count made) {
    var lines = new ArrayList<>(accounts(inputs));
    String done =
        Numbers.of(made.attempts(), "call", "calls")
            + " in "
            + Numbers.time(made.time())
            + "; "
            + Numbers.of(inputs.data().candidates().size(), "answer", "answers")
            + " of "
            + Numbers.of(inputs.data().systems().size(), "system", "systems");
    lines.add(line("done", done));
    return lines;
  }

  private String named(String file) {
    String here = host.folder().toAbsolutePath() + "/";
    return Safe.brief(file.startsWith(here) ? file.substring(here.length()) : file, 40);
  }

  private static String line(String what, String says) {
    return String.format("%-13s %s", what, says);
  }
}
