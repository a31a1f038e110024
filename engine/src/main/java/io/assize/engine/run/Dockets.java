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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Composes the cases of a recipe: single answers, pairs, or all answers to an item. */
final class Dockets {

  private Dockets() {}

  static List<Assignment> of(
      Recipe recipe, Optional<String> rubric, DataFile data, RunConfig.Pairs sampling) {
    return switch (Takes.of(recipe)) {
      case ONE -> data.candidates().stream().map(c -> assignment(List.of(c), rubric, 1)).toList();
      case PAIR -> pairs(data, rubric, sampling);
      case ALL -> {
        var all = new ArrayList<Assignment>();
        data.candidatesByItem().values().forEach(of -> all.add(assignment(of, rubric, 1)));
        yield all;
      }
    };
  }

  static List<Assignment> pairs(DataFile data, Optional<String> rubric, RunConfig.Pairs sampling) {
    if (data.systems().size() < 2) {
      throw AssizeException.usage(
          "",
          "pairs are compared, and there is one system only",
          "two systems or more",
          "take a recipe for single answers: --recipe pass-fail or --recipe score");
    }
    return Pairs.of(data.candidates(), sampling.sample(), sampling.seed()).stream()
        .map(a -> assignment(a.asked().candidates(), rubric, a.inclusion()))
        .toList();
  }

  private static Assignment assignment(
      List<Candidate> candidates, Optional<String> rubric, double inclusion) {
    Case asked = Case.of(candidates.getFirst().item(), candidates);
    if (rubric.isPresent()) {
      asked = asked.with(Exhibit.given("rubric", Party.person("the user"), rubric.get()));
    }
    return new Assignment(asked, inclusion);
  }
}
