package io.assize.judges.run;

import io.assize.core.Case;
import io.assize.core.Judgment;
import io.assize.core.call.Request;
import io.assize.judges.recipe.Recipe;
import io.assize.judges.recipe.Selector;
import io.assize.judges.run.PlannedCalls.Asked;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.apiguardian.api.API;

/**
 * Plans the calls of a recipe by running it over replies that are not there: the same interpreter,
 * so that the plan cannot drift from what is done.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class Rehearsal {

  private final Bench bench;
  private final Batches batches;

  /**
   * Make a rehearsal.
   *
   * @param bench as for the run; fits and rounds that it holds are not looked at
   * @param batches the docket of recipes that bring their own rounds
   */
  public Rehearsal(Bench bench, Batches batches) {
    this.bench = bench;
    this.batches = batches;
  }

  /** Return how many calls the recipe makes on these cases, on the first occasion. */
  public Plan plan(Recipe recipe, List<Case> cases) {
    Orders.check(recipe);
    SortedMap<String, Double> most = count(recipe, cases, Course.MOST);
    SortedMap<String, Double> fewest = fixed(recipe) ? most : count(recipe, cases, Course.FEWEST);
    SortedMap<String, Double> expected =
        fewest.equals(most) ? most : count(recipe, cases, Course.EXPECTED);
    return new Plan(whole(fewest), expected, whole(most), Arithmetic.formula(recipe, cases));
  }

  /**
   * What a recipe sends.
   *
   * @param all by the model or program that is asked
   * @param missing the same without the calls that are kept
   */
  public record Loads(SortedMap<String, Load> all, SortedMap<String, Load> missing) {

    public Loads {
      all = Collections.unmodifiableSortedMap(new TreeMap<>(all));
      missing = Collections.unmodifiableSortedMap(new TreeMap<>(missing));
    }

    /** Return the sum of both. */
    public Loads plus(Loads other) {
      var a = new TreeMap<>(all);
      other.all.forEach((to, load) -> a.merge(to, load, Load::plus));
      var m = new TreeMap<>(missing);
      other.missing.forEach((to, load) -> m.merge(to, load, Load::plus));
      return new Loads(a, m);
    }
  }

  /**
   * Guess what the recipe sends on these cases.
   *
   * @param occasion 0, or the number of the retest
   * @param kept tells which calls, by request and draw path, are there already
   */
  public Loads loads(
      Recipe recipe, List<Case> cases, int occasion, BiPredicate<Request, List<Integer>> kept) {
    var all = new TreeMap<String, Load>();
    var missing = new TreeMap<String, Load>();
    Course course = fixed(recipe) ? Course.MOST : Course.EXPECTED;
    tally(recipe, cases, course, occasion)
        .forEach((asked, chance) -> {
          if (!PlannedCalls.counts(asked.request())) return;
          Load load = Load.of(asked.request(), asked.reply()).times(chance);
          all.merge(asked.request().to(), load, Load::plus);
          if (!kept.test(asked.request(), asked.path())) {
            missing.merge(asked.request().to(), load, Load::plus);
          }
        });
    return new Loads(all, missing);
  }

  private static SortedMap<String, Long> whole(SortedMap<String, Double> calls) {
    var whole = new TreeMap<String, Long>();
    calls.forEach((to, n) -> whole.put(to, Math.round(n)));
    return whole;
  }

  /** Tell whether nothing that is said or written decides what is asked: one pass is enough. */
  private static boolean fixed(Recipe r) {
    boolean here =
        switch (r) {
          case Recipe.Let l -> false;
          case Recipe.Iterate i -> false;
          case Recipe.Choose c -> !(c.by() instanceof Selector.Feature);
          case Recipe.Custom c -> false;
          default -> true;
        };
    return here && r.children().stream().allMatch(Rehearsal::fixed);
  }

  private SortedMap<String, Double> count(Recipe recipe, List<Case> cases, Course course) {
    var tally = tally(recipe, cases, course, 0);
    var calls = new TreeMap<String, Double>();
    tally.forEach((asked, chance) -> {
      if (PlannedCalls.counts(asked.request())) {
        calls.merge(asked.request().to(), chance, Double::sum);
      }
    });
    return calls;
  }

  private Map<Asked, Double> tally(Recipe recipe, List<Case> cases, Course course, int occasion) {
    var tally = new LinkedHashMap<Asked, Double>();
    go(recipe, cases, bench, course, tally, occasion);
    return tally;
  }

  private void go(
      Recipe recipe,
      List<Case> cases,
      Bench with,
      Course course,
      Map<Asked, Double> tally,
      int occasion) {
    switch (recipe) {
      case Recipe.Fitted f -> {
        go(f.on(), cases, with, course, tally, occasion);
        go(f.body(), cases, with, course, tally, occasion);
      }
      case Recipe.Rounds r -> {
        RoundsTable table = RoundsTable.empty(r.name());
        for (int i = 0; i < r.most(); i++) {
          List<Case> dealt = batches.compose(r, cases, table, i);
          table =
              table.plus(i, dealt, judge(r.on(), dealt, with, course, tally, List.of(occasion, i)));
        }
        go(r.body(), cases, with.withRounds(r.name(), table.judgments()), course, tally, occasion);
      }
      default -> judge(recipe, cases, with, course, tally, List.of(occasion));
    }
  }

  private static List<Judgment> judge(
      Recipe recipe,
      List<Case> cases,
      Bench with,
      Course course,
      Map<Asked, Double> tally,
      List<Integer> base) {
    var interpreter = new Interpreter(with, new Rules(), course);
    var judged = new ArrayList<Judgment>();
    for (Case c : cases) judged.add(interpreter.judge(recipe, c, PlannedCalls.at(tally, base)));
    return judged;
  }
}
