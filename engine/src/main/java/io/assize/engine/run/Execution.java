package io.assize.engine.run;

import io.assize.core.AssizeException;
import io.assize.core.Case;
import io.assize.core.Party;
import io.assize.core.call.Ledger;
import io.assize.core.call.Model;
import io.assize.core.json.Hash;
import io.assize.engine.config.ConfigFolder;
import io.assize.engine.config.JudgeConfig;
import io.assize.engine.config.RunConfig;
import io.assize.engine.config.SystemConfig;
import io.assize.engine.docket.Assignment;
import io.assize.engine.door.Price;
import io.assize.engine.door.Records;
import io.assize.engine.door.Reuse;
import io.assize.engine.door.Schedule;
import io.assize.engine.door.Target;
import io.assize.engine.door.Wires;
import io.assize.engine.files.DataFile;
import io.assize.engine.observe.Observations;
import io.assize.engine.trial.Gold;
import io.assize.engine.trial.LabelledGold;
import io.assize.engine.trial.RunResult;
import io.assize.judges.reading.ReplyReader;
import io.assize.judges.recipe.BoundRecipe;
import io.assize.judges.run.Bench;
import io.assize.judges.run.CustomJudges;
import io.assize.judges.run.Plan;
import io.assize.judges.run.Rehearsal;
import io.assize.measures.inference.Bootstrap;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apiguardian.api.API;

/**
 * A run from its configuration to its results: read, answer, plan, judge, compare. The same program
 * plans, runs, resumes and replays.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class Execution {

  private final RunConfig config;
  private final ConfigFolder folder;
  private final Ledger ledger;
  private final ModelSource models;
  private final boolean live;
  private final Schedule schedule;
  private final Reuse reuse;
  private final Optional<io.assize.core.call.Abilities> assumed;
  private final Wires wires;
  private final Dockets dockets;

  /** Prepare a run that takes nothing from others. */
  public Execution(
      RunConfig config,
      ConfigFolder folder,
      Ledger ledger,
      ModelSource models,
      boolean live,
      Schedule schedule,
      InstantSource clock) {
    this(config, folder, ledger, models, live, schedule, Reuse.none(), Optional.empty(), clock);
  }

  /**
   * Prepare a run.
   *
   * @param config what is to be done
   * @param folder where its files are
   * @param ledger of the run
   * @param models who can be asked
   * @param live whether anything may go out; else the run is replayed
   * @param schedule how work is done
   * @param reuse calls of other runs that may serve this one
   * @param assumed what models can do of which nothing is known yet, where the run is only planned;
   *     then nothing goes out and {@code live} is false
   * @param clock for provenance and limits
   */
  public Execution(
      RunConfig config,
      ConfigFolder folder,
      Ledger ledger,
      ModelSource models,
      boolean live,
      Schedule schedule,
      Reuse reuse,
      Optional<io.assize.core.call.Abilities> assumed,
      InstantSource clock) {
    this.config = config;
    this.folder = folder;
    this.ledger = ledger;
    this.models = models;
    this.live = live;
    this.schedule = schedule;
    this.reuse = reuse;
    this.assumed = assumed;
    this.wires = new Wires(Spending.limits(config.budget()), Spending.prices(config), clock);
    this.dockets = new Dockets(config.pairs());
  }

  /** Return what went out so far. */
  public Wires wires() {
    return wires;
  }

  /** Return the price of a model by the name that the run knows it by, where it is known. */
  public Optional<Price> price(String model) {
    return Optional.ofNullable(Spending.prices(config).get(model));
  }

  /**
   * Tell which systems are of the judge's own family, as far as names tell.
   *
   * @return empty where the judge's model or one of the systems' is not known and none is seen to
   *     be of its family
   */
  public Optional<List<String>> ownFamily(Bound judge, DataFile data) {
    var judges = new ArrayList<>(judge.wired());
    judges.addAll(judge.model());
    var systems = new LinkedHashMap<String, String>();
    for (Party p : data.systems()) systems.put(p.name(), modelOf(p.name()));
    return Families.same(judges, systems);
  }

  /** Return the name of a system's model; of one that is not configured its own name must do. */
  private String modelOf(String system) {
    for (SystemConfig s : answering()) {
      if (!s.name().equals(system) || !(s.answers() instanceof SystemConfig.Answers.OfModel m)) {
        continue;
      }
      Target known = Roster.recorded(ledger, models.protocols()).targets().get(m.model());
      return known == null ? m.model() : known.model();
    }
    return system;
  }

  /** Return the systems that are models or programs. */
  private List<SystemConfig> answering() {
    return config.systems().stream()
        .filter(s -> !(s.answers() instanceof SystemConfig.Answers.OfFile))
        .toList();
  }

  /** Read the files, and plan what systems are asked that are models or programs. */
  public Answering.Planned planned() {
    DataFile data = Inputs.read(config, folder);
    if (answering().isEmpty()) return new Answering.Planned(data, new TreeMap<>());
    Roster roster = Roster.recorded(ledger, models.protocols());
    Session session = session(roster, new TreeMap<>(), Records.NONE);
    return new Answering(session.outside(), folder).planned(data, answering());
  }

  /** Read the files, and have systems answer that are models or programs. */
  public Answering.Answered inputs(Progress progress) {
    DataFile data = Inputs.read(config, folder);
    if (live) new RunMemory(ledger).items(data);
    var asked = answering();
    if (asked.isEmpty()) return new Answering.Answered(data, List.of());
    var answering = new TreeMap<String, Model>();
    for (SystemConfig s : asked) {
      String where = "systems." + s.name();
      switch (s.answers()) {
        case SystemConfig.Answers.OfModel m -> {
          if (live) answering.put(m.model(), models.model(where, m.model()));
        }
        case SystemConfig.Answers.OfCommand c -> {
          if (live) answering.put(Answering.command(s.name()), models.command(where, c.command()));
        }
        case SystemConfig.Answers.OfFile f -> {}
      }
    }
    Roster roster = roster(answering);
    Session session = session(roster, new TreeMap<>(), Records.NONE);
    return new Answering(session.outside(), folder).all(data, asked, progress);
  }

  private Roster roster(SortedMap<String, Model> opened) {
    return live ? Roster.live(opened, ledger, reuse) : Roster.recorded(ledger, models.protocols());
  }

  private Session session(Roster roster, SortedMap<String, Bench.Seat> seats, Records records) {
    Bench bench = Bench.of(seats, CustomJudges.NONE, new ReplyReader());
    return new Session(ledger, roster, bench, records, reuse, wires, schedule, config.seed());
  }

  /**
   * One judge, ready.
   *
   * @param config what the configuration says of it
   * @param recipe bound
   * @param model names of the models that it asks
   * @param docket its cases
   * @param session over the run's ledger
   * @param file that its judgments stand in, where nothing is asked
   */
  public record Bound(
      JudgeConfig config,
      BoundRecipe recipe,
      List<String> model,
      List<Assignment> docket,
      Session session,
      Optional<Filed> file) {

    /** Return how many calls it makes, whatever is kept already. */
    public Plan plan() {
      return session.plan(recipe.tree(), docket);
    }

    Hash hash() {
      return file.map(f -> f.with(recipe.hash())).orElseGet(recipe::hash);
    }

    /**
     * Guess what it sends.
     *
     * @param times how often it is asked the same
     */
    public Rehearsal.Loads loads(int times) {
      return session.loads(recipe.tree(), docket, times);
    }

    /** Return the names of its models on the wire, as far as they are known. */
    public List<String> wired() {
      return model.stream()
          .map(m -> session.roster().targets().get(m))
          .filter(java.util.Objects::nonNull)
          .map(Target::model)
          .toList();
    }
  }

  /**
   * Make a judge ready: choose and bind its recipe, compose its docket, open its models.
   *
   * @param all what the files hold, of which the judge may judge some
   * @throws AssizeException where the recipe does not fit the data or the models
   */
  public Bound bind(JudgeConfig judge, DataFile all) {
    DataFile data = Inputs.of(judge, all);
    if (data.candidates().isEmpty()) {
      throw AssizeException.usage(
          String.join(", ", config.items().files().stream().map(folder::shown).toList()),
          "holds no answer to any of " + data.items().size() + " items",
          "a column for each system, or systems that answer",
          "name the columns by --map systems=COLUMN+COLUMN, or the systems in assize.yaml");
    }
    Bound bound = seated(judge, data);
    // A label off the scale is told before anything is asked.
    LabelledGold.of(data, Takes.levels(bound.recipe()));
    return bound;
  }

  private Bound seated(JudgeConfig judge, DataFile data) {
    return switch (judge.judging()) {
      case JudgeConfig.Judging.Asking a -> {
        String usual = data.systems().size() > 1 ? "pair" : "pass-fail";
        yield asking(judge, a, new RecipeChoice(folder).of(judge, usual), data);
      }
      case JudgeConfig.Judging.Verdicts v -> {
        List<Assignment> docket = dockets.pairs(data, Optional.empty());
        RecordedJudge found = RecordedJudge.read(judge, v, folder, docket);
        yield filed(judge, found.recipe(), found.name(), docket, found.records(), found.file());
      }
      case JudgeConfig.Judging.Replies r -> replies(judge, r, data);
    };
  }

  private Bound asking(
      JudgeConfig judge, JudgeConfig.Judging.Asking asking, BoundRecipe recipe, DataFile data) {
    var opened = new TreeMap<String, Model>();
    var names = new TreeMap<String, String>();
    for (String slot : recipe.models()) {
      boolean named =
          judge.parameters().containsKey(slot)
              || config.models().stream().anyMatch(m -> m.name().equals(slot));
      String model = named ? slot : asking.model().orElse(slot);
      names.put(slot, model);
      if (live) opened.put(model, models.model("judges." + judge.name(), model));
    }
    Roster roster = roster(opened);
    var seats = new TreeMap<String, Bench.Seat>();
    names.forEach((slot, model) -> {
      Bench.Seat seat = roster.seats().get(model);
      if (seat == null) seat = assumed.map(a -> new Bench.Seat(model, a)).orElse(null);
      if (seat != null) seats.put(slot, seat);
    });
    if (assumed.isEmpty()) Abilities.refuse(recipe, seats);
    if (live) new RunMemory(ledger).recipe(judge.name(), recipe);
    List<Assignment> docket = dockets.of(recipe.tree(), judge.rubric(), data);
    return new Bound(
        judge,
        recipe,
        List.copyOf(names.values()),
        docket,
        session(roster, seats, Records.NONE),
        Optional.empty());
  }

  /** A judge whose raw replies stand in a file: read here, as the recipe reads them. */
  private Bound replies(JudgeConfig judge, JudgeConfig.Judging.Replies r, DataFile data) {
    String where = "judges." + judge.name();
    var file = FiledReplies.read(where, folder.find(where, "replies", r.file()), r.map());
    BoundRecipe recipe = file.recipe(new RecipeChoice(folder).of(judge, file.usual()));
    List<Assignment> docket = file.asShown(dockets.of(recipe.tree(), judge.rubric(), data));
    List<Case> cases = docket.stream().map(Assignment::asked).toList();
    Records records = file.records(recipe, cases, models.protocols());
    return filed(judge, recipe, file.judge(), docket, records, file.filed());
  }

  private Bound filed(
      JudgeConfig judge,
      BoundRecipe recipe,
      String who,
      List<Assignment> docket,
      Records records,
      Filed file) {
    file.check(judge.name(), ledger, live);
    var roster = new Roster(new TreeMap<>(), new TreeMap<>());
    Session session = session(roster, new TreeMap<>(), records);
    return new Bound(judge, recipe, List.of(who), docket, session, Optional.of(file));
  }

  /**
   * What a judge found.
   *
   * @param judge ready
   * @param occasions its judgments each time that it was asked, in the order of the docket
   * @param result what they say
   */
  public record Judged(Bound judge, List<Observations> occasions, RunResult result) {

    public Judged {
      occasions = List.copyOf(occasions);
    }

    /** Return its judgments of the first time. */
    public Observations seen() {
      return occasions.getFirst();
    }

    Judged with(RunResult other) {
      return new Judged(judge, occasions, other);
    }
  }

  /** Judge what is not judged yet, and say what all of it says. */
  public Judged judge(Bound judge, DataFile all, Progress progress) {
    DataFile data = Inputs.of(judge.config(), all);
    Optional<Hash> rubric = judge.config().rubric().map(Hash::of);
    var occasions = new ArrayList<Observations>();
    int times = judge.config().repeat();
    for (int occasion = 0; occasion < times; occasion++) {
      var job =
          new Job(
              judge.config().name(),
              judge.recipe().tree(),
              judge.hash(),
              rubric,
              judge.docket(),
              occasion,
              config.seed());
      occasions.add(
          judge
              .session()
              .judge(
                  job,
                  live ? Runner.Mode.RESUME : Runner.Mode.REPLAY,
                  times == 1 ? progress : again(progress, occasion, times)));
    }
    Gold gold = LabelledGold.of(data, Takes.levels(judge.recipe()));
    var bootstrap = Bootstrap.of(config.rank().resamples(), config.seed());
    var baselines = new BaselineRuns(judge.session().outside());
    return new Judged(
        judge, occasions, RunResult.of(occasions, judge.docket(), gold, baselines, bootstrap));
  }

  /**
   * Join what belongs together: comparisons with the grades that the same party gave.
   *
   * @param all what the judges of this run found
   * @return the same, comparisons with their conflicts
   */
  public List<Judged> joined(List<Judged> all) {
    return Conflicts.joined(all, Bootstrap.of(config.rank().resamples(), config.seed()));
  }

  private static Progress again(Progress progress, int occasion, int times) {
    return (phase, done, total) ->
        progress.on(phase + " (time " + (occasion + 1) + " of " + times + ")", done, total);
  }
}
