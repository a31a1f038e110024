package io.assize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.assize.cli.Terminal.Said;
import io.assize.core.json.Json;
import io.assize.testkit.NeedsData;
import io.assize.testkit.SharedData;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published figures, by the command alone, each to its printed digits. */
class AgreePublishedTest {

  @TempDir Path folder;

  /** Rows by kind and names, as CSV gives them; a cell by its column. */
  private Map<String, Map<String, String>> rows(String... words) {
    var all = new ArrayList<>(List.of("agree"));
    all.addAll(List.of(words));
    all.addAll(List.of("--format", "csv", "--resamples", "0"));
    Said said = new Terminal(folder).type(all.toArray(String[]::new));
    assertThat(said.err()).isEmpty();
    List<String> lines = said.out().lines().toList();
    String[] head = lines.getFirst().split(",");
    var rows = new TreeMap<String, Map<String, String>>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      var row = new TreeMap<String, String>();
      for (int i = 0; i < head.length; i++) row.put(head[i], cells[i]);
      rows.put(cells[0] + " " + cells[1] + " " + cells[2], row);
    }
    return rows;
  }

  private static String cell(
      Map<String, ? extends Map<String, String>> rows, String row, String column) {
    return Objects.requireNonNull(Objects.requireNonNull(rows.get(row), row).get(column), column);
  }

  private static void printed(String cell, Json figures, String name, int places) {
    BigDecimal figure = figures.get(name).flatMap(Json::number).orElseThrow();
    assertThat(new BigDecimal(cell).setScale(places, RoundingMode.HALF_UP))
        .as(name)
        .isEqualByComparingTo(figure.setScale(places, RoundingMode.HALF_UP));
  }

  // Tables 3 and 4 of Rahmani et al. (2025), arXiv 2502.13908; labels above 3 are clamped.
  @Test
  @NeedsData("llmjudge")
  void relevanceJudgesAgreeWithNistAsPrinted() throws IOException {
    Path data = SharedData.folder("llmjudge");
    Json pools =
        Json.parse(Files.readString(data.resolve("expected.json"))).get("pools").orElseThrow();
    var words = new ArrayList<>(List.of(data.resolve("gold_test.tsv").toString()));
    var judges = new ArrayList<String>();
    for (String pool : pools.members().keySet()) {
      words.add(data.resolve("pools/" + pool + ".txt").toString());
      judges.addAll(List.of("--judge", pool));
    }
    words.addAll(judges);
    words.addAll(List.of("--clamp", "0..3", "--scale"));
    var nominal = rows(with(words, "nominal"));
    var ordinal = rows(with(words, "ordinal"));
    var linear = rows(with(words, "ordinal", "--weights", "linear"));
    assertThat(pools.members()).hasSize(22);
    pools
        .members()
        .forEach((pool, figures) -> {
          Json paper = figures.get("published").orElseThrow();
          Json ours = figures.get("recomputed").orElseThrow();
          String row = "judge " + pool + " gold_test";
          printed(cell(nominal, row, "kappa"), paper, "kappa_4point", 4);
          printed(cell(ordinal, row, "alpha"), paper, "alpha_ordinal", 4);
          printed(cell(nominal, row, "kappa"), ours, "kappa_4point", 6);
          printed(cell(nominal, row, "agree"), ours, "accuracy", 6);
          printed(cell(nominal, row, "alpha"), ours, "alpha_nominal", 6);
          printed(cell(ordinal, row, "kappa"), ours, "kappa_quadratic_weighted", 6);
          printed(cell(linear, row, "kappa"), ours, "kappa_linear_weighted", 6);
          assertThat(nominal.get(row)).containsEntry("n", "4423").containsEntry("missing", "0");
        });
  }

  private static void printed(String cell, String figure) {
    BigDecimal printed = new BigDecimal(figure);
    assertThat(new BigDecimal(cell).setScale(printed.scale(), RoundingMode.HALF_UP))
        .isEqualTo(printed);
  }

  private static String[] with(List<String> words, String... more) {
    var all = new ArrayList<>(words);
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  // Wang et al. (2023), arXiv 2306.05087: kappas of the README, accuracy against the majority.
  @Test
  @NeedsData("pandalm")
  void annotatorsOfPandaLmAndTheirJudgeAgreeAsPrinted() throws IOException {
    Path data = SharedData.folder("pandalm");
    String file = data.resolve("testset-v1.json").toString();
    var people =
        rows(
            file,
            "--map",
            "id=idx,input=instruction,raters=annotator1+annotator2+annotator3",
            "--scale",
            "nominal");
    printed(cell(people, "people pair annotator1 annotator2", "kappa"), "0.8520");
    printed(cell(people, "people pair annotator1 annotator3", "kappa"), "0.8789");
    printed(cell(people, "people pair annotator2 annotator3", "kappa"), "0.8617");
    write(data);
    var judged = rows("pandalm.csv", "--scale", "nominal", "--details");
    String majority = "majority judge most people";
    printed(cell(judged, majority, "agree"), "0.7107");
    printed(cell(judged, majority, "kappa"), "0.4958");
    assertThat(judged.get(majority)).containsEntry("n", "999").containsEntry("missing", "0");
  }

  /** What cannot be read counts as a tie there. */
  private void write(Path data) throws IOException {
    Json people = Json.parse(Files.readString(data.resolve("testset-v1.json")));
    Json judge = Json.parse(Files.readString(data.resolve("gpt-3.5-turbo-testset-v1.json")));
    var said = new TreeMap<String, String>();
    for (Json row : judge.elements()) said.put(text(row, "idx"), text(row, "gpt_result"));
    var csv = new StringBuilder("item,anna,ben,chen,judge\n");
    for (Json row : people.elements()) {
      String id = text(row, "idx");
      String of = said.getOrDefault(id, "");
      csv.append(id);
      for (int i = 1; i <= 3; i++) csv.append(',').append(text(row, "annotator" + i));
      csv.append(',').append(of.equals("1") || of.equals("2") ? of : "0").append('\n');
    }
    Files.writeString(folder.resolve("pandalm.csv"), csv);
  }

  private static String text(Json row, String member) {
    Json value = row.get(member).orElseThrow();
    return value.text().orElseGet(() -> value.number().orElseThrow().toPlainString());
  }

  // Bavaresco et al. (2025), values of its repository's results/regular.
  @ParameterizedTest
  @NeedsData("multi-rater")
  @CsvSource({
    "dices-350, safety, nominal, 0.160860",
    "newsroom, Informativeness, ordinal, 0.284873",
    "newsroom, Relevance, ordinal, 0.115121",
    "newsroom, Fluency, ordinal, -0.015808",
    "newsroom, Coherence, ordinal, 0.064972",
  })
  void manyRatersAgreeAsPublished(String set, String criterion, String scale, String alpha)
      throws IOException {
    var csv = new StringBuilder("item,rater,label\n");
    for (String line : Files.readAllLines(SharedData.folder("multi-rater/" + set + ".jsonl"))) {
      Json row = Json.parse(line);
      int rater = 0;
      for (Json r : row.get("ratings").flatMap(x -> x.get(criterion)).orElseThrow().elements()) {
        String label = r.text().orElseGet(() -> r.number().orElseThrow().toPlainString());
        csv.append(text(row, "item")).append(",r").append(rater++).append(',').append(label);
        csv.append('\n');
      }
    }
    Files.writeString(folder.resolve("ratings.csv"), csv);
    var rows = rows("ratings.csv", "--scale", scale);
    assertThat(rows.get("people people people")).containsEntry("alpha", alpha);
  }
}
