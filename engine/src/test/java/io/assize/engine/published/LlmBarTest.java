package io.assize.engine.published;

import static org.assertj.core.api.Assertions.assertThat;

import io.assize.core.Case;
import io.assize.core.json.Hash;
import io.assize.engine.docket.Assignment;
import io.assize.engine.docket.Pairs;
import io.assize.engine.door.Limits;
import io.assize.engine.door.MemoryLedger;
import io.assize.engine.door.Schedule;
import io.assize.engine.door.Wires;
import io.assize.engine.files.ColumnMap;
import io.assize.engine.files.DataFile;
import io.assize.engine.files.DataFiles;
import io.assize.engine.files.Label;
import io.assize.engine.observe.Observations;
import io.assize.engine.run.Job;
import io.assize.engine.run.Progress;
import io.assize.engine.run.RecordedVerdicts;
import io.assize.engine.run.Roster;
import io.assize.engine.run.Runner;
import io.assize.engine.run.Session;
import io.assize.engine.trial.Gold;
import io.assize.engine.trial.LabelledGold;
import io.assize.engine.trial.OrderAccuracy;
import io.assize.engine.trial.PairTable;
import io.assize.judges.reading.ReplyReader;
import io.assize.judges.recipe.Form;
import io.assize.judges.recipe.Recipe;
import io.assize.judges.recipe.Reduce;
import io.assize.judges.recipe.Values;
import io.assize.judges.run.Bench;
import io.assize.judges.run.CustomJudges;
import io.assize.testkit.NeedsData;
import io.assize.testkit.Paper;
import io.assize.testkit.SharedData;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * All recorded judges and strategies of LLMBar as parties of one run, judged by the product:
 * expected.csv holds the figures of the paper's own repository (Zeng et al. 2024, arXiv
 * 2310.07641).
 */
class LlmBarTest {

  private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);

  /** Every recorded judge on every pair, in both orders; mix makes a contradiction a tie. */
  private static Recipe recipe(List<String> judges) {
    Recipe one =
        new Recipe.Vary(
            "order",
            new Values.BothOrders(),
            new Recipe.Recorded("$judge/$order", new Form.Prefer(true)),
            Optional.of(Reduce.of("mix")));
    return new Recipe.Vary("judge", new Values.Listed(judges), one, Optional.empty());
  }

  private record World(
      DataFile data, List<Assignment> docket, Observations seen, List<String> judges) {}

  /** Made once for all tests here: half a minute on a busy machine. */
  private static @Nullable World made;

  private static World world() {
    World known = made;
    if (known == null) {
      known = judged();
      made = known;
    }
    return known;
  }

  private static World judged() {
    Path folder = SharedData.folder("llmbar");
    DataFile data =
        DataFiles.answers(
            List.of(folder.resolve("items.jsonl")), ColumnMap.parse("id=subset+item"));
    List<Label> verdicts =
        DataFiles.labels(
                List.of(folder.resolve("judgments.csv")),
                ColumnMap.parse(
                    "id=subset+item,judge=judge+strategy,a='output_1',b='output_2',"
                        + "ab=winner_order1,ba=winner_order2"))
            .labels();
    List<Assignment> docket = Pairs.of(data.candidates(), Pairs.MOST, 1);
    List<Case> cases = docket.stream().map(Assignment::asked).toList();
    var records = new RecordedVerdicts(verdicts, cases);
    var ledger = new MemoryLedger();
    var roster = new Roster(new TreeMap<>(), new TreeMap<>());
    var bench = Bench.of(roster.seats(), CustomJudges.NONE, new ReplyReader());
    var wires = new Wires(Limits.NONE, new TreeMap<>(), CLOCK);
    var session = new Session(ledger, roster, bench, records, wires, Schedule.IN_ORDER, 1);
    Recipe recipe = recipe(records.judges());
    var job = new Job("llmbar", recipe, Hash.of(recipe.toString()), Optional.empty(), docket, 0, 1);
    return new World(
        data, docket, session.judge(job, Runner.Mode.RESUME, Progress.NONE), records.judges());
  }

  /** The decisions of one judge on one subset. */
  private static PairTable table(World world, String judge, String subset) {
    var rows = new ArrayList<PairTable.Row>();
    for (int c = 0; c < world.docket().size(); c++) {
      Case asked = world.docket().get(c).asked();
      if (!asked.item().id().startsWith(subset + "/")) continue;
      for (int row : world.seen().children(world.seen().root(c))) {
        if (world.seen().step(row).value().equals(judge)) {
          rows.add(PairTable.row(world.seen(), row, asked));
        }
      }
    }
    return new PairTable(rows);
  }

  @Test
  @Paper("E02")
  @NeedsData("llmbar")
  void allSettingsEqualThePublishedFiguresUnderTheirPolicy() throws IOException {
    World world = world();
    Gold gold = new LabelledGold(world.data(), Optional.empty());
    List<String> lines = Files.readAllLines(SharedData.folder("llmbar/expected.csv"));
    int settings = 0;
    int asideDiffers = 0;
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",");
      PairTable table = table(world, cells[1] + "/" + cells[2], cells[0]);
      assertThat(table.rows().stream().filter(r -> gold.of(r.asked()).isPresent()).count())
          .as(line)
          .isEqualTo(Long.parseLong(cells[3]));
      var published = OrderAccuracy.of(table, gold, OrderAccuracy.Missing.AS_LLMBAR).orElseThrow();
      for (int i = 0; i < 5; i++) {
        assertThat(printed(published.percents().get(i), cells[4 + i]))
            .as(line + " figure " + (i + 1))
            .isEqualByComparingTo(cells[4 + i]);
      }
      var ours = OrderAccuracy.of(table, gold, OrderAccuracy.Missing.SET_ASIDE);
      if (ours.isEmpty() || ours.get().mean() != published.mean()) asideDiffers++;
      settings++;
    }
    assertThat(settings).isEqualTo(211);
    // Where a judge left verdicts unreadable, setting them aside changes the figure; elsewhere not.
    assertThat(asideDiffers).isBetween(1, 210);
  }

  /** Round as the file is printed: to as many digits as it shows. */
  private static BigDecimal printed(double percent, String as) {
    int digits = as.contains(".") ? as.length() - as.indexOf('.') - 1 : 0;
    return new BigDecimal(Double.toString(percent)).setScale(digits, RoundingMode.HALF_EVEN);
  }

  @Test
  @NeedsData("llmbar")
  void anItemHasTheSubsetInItsId() {
    SortedMap<String, Integer> sizes = new TreeMap<>();
    world()
        .docket()
        .forEach(a -> sizes.merge(a.asked().item().id().split("/")[0], 1, Integer::sum));
    assertThat(sizes)
        .containsExactlyInAnyOrderEntriesOf(
            java.util.Map.of(
                "Natural", 100, "Neighbor", 134, "GPTInst", 92, "FairEval", 66, "MT-Bench", 200));
  }
}
