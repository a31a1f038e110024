package io.assize.engine.run;

import io.assize.core.AssizeException;
import io.assize.core.Candidate;
import io.assize.core.Case;
import io.assize.core.Exhibit;
import io.assize.core.Party;
import io.assize.engine.config.RunConfig;
import io.assize.engine.docket.Assignment;
import io.assize.engine.docket.Pairs;
import io.assize.engine.files.DataFile;
import io.assize.judges.recipe.Recipe;
import java.util.List;
import java.util.Optional;

/**
 * Composes the cases of a judge: single answers, pairs, or all answers to an item, as its recipe
 * takes them.
 *
 * @param pairs how many are compared
 */
record Dockets(RunConfig.Pairs pairs) {

  List<Assignment> of(Recipe recipe, Optional<String> rubric, DataFile data) {
    return switch (Takes.of(recipe)) {
      case ONE -> docket(data, rubric, data.candidates().stream().map(List::of).toList());
      case PAIR -> pairs(data, rubric);
      case ALL -> docket(data, rubric, List.copyOf(data.candidatesByItem().values()));
    };
  }

  List<Assignment> pairs(DataFile data, Optional<String> rubric) {
    if (data.systems().size() < 2) {
      throw AssizeException.usage(
          "",
          "pairs are compared, and there is one system only",
          "two systems or more",
          "take a recipe for single answers: --recipe pass-fail or --recipe score");
    }
    List<Assignment> drawn = Pairs.of(data.candidates(), pairs.sample(), pairs.seed());
    if (drawn.isEmpty()) return List.of();
    Case shown = shown(data, rubric);
    return drawn.stream()
        .map(a -> new Assignment(of(shown, a.asked().candidates()), a.inclusion()))
        .toList();
  }

  private static List<Assignment> docket(
      DataFile data, Optional<String> rubric, List<List<Candidate>> cases) {
    if (cases.isEmpty()) return List.of();
    Case shown = shown(data, rubric);
    return cases.stream().map(of -> new Assignment(of(shown, of), 1)).toList();
  }

  /** What all cases show beside their own. */
  private static Case shown(DataFile data, Optional<String> rubric) {
    Case bare = Case.of(data.items().getFirst(), List.of());
    return rubric
        .map(text -> bare.with(Exhibit.given("rubric", Party.person("the user"), text)))
        .orElse(bare);
  }

  private static Case of(Case shown, List<Candidate> candidates) {
    return shown.about(candidates.getFirst().item(), candidates);
  }
}
