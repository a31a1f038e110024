package io.assize.engine.run;

import io.assize.core.AssizeException;
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
import io.assize.engine.door.Reuse;
import io.assize.engine.door.Schedule;
import io.assize.engine.door.Target;
import io.assize.engine.door.Wires;
import io.assize.engine.files.DataFile;
import io.assize.engine.label.LedgerLabels;
import io.assize.engine.observe.Observations;
import io.assize.engine.trial.Agreement;
import io.assize.engine.trial.Gold;
import io.assize.engine.trial.LabelledGold;
import io.assize.engine.trial.RaterAgreements;
import io.assize.engine.trial.RunResult;
import io.assize.judges.recipe.BoundRecipe;
import io.assize.judges.run.Load;
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
import org.jspecify.annotations.Nullable;

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
  private final Wires wires;
  private final Sittings sittings;
  private final Binding binding;
  private @Nullable DataFile files;

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
    this.wires = new Wires(Spending.limits(config.budget()), Spending.prices(config), clock);
    this.sittings = new Sittings(ledger, models, live, schedule, reuse, wires, config.seed());
    this.binding = new Binding(config, folder, sittings, assumed);
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
      Target known = sittings.recorded().targets().get(m.model());
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

  /** Read the files, once. */
  private DataFile files() {
    DataFile read = files;
    if (read == null) {
      read = Inputs.read(config, folder);
      files = read;
    }
    return read;
  }

  /** Read the files, and plan what systems are asked that are models or programs. */
  public Answering.Planned planned() {
    DataFile data = files();
    if (answering().isEmpty()) return new Answering.Planned(data, new TreeMap<>());
    Session session = sittings.of(sittings.recorded());
    return new Answering(session.outside(), folder).planned(data, answering());
  }

  /**
   * Read the files, have systems answer that are models or programs, and add what people say of the
   * answers in the sheets of the run.
   */
  public Answering.Answered inputs(Progress progress) {
    DataFile read = files();
    Hash sum = read.sum();
    if (live) new RunMemory(ledger).items(read, sum);
    Answering.Answered answered = answered(read, sum, progress);
    DataFile labelled = LedgerLabels.of(ledger).into(answered.data());
    return labelled == read
        ? answered
        : new Answering.Answered(labelled, labelled.sum(), answered.missing());
  }

  private Answering.Answered answered(DataFile data, Hash sum, Progress progress) {
    var asked = answering();
    if (asked.isEmpty()) return new Answering.Answered(data, sum, List.of());
    // Systems that have answered everything are not asked: their servers may be gone.
    boolean done = planned().loads().values().stream().allMatch(l -> l.missing().isEmpty());
    Roster roster = live && !done ? sittings.roster(opened(asked)) : sittings.recorded();
    return new Answering(sittings.of(roster).outside(), folder).all(data, asked, progress);
  }

  /**
   * Tell which items and answers of the run's files are other ones than those that were judged:
   * what was recorded does not speak of them.
   *
   * @return such as {@code answer q1.v2}; empty where the files are as they were
   */
  public List<String> changedSince() {
    return new RunMemory(ledger).changedSince(files());
  }

  private SortedMap<String, Model> opened(List<SystemConfig> systems) {
    var opened = new TreeMap<String, Model>();
    for (SystemConfig s : systems) {
      String where = "systems." + s.name();
      switch (s.answers()) {
        case SystemConfig.Answers.OfModel m ->
            opened.put(m.model(), models.model(where, m.model()));
        case SystemConfig.Answers.OfCommand c ->
            opened.put(Answering.command(s.name()), models.command(where, c.command()));
        case SystemConfig.Answers.OfFile f -> {}
      }
    }
    return opened;
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

    private static final int LOOKED_AT = 200;

    /** Return how many calls it makes, whatever is kept already. */
    public Plan plan() {
      return session.plan(recipe.tree(), docket);
    }

    /** Return what is judged: one job each time that the judge is asked. */
    List<Job> jobs() {
      Optional<Hash> rubric = config.rubric().map(Hash::of);
      var jobs = new ArrayList<Job>();
      for (int occasion = 0; occasion < config.repeat(); occasion++) {
        jobs.add(
            new Job(
                config.name(), recipe.tree(), hash(), rubric, docket, occasion, session.seed()));
      }
      return jobs;
    }

    /** Tell whether every judgment is stored, so that nobody need be asked. */
    public boolean done() {
      return jobs().stream().allMatch(session::done);
    }

    private Hash hash() {
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

    /**
     * Guess what it sends each time that it is asked, from at most {@value #LOOKED_AT} of its
     * cases.
     */
    public SortedMap<String, Load> once() {
      int every = (docket.size() + LOOKED_AT - 1) / LOOKED_AT;
      if (every < 2) return session.loads(recipe.tree(), docket, 1).all();
      var some = new ArrayList<Assignment>();
      for (int i = 0; i < docket.size(); i += every) some.add(docket.get(i));
      var loads = new TreeMap<String, Load>();
      session
          .loads(recipe.tree(), some, 1)
          .all()
          .forEach((to, load) -> loads.put(to, load.times((double) docket.size() / some.size())));
      return loads;
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
    Bound bound = binding.of(judge, data);
    // A label off the scale is told before anything is asked.
    LabelledGold.of(data, Takes.levels(bound.recipe()));
    return bound;
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

  /**
   * Return the same judge, ready for other cases than its own or for fewer, asked so often. Its
   * models are opened only where something is missing.
   */
  public Bound on(Bound judge, List<Assignment> docket, int times) {
    return binding.on(judge, docket, times);
  }

  /** Judge what is not judged yet, each time that the judge is asked. */
  public List<Observations> observe(Bound judge, Progress progress) {
    var occasions = new ArrayList<Observations>();
    int times = judge.config().repeat();
    Runner.Mode mode = live ? Runner.Mode.RESUME : Runner.Mode.REPLAY;
    for (Job job : judge.jobs()) {
      occasions.add(judge.session().judge(job, mode, progress.time(job.occasion(), times)));
    }
    return occasions;
  }

  /** Judge what is not judged yet, and say what all of it says. */
  public Judged judge(Bound judge, DataFile all, Progress progress) {
    DataFile data = Inputs.of(judge.config(), all);
    List<Observations> occasions = observe(judge, progress);
    var levels = Takes.levels(judge.recipe());
    Gold gold = LabelledGold.of(data, levels);
    var bootstrap = Bootstrap.of(config.rank().resamples(), config.seed());
    // A judge whose verdicts stand in the same file is not set beside itself.
    DataFile beside = judge.file().isEmpty() ? data : data.withoutRecorded(judge.model());
    var baselines = new RecordedParties(new BaselineRuns(config.seed()), beside, levels);
    return new Judged(
        judge, occasions, RunResult.of(occasions, judge.docket(), gold, baselines, bootstrap));
  }

  /** Return the labels that a judge is set against, {@link Gold#NONE} where there are none. */
  public Gold gold(Bound judge, DataFile all) {
    return LabelledGold.of(Inputs.of(judge.config(), all), Takes.levels(judge.recipe()));
  }

  /** Set a judge against each rater apart, where there are several. */
  public List<Agreement> raters(Judged judged, DataFile all) {
    DataFile data = Inputs.of(judged.judge().config(), all);
    var apart = LabelledGold.byRater(data, Takes.levels(judged.judge().recipe()));
    if (apart.size() < 2) return List.of();
    var bootstrap = Bootstrap.of(config.rank().resamples(), config.seed());
    return RaterAgreements.of(judged.result(), apart, bootstrap);
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
}
