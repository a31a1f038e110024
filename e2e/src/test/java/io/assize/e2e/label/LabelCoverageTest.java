package io.assize.e2e.label;

import static org.assertj.core.api.Assertions.assertThat;

import io.assize.engine.trial.People;
import io.assize.measures.Estimate;
import io.assize.measures.Interval;
import io.assize.testkit.NeedsData;
import io.assize.testkit.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Draws sheets from real judgments whose labels are all known, and sets the intervals, corrected
 * and naive, against what people say of everything. Figures are written to {@code
 * target/label-coverage.txt}.
 *
 * <p>The corrected interval is made for 95 %. It is about all items that could have come, and it
 * treats draws by strata as if rows had been drawn one by one; against the very cases that rows
 * were drawn from it may cover more, and must not cover less: by three standard errors of {@code
 * REPETITIONS} draws, 0.921. The naive interval knows nothing of the judge's errors, and is told.
 */
class LabelCoverageTest {

  private static final int REPETITIONS = 500;
  private static final double LEAST = 0.95 - 3 * Math.sqrt(0.95 * 0.05 / REPETITIONS);
  private static final Path FIGURES = Path.of("target", "label-coverage.txt");

  /** How often intervals held what people say, and how wide they were. */
  private record Cell(
      String system, double corrected, double naive, double width, double naiveWidth) {}

  private static List<Cell> cells(RealWorld world, int rows) {
    List<List<People.Corrected>> found =
        IntStream.rangeClosed(1, REPETITIONS)
            .parallel()
            .mapToObj(seed -> world.labelled(rows, seed).corrected())
            .toList();
    var cells = new ArrayList<Cell>();
    world
        .truth()
        .forEach((system, truth) -> {
          List<People.Corrected> of =
              found.stream().flatMap(List::stream).filter(c -> c.system().equals(system)).toList();
          cells.add(
              new Cell(
                  system,
                  share(of.stream().map(c -> c.corrected()).toList(), truth),
                  share(of.stream().map(c -> c.naive()).toList(), truth),
                  width(of.stream().map(c -> c.corrected()).toList()),
                  width(of.stream().map(c -> c.naive()).toList())));
        });
    return cells;
  }

  private static double share(List<Estimate> of, double truth) {
    assertThat(of).hasSize(REPETITIONS);
    return of.stream().filter(e -> range(e).contains(truth)).count() / (double) of.size();
  }

  private static double width(List<Estimate> of) {
    return of.stream().mapToDouble(e -> range(e).high() - range(e).low()).average().orElseThrow();
  }

  private static Interval range(Estimate e) {
    return e.value().flatMap(Estimate.Value::interval).orElseThrow();
  }

  private static void holds(RealWorld world, int... sheets) throws IOException {
    var lines = new ArrayList<String>();
    for (int rows : sheets) {
      for (Cell c : cells(world, rows)) {
        lines.add(
            String.format(
                Locale.ROOT,
                "%-32s %-20s %4d labels of %4d   corrected %.3f width %.3f   naive %.3f width %.3f",
                world.name(),
                c.system(),
                rows,
                world.units().size(),
                c.corrected(),
                c.width(),
                c.naive(),
                c.naiveWidth()));
        assertThat(c.corrected()).as(lines.getLast()).isBetween(LEAST, 1.0);
      }
    }
    Files.createDirectories(FIGURES.toAbsolutePath().getParent());
    String told = Files.exists(FIGURES) ? Files.readString(FIGURES) : "";
    var all = new ArrayList<>(told.lines().toList());
    lines.stream().filter(l -> !all.contains(l)).forEach(all::add);
    Files.write(FIGURES, all);
    lines.forEach(System.out::println);
  }

  @Test
  @NeedsData("pandalm")
  void aSheetOfPandaLmCorrectsWinRates() throws IOException {
    holds(RealWorld.pandaLm(), 60);
  }

  @Test
  @NeedsData("llmjudge")
  void aSheetOfLlmJudgeCorrectsGrades() throws IOException {
    holds(RealWorld.llmJudge("NISTRetrieval-instruct0", "RMITIR-llama38b"), 30);
  }

  @Test
  @Tag("e2e")
  @NeedsData({"pandalm", "llmjudge"})
  void everyPoolAndEverySizeOfSheet() throws IOException {
    holds(RealWorld.pandaLm(), 30, 60, 100, 200);
    var pools = new ArrayList<String>();
    try (Stream<Path> files = Files.list(SharedData.folder("llmjudge/pools"))) {
      files
          .map(f -> String.valueOf(f.getFileName()).replace(".txt", ""))
          .sorted()
          .forEach(pools::add);
    }
    for (int i = 0; i < pools.size(); i++) {
      holds(RealWorld.llmJudge(pools.get(i), pools.get((i + 1) % pools.size())), 30, 60, 100, 200);
    }
  }
}
