package io.assize.engine.run;

import io.assize.core.AssizeException;
import io.assize.core.Case;
import io.assize.core.call.Ledger;
import io.assize.core.call.Model;
import io.assize.core.json.Hash;
import io.assize.core.scale.Scale;
import io.assize.engine.config.ConfigFolder;
import io.assize.engine.config.JudgeConfig;
import io.assize.engine.config.ModelEntry;
import io.assize.engine.config.RunConfig;
import io.assize.engine.config.SystemConfig;
import io.assize.engine.docket.Assignment;
import io.assize.engine.door.Limits;
import io.assize.engine.door.Price;
import io.assize.engine.door.Records;
import io.assize.engine.door.Schedule;
import io.assize.engine.door.Wires;
import io.assize.engine.files.DataFile;
import io.assize.engine.files.DataFiles;
import io.assize.engine.observe.Observations;
import io.assize.engine.trial.Gold;
import io.assize.engine.trial.LabelledGold;
import io.assize.engine.trial.RunResult;
import io.assize.judges.reading.ReplyReader;
import io.assize.judges.recipe.BoundRecipe;
import io.assize.judges.recipe.Form;
import io.assize.judges.recipe.Recipe;
import io.assize.judges.recipe.Recipes;
import io.assize.judges.recipe.Reduce;
import io.assize.judges.recipe.Shape;
import io.assize.judges.recipe.Values;
import io.assize.judges.run.Bench;
import io.assize.judges.run.CustomJudges;
import io.assize.judges.run.Plan;
import io.assize.judges.yaml.YamlNode;
import io.assize.measures.inference.Bootstrap;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
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
  private final Wires wires;

  /**
   * Prepare a run.
   *
   * @param config what is to be done
   * @param folder where its files are
   * @param ledger of the run
   * @param models who can be asked
   * @param live whether anything may go out; else the run is replayed
   * @param schedule how work is done
   * @param clock for provenance and limits
   */
  public Execution(
      RunConfig config,
      ConfigFolder folder,
      Ledger ledger,
      ModelSource models,
      boolean live,
      Schedule schedule,
      InstantSource clock) {
    this.config = config;
    this.folder = folder;
    this.ledger = ledger;
    this.models = models;
    this.live = live;
    this.schedule = schedule;
    this.wires = new Wires(limits(config.budget()), prices(config), clock);
  }

  private static Limits limits(RunConfig.Budget budget) {
    Optional<Duration> time =
        budget.minutes().isPresent()
            ? Optional.of(Duration.ofMillis(Math.round(budget.minutes().getAsDouble() * 60_000)))
            : Optional.empty();
    return new Limits(budget.calls(), budget.usd(), time, Limits.NONE.inFlight());
  }

  private static SortedMap<String, Price> prices(RunConfig config) {
    var prices = new TreeMap<String, Price>();
    for (ModelEntry m : config.models()) {
      m.price().ifPresent(p -> prices.put(m.name(), new Price(p.input(), p.output())));
    }
    return prices;
  }

  /** Return what went out so far. */
  public Wires wires() {
    return wires;
  }

  /** Read the files, and have systems answer that are models or programs. */
  public Answering.Answered inputs(Progress progress) {
    DataFile data = Inputs.read(config, folder);
    var asked =
        config.systems().stream()
            .filter(s -> !(s.answers() instanceof SystemConfig.Answers.OfFile))
            .toList();
    if (asked.isEmpty()) return Answering.Answered.of(data);
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
    return live ? Roster.live(opened, ledger) : Roster.recorded(ledger, models.protocols());
  }

  private Session session(Roster roster, SortedMap<String, Bench.Seat> seats, Records records) {
    Bench bench = Bench.of(seats, CustomJudges.NONE, new ReplyReader());
    return new Session(ledger, roster, bench, records, wires, schedule, config.seed());
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
  }

  /**
   * Make a judge ready: choose and bind its recipe, compose its docket, open its models.
   *
   * @param all what the files hold, of which the judge may judge some
   * @throws AssizeException where the recipe does not fit the data or the models
   */
  public Bound bind(JudgeConfig judge, DataFile all) {
    DataFile data = of(judge, all);
    if (data.candidates().isEmpty()) {
      throw AssizeException.usage(
          String.join(", ", config.items().files()),
          "holds no answer to any of " + data.items().size() + " items",
          "a column for each system, or systems that answer",
          "name the columns by --map systems=COLUMN+COLUMN, or the systems in assize.yaml");
    }
    return switch (judge.judging()) {
      case JudgeConfig.Judging.Asking a -> {
        String usual = data.systems().size() > 1 ? "pair" : "pass-fail";
        yield asking(judge, a, recipe(judge, usual), data);
      }
      case JudgeConfig.Judging.Verdicts v -> verdicts(judge, v, data);
      case JudgeConfig.Judging.Replies r -> replies(judge, r, data);
    };
  }

  /** What concerns the judge. */
  private static DataFile of(JudgeConfig judge, DataFile all) {
    if (judge.tags().isEmpty()) return all;
    var known = new TreeSet<String>();
    all.items().forEach(i -> known.addAll(i.tags()));
    for (String tag : judge.tags()) {
      if (known.contains(tag)) continue;
      throw AssizeException.usage(
          "judges." + judge.name() + ".tags",
          "no item has the tag \"" + tag + "\"",
          known.isEmpty() ? "no item has any tag" : String.join(", ", known),
          "say which column holds tags by map: {tags: COLUMN} of items");
    }
    return all.tagged(judge.tags());
  }

  private BoundRecipe recipe(JudgeConfig judge, String usual) {
    return Recipes.beside(folder.folder()).get(judge.recipe().orElse(usual)).bind(values(judge));
  }

  private static SortedMap<String, YamlNode> values(JudgeConfig judge) {
    var values = new TreeMap<String, YamlNode>();
    judge
        .parameters()
        .forEach((name, json) ->
            values.put(
                name,
                YamlNode.parse(
                    "judges." + judge.name() + ".parameters." + name,
                    json.text().orElseGet(json::canonical))));
    return values;
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
      if (seat != null) seats.put(slot, seat);
    });
    Abilities.refuse(recipe, seats);
    List<Assignment> docket = Dockets.of(recipe.tree(), judge.rubric(), data, config.pairs());
    return new Bound(
        judge,
        recipe,
        List.copyOf(names.values()),
        docket,
        session(roster, seats, Records.NONE),
        Optional.empty());
  }

  /** A judge whose verdicts stand in a file: in both orders where the file kept them. */
  private Bound verdicts(JudgeConfig judge, JudgeConfig.Judging.Verdicts v, DataFile data) {
    Path path = folder.find("judges." + judge.name(), "verdicts", v.file());
    DataFile read = DataFiles.labels(List.of(path), v.map());
    List<Assignment> docket = Dockets.pairs(data, Optional.empty(), config.pairs());
    var records =
        new RecordedVerdicts(read.labels(), docket.stream().map(Assignment::asked).toList());
    if (records.judges().size() != 1) {
      throw AssizeException.usage(
          "judges." + judge.name(),
          "the file holds verdicts of " + records.judges().size() + " judges",
          "one judge",
          "name it by map: {rater: ..., only: COLUMN:VALUE}");
    }
    String who = records.judges().getFirst();
    Recipe leaf =
        new Recipe.Recorded(records.ordered() ? who + "/$order" : who, new Form.Prefer(true));
    Recipe tree =
        records.ordered()
            ? new Recipe.Vary("order", new Values.BothOrders(), leaf, Optional.of(Reduce.of("mix")))
            : leaf;
    var recipe = new BoundRecipe("recorded", tree, new Shape.One(Shape.Kind.PREFERENCE));
    return filed(
        judge, recipe, who, docket, records, Filed.of(path, v.map(), read.accounts().getFirst()));
  }

  /** A judge whose raw replies stand in a file: read here, as the recipe reads them. */
  private Bound replies(JudgeConfig judge, JudgeConfig.Judging.Replies r, DataFile data) {
    String where = "judges." + judge.name();
    var file = FiledReplies.read(where, folder.find(where, "replies", r.file()), r.map());
    BoundRecipe recipe = file.recipe(recipe(judge, file.usual()));
    List<Assignment> docket =
        file.asShown(Dockets.of(recipe.tree(), judge.rubric(), data, config.pairs()));
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
   * @param seen its judgments, in the order of the docket
   * @param result what they say
   */
  public record Judged(Bound judge, Observations seen, RunResult result) {

    Judged with(RunResult other) {
      return new Judged(judge, seen, other);
    }
  }

  /** Judge what is not judged yet, and say what all of it says. */
  public Judged judge(Bound judge, DataFile all, Progress progress) {
    DataFile data = of(judge.config(), all);
    Optional<Hash> rubric = judge.config().rubric().map(Hash::of);
    var job =
        new Job(
            judge.config().name(),
            judge.recipe().tree(),
            judge.hash(),
            rubric,
            judge.docket(),
            0,
            config.seed());
    Observations seen =
        judge.session().judge(job, live ? Runner.Mode.RESUME : Runner.Mode.REPLAY, progress);
    Gold gold = gold(judge, data);
    var bootstrap = Bootstrap.of(config.rank().resamples(), config.seed());
    return new Judged(judge, seen, RunResult.of(seen, judge.docket(), gold, bootstrap));
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

  private static Gold gold(Bound judge, DataFile data) {
    boolean one = Takes.of(judge.recipe().tree()) == Takes.ONE;
    Optional<Scale.Levels> levels =
        judge.recipe().nodes().stream()
            .filter(n -> one)
            .flatMap(n -> form(n).stream())
            .flatMap(f -> f instanceof Form.Fixed x ? Stream.of(x.scale()) : Stream.empty())
            .flatMap(s -> s instanceof Scale.Levels l ? Stream.of(l) : Stream.empty())
            .findFirst();
    var gold = new LabelledGold(data, levels);
    return gold.any() ? gold : Gold.NONE;
  }

  private static Optional<Form> form(Recipe node) {
    return switch (node) {
      case Recipe.Ask a -> Optional.of(a.scale());
      case Recipe.Recorded r -> Optional.of(r.scale());
      default -> Optional.empty();
    };
  }
}
