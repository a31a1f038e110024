package io.assize.engine.probe;

import io.assize.core.Candidate;
import io.assize.core.Case;
import io.assize.core.Item;
import io.assize.core.Judgment;
import io.assize.core.Part;
import io.assize.core.Party;
import io.assize.core.Provenance;
import io.assize.core.Result;
import io.assize.core.Step;
import io.assize.core.Verdict;
import io.assize.core.scale.Basis;
import io.assize.core.scale.Distribution;
import io.assize.core.scale.Outcome;
import io.assize.core.scale.Scale;
import io.assize.engine.docket.Assignment;
import io.assize.engine.observe.JudgmentRows;
import io.assize.engine.observe.Observations;
import io.assize.engine.trial.Gold;
import io.assize.judges.probe.Probe;
import io.assize.judges.probe.Probes;
import io.assize.measures.random.Seeded;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/**
 * A judge of known vices over items with three answers each. It has a taste for each pair, which
 * pairs of one item share in half of all items, and forgets it in so many askings.
 *
 * @param seed of the world
 * @param items with three pairs each
 * @param bias share of wins that a touched answer gains
 * @param lean share of wins beyond one half that the answer shown first gets
 * @param forgets share of askings in which it says anything
 */
record PlantedWorld(long seed, int items, double bias, double lean, double forgets) {

  private static final Party JUDGE = Party.model("judge");

  private static List<Assignment> docket(int items) {
    var docket = new ArrayList<Assignment>();
    for (int i = 0; i < items; i++) {
      Item item = Item.of("q" + i, new TreeMap<>());
      var answers =
          List.of("a", "b", "c").stream()
              .map(s ->
                  Candidate.of(item, Party.system(s), 0, "Answer of " + s + " to " + item.id()))
              .toList();
      for (int[] pair : new int[][] {{0, 1}, {1, 2}, {2, 0}}) {
        var two = List.of(answers.get(pair[0]), answers.get(pair[1]));
        docket.add(new Assignment(Case.of(item, two), 1));
      }
    }
    return docket;
  }

  /** Ask for some probes, the biased one by the name of authority. */
  ProbeResult probed(String... names) {
    List<Assignment> docket = docket(items);
    List<Case> cases = docket.stream().map(Assignment::asked).toList();
    var occasions = List.of(said(cases, 0, List.of()), said(cases, 1, List.of()));
    var trial = new ProbeTrial(cases, occasions, Gold.NONE);
    var effects = new TreeMap<String, Effect>();
    int asking = 2;
    for (Probe p : Probes.named("", List.of(names))) {
      boolean untouched = p.aim() == Probe.Aim.NOTHING || p.aim() == Probe.Aim.ORDER;
      if (untouched) {
        effects.put(p.name(), trial.asked(p));
        continue;
      }
      var changed = ProbeCases.of(p, docket, Optional.empty(), seed);
      boolean biased = p.name().equals("authority");
      var touched = biased ? changed.shown() : List.<ProbeCases.Shown>of();
      List<Case> shown = changed.docket().stream().map(Assignment::asked).toList();
      effects.put(p.name(), trial.changed(changed, said(shown, asking++, touched)));
    }
    return trial.result(effects, List.of());
  }

  private Observations said(List<Case> cases, int asking, List<ProbeCases.Shown> touched) {
    var seen = new Observations();
    for (int i = 0; i < cases.size(); i++) {
      Case asked = cases.get(i);
      List<String> keys = asked.keys();
      String item = asked.item().id();
      boolean shared = unit(item, "shared", 0) < 0.5;
      String taste = unit(item, "taste", shared ? 0 : 1 + i) < 0.5 ? keys.get(0) : keys.get(1);
      boolean event = unit(item, "event", shared ? 0 : 1 + i) < 2 * bias;
      boolean place = unit(item, "place", shared ? 0 : 1 + i) < 2 * lean;
      boolean lost = unit(item, "forgets " + asking, 1 + i) < forgets;
      String says =
          !touched.isEmpty() && event
              ? touched.get(i).key().orElseThrow()
              : lost ? keys.get(unit(item, "says " + asking, 1 + i) < 0.5 ? 0 : 1) : taste;
      boolean first = place && (touched.isEmpty() || !event);
      seen.add(
          JudgmentRows.of(
              judgment(asked, List.of(first ? keys.get(0) : says, first ? keys.get(1) : says))));
    }
    return seen;
  }

  private double unit(String item, String what, int pair) {
    long of = io.assize.core.json.Hash.of(seed + "|" + item + "|" + what + "|" + pair).toLong();
    RandomGenerator random = Seeded.generator(of);
    return Seeded.unit(random);
  }

  /** Return what is said in both orders, and in the end. */
  private static Judgment judgment(Case asked, List<String> better) {
    List<String> keys = asked.keys();
    var scale = new Scale.Preference(new TreeSet<>(keys), true);
    var orders = new ArrayList<Part>();
    var each = new ArrayList<Distribution>();
    for (int o = 0; o < 2; o++) {
      Distribution said =
          Distribution.point(scale, new Outcome.Prefer(better.get(o)), Basis.STATED);
      each.add(said);
      String order = keys.get(o) + ">" + keys.get(1 - o);
      orders.add(new Part(new Step(Step.ORDER, order), judgment(asked, said, List.of())));
    }
    return judgment(asked, Distribution.mix(each, new double[] {0.5, 0.5}), orders);
  }

  static Judgment judgment(Case asked, Distribution said, List<Part> parts) {
    return new Judgment(
        asked.id(), "q", JUDGE, Result.done(Verdict.of(said)), parts, Provenance.of("text"));
  }
}
