package io.assize.engine.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assize.core.Candidate;
import io.assize.core.Case;
import io.assize.core.Item;
import io.assize.core.Party;
import io.assize.core.json.Json;
import io.assize.engine.door.MemoryLedger;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SamplerTest {

  private static final Draws NONE = Draws.of(List.of());

  private static Unit pair(int number, String stratum) {
    Item item = Item.of("q" + number, new TreeMap<>());
    return new Unit(
        Case.of(
            item,
            List.of(
                Candidate.of(item, Party.system("v1"), 0, "one"),
                Candidate.of(item, Party.system("v2"), 0, "two"))),
        stratum);
  }

  /** 20 of the first stratum, 60 of the rest. */
  private static List<Unit> units() {
    var units = new ArrayList<Unit>();
    for (int i = 0; i < 80; i++) units.add(pair(i, i < 20 ? "flips" : Strata.REST));
    return units;
  }

  @Test
  void doubtfulCasesAreDrawnTwiceAsDensely() {
    Draw draw = Sampler.draw(units(), NONE, 20, 1, "main");
    assertThat(draw.shares())
        .containsExactly(new Draw.Share("flips", 20, 8), new Draw.Share(Strata.REST, 60, 12));
    assertThat(draw.rows()).extracting(Draw.Row::number).isEqualTo(numbers(1, 20));
    for (Draw.Row row : draw.rows()) {
      assertThat(row.inclusion())
          .isCloseTo(row.stratum().equals("flips") ? 0.4 : 0.2, within(1e-15));
    }
  }

  private static List<Integer> numbers(int from, int to) {
    return java.util.stream.IntStream.rangeClosed(from, to).boxed().toList();
  }

  @Test
  void sharesAreFairAndNoStratumIsForgotten() {
    var names = List.of("a", "b", Strata.REST);
    assertThat(Sampler.shares(names, new int[] {3, 1, 996}, 30)).containsExactly(2, 1, 27);
    assertThat(Sampler.shares(names, new int[] {100, 100, 100}, 50)).containsExactly(20, 20, 10);
    assertThat(Sampler.shares(names, new int[] {5, 5, 5}, 3)).containsExactly(1, 1, 1);
    assertThat(Sampler.shares(names, new int[] {5, 5, 50}, 2)).containsExactly(0, 0, 2);
    assertThat(Sampler.shares(names, new int[] {5, 5, 5}, 100)).containsExactly(5, 5, 5);
  }

  @Test
  void aSecondDrawTakesOthersAndGoesOnCounting() {
    Draw first = Sampler.draw(units(), NONE, 20, 1, "main");
    Draws one = Draws.of(List.of(first));
    Draw second = Sampler.draw(units(), one, 20, 1, "main");
    assertThat(second.rows()).extracting(Draw.Row::number).isEqualTo(numbers(21, 40));
    var keys = new TreeSet<String>();
    first.rows().forEach(r -> keys.add(r.key()));
    second.rows().forEach(r -> keys.add(r.key()));
    assertThat(keys).hasSize(40);
    Draws both = one.with(second);
    // 8 + 7 of 20: over both draws each was as likely as any other of its stratum.
    int flips = second.shares().getFirst().taken() + 8;
    for (Unit u : units().subList(0, 20)) {
      both.probability(u.asked())
          .ifPresent(p -> assertThat(p).isCloseTo(flips / 20.0, within(1e-12)));
    }
    Draw last = Sampler.draw(units(), both, 100, 1, "main");
    assertThat(last.rows()).hasSize(40);
    assertThat(both.with(last).probability(units().getFirst().asked())).hasValue(1);
    assertThat(Sampler.draw(units(), both.with(last), 1, 1, "main").rows()).isEmpty();
  }

  /** A sheet that is too short for all strata says nothing of those that it left out. */
  @Test
  void whatHadNoChanceIsTold() {
    var units = new ArrayList<>(units().subList(0, 20));
    for (int i = 20; i < 2_000; i++) units.add(pair(i, Strata.REST));
    Draws short1 = Draws.of(List.of(Sampler.draw(units, NONE, 1, 1, "main")));
    assertThat(short1.could(units.getFirst().asked())).isFalse();
    assertThat(short1.could(units.getLast().asked())).isTrue();
    Draws longer = short1.with(Sampler.draw(units, short1, 10, 1, "main"));
    assertThat(longer.could(units.getFirst().asked())).isTrue();
  }

  /** Further items are drawn from since they are there; the old ones stay in their stratum. */
  @Test
  void whatJudgesSayLaterMovesNoCase() {
    Draws one = Draws.of(List.of(Sampler.draw(units(), NONE, 20, 1, "main")));
    var grown = new ArrayList<Unit>();
    for (Unit u : units()) grown.add(new Unit(u.asked(), Strata.REST));
    for (int i = 80; i < 100; i++) grown.add(pair(i, Strata.REST));
    Draw second = Sampler.draw(grown, one, 20, 1, "main");
    assertThat(second.shares())
        .extracting(Draw.Share::stratum, Draw.Share::of)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("flips", 12),
            org.assertj.core.groups.Tuple.tuple(Strata.REST, 68));
    Draws both = one.with(second);
    double again = (double) second.shares().get(1).taken() / 68;
    for (Draw.Row row : second.rows()) {
      if (!row.stratum().equals(Strata.REST)) continue;
      boolean fresh = Integer.parseInt(row.item().substring(1)) >= 80;
      double expected = fresh ? again : 1 - 0.8 * (1 - again);
      assertThat(row.inclusion()).isCloseTo(expected, within(1e-12));
    }
    assertThat(one.could(grown.getLast().asked())).isFalse();
    assertThat(both.could(grown.getLast().asked())).isTrue();
  }

  /**
   * Over many seeds each case is drawn as often as its probability says, and each side as often.
   */
  @Test
  void probabilitiesAreThoseOfTheDraw() {
    int[] drawn = new int[80];
    int left = 0;
    for (int seed = 0; seed < 500; seed++) {
      for (Draw.Row row : Sampler.draw(units(), NONE, 20, seed, "main").rows()) {
        drawn[Integer.parseInt(row.item().substring(1))]++;
        if (row.shown().getFirst().endsWith("v1")) left++;
      }
    }
    // Four standard errors of a share of 500.
    for (int i = 0; i < 80; i++) {
      assertThat(drawn[i] / 500.0).isCloseTo(i < 20 ? 0.4 : 0.2, within(0.088));
    }
    assertThat(left / 10_000.0).isCloseTo(0.5, within(0.02));
  }

  @Test
  void rowsAreShuffledOverStrata() {
    List<Draw.Row> rows = Sampler.draw(units(), NONE, 40, 3, "main").rows();
    long early = rows.subList(0, 20).stream().filter(r -> r.stratum().equals("flips")).count();
    assertThat(early).isBetween(3L, 13L);
    assertThat(rows)
        .extracting(Draw.Row::item)
        .isNotEqualTo(rows.stream().map(Draw.Row::item).sorted().toList());
  }

  @Test
  void theLedgerGivesBackWhatWasDrawn() {
    Draw draw = Sampler.draw(units(), NONE, 7, -5, "main");
    assertThat(Draw.of(Json.parse(draw.toJson().canonical()))).isEqualTo(draw);
    var ledger = new MemoryLedger();
    Draws.keep(ledger, draw);
    Draws read = Draws.of(ledger);
    assertThat(read.all()).containsExactly(draw);
    assertThat(read.lastRow()).isEqualTo(7);
    assertThat(read.row(7)).contains(draw.rows().getLast());
    assertThat(read.row(8)).isEmpty();
  }
}
