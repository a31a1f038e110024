package io.assize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.assize.cli.Terminal.Said;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What a user gets wrong about probes: the whole of what is told. */
class BadProbeTest extends BadInput {

  private Said probe(String... words) {
    var all = new String[words.length + 1];
    all[0] = "probe";
    System.arraycopy(words, 0, all, 1, words.length);
    return terminal.type(all);
  }

  @Test
  void wordsThatAreNoneAreRefusedBeforeAnythingIsAsked() throws IOException {
    write("answers.csv", ANSWERS);
    refused(
        probe("answers.csv", "--model", model(), "--for", "order,lenght"),
        2,
        "--for  no probe is called \"lenght\"",
        "  allowed: repeat, order, length, pad, trim, authority, bandwagon, distraction, reflection,"
            + " self, injection, plea, delimiters, verdict, formatting, names, control, shuffle,"
            + " all",
        "  fix: the nearest name is length");
    refused(
        probe("answers.csv", "--model", model(), "--fail-over", "1.5"),
        2,
        "--fail-over 1.5  is no limit",
        "  allowed: a share from 0 to below 1",
        "  fix: write 0.10");
    refused(
        probe("answers.csv", "--model", model(), "--take", "1", "--sample", "1"),
        2,
        "take and sample  are both given",
        "  allowed: the first items by take, or drawn ones by sample",
        "  fix: remove one of them");
    refused(
        probe("answers.csv", "--model", model(), "--replay"),
        2,
        "--replay  needs a run",
        "  allowed: the folder of a run",
        "  fix: assize probe NAME.run --replay");
    refused(
        probe("answers.csv", "--model", model(), "--recipe", "batcheval"),
        2,
        "recipe batcheval  learns from all cases together, and would be another judge on changed"
            + " ones",
        "  allowed: a recipe that judges each case by itself",
        "  fix: probe it with another recipe: assize recipes lists them");
    leavesNoRun();
  }

  @Test
  void aRunHasItsOwnJudge() throws IOException {
    write("answers.csv", ANSWERS);
    refused(
        probe("none.run"),
        2,
        "FOLDER/none.run  is not there",
        "  allowed: a folder that assize judge or assize run made",
        "  fix: look for folders that end in .run");
    judge("answers.csv");
    refused(
        probe("answers.run", "--model", model()),
        2,
        "answers.run  is a run, which has its own files, judge and limits",
        "  allowed: a run with --for, --judge, --take, --sample, --replay; files with all that judge"
            + " takes",
        "  fix: leave the rest out, or name the files: assize probe FILE --model MODEL --max-usd 5");
    refused(
        probe("answers.run", "--judge", "mein"),
        2,
        "--judge  is \"mein\"",
        "  allowed: main",
        "  fix: the nearest name is main");
  }

  @Test
  void severalJudgesAreAskedFor() throws IOException {
    write("answers.csv", ANSWERS);
    write(
        "assize.yaml",
        "items: answers.csv\njudges: {one: {model: \"%s\"}, two: {model: \"%s\", recipe: score}}\n"
            .formatted(model(), model()));
    assertThat(terminal.type("run").code()).isZero();
    refused(
        probe("assize.run"),
        2,
        "the run has 2 judges",
        "  allowed: one of them: one, two",
        "  fix: say which: --judge one");
    assertThat(probe("assize.run", "--judge", "two", "--for", "pad").code()).isZero();
  }

  /** Words in a file cannot be asked about what was never shown; both orders stand there. */
  @Test
  void aFileOfVerdictsHasAnOrderAndNothingElse() throws IOException {
    write("answers.csv", ANSWERS);
    write("verdicts.csv", "item,a,b,ab,ba\nq1,ada,bob,ada,bob\nq2,ada,bob,ada,ada\n");
    Said said =
        probe(
            "answers.csv",
            "--verdicts",
            "verdicts.csv",
            "--labels-map",
            "a=a,b=b,ab=ab,ba=ba,id=item",
            "--for",
            "order,repeat,authority");
    assertThat(said.code()).as(said.err()).isZero();
    assertThat(said.out())
        .contains(
            "  order         50 %",
            "  repeat        the judge's words stand in a file, and it cannot be asked\n",
            "  authority     the judge's words stand in a file, and it cannot be asked\n");
  }
}
