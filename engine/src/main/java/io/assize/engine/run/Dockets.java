package io.assize.engine.run;

import io.assize.core.AssizeException;
import io.assize.core.Candidate;
import io.assize.core.Case;
import io.assize.core.Exhibit;
import io.assize.core.Item;
import io.assize.core.Party;
import io.assize.engine.config.RunConfig;
import io.assize.engine.docket.Assignment;
import io.assize.engine.docket.Pairs;
import io.assize.engine.files.DataFile;
import io.assize.judges.recipe.Recipe;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Composes the cases of a judge: single answers, pairs, or all answers to an item, as its recipe
 * takes them.
 *
 * @param pairs how many are compared
 */
record Dockets(RunConfig.Pairs pairs) {

  List<Assignment> of(Recipe recipe, Optional<String> rubric, DataFile data) {
    return switch (Takes.of(recipe)) {
      case ONE -> {
        var shown = shown(rubric);
        yield data.candidates().stream().map(c -> assignment(List.of(c), shown, 1)).toList();
      }
      case PAIR -> pairs(data, rubric);
      case ALL -> {
        var shown = shown(rubric);
        var all = new ArrayList<Assignment>();
        data.candidatesByItem().values().forEach(of -> all.add(assignment(of, shown, 1)));
        yield all;
      }
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
    var shown = shown(rubric);
    return Pairs.of(data.candidates(), pairs.sample(), pairs.seed()).stream()
        .map(a -> assignment(a.asked().candidates(), shown, a.inclusion()))
        .toList();
  }

  /** One for all cases. */
  private static SortedMap<String, Exhibit> shown(Optional<String> rubric) {
    var shown = new TreeMap<String, Exhibit>();
    rubric.ifPresent(
        text -> shown.put("rubric", Exhibit.given("rubric", Party.person("the user"), text)));
    return shown;
  }

  private static Assignment assignment(
      List<Candidate> candidates, SortedMap<String, Exhibit> shown, double inclusion) {
    Item item = candidates.getFirst().item();
    return new Assignment(
        new Case(item, candidates, shown, Collections.emptySortedMap()), inclusion);
  }
}
