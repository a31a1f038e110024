package io.assize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.assize.cli.Terminal.Said;
import io.assize.testkit.endpoint.Endpoint;
import io.assize.testkit.endpoint.Scripts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run leaves its page, and the page is made again without asking anybody. */
class ReportTest {

  @TempDir Path folder;
  private Terminal terminal;
  private String model = "";

  @BeforeEach
  void judge() throws IOException {
    terminal = new Terminal(folder).withClock(() -> Instant.EPOCH);
    Files.writeString(
        folder.resolve("answers.csv"),
        "id,question,v1,v2\nq1,Why?,because,for a reason\nq2,How?,so,like this\n");
    try (var endpoint = Endpoint.start(Endpoint.Settings.of(Scripts.named("letters")))) {
      model = endpoint.base().toString();
      Said said = terminal.type("judge", "answers.csv", "--model", model);
      assertThat(said.code()).as(said.err()).isZero();
      assertThat(said.out()).contains("  open answers.run/report.html");
    }
  }

  @Test
  void thePageIsMadeAgainWithoutCallsToTheSameByte() throws IOException {
    Path page = folder.resolve("answers.run/report.html");
    String first = Files.readString(page);
    assertThat(first).contains("<h1><bdi>answers.run</bdi></h1>", "Made by Assize");
    Files.delete(page);
    Said said = terminal.type("report", "answers.run");
    assertThat(said.code()).as(said.err()).isZero();
    assertThat(said.out())
        .isEqualTo(
            "answers.run/report.html written; open it in any browser, it asks nobody for"
                + " anything\n");
    assertThat(Files.readString(page)).isEqualTo(first);
    assertThat(terminal.type("report", "answers.run", "--to", "other.html").code()).isZero();
    assertThat(Files.readString(folder.resolve("other.html"))).isEqualTo(first);
  }

  @Test
  void whatHasNotChangedIsNotWrittenAgain() throws IOException {
    Path run = folder.resolve("answers.run");
    Files.writeString(run.resolve("report.html"), "as it was");
    String results = Files.readString(run.resolve("results.json"));
    Terminal later = terminal.withClock(() -> Instant.EPOCH.plusSeconds(60));
    assertThat(later.type("resume", "answers.run").code()).isZero();
    assertThat(run.resolve("report.html")).hasContent("as it was");
    assertThat(Files.readString(run.resolve("results.json"))).isEqualTo(results);

    Files.delete(run.resolve("table.csv"));
    assertThat(later.type("resume", "answers.run").code()).isZero();
    assertThat(run.resolve("table.csv")).exists();
    assertThat(Files.readString(run.resolve("report.html"))).contains("Made by Assize");
  }

  @Test
  void aReasonOfALabelIsAChangeThoughNoFigureIs() throws IOException {
    Path labels = folder.resolve("gold.csv");
    Path page = folder.resolve("answers.run/report.html");
    Files.writeString(labels, "id,a,b,label,reason\nq1,v1,v2,v1,It answers.\n");
    labelled();
    String results = Files.readString(folder.resolve("answers.run/results.json"));
    Files.writeString(page, "as it was");
    Files.writeString(labels, "id,a,b,label,reason\nq1,v1,v2,v1,It is short.\n");
    labelled();
    assertThat(Files.readString(page)).contains("It is short.").doesNotContain("It answers.");
    assertThat(results.replaceAll(".*\"results\"", ""))
        .isEqualTo(
            Files.readString(folder.resolve("answers.run/results.json"))
                .replaceAll(".*\"results\"", ""));
  }

  private void labelled() {
    Said said = terminal.type("judge", "answers.csv", "--model", model, "--labels", "gold.csv");
    assertThat(said.code()).as(said.err()).isZero();
  }

  @Test
  void theTableBesideItHoldsTheStandings() throws IOException {
    List<String> table = Files.readAllLines(folder.resolve("answers.run/table.csv"));
    assertThat(table.getFirst()).isEqualTo("judge,system,measure,value,low,high,n,won,tied,lost");
    assertThat(table).hasSize(3);
    assertThat(terminal.type("report", "answers.run", "--format", "csv").out().lines())
        .containsExactlyElementsOf(table);
  }

  @Test
  void everyTableIsWrittenWhereAFolderIsNamed() throws IOException {
    Said said = terminal.type("report", "answers.run", "--format", "csv", "--to", "tables");
    try (var files = Files.list(folder.resolve("tables"))) {
      assertThat(said.out()).isEqualTo(files.count() + " tables written to tables\n");
    }
  }

  @Test
  void everyVerdictIsExportedAsARow() throws IOException {
    Said said = terminal.type("export", "answers.run", "verdicts.csv", "--csv");
    assertThat(said.out()).isEqualTo("verdicts of 2 cases written to verdicts.csv\n");
    assertThat(Files.readAllLines(folder.resolve("verdicts.csv"))).hasSizeGreaterThan(6);
    Said both = terminal.type("export", "answers.run", "x", "--csv", "--answers");
    assertThat(both.code()).isEqualTo(2);
    assertThat(both.err())
        .isEqualTo(
            "--answers and --csv  ask for two files\n  allowed: one of them\n"
                + "  fix: give the command twice\n");
  }

  @Test
  void aPlaceThatCannotBeWrittenIsTold() {
    Said said = terminal.type("report", "answers.run", "--to", "no/such/page.html");
    assertThat(said.code()).isEqualTo(4);
    assertThat(said.err()).startsWith("no/such/page.html  cannot be written: ");
  }

  @Test
  void theDemoHasItsPageWhereItIsKept() throws IOException {
    Said said = terminal.type("demo", "--to", "kept");
    assertThat(said.code()).as(said.err()).isZero();
    assertThat(said.err()).isEqualTo("page          kept/report.html\n");
    String page = Files.readString(folder.resolve("kept/report.html"));
    // The first screen must say that this judge follows the order.
    assertThat(page.substring(0, page.indexOf("Win rate")))
        .contains("it contradicts itself on", "it favours the answer that is shown first");
  }
}
