package io.assize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.assize.cli.Terminal.Said;
import io.assize.core.json.Json;
import io.assize.testkit.endpoint.Endpoint;
import io.assize.testkit.endpoint.Scripts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked, how often, in which words, and what it costs; what need not be asked again. */
class AskingTest {

  @TempDir Path folder;
  private Terminal terminal;

  @BeforeEach
  void aFileOfAnswers() throws IOException {
    terminal = new Terminal(folder);
    answers("Answer 3");
  }

  private void answers(String third) throws IOException {
    var csv = new StringBuilder("id,question,reference,v1,v2\n");
    for (int i = 0; i < 6; i++) {
      String answer = i == 3 ? third : "Answer " + i;
      csv.append("q%d,Question %d,Answer %d,%s,A longer answer %d\n".formatted(i, i, i, answer, i));
    }
    Files.writeString(folder.resolve("answers.csv"), csv);
  }

  private static Endpoint endpoint() {
    return Endpoint.start(Endpoint.Settings.of(Scripts.named("letters")));
  }

  private static long asked(Endpoint endpoint) {
    return endpoint.counts().to("/v1/chat/completions");
  }

  private Said judge(Endpoint endpoint, String... more) {
    var words =
        new ArrayList<>(List.of("judge", "answers.csv", "--model", endpoint.base().toString()));
    words.addAll(List.of(more));
    return terminal.type(words.toArray(String[]::new));
  }

  private static Json card(Said said) {
    Json main = Json.parse(said.out()).get("results").orElseThrow().get("main").orElseThrow();
    return main.get("card").orElseThrow();
  }

  private static String errorOf(Said said) {
    assertThat(said.code()).isEqualTo(2);
    return said.err().replaceAll("(?m)^answers.csv .*\n", "");
  }

  // ---- several times

  @Test
  void askingThreeTimesReUsesTheFirstAndMeasuresWhetherTheVerdictsAgree() {
    try (Endpoint endpoint = endpoint()) {
      Said once = judge(endpoint);
      assertThat(once.out())
          .contains("same verdict when asked again    not measured   --repeat 3 takes about 24");
      long first = asked(endpoint);
      Said planned = judge(endpoint, "--repeat", "3", "--dry-run");
      assertThat(planned.out()).contains("36 calls (3 times 2 orders x 6 pairs = 12)");
      Said thrice = judge(endpoint, "--repeat", "3", "--format", "json");
      assertThat(asked(endpoint) - first).isEqualTo(24);
      assertThat(card(thrice).get("timesAsked")).contains(Json.of(3));
      assertThat(card(thrice).get("sameVerdictWhenAskedAgain").orElseThrow().members())
          .containsKeys("value", "interval");
      Said shown = judge(endpoint, "--repeat", "3");
      assertThat(shown.err()).contains("18 judgments are kept, nothing is asked");
      assertThat(shown.out()).contains("; asked 3 times").doesNotContain("--repeat 3");
      assertThat(asked(endpoint) - first).isEqualTo(24);
    }
  }

  @Test
  void showPrintsEveryTimeThatTheJudgeWasAsked() {
    try (Endpoint endpoint = endpoint()) {
      judge(endpoint);
      String once = terminal.type("show", "answers.run", "q1").out();
      assertThat(once).doesNotContain("time 1");
      judge(endpoint, "--repeat", "3");
      List<String> thrice = terminal.type("show", "answers.run", "q1").out().lines().toList();
      assertThat(thrice.stream().map(String::strip).filter(l -> l.startsWith("time ")))
          .containsExactly("time 1 of 3", "time 2 of 3", "time 3 of 3");
      // The first time is what was there before; each time has both orders and their calls.
      assertThat(thrice).containsAll(once.lines().toList());
      assertThat(thrice).filteredOn(l -> l.contains("order=")).hasSize(6);
      assertThat(thrice).filteredOn(l -> l.contains(" call ")).hasSize(6);
    }
  }

  @Test
  void aJudgeIsAskedAsOftenAsItsConfigurationSays() throws IOException {
    try (Endpoint endpoint = endpoint()) {
      Files.writeString(
          folder.resolve("assize.yaml"),
          "items: answers.csv\njudges:\n  main: {model: \"%s\", repeat: 2}\n"
              .formatted(endpoint.base()));
      Said said = terminal.type("run");
      assertThat(said.code()).isZero();
      assertThat(said.out()).contains("; asked 2 times");
      assertThat(terminal.type("replay", "assize.run", "--format", "json").code()).isZero();
    }
  }

  // ---- the plan

  @Test
  void aDryRunSaysWhatItWouldTakeAndSendsAndWritesNothing() throws IOException {
    try (Endpoint endpoint = endpoint()) {
      Said said = judge(endpoint, "--dry-run", "--price", "10/100");
      assertThat(said.code()).isZero();
      assertThat(said.err()).isEmpty();
      assertThat(said.out())
          .startsWith(
              "answers.csv   6 items; input = question, reference = reference, systems = v1, v2\n"
                  + "plan          pair by ")
          .contains("12 calls (2 orders x 6 pairs = 12)")
          .containsPattern("about [0-9 ]+ tokens, about \\$0\\.0[0-9]+\n")
          .endsWith("nothing was sent\n");
      assertThat(endpoint.counts().total()).isZero();
      try (var left = Files.list(folder)) {
        assertThat(left).containsExactly(folder.resolve("answers.csv"));
      }
    }
  }

  @Test
  void thePlanCountsWhatIsKept() {
    try (Endpoint endpoint = endpoint()) {
      judge(endpoint, "--take", "2");
      assertThat(judge(endpoint, "--dry-run").out()).contains("4 calls are kept; about ");
      assertThat(terminal.type("resume", "answers.run", "--dry-run").out())
          .contains("4 calls (2 orders x 2 pairs = 4)", "4 calls are kept");
    }
  }

  @Test
  void aRunPlansTheAnswersOfItsSystemsToo() throws IOException {
    try (Endpoint endpoint = endpoint()) {
      Files.writeString(folder.resolve("questions.csv"), "id,question\nq1,Why?\nq2,Who?\n");
      Files.writeString(
          folder.resolve("assize.yaml"),
          """
          items: questions.csv
          systems: {v1: {model: "%s"}, v2: {command: "cat", samples: 2}}
          judges: {main: {model: "%s"}}
          """
              .formatted(endpoint.base(), endpoint.base()));
      Said said = terminal.type("run", "--dry-run");
      assertThat(said.code()).isZero();
      assertThat(said.out())
          .contains("answers of v1: 2 calls, about ", "answers of v2: 4 calls\n", "pair by ");
      assertThat(endpoint.counts().total()).isZero();
    }
  }

  @Test
  void aLimitOfMoneyNeedsAPrice() {
    Said said =
        terminal.type("judge", "answers.csv", "--model", "openai/m", "--max-usd", "1", "--dry-run");
    assertThat(errorOf(said))
        .isEqualTo(
            "the limit of $1.00 can stop nothing: the price of openai/m is not known\n"
                + "  allowed: a price for every model that is asked, in dollars a million tokens"
                + " read and written\n"
                + "  fix: --price 2.50/10, or price: {input: 2.5, output: 10} under models; or"
                + " --max-calls\n");
    Said beyond =
        terminal.type(
            "judge",
            "answers.csv",
            "--model",
            "openai/m",
            "--max-usd",
            "0.001",
            "--price",
            "10/10",
            "--dry-run");
    assertThat(beyond.out())
        .contains(
            "note          the plan is beyond the limit of $0.0010: it stops there, and assize"
                + " resume goes on");
  }

  // ---- other words

  @Test
  void aPromptOfTheUsersStandsInThePlaceOfTheRecipesOwn() throws IOException {
    Files.writeString(
        folder.resolve("mine.txt"), "Mine. {{input}}\n1: {{first}}\n2: {{second}}\n{{output}}\n");
    try (Endpoint endpoint = endpoint()) {
      Said said = judge(endpoint, "--prompt", "mine.txt");
      assertThat(said.code()).isZero();
      assertThat(terminal.type("show", "answers.run", "q1", "--prompts").out())
          .contains("user | Mine. Question 1", "user | 1: Answer 1");
      Files.writeString(
          folder.resolve("mine.txt"), "Other. {{input}} {{first}} {{second}} {{output}}");
      assertThat(errorOf(judge(endpoint, "--prompt", "mine.txt")))
          .isEqualTo(
              "judges.main  the recipe pair or its prompt is not what this run judged by before\n"
                  + "  allowed: the same words for all of a run\n"
                  + "  fix: begin another with what is unchanged: --to NEW.run --reuse OLD.run\n");
    }
  }

  @Test
  void aPromptThatShowsNoAnswerIsRefused() throws IOException {
    Files.writeString(folder.resolve("paper.txt"), "Question: {question}\nAnswer: {answer_a}\n");
    Said said =
        terminal.type(
            "judge", "answers.csv", "--model", "openai/m", "--prompt", "paper.txt", "--dry-run");
    assertThat(errorOf(said))
        .isEqualTo(
            "../paper.txt  the prompt shows the judge no answer\n"
                + "  allowed: {{response}}; {{first}} and {{second}}; {{#candidates}}{{label}}"
                + " {{text}}{{/candidates}}\n"
                + "  fix: write the places of the answers in double braces; {{input}} is the"
                + " question\n");
  }

  @Test
  void aRecipeOfSeveralPromptsNeedsToBeToldWhich() throws IOException {
    Files.writeString(folder.resolve("p.txt"), "{{response}} {{output}}");
    Said said =
        terminal.type(
            "judge",
            "answers.csv",
            "--model",
            "openai/m",
            "--recipe",
            "g-eval",
            "--prompt",
            "p.txt",
            "--dry-run");
    assertThat(errorOf(said))
        .isEqualTo(
            "judges.main  the recipe g-eval has several prompts, and the file does not say which"
                + " one it replaces\n"
                + "  allowed: g-eval-steps, g-eval\n"
                + "  fix: write g-eval-steps=../p.txt\n");
  }

  @Test
  void aRecipeMayBeAFile() throws IOException {
    Files.writeString(
        folder.resolve("mine.yaml"),
        """
        recipe: mine
        about: Which answer is better, in one order.
        parameters: {model: model}
        judge: {ask: pair, scale: preference, sees: [item, candidates, reference, context, rubric]}
        """);
    assertThat(terminal.type("recipes", "mine.yaml").out()).contains("mine: Which answer");
    assertThat(terminal.type("recipes", "./mine.yaml").out()).contains("mine: Which answer");
    try (Endpoint endpoint = endpoint()) {
      Said said = judge(endpoint, "--recipe", "mine.yaml");
      assertThat(said.code()).isZero();
      assertThat(said.err()).contains("mine by ", "6 calls (6 pairs = 6)");
    }
    Said missing = terminal.type("recipes", "nowhere.yaml");
    assertThat(missing.code()).isEqualTo(2);
    assertThat(missing.err())
        .isEqualTo(
            folder.resolve("nowhere.yaml")
                + "  is not there\n"
                + "  allowed: a recipe in YAML, or the name of one\n"
                + "  fix: check the path, or list all names with: assize recipes\n");
  }

  // ---- one run, and others

  @Test
  void anAnswerThatWasChangedIsToldAndTheRestIsReUsedElsewhere() throws IOException {
    try (Endpoint endpoint = endpoint()) {
      judge(endpoint);
      long first = asked(endpoint);
      answers("Another answer");
      assertThat(errorOf(judge(endpoint)))
          .isEqualTo(
              "not what this run judged before: answer q3.v1\n"
                  + "  allowed: the same questions and answers for all of a run; further ones are"
                  + " welcome\n"
                  + "  fix: begin another with what is unchanged: --to NEW.run --reuse OLD.run\n");
      Said other = judge(endpoint, "--to", "new.run", "--reuse", "answers.run");
      assertThat(other.code()).isZero();
      assertThat(asked(endpoint) - first).isEqualTo(2);
      assertThat(other.out())
          .contains("verdicts rest on 12 calls; re-used 10 calls of answers.run");
      Said replay = terminal.type("replay", "new.run", "--format", "json");
      assertThat(card(replay).get("flips")).isPresent();
      assertThat(asked(endpoint) - first).isEqualTo(2);
    }
  }

  @Test
  void aRunMayBeGivenFurtherItemsAndFurtherSystems() throws IOException {
    try (Endpoint endpoint = endpoint()) {
      judge(endpoint);
      var more = new StringBuilder();
      for (String line : Files.readAllLines(folder.resolve("answers.csv"))) {
        more.append(line).append(line.startsWith("id") ? ",v3\n" : ",A third answer\n");
      }
      Files.writeString(folder.resolve("answers.csv"), more);
      assertThat(judge(endpoint).code()).isZero();
    }
  }

  // ---- the card

  @Test
  void allEightBaselinesStandInTheCard() throws IOException {
    var labels = new StringBuilder("item,a,b,rater,label\n");
    for (int i = 0; i < 6; i++) labels.append("q").append(i).append(",v1,v2,anna,v1\n");
    Files.writeString(folder.resolve("labels.csv"), labels);
    try (Endpoint endpoint = endpoint()) {
      Said json = judge(endpoint, "--labels", "labels.csv", "--format", "json");
      List<Json> baselines = card(json).get("baselines").orElseThrow().elements();
      assertThat(baselines)
          .extracting(b -> b.get("name").flatMap(Json::text).orElseThrow())
          .containsExactly(
              "first",
              "longer",
              "random",
              "constant",
              "exact-match",
              "contains",
              "token-f1",
              "rouge-l");
      // v1 is the reference word for word, and the labels prefer it.
      assertThat(baselines.get(4).get("share").orElseThrow().get("value")).contains(Json.of(1));
      Said shown = judge(endpoint, "--labels", "labels.csv");
      assertThat(shown.out())
          .contains(
              "\"the longer one\"",
              "\"the first one\"",
              "exact match with the reference 100 %",
              "4 more baselines: --details");
      assertThat(judge(endpoint, "--labels", "labels.csv", "--details").out())
          .contains("ROUGE-L with the reference", "drawn at random", "always a tie");
    }
  }

  @Test
  void aBaselineWithoutAReferenceSaysSoAndIsNoZero() throws IOException {
    Files.writeString(
        folder.resolve("answers.csv"), "id,question,v1,v2\nq1,Why?,a,bb\nq2,Who?,c,dd\n");
    try (Endpoint endpoint = endpoint()) {
      Json rouge =
          card(judge(endpoint, "--format", "json"))
              .get("baselines")
              .orElseThrow()
              .elements()
              .get(7);
      assertThat(rouge.get("withJudge").orElseThrow().get("undefined"))
          .contains(Json.of("there is no reference"));
      assertThat(judge(endpoint, "--details").out())
          .contains("ROUGE-L with the reference     -   there is no reference");
    }
  }

  @Test
  void noLineOfTheScreenIsWiderThanATerminal() throws IOException {
    try (Endpoint endpoint = endpoint()) {
      Said said = judge(endpoint, "--repeat", "2");
      assertThat(said.out().lines()).allMatch(line -> line.length() <= 100);
      List<String> quiet = judge(endpoint, "--repeat", "2", "--quiet").out().lines().toList();
      assertThat(quiet).allMatch(line -> line.length() <= 100).hasSizeGreaterThan(2);
      assertThat(quiet.get(1)).startsWith("So: ");
      assertThat(quiet.subList(2, quiet.size())).allMatch(line -> line.startsWith("  "));
    }
  }
}
