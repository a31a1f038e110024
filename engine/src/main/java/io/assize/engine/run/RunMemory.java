package io.assize.engine.run;

import io.assize.core.AssizeException;
import io.assize.core.Candidate;
import io.assize.core.Item;
import io.assize.core.call.Entry;
import io.assize.core.call.Ledger;
import io.assize.core.json.Hash;
import io.assize.core.json.Json;
import io.assize.engine.files.DataFile;
import io.assize.judges.recipe.BoundRecipe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a run remembers of its items and recipes, so that a file that was changed in between is told
 * and not mixed with what was judged before. More items are welcome.
 *
 * @param ledger of the run; the last note of a name counts
 */
record RunMemory(Ledger ledger) {

  private static final String ITEMS = "items";
  private static final String WHOLE = "items/whole";
  private static final String RECIPE = "recipe/";

  /**
   * Remember items and the answers that stand in files.
   *
   * @param sum of the data
   * @throws AssizeException where an item or an answer was another one before
   */
  void items(DataFile data, Hash sum) {
    // One sum over everything tells soonest that nothing has changed.
    Json whole = Json.of(sum.toString());
    if (note(WHOLE).filter(whole::equals).isPresent()) return;
    one(hashes(data));
    ledger.append(new Entry.Note(WHOLE, whole.canonical()));
  }

  /** Tell which items and answers were other ones when they were judged. */
  List<String> changedSince(DataFile data) {
    return changed(remembered(), hashes(data));
  }

  private SortedMap<String, Json> remembered() {
    var before = new TreeMap<String, Json>();
    note(ITEMS).ifPresent(n -> before.putAll(n.members()));
    return before;
  }

  private static List<String> changed(SortedMap<String, Json> before, SortedMap<String, Json> now) {
    var changed = new ArrayList<String>();
    now.forEach((id, hash) -> {
      Json old = before.get(id);
      if (old != null && !old.equals(hash)) changed.add(id);
    });
    return changed;
  }

  private void one(SortedMap<String, Json> now) {
    SortedMap<String, Json> before = remembered();
    List<String> changed = changed(before, now);
    if (!changed.isEmpty()) throw changed(changed);
    if (before.keySet().containsAll(now.keySet())) return;
    before.putAll(now);
    ledger.append(new Entry.Note(ITEMS, new Json.Obj(before).canonical()));
  }

  private static SortedMap<String, Json> hashes(DataFile data) {
    var hashes = new TreeMap<String, Json>();
    for (Item item : data.items()) {
      var of = Json.object().put("fields", Json.texts(item.fields()));
      of.put("rubric", item.rubric().map(Json::of));
      hashes.put("item " + item.id(), Json.of(Hash.of(of.build()).brief()));
    }
    for (Candidate c : data.candidates()) {
      hashes.put("answer " + c.key(), Json.of(Hash.of(c.text()).brief()));
    }
    return hashes;
  }

  private static AssizeException changed(List<String> names) {
    String some = String.join(", ", names.subList(0, Math.min(3, names.size())));
    return AssizeException.usage(
        "",
        "not what this run judged before: "
            + some
            + (names.size() > 3 ? " and " + (names.size() - 3) + " more" : ""),
        "the same questions and answers for all of a run; further ones are welcome",
        "begin another with what is unchanged: --to NEW.run --reuse OLD.run");
  }

  /**
   * Remember the recipe of a judge, with its prompts and parameters.
   *
   * @throws AssizeException where it was another one before
   */
  void recipe(String judge, BoundRecipe recipe) {
    Json now = Json.of(recipe.hash().toString());
    Optional<Json> before = note(RECIPE + judge);
    if (before.isEmpty()) {
      ledger.append(new Entry.Note(RECIPE + judge, now.canonical()));
      return;
    }
    if (before.get().equals(now)) return;
    throw AssizeException.usage(
        "judges." + judge,
        "the recipe " + recipe.name() + " or its prompt is not what this run judged by before",
        "the same words for all of a run",
        "begin another with what is unchanged: --to NEW.run --reuse OLD.run");
  }

  private Optional<Json> note(String name) {
    var found = new ArrayList<String>();
    ledger.events(e -> {
      if (e instanceof Entry.Note n && n.name().equals(name)) found.add(n.value());
    });
    return found.isEmpty() ? Optional.empty() : Optional.of(Json.parse(found.getLast()));
  }
}
