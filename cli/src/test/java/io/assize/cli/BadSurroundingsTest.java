package io.assize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.assize.cli.Terminal.Said;
import io.assize.store.SqliteLedger;
import io.assize.testkit.endpoint.Fault;
import io.assize.testkit.endpoint.Faults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A ledger that cannot be had, a disk that is full, an endpoint that is none. */
class BadSurroundingsTest extends BadInput {

  private static final String PAGES = "assize.ledger.maxPages";

  @BeforeEach
  void answers() throws IOException {
    write("answers.csv", ANSWERS);
  }

  private Path ledger() {
    return folder.resolve("answers.run/ledger.db");
  }

  // ---- the ledger

  @Test
  void aLedgerOfAnotherVersionIsToldByEveryCommand() throws Exception {
    judge("answers.csv");
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + ledger());
        var statement = connection.createStatement()) {
      statement.execute("pragma user_version = 9");
    }
    for (Said said :
        new Said[] {
          terminal.type("resume", "answers.run"),
          terminal.type("replay", "answers.run"),
          terminal.type("show", "answers.run"),
          terminal.type("export", "answers.run", "answers.jsonl"),
          judge("answers.csv")
        }) {
      refused(
          said,
          4,
          "FOLDER/answers.run/ledger.db  was made by a newer Assize: its layout is 9, this one"
              + " knows up to 1",
          "  fix: use the newer Assize");
    }
  }

  @Test
  void aLedgerThatAnotherProcessWritesIsToldByItsNumber() {
    judge("answers.csv");
    try (var other = SqliteLedger.open(ledger())) {
      assertThat(other.keys()).isNotEmpty();
      Said said = terminal.type("resume", "answers.run");
      assertThat(said.err().replaceFirst("( on )\\S+\n", "$1HOST\n").replace(folder + "/", ""))
          .isEqualTo(
              "answers.run/ledger.db  is in use by process "
                  + ProcessHandle.current().pid()
                  + " on HOST\n"
                  + "  fix: wait until it ends, or stop it; one run writes to a ledger at a time,"
                  + " any number may read\n");
      assertThat(said.code()).isEqualTo(4);
      assertThat(terminal.type("replay", "answers.run").code()).as("any may read").isZero();
    }
    assertThat(terminal.type("resume", "answers.run").code()).isZero();
  }

  @Test
  void aFullDiskIsToldAndTheSameCommandGoesOnWhenThereIsRoom() throws IOException {
    var csv = new StringBuilder("id,question,ada,bob\n");
    for (int i = 0; i < 60; i++) {
      csv.append("q%d,%s,First,Second\n".formatted(i, random(i)));
    }
    write("answers.csv", csv.toString());
    System.setProperty(PAGES, "60");
    Said full;
    try {
      full = judge("answers.csv", "--quiet");
    } finally {
      System.clearProperty(PAGES);
    }
    refused(
        full,
        4,
        "FOLDER/answers.run/ledger.db  the disk is full: the last replies could not be kept",
        "  fix: free some space and give the same command again; what was kept is not asked again");
    int kept;
    try (var ledger = SqliteLedger.readOnly(ledger())) {
      kept = ledger.keys().size();
    }
    assertThat(kept).isBetween(1, 119);
    long before = endpoint.counts().to("/v1/chat/completions");
    assertThat(judge("answers.csv", "--quiet").code()).isZero();
    assertThat(endpoint.counts().to("/v1/chat/completions") - before).isEqualTo(120 - kept);
  }

  /** A text that cannot be packed much. */
  private static String random(int seed) {
    var random = new java.util.Random(seed);
    return random
        .ints(2_000, 'a', 'z' + 1)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  @Test
  void whatIsNoRunIsTold() throws IOException {
    Files.createDirectory(folder.resolve("empty.run"));
    for (String command : new String[] {"resume", "replay", "show"}) {
      refused(
          terminal.type(command, "empty.run"),
          2,
          "FOLDER/empty.run  is no run: it lacks assize.yaml or ledger.db",
          "  allowed: a folder that assize judge or assize run made",
          "  fix: look for folders that end in .run");
    }
    write("answers.run", "a file");
    refused(
        judge("answers.csv"),
        4,
        "FOLDER/answers.run  the folder of the run cannot be made",
        "  fix: choose another by --to");
  }

  // ---- the endpoint

  @Test
  void anEndpointThatIsDownIsToldAndLeavesNoRun() throws IOException {
    String model = model();
    endpoint.close();
    refused(
        terminal.type("judge", "answers.csv", "--model", model),
        4,
        "http://127.0.0.1:PORT/v1/models  takes no connection",
        "  fix: start the server, or check host and port of the URL");
    leavesNoRun();
  }

  @Test
  void anEndpointThatAnswersWebPagesIsTold() throws IOException {
    endpoint.fail(Faults.always(Fault.html()));
    refused(
        judge("answers.csv"),
        4,
        "http://127.0.0.1:PORT/v1/models  answered 200 with a web page in place of JSON",
        "  fix: check the URL: it should be that of the API; most end in /v1");
    endpoint.fail(chat(Fault.html()));
    refused(
        judge("answers.csv"),
        4,
        "http://127.0.0.1:PORT/v1/chat/completions  answered 200 with a web page in place of JSON",
        "  fix: check the URL: it should be that of the API; most end in /v1");
    leavesNoRun();
  }

  @Test
  void anEndpointThatDripsIsGivenUpAtItsDeadline() throws IOException {
    endpoint.fail(chat(new Fault.Drip(Duration.ofMillis(20))));
    write(
        "assize.yaml",
        """
        items: answers.csv
        models: {slow: {model: "%s", deadline: 0.3, attempts: 2}}
        judges: {main: {model: slow}}
        """
            .formatted(model()));
    refused(
        terminal.type("run", "--quiet"),
        4,
        "http://127.0.0.1:PORT/v1/chat/completions  gave no whole answer within 300 ms (2 requests)",
        "  fix: allow more time, or ask for fewer tokens");
    leavesNoRun();
  }

  @Test
  void anEndpointThatFailsForSomeItemsLeavesWhatCanBeResumed() throws IOException {
    var csv = new StringBuilder("id,question,ada,bob\n");
    for (int i = 0; i < 20; i++) csv.append("q%d,Question %d,First,Second\n".formatted(i, i));
    write("answers.csv", csv.toString());
    endpoint.fail(Faults.onBody("Question 19", Fault.html()));
    Said said = judge("answers.csv", "--quiet");
    assertThat(said.err().replace(":" + endpoint.port(), ":PORT"))
        .isEqualTo(
            "2 values are still open: assize resume answers.run asks for what is missing\n"
                + "  first: http://127.0.0.1:PORT/v1/chat/completions  answered 200 with a web page"
                + " in place of JSON\n"
                + "    fix: check the URL: it should be that of the API; most end in /v1\n");
    assertThat(said.code()).isEqualTo(3);
    endpoint.fail(Faults.none());
    long before = endpoint.counts().to("/v1/chat/completions");
    assertThat(terminal.type("resume", "answers.run", "--quiet").code()).isZero();
    assertThat(endpoint.counts().to("/v1/chat/completions") - before).isBetween(2L, 4L);
  }

  private static Faults chat(Fault fault) {
    return arrival -> arrival.path().contains("chat") ? Optional.of(fault) : Optional.empty();
  }

  // ---- ourselves

  @Test
  void aDefectShowsNoTraceUnlessItIsAskedFor() {
    var broken =
        terminal.withClock(() -> {
          throw new IllegalStateException("the clock is broken\u001b[2J");
        });
    refused(
        broken.type("replay", "nowhere.run"),
        2,
        "FOLDER/nowhere.run  is not there",
        "  allowed: a folder that assize judge or assize run made",
        "  fix: look for folders that end in .run");
    judge("answers.csv");
    refused(
        broken.type("replay", "answers.run"),
        70,
        "This is a defect of Assize: IllegalStateException: the clock is broken\\u001b[2J",
        "  fix: give the same command with --debug, and report what it prints at"
            + " https://github.com/assize/assize/issues");
    Said debug = broken.type("replay", "answers.run", "--debug");
    assertThat(debug.code()).isEqualTo(70);
    assertThat(debug.err())
        .contains("java.lang.IllegalStateException: the clock is broken", "\tat io.assize.");
    Said known = broken.type("replay", "nowhere.run", "--debug");
    assertThat(known.code()).isEqualTo(2);
    assertThat(known.err()).contains("\tat io.assize.", "nowhere.run  is not there\n");
  }
}
