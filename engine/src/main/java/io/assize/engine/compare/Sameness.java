package io.assize.engine.compare;

import io.assize.core.AssizeException;
import io.assize.core.Item;
import io.assize.engine.files.Quoted;
import io.assize.engine.trial.RunResult;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Keeps a comparison one of answers: what judged and what was asked must be the same in both runs.
 * All that differs is told at once, with what to do about each.
 */
final class Sameness {

  private static final int MOST_IDS = 5;

  private final Side old;
  private final Side fresh;
  private final List<String> differences = new ArrayList<>();
  private final List<String> cures = new ArrayList<>();

  private Sameness(Side old, Side fresh) {
    this.old = old;
    this.fresh = fresh;
  }

  /**
   * Check two sides.
   *
   * @param common whether items that one of them lacks are left out; else they are a difference
   * @return ids of the items to compare
   * @throws AssizeException where they cannot be compared, with all that differs
   */
  static SortedSet<String> check(Side old, Side fresh, boolean common) {
    var same = new Sameness(old, fresh);
    same.judge();
    same.recipe();
    same.rubric();
    SortedSet<String> items = same.items(common);
    if (same.differences.isEmpty()) return items;
    throw AssizeException.usage(
        old.run() + " and " + fresh.run(),
        "cannot be compared\n    " + String.join("\n    ", same.differences),
        "the same judge, recipe, rubric and items in both: then only the answers differ",
        String.join("\n       ", same.cures));
  }

  private static String kind(Side side) {
    return side.result() instanceof RunResult.Pairs ? "which compares" : "which grades";
  }

  private void judge() {
    if (old.isFiled() && fresh.isFiled()) return;
    if (old.models().equals(fresh.models())) return;
    differs("judge", String.join(", ", old.models()), String.join(", ", fresh.models()));
    cures.add("judge the new answers by the judge of the old run, or the old ones by the new one");
  }

  private void recipe() {
    if (old.recipeHash().equals(fresh.recipeHash())) return;
    if (!kind(old).equals(kind(fresh))) {
      differs("recipe", old.recipe() + ", " + kind(old), fresh.recipe() + ", " + kind(fresh));
    } else if (!old.recipe().equals(fresh.recipe())) {
      differs("recipe", old.recipe(), fresh.recipe());
    } else {
      String name = old.recipe();
      differs(
          "recipe",
          name + " " + old.recipeHash(),
          name + " " + fresh.recipeHash() + ": its prompt or parameters were changed");
    }
    cures.add("judge the new answers again by the recipe, prompt and parameters of the old run");
  }

  private void rubric() {
    Optional<String> before = old.config().rubric();
    Optional<String> after = fresh.config().rubric();
    if (before.equals(after)) return;
    differs("rubric", told(before), told(after));
    cures.add(
        "judge the new answers by the old rubric"
            + before.map(r -> ": --rubric " + Quoted.of(r)).orElse("")
            + ", or the old ones by the new one");
  }

  private static String told(Optional<String> rubric) {
    return rubric.map(Quoted::of).orElse("none");
  }

  private SortedSet<String> items(boolean common) {
    SortedMap<String, Item> before = old.items();
    SortedMap<String, Item> after = fresh.items();
    var both = new TreeSet<>(before.keySet());
    both.retainAll(after.keySet());
    if (both.isEmpty()) {
      differences.add(
          "items    no id is in both: %s and %s"
              .formatted(ids(before.keySet()), ids(after.keySet())));
      cures.add("give the same items the same ids in both files");
      return both;
    }
    for (String field : List.of(Item.INPUT, Item.REFERENCE, Item.CONTEXT)) {
      changed(
          field,
          both.stream()
              .filter(id -> !field(before, id, field).equals(field(after, id, field)))
              .toList());
    }
    changed("rubric", both.stream().filter(id -> otherRubric(before, after, id)).toList());
    if (!common) {
      lacking(before.keySet(), both, old.run());
      lacking(after.keySet(), both, fresh.run());
    }
    return Collections.unmodifiableSortedSet(both);
  }

  private static Optional<String> field(SortedMap<String, Item> items, String id, String name) {
    return Optional.ofNullable(items.get(id)).flatMap(i -> i.field(name));
  }

  private static boolean otherRubric(
      SortedMap<String, Item> before, SortedMap<String, Item> after, String id) {
    var a = Optional.ofNullable(before.get(id)).flatMap(Item::rubric);
    var b = Optional.ofNullable(after.get(id)).flatMap(Item::rubric);
    return !a.equals(b);
  }

  private void changed(String field, List<String> ids) {
    if (ids.isEmpty()) return;
    differences.add("items    another %s under the same id: %s".formatted(field, ids(ids)));
    cures.add("give items whose " + field + " was changed ids of their own, and add --common");
  }

  private void lacking(Collection<String> all, SortedSet<String> both, String run) {
    List<String> only = all.stream().filter(id -> !both.contains(id)).toList();
    if (only.isEmpty()) return;
    differences.add(
        "items    %d of %d only in %s: %s".formatted(only.size(), all.size(), run, ids(only)));
    String cure = "compare the " + both.size() + " items that both have: --common";
    if (!cures.contains(cure)) cures.add(cure);
  }

  private static String ids(Collection<String> ids) {
    String some = Quoted.list(ids.stream().limit(MOST_IDS).toList());
    return ids.size() <= MOST_IDS ? some : some + " and " + (ids.size() - MOST_IDS) + " more";
  }

  private void differs(String what, String before, String after) {
    differences.add("%-8s %s and %s".formatted(what, before, after));
  }
}
