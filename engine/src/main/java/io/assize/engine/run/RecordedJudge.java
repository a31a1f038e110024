package io.assize.engine.run;

import io.assize.core.AssizeException;
import io.assize.engine.config.ConfigFolder;
import io.assize.engine.config.JudgeConfig;
import io.assize.engine.docket.Assignment;
import io.assize.engine.files.DataFile;
import io.assize.engine.files.DataFiles;
import io.assize.judges.recipe.BoundRecipe;
import io.assize.judges.recipe.Form;
import io.assize.judges.recipe.Recipe;
import io.assize.judges.recipe.Reduce;
import io.assize.judges.recipe.Shape;
import io.assize.judges.recipe.Values;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A judge whose verdicts stand in a file: in both orders where the file kept them.
 *
 * @param name of the judge in the file
 * @param recipe that looks its verdicts up
 * @param records its verdicts
 * @param file that they stand in
 */
record RecordedJudge(String name, BoundRecipe recipe, RecordedVerdicts records, Filed file) {

  static RecordedJudge read(
      JudgeConfig judge,
      JudgeConfig.Judging.Verdicts v,
      ConfigFolder folder,
      List<Assignment> docket) {
    Path path = folder.find("judges." + judge.name(), "verdicts", v.file());
    DataFile read = DataFiles.labels(List.of(path), v.map());
    var records =
        new RecordedVerdicts(read.labels(), docket.stream().map(Assignment::asked).toList());
    if (records.judges().size() != 1) {
      throw AssizeException.usage(
          "judges." + judge.name(),
          "the file holds verdicts of " + records.judges().size() + " judges",
          "one judge",
          "take one of them by map: {only: \"COLUMN:VALUE\"}");
    }
    String who = records.judges().getFirst();
    Recipe leaf =
        new Recipe.Recorded(records.ordered() ? who + "/$order" : who, new Form.Prefer(true));
    Recipe tree =
        records.ordered()
            ? new Recipe.Vary("order", new Values.BothOrders(), leaf, Optional.of(Reduce.of("mix")))
            : leaf;
    var recipe = new BoundRecipe("recorded", tree, new Shape.One(Shape.Kind.PREFERENCE));
    Filed file = Filed.of(path, v.map(), read.accounts().getFirst());
    return new RecordedJudge(who, recipe, records, file);
  }
}
