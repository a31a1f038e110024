package io.assize.engine.run;

import io.assize.core.scale.Scale;
import io.assize.judges.recipe.BoundRecipe;
import io.assize.judges.recipe.Form;
import io.assize.judges.recipe.Recipe;
import io.assize.judges.recipe.Values;
import java.util.Optional;
import java.util.stream.Stream;

/** How many candidates a recipe judges at once: told by the tree. */
enum Takes {
  /** One: a grade, pass or fail. */
  ONE,
  /** Two: which is better. */
  PAIR,
  /** All answers to an item. */
  ALL;

  static Takes of(Recipe recipe) {
    Takes here =
        switch (recipe) {
          case Recipe.Ask a -> of(a.scale());
          case Recipe.Recorded r -> of(r.scale());
          case Recipe.Vary v -> of(v.values());
          case Recipe.Folded f -> f.reduce().how().equals("prefer") ? PAIR : ONE;
          default -> ONE;
        };
    // A batch is made of many cases: what its members are compared with says nothing of a case.
    var below = recipe instanceof Recipe.Rounds r ? java.util.List.of(r.body()) : recipe.children();
    for (Recipe child : below) {
      Takes of = of(child);
      if (of.compareTo(here) > 0) here = of;
    }
    return here;
  }

  private static Takes of(Form form) {
    return switch (form) {
      case Form.Prefer p -> PAIR;
      case Form.Each e -> PAIR;
      case Form.Best b -> ALL;
      case Form.Ranked r -> ALL;
      case Form.Fixed f -> ONE;
      case Form.Fields f ->
          f.fields().stream().map(x -> of(x.of())).max(Takes::compareTo).orElse(ONE);
    };
  }

  private static Takes of(Values values) {
    return switch (values) {
      case Values.BothOrders o -> PAIR;
      case Values.Candidates c -> PAIR;
      case Values.Keys k -> PAIR;
      case Values.Draws d -> ONE;
      case Values.Listed l -> ONE;
      case Values.From f -> ONE;
    };
  }

  /** Return the levels that single answers are graded on; pairs take grades as numbers. */
  static Optional<Scale.Levels> levels(BoundRecipe recipe) {
    if (of(recipe.tree()) != ONE) return Optional.empty();
    return recipe.nodes().stream()
        .flatMap(n -> form(n).stream())
        .flatMap(f -> f instanceof Form.Fixed x ? Stream.of(x.scale()) : Stream.empty())
        .flatMap(s -> s instanceof Scale.Levels l ? Stream.of(l) : Stream.empty())
        .findFirst();
  }

  private static Optional<Form> form(Recipe node) {
    return switch (node) {
      case Recipe.Ask a -> Optional.of(a.scale());
      case Recipe.Recorded r -> Optional.of(r.scale());
      default -> Optional.empty();
    };
  }
}
