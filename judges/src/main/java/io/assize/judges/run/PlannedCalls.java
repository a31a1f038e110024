package io.assize.judges.run;

import io.assize.core.Judgment;
import io.assize.core.Product;
import io.assize.core.Result;
import io.assize.core.call.Answer;
import io.assize.core.call.CallKey;
import io.assize.core.call.Calls;
import io.assize.core.call.Reply;
import io.assize.core.call.Request;
import io.assize.core.json.Hash;
import io.assize.judges.recipe.Recipe;
import io.assize.judges.recipe.Selector;
import io.assize.judges.recipe.Until;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;

/**
 * A door that opens on nothing: it counts what would be asked, equal requests on one path once.
 *
 * @param tally chance of each call so far
 * @param base the occasion's path
 * @param path of this place
 * @param chance that this place is reached
 * @param seen what the next request shows beside its text
 * @param reply so many tokens the next reply is taken to have
 */
record PlannedCalls(
    Map<Asked, Double> tally,
    List<Integer> base,
    List<Integer> path,
    double chance,
    List<Product> seen,
    int reply)
    implements Calls {

  /**
   * One call.
   *
   * @param request what is asked
   * @param path without trailing zeros
   * @param seen judgments that it shows: a stand-in has no outcome that would tell them apart
   * @param reply so many tokens the reply is taken to have
   */
  record Asked(Request request, List<Integer> path, List<Product> seen, int reply) {}

  static PlannedCalls at(Map<Asked, Double> tally, List<Integer> base) {
    return new PlannedCalls(tally, base, base, 1, List.of(), Load.REPLY);
  }

  @Override
  public Result<Answer> send(Request request) {
    var key = new CallKey(NOTHING, path);
    var asked = new Asked(request, key.path(), seen, reply);
    // A call that is surely made is made once, however often it is asked for.
    tally.merge(asked, chance, Math::max);
    return Result.done(new Answer(key, new Reply.Planned("[" + number(asked) + "]")));
  }

  private static final Hash NOTHING = Hash.of("planned");

  /** Stand for a reply by a text that differs from call to call and is the same in every pass. */
  private static String number(Asked asked) {
    return Hash.of(asked.request().toString() + asked.path() + asked.seen()).brief();
  }

  /** Return the door for a request that shows these judgments. */
  static Calls seeing(Calls calls, Course course, Env e, SortedSet<String> sees) {
    if (!(calls instanceof PlannedCalls p) || course == Course.FEWEST) return calls;
    List<Product> judgments =
        e.things(sees).values().stream().filter(x -> x instanceof Judgment).toList();
    return new PlannedCalls(p.tally, p.base, p.path, p.chance, judgments, p.reply);
  }

  /** Return the door for a request whose reply is taken to have so many tokens. */
  static Calls replying(Calls calls, int tokens) {
    if (!(calls instanceof PlannedCalls p)) return calls;
    return new PlannedCalls(p.tally, p.base, p.path, p.chance, p.seen, tokens);
  }

  /** Return the door for a round that may not be reached: each end is as likely as another. */
  static Calls chance(Calls calls, Course course, Recipe.Iterate it, int round) {
    boolean sure = course != Course.EXPECTED || it.until() == Until.NEVER;
    if (sure || !(calls instanceof PlannedCalls p)) return calls;
    return p.with(p.tally, p.chance * (1 - (double) round / it.most()));
  }

  private PlannedCalls with(Map<Asked, Double> other, double reached) {
    return new PlannedCalls(other, base, path, reached, seen, reply);
  }

  /** Go the way with the fewest calls, or the most, or every way by its share. */
  static Product choose(
      Recipe.Choose c, Selector.Feature f, Env e, Interpreter interpreter, Course course) {
    var door = (PlannedCalls) e.calls();
    return course == Course.EXPECTED
        ? every(c, f, e, interpreter, door)
        : one(c, e, interpreter, door, course == Course.MOST);
  }

  private static Product one(
      Recipe.Choose c, Env e, Interpreter interpreter, PlannedCalls door, boolean most) {
    Product chosen = null;
    Map<Asked, Double> tally = new LinkedHashMap<>();
    for (Recipe branch : c.branches().values()) {
      var mine = new LinkedHashMap<>(door.tally);
      Product product = interpreter.run(branch, e.on(door.with(mine, door.chance)));
      boolean better = most ? calls(mine) > calls(tally) : calls(mine) < calls(tally);
      if (chosen == null || better) {
        chosen = product;
        tally = mine;
      }
    }
    door.tally.putAll(tally);
    return Objects.requireNonNull(chosen, "choose has no branch");
  }

  /** People's words are no calls that cost. */
  private static long calls(Map<Asked, Double> tally) {
    return tally.keySet().stream().filter(a -> counts(a.request())).count();
  }

  static boolean counts(Request request) {
    return !(request instanceof Request.AskPerson);
  }

  private static Product every(
      Recipe.Choose c, Selector.Feature f, Env e, Interpreter interpreter, PlannedCalls door) {
    Product likeliest = null;
    double top = -1;
    var sum = new LinkedHashMap<Asked, Double>();
    for (var branch : c.branches().entrySet()) {
      double share = branch.getKey().equals("yes") ? f.share() : 1 - f.share();
      var mine = new LinkedHashMap<Asked, Double>();
      Product product =
          interpreter.run(branch.getValue(), e.on(door.with(mine, door.chance * share)));
      mine.forEach((asked, chance) -> sum.merge(asked, chance, Double::sum));
      if (share > top) {
        top = share;
        likeliest = product;
      }
    }
    sum.forEach((asked, chance) -> door.tally.merge(asked, chance, Math::max));
    return Objects.requireNonNull(likeliest, "choose has no branch");
  }

  @Override
  public Calls draw(int index, int of) {
    var longer = new ArrayList<>(path);
    longer.add(index);
    return new PlannedCalls(tally, base, List.copyOf(longer), chance, seen, reply);
  }

  @Override
  public Calls outside() {
    return new PlannedCalls(tally, base, base, chance, seen, reply);
  }

  @Override
  public RandomGenerator random(String purpose) {
    return new SplittableRandom(Hash.of(purpose + path).toLong());
  }

  @Override
  public <T> List<T> all(List<? extends Callable<T>> work) {
    var results = new ArrayList<T>();
    for (Callable<T> w : work) {
      try {
        results.add(w.call());
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
    return results;
  }
}
