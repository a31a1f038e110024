package io.assize.library;

import io.assize.core.AssizeException;
import io.assize.core.json.Json;
import io.assize.engine.config.ConfigReader;
import io.assize.engine.config.JudgeConfig;
import io.assize.engine.config.RunConfig;
import java.nio.file.Files;
import java.util.ArrayList;
import org.apiguardian.api.API;

/**
 * Keeps a run one run: the same command goes on with it, another judge, recipe or rubric is told
 * and needs a run of its own. More items, other limits and labels are welcome.
 *
 * @param folder of the run
 */
@API(status = API.Status.EXPERIMENTAL)
public record RunIdentity(RunFolder folder) {

  /**
   * Check that a configuration goes on with what the folder holds.
   *
   * @throws AssizeException where it is another run
   */
  public void check(RunConfig now) {
    if (!Files.isRegularFile(folder.config()) || !Files.isRegularFile(folder.ledger())) return;
    RunConfig before = ConfigReader.said(folder.config());
    var changes = new ArrayList<String>();
    if (!before.items().files().equals(now.items().files())) changes.add("the files");
    for (JudgeConfig judge : now.judges()) {
      before.judges().stream()
          .filter(j -> j.name().equals(judge.name()))
          .findFirst()
          .ifPresent(old -> compare(old, judge, changes));
    }
    if (changes.isEmpty()) return;
    throw AssizeException.usage(
        folder.path().toString(),
        "was made with other words: changed " + String.join(", ", changes),
        "the same files, judge, recipe and rubric for all of a run",
        "keep it and begin another: --to NAME.run");
  }

  private static void compare(JudgeConfig old, JudgeConfig now, ArrayList<String> changes) {
    if (!old.tags().equals(now.tags())) changes.add("the judge's tags");
    if (!old.judging().equals(now.judging())) changes.add("the judge");
    if (!old.recipe().equals(now.recipe())) changes.add("the recipe");
    if (!old.prompt().equals(now.prompt())) changes.add("the prompt");
    if (!old.rubric().equals(now.rubric())) changes.add("the rubric");
    if (!new Json.Obj(old.parameters()).equals(new Json.Obj(now.parameters()))) {
      changes.add("the recipe's parameters");
    }
  }
}
