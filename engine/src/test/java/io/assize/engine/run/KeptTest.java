package io.assize.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.assize.core.Candidate;
import io.assize.core.Case;
import io.assize.core.Exhibit;
import io.assize.core.Item;
import io.assize.core.Party;
import io.assize.core.json.Hash;
import io.assize.engine.docket.Assignment;
import io.assize.judges.reading.ReplyReader;
import io.assize.judges.run.Bench;
import io.assize.judges.run.CustomJudges;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The key of all judgments in one piece rests on everything that the judgments rest on. */
class KeptTest {

  private static final Bench BENCH =
      Bench.of(new TreeMap<>(), CustomJudges.NONE, new ReplyReader());

  private static final Case PAIR = pair("Why?", "Because.", "So.");

  private static Case pair(String input, String ada, String bob) {
    Item item = Item.of("i1", new TreeMap<>(Map.of("input", input)));
    return Case.of(
        item,
        List.of(
            Candidate.of(item, Party.system("ada"), 0, ada),
            Candidate.of(item, Party.system("bob"), 0, bob)));
  }

  private static String key(String recipe, int occasion, long seed, Case... cases) {
    var docket = List.of(cases).stream().map(c -> new Assignment(c, 1)).toList();
    var job =
        new Job(
            "judge",
            RunnerTest.BOTH_ORDERS,
            Hash.of(recipe),
            Optional.empty(),
            docket,
            occasion,
            seed);
    return new JudgmentKeys(job, BENCH).ofAll(List.of(cases));
  }

  private static String key(Case... cases) {
    return key("r", 0, 1, cases);
  }

  @Test
  void equalDocketsHaveOneKey() {
    assertThat(key(PAIR)).isEqualTo(key(pair("Why?", "Because.", "So.")));
  }

  @Test
  void whateverIsJudgedOtherwiseHasAnotherKey() {
    Case other = pair("Whence?", "Because.", "So.");
    assertThat(
            List.of(
                key(PAIR),
                key(other),
                key(pair("Why?", "Because!", "So.")),
                key(pair("Why?", "Because.So", ".")),
                key(PAIR.inOrder(List.of("i1.bob", "i1.ada"))),
                key(PAIR.withFactor("length", "long")),
                key(PAIR.with(Exhibit.given("rubric", Party.person("me"), "Be brief."))),
                key(PAIR.with(Exhibit.given("rubric", Party.person("me"), "Be exact."))),
                key(PAIR.alone("i1.ada")),
                key(PAIR, other),
                key(other, PAIR),
                key("another recipe", 0, 1, PAIR),
                key("r", 1, 1, PAIR),
                key("r", 0, 2, PAIR)))
        .doesNotHaveDuplicates();
  }
}
