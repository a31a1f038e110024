package io.assize.engine.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrecTest {

  private @TempDir Path folder;
  private Scratch scratch;

  @BeforeEach
  void makeScratch() {
    scratch = new Scratch(folder);
  }

  @Test
  void qrelsAreLabelsOfQueriesWithPassages() {
    scratch.write("nist.qrels", "301 0 CR93E-1 0", "301\t0\tCR93E-2\t2", "", "302 0 CR93E-1 -1");

    DataFile data = scratch.labels("nist.qrels");

    assertThat(Scratch.labelTexts(data))
        .containsExactly("301/CR93E-1 nist: 0", "301/CR93E-2 nist: 2", "302/CR93E-1 nist: -1");
    assertThat(data.items().get(1).root()).isEqualTo("301");
    assertThat(scratch.accounts(data))
        .containsExactly("nist.qrels   3 labels; TREC qrels, 2 queries");
  }

  @Test
  void aTableOfQueriesPassagesAndGradesIsTheSameAndItsRaterIsTheFile() {
    scratch.write("gold.tsv", "query\tpassage\tlabel", "301\tCR93E-1\t0", "301\tCR93E-2\t2");
    scratch.write("pool.txt", "301 0 CR93E-2 1", "301 0 CR93E-1 1");

    DataFile data = scratch.labels("gold.tsv", "pool.txt");

    assertThat(Scratch.labelTexts(data))
        .containsExactly(
            "301/CR93E-1 gold: 0",
            "301/CR93E-2 gold: 2",
            "301/CR93E-2 pool: 1",
            "301/CR93E-1 pool: 1");
    assertThat(data.items()).hasSize(2);
  }

  @Test
  void runsAreRankings() {
    scratch.write("bm25.run", "301 Q0 d2 1 2.5 bm25", "301 Q0 d1 2 -0.5e1 bm25");

    Trec.Run run = Trec.run(scratch.path("bm25.run"));

    assertThat(run.name()).isEqualTo("bm25");
    assertThat(run.lines())
        .containsExactly(new Trec.Ranked("301", "d2", 1, 2.5), new Trec.Ranked("301", "d1", 2, -5));
    assertThat(scratch.plain(run.account().toString()))
        .isEqualTo("bm25.run   2 passages; TREC run bm25, 1 query");
  }

  @Test
  void brokenLinesAreTold() {
    scratch.write("a.qrels", "301 0 d1 1", "301 0 d2");
    scratch.write("b.qrels", "301 0 d1 1", "301 0 d2 yes");
    scratch.write("c.qrels", "301 0 d1 1", "301 0 d1 0");
    scratch.write("d.run", "301 Q0 d1 1 2.5 x", "301 Q0 d1 2 2.0 x");
    scratch.write("e.run", "301 Q0 d1 1 2.5 x", "301 Q0 d2 2 NaN x");

    assertThat(scratch.refusal(() -> scratch.labels("a.qrels")))
        .isEqualTo(
            """
            a.qrels:2  3 parts where 4 belong
              allowed: query 0 passage grade
              fix: ids hold no blanks\
            """);
    assertThat(scratch.refusal(() -> scratch.labels("b.qrels")))
        .isEqualTo(
            """
            b.qrels:2  grade is "yes"
              allowed: a whole number\
            """);
    assertThat(scratch.refusal(() -> scratch.labels("c.qrels")))
        .isEqualTo(
            """
            c.qrels:2  query "301" and passage "d1" stand in line 1 too
              allowed: one grade for a query and a passage
              fix: remove one\
            """);
    assertThat(scratch.refusal(() -> Trec.run(scratch.path("d.run"))))
        .isEqualTo(
            """
            d.run:2  passage "d1" stands under query "301" in line 1 too
              allowed: each passage once for a query
              fix: remove one\
            """);
    assertThat(scratch.refusal(() -> Trec.run(scratch.path("e.run"))))
        .isEqualTo(
            """
            e.run:2  score is "NaN"
              allowed: a finite number\
            """);
    assertThat(scratch.refusal(() -> scratch.answers("d.run")))
        .isEqualTo(
            """
            d.run  is a TREC run, a ranking without answers
              allowed: items with answers, or labels
              fix: give it to a command that measures retrieval\
            """);
  }
}
