package io.assize.cli;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Configurations and recipes that say what cannot be done. */
class BadRecipeTest extends BadInput {

  @BeforeEach
  void answers() throws IOException {
    write("answers.csv", ANSWERS);
  }

  @AfterEach
  void nothingIsLeftBehind() throws IOException {
    leavesNoRun();
  }

  private void recipe(String name, String prompt, String ask) throws IOException {
    write(
        name + ".yaml",
        """
        recipe: %s
        about: Ours.
        parameters: {model: model}
        prompts:
          ours: {text: "%s", output: {layout: token, fields: [verdict]}}
        judge: {ask: ours, %s}
        """
            .formatted(name, prompt, ask));
  }

  @Test
  void aMissingConfigurationIsTold() {
    refused(
        terminal.type("run"),
        2,
        "FOLDER/assize.yaml  is not there",
        "  allowed: a configuration in YAML",
        "  fix: check the name and the folder");
  }

  @Test
  void wrongKeysAndTypesAreToldTogetherWithTheirPlaces() throws IOException {
    write("assize.yaml", "items: answers.csv\njudgs: {}\njudges: {main: {modle: x}}\nseed: soon\n");
    refused(
        terminal.type("run"),
        2,
        "FOLDER/assize.yaml has 4 problems",
        "FOLDER/assize.yaml:2:1  unknown key \"judgs\"",
        "  allowed: name, seed, items, systems, judges, models, labels, pairs, rank, budget;"
            + " nearest is \"judges\"",
        "  fix: write judges",
        "FOLDER/assize.yaml:3:16  judges.main says not how it judges",
        "  allowed: a model, a recipe or a rubric; or verdicts or replies from a file",
        "  fix: for example: {model: openai/NAME, rubric: \"Correct and complete.\"}",
        "FOLDER/assize.yaml:3:17  unknown key \"modle\" in judges.main",
        "  allowed: model, recipe, rubric, parameters, tags, prompt, repeat, verdicts, replies,"
            + " map; nearest is \"model\"",
        "  fix: write model",
        "FOLDER/assize.yaml:4:7  seed is \"soon\"",
        "  allowed: a whole number, at least 0");
  }

  @Test
  void whatIsNoYamlIsToldWithLineAndColumn() throws IOException {
    write("assize.yaml", "items: [answers.csv\njudges: {main: {model: x}}\n");
    refused(
        terminal.type("run"),
        2,
        "FOLDER/assize.yaml:2:7  this is no YAML: expected ',' or ']', but got :",
        "  fix: mend the line, or the one before it");
    write("assize.yaml", "");
    refused(
        terminal.type("run"),
        2,
        "FOLDER/assize.yaml  the file is empty",
        "  fix: write at least one key: value");
  }

  @Test
  void aFileOutsideOfTheFolderIsRefused() throws IOException {
    write("deep/assize.yaml", "items: ../answers.csv\njudges: {main: {model: x}}\n");
    refused(
        terminal.type("run", "deep/assize.yaml"),
        2,
        "FOLDER/deep/assize.yaml:1:8  items is \"../answers.csv\", which lies outside of the"
            + " configuration's folder",
        "  allowed: files beneath it, also behind symbolic links",
        "  fix: move the file there, or allow more by --root FOLDER");
  }

  @Test
  void wrongWordsOnTheCommandLineAreTold() {
    refused(
        judge("answers.csv", "--take", "few"),
        2,
        "Invalid value for option '--take': 'few' is not an int",
        "  fix: assize judge --help shows what is allowed");
    refused(
        judge("answers.csv", "--take", "0"),
        2,
        "--take  is 0",
        "  allowed: a whole number, at least 1");
    refused(
        terminal.type("judge", "answers.csv", "--model", "opnai/x"),
        2,
        "judges.main  \"opnai/x\" names the provider \"opnai\", which is not known",
        "  allowed: openai/NAME, anthropic/NAME, gemini/NAME, ollama/NAME, a URL, or a name from"
            + " the configuration",
        "  fix: write openai/x");
    refused(
        judge("answers.csv", "--map", "input=frage"),
        2,
        "FOLDER/answers.csv:1  has no column \"frage\", which --map input= names",
        "  allowed: id, question, ada, bob",
        "  fix: name a column of the file");
  }

  @Test
  void anUnknownRecipeNamesTheNearest() {
    refused(
        judge("answers.csv", "--recipe", "trustjudge-pairs"),
        2,
        "no recipe is called \"trustjudge-pairs\"",
        "  allowed: a recipe name; nearest is \"trustjudge-pair\"",
        "  fix: write trustjudge-pair, or list all names with: assize recipes");
  }

  @Test
  void recipesThatNeedEachOtherAreRefused() throws IOException {
    for (String[] two : new String[][] {{"one", "two"}, {"two", "one"}}) {
      write(
          two[0] + ".yaml",
          "recipe: %s\nabout: Ours.\nparameters: {model: model}\njudge: {recipe: %s, with: {model: $model}}\n"
              .formatted(two[0], two[1]));
    }
    refused(
        run("answers.csv", "{model: \"" + model() + "\", recipe: one}"),
        2,
        "FOLDER/two.yaml:4:17  recipes need each other: one -> two -> one",
        "  allowed: recipes that do not need themselves",
        "  fix: take another recipe here");
  }

  @Test
  void aPromptThatNamesWhatNobodyHasIsRefused() throws IOException {
    recipe(
        "own",
        "{{input}} {{tonality}} {{first}} {{second}} {{output}}",
        "scale: preference, sees: [item, candidates]");
    refused(
        run("answers.csv", "{model: \"" + model() + "\", recipe: own}"),
        2,
        "prompt ours, block text  {{tonality}} has no value for q1[q1.bob, q1.ada]",
        "  allowed: candidates, first, first_label, input, output, scale, second, second_label, tie",
        "  fix: give the items a field tonality, or name it under sees, or take it out of the"
            + " prompt");
  }

  @Test
  void aPromptThatNamesWhatItDoesNotSeeIsRefused() throws IOException {
    recipe("own", "{{input}} {{first}} {{second}} {{output}}", "scale: preference, sees: [item]");
    refused(
        run("answers.csv", "{model: \"" + model() + "\", recipe: own}"),
        2,
        "FOLDER/own.yaml:6:14  the prompt ours names {{first}}, which it does not see",
        "  allowed: what sees has: item",
        "  fix: add candidates to sees, or take {{first}} out of the prompt");
  }

  @Test
  void aComparisonOfOneAnswerIsRefused() throws IOException {
    write("one.csv", "id,question,answer\nq1,Why?,So.\n");
    refused(
        judge("one.csv", "--recipe", "pair"),
        2,
        "pairs are compared, and there is one system only",
        "  allowed: two systems or more",
        "  fix: take a recipe for single answers: --recipe pass-fail or --recipe score");
  }

  @Test
  void aParameterOfTheWrongTypeIsTold() throws IOException {
    refused(
        judge("answers.csv", "--recipe", "faireval", "--set", "k=many"),
        2,
        "--set k=many  this is \"many\"",
        "  allowed: a whole number");
    refused(
        judge("answers.csv", "--recipe", "faireval", "--set", "q=1"),
        2,
        "--set q=1  the recipe faireval has no parameter \"q\"",
        "  allowed: model, k, quorum, maxTokens; nearest is \"k\"",
        "  fix: write k");
  }
}
