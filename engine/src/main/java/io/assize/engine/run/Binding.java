package io.assize.engine.run;

import io.assize.core.Case;
import io.assize.core.call.Model;
import io.assize.engine.config.ConfigFolder;
import io.assize.engine.config.JudgeConfig;
import io.assize.engine.config.RunConfig;
import io.assize.engine.docket.Assignment;
import io.assize.engine.door.Records;
import io.assize.engine.files.DataFile;
import io.assize.engine.run.Execution.Bound;
import io.assize.judges.recipe.BoundRecipe;
import io.assize.judges.run.Bench;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes judges ready: chooses and binds their recipes, composes their dockets, opens their models.
 *
 * @param config of the run
 * @param folder of its files
 * @param sittings of the run
 * @param assumed what models can do of which nothing is known yet
 */
record Binding(
    RunConfig config,
    ConfigFolder folder,
    Sittings sittings,
    Optional<io.assize.core.call.Abilities> assumed) {

  Bound of(JudgeConfig judge, DataFile data) {
    return switch (judge.judging()) {
      case JudgeConfig.Judging.Asking a -> {
        String usual = data.systems().size() > 1 ? "pair" : "pass-fail";
        yield asking(judge, a, new RecipeChoice(folder).of(judge, usual), data);
      }
      case JudgeConfig.Judging.Verdicts v -> {
        RecordedJudge found = RecordedJudge.read(judge, v, folder, dockets(), data);
        yield filed(
            judge, found.recipe(), found.name(), found.docket(), found.records(), found.file());
      }
      case JudgeConfig.Judging.Replies r -> replies(judge, r, data);
    };
  }

  private Dockets dockets() {
    return new Dockets(config.pairs());
  }

  private Bound asking(
      JudgeConfig judge, JudgeConfig.Judging.Asking asking, BoundRecipe recipe, DataFile data) {
    var names = new TreeMap<String, String>();
    for (String slot : recipe.models()) names.put(slot, model(judge, asking, slot));
    List<Assignment> docket = dockets().of(recipe.tree(), judge.rubric(), data);
    return ready(judge, recipe, names, docket);
  }

  /**
   * The same judge on other cases, asked so often. One whose words stand in a file keeps to it, and
   * cannot be asked again.
   */
  Bound on(Bound judge, List<Assignment> docket, int times) {
    if (!(judge.config().judging() instanceof JudgeConfig.Judging.Asking a)) {
      return new Bound(
          judge.config(), judge.recipe(), judge.model(), docket, judge.session(), judge.file());
    }
    var names = new TreeMap<String, String>();
    for (String slot : judge.recipe().models()) names.put(slot, model(judge.config(), a, slot));
    return ready(judge.config().withRepeat(times), judge.recipe(), names, docket);
  }

  private Bound ready(
      JudgeConfig judge,
      BoundRecipe recipe,
      SortedMap<String, String> names,
      List<Assignment> docket) {
    Bound known = seated(judge, recipe, names, docket, sittings.recorded());
    if (!sittings.live()) return known;
    var memory = new RunMemory(sittings.ledger());
    // A judge that is done asks nobody: its server may be gone.
    boolean done = known.done();
    if (done) memory.recipe(judge.name(), recipe);
    return done ? known : opened(judge, recipe, names, known, memory);
  }

  private Bound opened(
      JudgeConfig judge,
      BoundRecipe recipe,
      SortedMap<String, String> names,
      Bound known,
      RunMemory memory) {
    var opened = new TreeMap<String, Model>();
    for (String model : names.values()) {
      opened.put(model, sittings.models().model("judges." + judge.name(), model));
    }
    Bound bound = seated(judge, recipe, names, known.docket(), sittings.roster(opened));
    memory.recipe(judge.name(), recipe);
    bound.session().remember(known.session());
    return bound;
  }

  private Bound seated(
      JudgeConfig judge,
      BoundRecipe recipe,
      SortedMap<String, String> names,
      List<Assignment> docket,
      Roster roster) {
    var seats = new TreeMap<String, Bench.Seat>();
    names.forEach((slot, model) -> {
      Bench.Seat seat = roster.seats().get(model);
      if (seat == null) seat = assumed.map(a -> new Bench.Seat(model, a)).orElse(null);
      if (seat != null) seats.put(slot, seat);
    });
    if (assumed.isEmpty()) Abilities.refuse(recipe, seats);
    Session session = sittings.of(roster, seats, Records.NONE);
    var models = List.copyOf(names.values());
    return new Bound(judge, recipe, models, docket, session, Optional.empty());
  }

  /** Return the model of a slot: one of its own where it is named, else the judge's. */
  private String model(JudgeConfig judge, JudgeConfig.Judging.Asking asking, String slot) {
    boolean named =
        judge.parameters().containsKey(slot)
            || config.models().stream().anyMatch(m -> m.name().equals(slot));
    return named ? slot : asking.model().orElse(slot);
  }

  /** A judge whose raw replies stand in a file: read here, as the recipe reads them. */
  private Bound replies(JudgeConfig judge, JudgeConfig.Judging.Replies r, DataFile data) {
    String where = "judges." + judge.name();
    var file = FiledReplies.read(where, folder.find(where, "replies", r.file()), r.map());
    BoundRecipe recipe = file.recipe(new RecipeChoice(folder).of(judge, file.usual()));
    List<Assignment> docket = file.asShown(dockets().of(recipe.tree(), judge.rubric(), data));
    List<Case> cases = docket.stream().map(Assignment::asked).toList();
    Records records = file.records(recipe, cases, sittings.models().protocols());
    return filed(judge, recipe, file.judge(), docket, records, file.filed());
  }

  private Bound filed(
      JudgeConfig judge,
      BoundRecipe recipe,
      String who,
      List<Assignment> docket,
      Records records,
      Filed file) {
    file.check(judge.name(), sittings.ledger(), sittings.live());
    var roster = new Roster(new TreeMap<>(), new TreeMap<>());
    Session session = sittings.of(roster, new TreeMap<>(), records);
    return new Bound(judge, recipe, List.of(who), docket, session, Optional.of(file));
  }
}
