package io.assize.engine.run;

import io.assize.core.Case;
import io.assize.core.call.Ledger;
import io.assize.engine.docket.Assignment;
import io.assize.engine.docket.MixedBatches;
import io.assize.engine.door.Outside;
import io.assize.engine.door.Records;
import io.assize.engine.door.Reuse;
import io.assize.engine.door.Schedule;
import io.assize.engine.door.Wires;
import io.assize.engine.observe.Observations;
import io.assize.judges.recipe.Recipe;
import io.assize.judges.run.Bench;
import io.assize.judges.run.Plan;
import io.assize.judges.run.Rehearsal;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apiguardian.api.API;

/**
 * One sitting of a run: a ledger, who can be asked, and what recipes are run with.
 *
 * <p>Plans, judges and replays are the same program: only what may go out differs.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class Session {

  /** So many cases are under way at once. */
  private static final int UNDER_WAY = 256;

  private static final Optional<Kept> NOTHING = Optional.empty();

  private final Ledger ledger;
  private final Bench bench;
  private final Wires wires;
  private final Roster roster;
  private final Outside outside;
  private final long seed;
  private final SortedMap<Integer, Kept> kept = new TreeMap<>(); // by occasion

  /** Begin one that takes nothing from other runs. */
  public Session(
      Ledger ledger,
      Roster roster,
      Bench bench,
      Records records,
      Wires wires,
      Schedule schedule,
      long seed) {
    this(ledger, roster, bench, records, Reuse.none(), wires, schedule, seed);
  }

  /**
   * Begin.
   *
   * @param ledger of the run
   * @param roster who can be asked
   * @param bench what recipes are run with; its seats are the roster's
   * @param records verdicts that stand in files
   * @param reuse calls of other runs
   * @param wires how calls go out
   * @param schedule how work is done
   * @param seed of the run
   */
  public Session(
      Ledger ledger,
      Roster roster,
      Bench bench,
      Records records,
      Reuse reuse,
      Wires wires,
      Schedule schedule,
      long seed) {
    this.roster = roster;
    this.ledger = ledger;
    this.bench = bench;
    this.wires = wires;
    this.seed = seed;
    this.outside = new Outside(ledger, roster.targets(), records, reuse, wires, schedule, seed);
  }

  /** Return how many calls a recipe makes on these cases, whatever is kept already. */
  public Plan plan(Recipe recipe, List<Assignment> docket) {
    List<Case> cases = docket.stream().map(Assignment::asked).toList();
    return new Rehearsal(bench, new MixedBatches(seed)).plan(recipe, cases);
  }

  /**
   * Guess what a recipe sends on these cases, in all and beyond what is kept already.
   *
   * @param times how often the judge is asked the same
   */
  public Rehearsal.Loads loads(Recipe recipe, List<Assignment> docket, int times) {
    List<Case> cases = docket.stream().map(Assignment::asked).toList();
    var rehearsal = new Rehearsal(bench, new MixedBatches(seed));
    var loads = new Rehearsal.Loads(new TreeMap<>(), new TreeMap<>());
    for (int occasion = 0; occasion < times; occasion++) {
      loads = loads.plus(rehearsal.loads(recipe, cases, occasion, outside::kept));
    }
    return loads;
  }

  /** Judge what is not judged yet; what could not be had stays open. */
  public Observations judge(Job job, Runner.Mode mode, Progress progress) {
    Optional<Kept> known =
        mode == Runner.Mode.RESUME ? Optional.ofNullable(kept.remove(job.occasion())) : NOTHING;
    return runner(mode, progress).run(job, known);
  }

  /** Tell whether every judgment of a job is stored; what is read for it serves the job then. */
  boolean done(Job job) {
    Kept known = kept.get(job.occasion());
    if (known != null) return known.all();
    Optional<Kept> stored = runner(Runner.Mode.RESUME, Progress.NONE).kept(job);
    stored.ifPresent(k -> kept.put(job.occasion(), k));
    return stored.filter(Kept::all).isPresent();
  }

  /** Take over what another session of the same judge read. */
  void remember(Session other) {
    kept.putAll(other.kept);
  }

  private Runner runner(Runner.Mode mode, Progress progress) {
    return new Runner(outside, ledger, bench, mode, UNDER_WAY, progress);
  }

  /** Return who can be asked. */
  public Roster roster() {
    return roster;
  }

  /** Return the door, for what is asked beside judging. */
  public Outside outside() {
    return outside;
  }

  /** Return how calls go out, which counts them. */
  public Wires wires() {
    return wires;
  }

  public Ledger ledger() {
    return ledger;
  }

  public long seed() {
    return seed;
  }
}
