package io.assize.engine.run;

import io.assize.core.AssizeException;
import io.assize.core.Party;
import io.assize.engine.config.ConfigFolder;
import io.assize.engine.config.JudgeConfig;
import io.assize.engine.docket.Assignment;
import io.assize.engine.files.DataFile;
import io.assize.engine.files.DataFiles;
import io.assize.engine.files.Label;
import io.assize.engine.files.Quoted;
import io.assize.engine.files.Subject;
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
 * @param docket pairs, or single answers where the file grades them
 * @param records its verdicts
 * @param file that they stand in
 */
record RecordedJudge(
    String name,
    BoundRecipe recipe,
    List<Assignment> docket,
    RecordedVerdicts records,
    Filed file) {

  static RecordedJudge read(
      JudgeConfig judge,
      JudgeConfig.Judging.Verdicts v,
      ConfigFolder folder,
      Dockets dockets,
      DataFile data) {
    String where = "judges." + judge.name();
    Path path = folder.find(where, "verdicts", v.file());
    var map = v.map().withMappingFile(f -> folder.find(where, "map", f).toString());
    DataFile read = DataFiles.labels(List.of(path), map);
    String who = one(where, read);
    Recipe tree = tree(who, read.labels(), data.labels());
    List<Assignment> docket = dockets.of(tree, Optional.empty(), data);
    var cases = docket.stream().map(Assignment::asked).toList();
    var records = new RecordedVerdicts(RecordedScale.spelled(read.labels(), data.labels()), cases);
    if (records.judges().isEmpty()) throw nothing(path, who);
    Shape shape =
        new Shape.One(Takes.of(tree) == Takes.PAIR ? Shape.Kind.PREFERENCE : Shape.Kind.NUMBER);
    var recipe = new BoundRecipe("recorded", tree, shape);
    Filed file = Filed.of(path, v.map(), map, read.accounts().getFirst());
    return new RecordedJudge(who, recipe, docket, records, file);
  }

  private static String one(String where, DataFile read) {
    List<String> judges = read.raters().stream().map(Party::name).toList();
    if (judges.size() == 1) return judges.getFirst();
    throw AssizeException.usage(
        where,
        "the file holds verdicts of " + judges.size() + " judges: " + Quoted.list(judges),
        "one judge",
        "take one of them by map: {only: \"COLUMN:VALUE\"}, in files of other tools {only:"
            + " \"rater:NAME\"}");
  }

  private static AssizeException nothing(Path path, String who) {
    return AssizeException.usage(
        path.toString(),
        "nothing that " + Quoted.plain(who) + " says in it is about these answers",
        "verdicts on the items and systems of this run",
        "check ids and names");
  }

  private static Recipe tree(String who, List<Label> said, List<Label> labels) {
    boolean pairs = said.stream().anyMatch(l -> l.subject() instanceof Subject.Pair);
    if (!pairs) return new Recipe.Recorded(who, RecordedScale.of(said, labels));
    boolean ordered =
        said.stream()
            .anyMatch(
                l -> l.subject() instanceof Subject.Pair p && p.shown() != Subject.Shown.NOT_TOLD);
    Recipe leaf = new Recipe.Recorded(ordered ? who + "/$order" : who, new Form.Prefer(true));
    return ordered
        ? new Recipe.Vary("order", new Values.BothOrders(), leaf, Optional.of(Reduce.of("mix")))
        : leaf;
  }
}
