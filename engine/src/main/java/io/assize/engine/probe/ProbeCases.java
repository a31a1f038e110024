package io.assize.engine.probe;

import io.assize.core.Candidate;
import io.assize.core.Case;
import io.assize.core.json.Hash;
import io.assize.core.json.Json;
import io.assize.engine.docket.Assignment;
import io.assize.judges.probe.Probe;
import io.assize.judges.recipe.Settings;
import io.assize.judges.run.Transform;
import io.assize.measures.random.Seeded;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.apiguardian.api.API;

/**
 * A judge's cases as a probe shows them. Which answer of a pair is touched is drawn for each case
 * from the seed and the case alone, so that neither system nor place is touched more than the
 * other, and other cases change nothing; where that answer cannot be changed the other one is.
 *
 * @param probe that changes them
 * @param shown the cases that could be changed, in the order of the judge's
 * @param left how many could not
 */
@API(status = API.Status.EXPERIMENTAL)
public record ProbeCases(Probe probe, List<Shown> shown, int left) {

  public ProbeCases {
    shown = List.copyOf(shown);
  }

  /**
   * One case.
   *
   * @param at place of the untouched case among the judge's
   * @param changed as it is shown
   * @param key of the answer that was touched; empty where no single one was
   * @param back from what is said of it to what that means for the untouched case
   */
  public record Shown(int at, Assignment changed, Optional<String> key, Transform.Back back) {}

  /**
   * Change cases.
   *
   * @param family of the judge's model, where it is known
   * @param seed of all that is drawn
   */
  public static ProbeCases of(
      Probe probe, List<Assignment> docket, Optional<String> family, long seed) {
    var shown = new ArrayList<Shown>();
    for (int at = 0; at < docket.size(); at++) {
      changed(probe, docket.get(at), at, family, seed).ifPresent(shown::add);
    }
    return new ProbeCases(probe, shown, docket.size() - shown.size());
  }

  private static Optional<Shown> changed(
      Probe probe, Assignment of, int at, Optional<String> family, long seed) {
    Case asked = of.asked();
    for (Optional<String> key : keys(probe, asked, seed)) {
      var told = new TreeMap<String, Json>();
      key.ifPresent(k -> told.put("to", Json.of(k)));
      family.ifPresent(f -> told.put("judge", Json.of(f)));
      long draw = Hash.of(seed + "|" + probe.name() + "|" + asked.id() + "|" + key).toLong();
      Transform.Applied applied =
          probe.transform().apply(asked, new Settings(told), Seeded.generator(draw));
      if (applied.shown().equals(asked)) continue;
      Assignment changed = new Assignment(applied.shown(), of.inclusion());
      return Optional.of(new Shown(at, changed, key, applied.back()));
    }
    return Optional.empty();
  }

  /** Which answers could be touched, the one that is drawn first. */
  private static List<Optional<String>> keys(Probe probe, Case asked, long seed) {
    return switch (probe.aim()) {
      case ANSWER ->
          asked.candidates().stream()
              .map(Candidate::key)
              .sorted(Comparator.comparing(k -> Hash.of(seed + "|" + probe.name() + "|" + k)))
              .map(Optional::of)
              .toList();
      case ORDER, CASE, NOTHING -> List.of(Optional.empty());
    };
  }

  /** Return the cases as they are shown, for a judge. */
  public List<Assignment> docket() {
    return shown.stream().map(Shown::changed).toList();
  }
}
