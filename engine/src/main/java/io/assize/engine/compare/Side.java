package io.assize.engine.compare;

import io.assize.core.Case;
import io.assize.core.Item;
import io.assize.engine.config.JudgeConfig;
import io.assize.engine.door.Target;
import io.assize.engine.run.Execution;
import io.assize.engine.trial.RunResult;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apiguardian.api.API;

/**
 * What one judge says in one run.
 *
 * @param run the run's folder as the user named it
 * @param judged what it found
 */
@API(status = API.Status.EXPERIMENTAL)
public record Side(String run, Execution.Judged judged) {

  /** Return the verdicts. */
  RunResult result() {
    return judged.result();
  }

  /** Return what the configuration says of the judge. */
  public JudgeConfig config() {
    return judged.judge().config();
  }

  /** Return the name and the hash of the recipe: the hash holds prompts and parameters. */
  public String recipe() {
    return judged.judge().recipe().name();
  }

  String recipeHash() {
    return judged.judge().recipe().hash().brief();
  }

  /** Return the names of the judge's models on the wire, with their revision where it is known. */
  public List<String> models() {
    SortedMap<String, Target> targets = judged.judge().session().roster().targets();
    return judged.judge().model().stream()
        .map(name ->
            Optional.ofNullable(targets.get(name))
                .map(t -> t.model() + t.revision().map(r -> "@" + r).orElse(""))
                .orElse(name))
        .toList();
  }

  /** Tell whether its verdicts or replies stand in a file: then nobody knows who gave them. */
  boolean isFiled() {
    return judged.judge().file().isPresent();
  }

  /** Return the items that it judged, by id. */
  SortedMap<String, Item> items() {
    var items = new TreeMap<String, Item>();
    judged.judge().docket().forEach(a -> items.put(a.asked().item().id(), a.asked().item()));
    return Collections.unmodifiableSortedMap(items);
  }

  /** Return the systems whose answers it judged. */
  SortedSet<String> systems() {
    var systems = new TreeSet<String>();
    judged.judge().docket().forEach(a -> systems.addAll(systems(a.asked())));
    return Collections.unmodifiableSortedSet(systems);
  }

  static SortedSet<String> systems(Case asked) {
    var systems = new TreeSet<String>();
    asked.candidates().forEach(c -> systems.add(c.by().name()));
    return systems;
  }

  /** Return how many values are open: they may still come. */
  public long open() {
    return result().replies().open();
  }
}
