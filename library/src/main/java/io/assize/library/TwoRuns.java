package io.assize.library;

import io.assize.core.AssizeException;
import io.assize.engine.compare.Comparing;
import io.assize.engine.compare.Comparison;
import io.assize.engine.compare.Side;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * Two runs on disk, the one before a change and the one after. Both are read from what was
 * recorded: nobody is asked.
 *
 * @param host where they are
 * @param old folder of the run before, as the user named it
 * @param fresh folder of the run after
 * @param root where their files may lie; empty for the folders around them
 * @param judge whose verdicts are compared; empty for each that is in both
 * @param match which system of the one is which of the other, {@code OLD=NEW}
 * @param common whether items that one lacks are left out; else they are refused
 */
@API(status = API.Status.EXPERIMENTAL)
public record TwoRuns(
    Host host,
    Path old,
    Path fresh,
    Optional<Path> root,
    Optional<String> judge,
    List<String> match,
    boolean common) {

  private static final int MOST_NAMED = 3;

  public TwoRuns {
    match = List.copyOf(match);
  }

  /** Name two runs, of which all is compared that can be. */
  public TwoRuns(Host host, Path old, Path fresh) {
    this(host, old, fresh, Optional.empty(), Optional.empty(), List.of(), false);
  }

  /**
   * Compare them.
   *
   * @return a comparison for each judge, at least one
   * @throws AssizeException where judge, recipe, rubric or items differ
   */
  public List<Comparison> compare() {
    if (host.resolve(old).normalize().equals(host.resolve(fresh).normalize())) {
      throw AssizeException.usage(
          old.toString(), "is named twice", "two runs", "name the run before and the run after");
    }
    try (OpenRun before = OpenRun.existing(host, old, root, false);
        OpenRun after = OpenRun.existing(host, fresh, root, false)) {
      unchanged(old, before);
      unchanged(fresh, after);
      var told = before.finish(Watcher.NONE).judges();
      var now = after.finish(Watcher.NONE).judges();
      var all = new ArrayList<Comparison>();
      for (Finished.Told one : told) {
        Optional<Finished.Told> same =
            judge.isEmpty() && told.size() == 1 && now.size() == 1
                ? Optional.of(now.getFirst())
                : now.stream().filter(t -> t.name().equals(one.name())).findFirst();
        if (same.isEmpty() || judge.filter(j -> !j.equals(one.name())).isPresent()) continue;
        all.add(
            Comparing.of(
                new Side(old.toString(), one.judged()),
                new Side(fresh.toString(), same.get().judged()),
                match,
                common));
      }
      if (all.isEmpty()) throw noJudge(names(told), names(now));
      return List.copyOf(all);
    }
  }

  /** What was recorded speaks of the answers as they were: of others it says nothing. */
  private static void unchanged(Path run, OpenRun open) {
    List<String> changed = open.execution().changedSince();
    if (changed.isEmpty()) return;
    int more = changed.size() - MOST_NAMED;
    throw AssizeException.usage(
        run.toString(),
        "rests on files that were changed since it was judged: "
            + String.join(", ", changed.subList(0, Math.min(MOST_NAMED, changed.size())))
            + (more > 0 ? " and " + more + " more" : ""),
        "the files as they were judged, each version of the answers in a file of its own",
        "bring the old file back, under a name of its own where the new one has taken its place:"
            + " assize judge OLD.csv --to OLD.run --reuse "
            + run);
  }

  private static List<String> names(List<Finished.Told> judges) {
    return judges.stream().map(Finished.Told::name).toList();
  }

  private AssizeException noJudge(List<String> before, List<String> after) {
    return AssizeException.usage(
        old + " and " + fresh,
        judge.map(j -> "have no judge \"" + j + "\" in both").orElse("have no judge in common"),
        "judges of both: " + some(before) + " and " + some(after),
        "judge the answers of both by one judge");
  }

  private static String some(List<String> names) {
    return names.isEmpty() ? "none" : String.join(", ", names);
  }
}
