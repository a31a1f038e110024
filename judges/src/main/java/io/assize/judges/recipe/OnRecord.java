package io.assize.judges.recipe;

import io.assize.core.AssizeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.apiguardian.api.API;

/**
 * Puts a recipe on record: what it would ask is looked up in a file of raw replies and read as it
 * would be, with all that stands around it.
 *
 * <p>A file holds one reply to each question, so the recipe must ask once for each case and order.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class OnRecord {

  private final String where;
  private final String source;
  private final List<String> asked = new ArrayList<>();

  private OnRecord(String where, String source) {
    this.where = where;
    this.source = source;
  }

  /**
   * Return the recipe with a recorded leaf in the place of its ask.
   *
   * @param where the judge stands, for errors
   * @param recipe bound
   * @param source name of the record; {@code NAME/$order} where it kept a reply for each order
   * @throws AssizeException where the recipe asks more than the file can hold: two questions, a
   *     text that is written, draws, rounds, several values of a dimension
   */
  public static BoundRecipe of(String where, BoundRecipe recipe, String source) {
    var record = new OnRecord(where, source);
    Recipe tree = record.tree(recipe.tree());
    if (record.asked.size() != 1) {
      String asks = String.join(", ", record.asked);
      throw record.refused(
          record.asked.isEmpty()
              ? "asks nothing"
              : "asks " + record.asked.size() + " questions (" + asks + ")");
    }
    return new BoundRecipe(recipe.name(), tree, recipe.shape());
  }

  private Recipe tree(Recipe r) {
    return switch (r) {
      case Recipe.Ask a -> {
        asked.add(a.prompt().name());
        yield new Recipe.Recorded(source, a.scale(), Optional.of(ReadAs.of(a)));
      }
      case Recipe.Vary v -> vary(v);
      case Recipe.Let l -> new Recipe.Let(l.name(), tree(l.step()), l.scope(), tree(l.body()));
      case Recipe.Choose c -> {
        var branches = new TreeMap<String, Recipe>();
        c.branches().forEach((name, branch) -> branches.put(name, tree(branch)));
        yield new Recipe.Choose(c.by(), branches);
      }
      case Recipe.Via v -> new Recipe.Via(v.transform(), v.settings(), tree(v.body()));
      case Recipe.Mapped m -> new Recipe.Mapped(m.mapping(), tree(m.body()));
      case Recipe.Folded f -> new Recipe.Folded(f.reduce(), f.over(), tree(f.body()));
      case Recipe.Fitted f ->
          new Recipe.Fitted(
              f.name(), f.method(), f.settings(), f.folds(), tree(f.on()), tree(f.body()));
      case Recipe.Given g -> g;
      case Recipe.Check c -> c;
      case Recipe.Write w ->
          throw refused("writes a text before it judges (" + w.prompt().name() + ")");
      case Recipe.Iterate i ->
          throw refused("asks in up to " + i.most() + " rounds (" + i.name() + ")");
      case Recipe.Rounds f -> throw refused("asks in " + f.most() + " rounds (" + f.name() + ")");
      case Recipe.Recorded c -> throw refused("looks up another record (" + c.source() + ")");
      case Recipe.Custom c -> throw refused("is judged by Java code (" + c.provider() + ")");
    };
  }

  private Recipe vary(Recipe.Vary v) {
    int count =
        switch (v.values()) {
          case Values.Draws d -> d.count();
          case Values.Listed l -> l.values().size();
          case Values.From f -> f.most();
          case Values.BothOrders o -> 1; // the file tells the orders apart
          case Values.Candidates c -> 1; // and the answers
          case Values.Keys k -> 2;
        };
    if (count > 1) {
      throw refused("asks each question " + count + " times (" + Formula.values(v) + ")");
    }
    return new Recipe.Vary(v.dimension(), v.values(), tree(v.body()), v.reduce());
  }

  private AssizeException refused(String what) {
    return AssizeException.usage(
        where,
        "its recipe " + what + ", and a file of replies holds one reply to each question",
        "a recipe that asks once for each case and order",
        "take recipe: pair, trustjudge-pair, score, trustjudge-score, pass-fail or llmbar-cot; or"
            + " give a parameter that counts draws the value 1");
  }
}
