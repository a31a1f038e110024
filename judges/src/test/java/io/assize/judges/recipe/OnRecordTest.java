package io.assize.judges.recipe;

import static io.assize.judges.recipe.Files.GRADE;
import static io.assize.judges.recipe.Files.GRADES;
import static io.assize.judges.recipe.Files.PREFER;
import static io.assize.judges.recipe.Files.WRITE;
import static io.assize.judges.recipe.Files.bound;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assize.core.AssizeException;
import io.assize.judges.yaml.YamlNode;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a file of raw replies can stand in for, and what not. */
class OnRecordTest {

  private static BoundRecipe recorded(String judge) {
    return OnRecord.of("judges.main", bound(judge), "qwen");
  }

  private static void refused(String judge, String found) {
    assertThatThrownBy(() -> recorded(judge))
        .isInstanceOf(AssizeException.class)
        .hasMessage(
            "judges.main  its recipe "
                + found
                + ", and a file of replies holds one reply to each question\n"
                + "  allowed: a recipe that asks once for each case and order\n"
                + "  fix: take recipe: pair, trustjudge-pair, score, trustjudge-score, pass-fail or"
                + " llmbar-cot; or give a parameter that counts draws the value 1");
  }

  @Test
  void allButTheQuestionStandsAsItWas() {
    var asking = bound("{vary: {order: both}, reduce: mix, of: " + PREFER + "}");
    var onRecord = OnRecord.of("judges.main", asking, "qwen/$order");
    var ask = (Recipe.Ask) ((Recipe.Vary) asking.tree()).body();
    assertThat(onRecord.tree())
        .isEqualTo(
            new Recipe.Vary(
                "order",
                new Values.BothOrders(),
                new Recipe.Recorded(
                    "qwen/$order", new Form.Prefer(true), Optional.of(ReadAs.of(ask))),
                Optional.of(Reduce.of("mix"))));
    assertThat(onRecord.formula()).isEqualTo("mix over orders(recorded(qwen/$order))");
    assertThat(onRecord.shape()).isEqualTo(asking.shape());
    assertThat(onRecord.name()).isEqualTo(asking.name());
    assertThat(onRecord.models()).isEmpty();
  }

  @Test
  void whatStandsAroundTheQuestionMayFoldMapAndBind() {
    assertThat(recorded("{fold: prefer, of: " + GRADES + "}").formula())
        .isEqualTo("prefer(recorded(qwen))");
    assertThat(recorded("{let: {x: " + GRADE + "}, in: {map: expected, of: $x}}").formula())
        .isEqualTo("let(x = recorded(qwen), expected($x))");
    assertThat(
            recorded("{fold: prefer, of: {vary: {candidate: each}, of: " + GRADE + "}}").formula())
        .isEqualTo("prefer(keep over candidates(recorded(qwen)))");
    assertThat(recorded("{vary: {draw: 1}, reduce: mean, of: " + GRADE + "}").formula())
        .isEqualTo("mean over 1 draw(recorded(qwen))");
  }

  @Test
  void whatAsksMoreThanAFileHoldsIsRefused() {
    refused(
        "{vary: {draw: 3}, reduce: mean, of: " + GRADE + "}",
        "asks each question 3 times (3 draws)");
    refused(
        "{vary: {juror: [a, b]}, reduce: mean, of: " + GRADE + "}",
        "asks each question 2 times (2 jurors)");
    refused(
        "{let: {notes: " + WRITE + "}, in: " + GRADE + "}",
        "writes a text before it judges (lines)");
    refused("{let: {x: " + GRADE + "}, in: " + GRADE + "}", "asks 2 questions (grade, grade)");
    refused(
        "{iterate: {most: 2, name: talk, step: " + WRITE + "}, then: " + GRADE + "}",
        "asks in up to 2 rounds (talk)");
    refused("{check: longer, sees: [candidates]}", "asks nothing");
    refused("{recorded: people, scale: preference}", "looks up another record (people)");
    refused("{custom: mine}", "is judged by Java code (mine)");
  }

  @Test
  void theHashChangesWithTheReadingAndNotWithThePromptsWords() {
    var plain = onRecord("trustjudge-pair", new TreeMap<>());
    var careful = new TreeMap<String, YamlNode>();
    careful.put("maxLeftOut", YamlNode.parse("p", "0.2"));
    assertThat(onRecord("trustjudge-pair", careful).hash()).isNotEqualTo(plain.hash());
    // pair and trustjudge-pair share a prompt; one reads the text, the other the tokens.
    assertThat(onRecord("pair", new TreeMap<>()).hash()).isNotEqualTo(plain.hash());
    var verdicts =
        new BoundRecipe(
            "recorded",
            new Recipe.Recorded("qwen", new Form.Prefer(true)),
            new Shape.One(Shape.Kind.PREFERENCE));
    assertThat(RecipeHash.json(verdicts.tree()).canonical())
        .isEqualTo("{\"recorded\":\"qwen\",\"scale\":{\"preference\":true}}");
    assertThat(RecipeHash.json(plain.tree()).canonical())
        .contains("\"layout\":\"TOKEN\"", "\"maxLeftOut\":0.05")
        .doesNotContain("You compare two answers");
  }

  private static BoundRecipe onRecord(String recipe, TreeMap<String, YamlNode> values) {
    return OnRecord.of("judges.main", Recipes.bundled().get(recipe).bind(values), "qwen/$order");
  }

  @Test
  void everyBundledRecipeIsEitherReadOrRefusedWithAReason() {
    List<String> read =
        Recipes.bundled().recipes().stream()
            .filter(OnRecordTest::needsNothing)
            .filter(name -> {
              try {
                return !onRecord(name, new TreeMap<>()).formula().isEmpty();
              } catch (AssizeException e) {
                assertThat(e).hasMessageStartingWith("judges.main  its recipe ");
                return false;
              }
            })
            .toList();
    assertThat(read)
        .containsExactly(
            "llmbar-cot",
            "llmbar-rating",
            "llmbar-vanilla",
            "mt-bench-pair",
            "mt-bench-single",
            "pair",
            "pass-fail",
            "prometheus-absolute",
            "prometheus-relative",
            "relevance",
            "score",
            "trustjudge-pair",
            "trustjudge-perplexity",
            "trustjudge-score");
  }

  private static boolean needsNothing(String recipe) {
    return Recipes.bundled().get(recipe).parameters().stream()
        .allMatch(p -> p.fallback().isPresent() || p.type() == Parameter.Type.MODEL);
  }
}
