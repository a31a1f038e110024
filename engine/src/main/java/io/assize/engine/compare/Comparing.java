package io.assize.engine.compare;

import io.assize.core.AssizeException;
import io.assize.engine.compare.Comparison.Change;
import io.assize.engine.compare.Comparison.Figure;
import io.assize.engine.compare.Comparison.Moved;
import io.assize.engine.files.ByNumber;
import io.assize.engine.files.Quoted;
import io.assize.engine.trial.PairTrial;
import io.assize.engine.trial.RunResult;
import io.assize.measures.Clusters;
import io.assize.measures.columns.Paired;
import io.assize.measures.inference.ClusteredMean;
import io.assize.measures.inference.PairedDifference;
import io.assize.measures.inference.SampleSize;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apiguardian.api.API;

/**
 * Compare two runs: each verdict with that on the same thing in the other, so that what makes an
 * item hard takes no part.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class Comparing {

  /** What is said of one thing in both runs. */
  private record Both(Said before, Said after) {
    boolean judged() {
      return before.value().isPresent() && after.value().isPresent();
    }

    boolean otherAnswer() {
      return !before.own().equals(after.own());
    }

    boolean otherOpponent() {
      return !before.other().equals(after.other());
    }
  }

  private final Side old;
  private final Side fresh;
  private final SortedSet<String> items;
  private final SortedMap<String, String> names;

  private Comparing(
      Side old, Side fresh, SortedSet<String> items, SortedMap<String, String> names) {
    this.old = old;
    this.fresh = fresh;
    this.items = items;
    this.names = names;
  }

  /**
   * Compare.
   *
   * @param old the run before
   * @param fresh the run after
   * @param match which system of the one is which of the other, {@code OLD=NEW}, where names differ
   * @param common whether items that one run lacks are left out; else they are refused
   * @throws AssizeException where judge, recipe, rubric or items differ, or no system is in both
   */
  public static Comparison of(Side old, Side fresh, List<String> match, boolean common) {
    SortedSet<String> items = Sameness.check(old, fresh, common);
    SortedMap<String, String> names = Matching.of(old, fresh, match);
    return new Comparing(old, fresh, items, names).compare();
  }

  private Comparison compare() {
    var notes = new ArrayList<String>();
    left(old, items.size(), new TreeSet<>(names.keySet()), notes);
    left(fresh, items.size(), new TreeSet<>(names.values()), notes);
    List<Change> changes =
        old.result() instanceof RunResult.Pairs a && fresh.result() instanceof RunResult.Pairs b
            ? pairs(a, b, notes)
            : grades();
    return new Comparison(old, fresh, items.size(), changes, notes);
  }

  private static void left(Side side, int compared, SortedSet<String> known, List<String> notes) {
    int more = side.items().size() - compared;
    if (more > 0) {
      notes.add("left out: " + more + (more == 1 ? " item" : " items") + " only in " + side.run());
    }
    var others = new TreeSet<>(side.systems());
    others.removeAll(known);
    if (!others.isEmpty())
      notes.add("left out: " + Quoted.list(others) + ", only in " + side.run());
  }

  private List<Change> grades() {
    var before = ((RunResult.Grades) old.result()).table();
    var after = ((RunResult.Grades) fresh.result()).table();
    Figure figure = Grades.isPassFail(after) ? Figure.PASS_RATE : Figure.SCORE;
    var changes = new ArrayList<Change>();
    names.forEach((was, is) ->
        changes.add(
            change(
                was,
                is,
                Optional.empty(),
                figure,
                Grades.of(before, was, items),
                Grades.of(after, is, items))));
    return changes;
  }

  private List<Change> pairs(RunResult.Pairs before, RunResult.Pairs after, List<String> notes) {
    var same = new TreeMap<String, String>();
    names.values().forEach(name -> same.put(name, name));
    var changes = new ArrayList<Change>();
    names.forEach((was, is) -> {
      List<Said> then = Pairs.of(before.table(), was, names, items);
      List<Said> now = Pairs.of(after.table(), is, same, items);
      if (!then.isEmpty() && !now.isEmpty()) {
        changes.add(change(was, is, against(is), Figure.WIN_RATE, then, now));
      }
    });
    if (changes.isEmpty()) throw noPair();
    notes.add(
        "a win rate tells who wins within a run. Whether new answers are better than old ones is"
            + " not in these verdicts: judge both files together as two systems, by assize judge");
    for (Change c : changes) {
      if (changes.size() == 2 && c.otherAnswers() > 0 && c.otherOpponents() > 0) {
        notes.add("answers of both systems differ between the runs: neither is the same measure");
        break;
      }
    }
    return changes.size() == 2 ? focus(changes) : changes;
  }

  private Optional<String> against(String system) {
    var others = new TreeSet<>(names.values());
    others.remove(system);
    return Optional.of(others.size() == 1 ? others.getFirst() : others.size() + " others");
  }

  /** Of two systems one mirrors the other: told is that whose answers were changed. */
  private static List<Change> focus(List<Change> both) {
    Comparator<Change> most = Comparator.comparingInt(Change::otherAnswers);
    return List.of(both.stream().max(most.thenComparing(Change::system)).orElseThrow());
  }

  private AssizeException noPair() {
    return AssizeException.usage(
        old.run() + " and " + fresh.run(),
        "compare no two systems that are in both: %s and %s"
            .formatted(Quoted.list(old.systems()), Quoted.list(fresh.systems())),
        "the same two systems in both, of which one has new answers",
        "to compare old answers with new ones, judge both files together: assize judge OLD.csv"
            + " NEW.csv --model MODEL\n"
            + "       where names differ, say which is which: --match OLD=NEW");
  }

  // ---- one system

  private Change change(
      String was,
      String is,
      Optional<String> against,
      Figure figure,
      List<Said> before,
      List<Said> after) {
    List<Both> both = join(before, after);
    List<Both> judged = both.stream().filter(Both::judged).toList();
    Paired pairs = paired(judged, Math.max(before.size(), after.size()) - judged.size());
    var moved = new ArrayList<Moved>();
    for (Both b : judged) {
      if (b.before().verdict() != b.after().verdict()) moved.add(moved(b));
    }
    return new Change(
        is,
        was.equals(is) ? Optional.empty() : Optional.of(was),
        against,
        figure,
        ClusteredMean.of(pairs.second(), PairTrial.LEVEL),
        ClusteredMean.of(pairs.first(), PairTrial.LEVEL),
        PairedDifference.of(pairs, PairTrial.LEVEL),
        SampleSize.toSettle(pairs.differences(), 0),
        pairs.clusters().used(),
        ordered(moved),
        judged.size() - moved.size(),
        Math.max(before.size(), after.size()) - judged.size(),
        (int) judged.stream().filter(Both::otherAnswer).count(),
        (int) judged.stream().filter(Both::otherOpponent).count());
  }

  /** Regressions first, then improvements, each with the largest first, then by item. */
  private static List<Moved> ordered(List<Moved> moved) {
    return moved.stream()
        .sorted(
            Comparator.comparing((Moved m) -> m.by() > 0)
                .thenComparing(m -> -Math.abs(m.by()))
                .thenComparing(Moved::item, ByNumber.ORDER)
                .thenComparing(Moved::about, ByNumber.ORDER))
        .toList();
  }

  private static List<Both> join(List<Said> before, List<Said> after) {
    Map<String, Said> then = new LinkedHashMap<>();
    for (Said s : before) then.put(s.item() + "\u0000" + s.about(), s);
    var both = new ArrayList<Both>();
    for (Said now : after) {
      Said was = then.get(now.item() + "\u0000" + now.about());
      if (was != null) both.add(new Both(was, now));
    }
    return both;
  }

  private static Paired paired(List<Both> judged, int missing) {
    double[] after = new double[judged.size()];
    double[] before = new double[judged.size()];
    int[] clusters = new int[judged.size()];
    var roots = new LinkedHashMap<String, Integer>();
    for (int i = 0; i < after.length; i++) {
      Both b = judged.get(i);
      after[i] = b.after().value().orElseThrow();
      before[i] = b.before().value().orElseThrow();
      Integer known = roots.putIfAbsent(b.after().root(), roots.size());
      clusters[i] = known == null ? roots.size() - 1 : known;
    }
    return new Paired(after, before, Clusters.of(clusters, roots.size()), missing);
  }

  private static Moved moved(Both b) {
    double by = b.after().verdict() - b.before().verdict();
    return new Moved(
        b.after().item(),
        b.after().about(),
        b.before().words(),
        b.after().words(),
        by,
        b.otherAnswer() || b.otherOpponent());
  }
}
