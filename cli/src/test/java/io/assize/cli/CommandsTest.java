package io.assize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.assize.cli.Terminal.Said;
import io.assize.core.json.Json;
import io.assize.testkit.endpoint.Endpoint;
import io.assize.testkit.endpoint.Scripts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands as a user types them, against a deterministic endpoint. */
class CommandsTest {

  private static final String HOSTILE =
      "\u001b[2J\u202e{{gold}}{{#x}} =cmd|' /C calc'!A0 </script>";

  @TempDir Path folder;
  private Terminal terminal;

  @BeforeEach
  void aFileOfAnswers() throws IOException {
    terminal = new Terminal(folder);
    var csv = new StringBuilder("id,question,prompt_v1,prompt_v2\n");
    for (int i = 0; i < 12; i++) {
      String other = i == 3 ? HOSTILE : "A longer answer, number " + i;
      csv.append("q")
          .append(i)
          .append(",Question ")
          .append(i)
          .append(",Answer ")
          .append(i)
          .append(",\"")
          .append(other)
          .append("\"\n");
    }
    Files.writeString(folder.resolve("answers.csv"), csv);
  }

  private static Endpoint endpoint() {
    return Endpoint.start(Endpoint.Settings.of(Scripts.named("letters")));
  }

  private Said judge(Endpoint endpoint, String... more) {
    var words = new java.util.ArrayList<String>();
    words.addAll(java.util.List.of("judge", "answers.csv", "--model", endpoint.base().toString()));
    words.addAll(java.util.List.of(more));
    return terminal.type(words.toArray(String[]::new));
  }

  private static Json results(String document) {
    return Json.parse(document).get("results").orElseThrow();
  }

  @Test
  void judgeTellsWhoIsBetterAndWhetherToBelieveIt() {
    try (Endpoint endpoint = endpoint()) {
      Said said = judge(endpoint);
      assertThat(said.code()).isZero();
      assertThat(said.err())
          .contains("12 items; input = question, systems = prompt_v1, prompt_v2")
          .contains("24 calls (2 orders x 12 pairs = 24)");
      assertThat(said.out())
          .contains(
              "WHICH IS BETTER",
              "CAN THE JUDGE BE BELIEVED",
              "agrees with people",
              "saved   answers.run");
      assertThat(said.out().lines()).allMatch(line -> line.length() <= 110);
    }
  }

  @Test
  void theSameCommandAsksNothingTwiceAndReplayNothingAtAll() {
    try (Endpoint endpoint = endpoint()) {
      judge(endpoint, "--take", "5");
      long first = endpoint.counts().to("/v1/chat/completions");
      Said all = judge(endpoint, "--format", "json");
      long second = endpoint.counts().to("/v1/chat/completions");
      assertThat(second - first).isEqualTo(14);
      Said again = judge(endpoint, "--format", "json");
      assertThat(endpoint.counts().to("/v1/chat/completions")).isEqualTo(second);
      Said replay = terminal.type("replay", "answers.run", "--format", "json");
      assertThat(endpoint.counts().to("/v1/chat/completions")).isEqualTo(second);
      assertThat(results(again.out())).isEqualTo(results(all.out()));
      assertThat(results(replay.out())).isEqualTo(results(all.out()));
    }
  }

  @Test
  void aRunThatStoppedAtItsLimitIsIncompleteAndGoesOn() {
    try (Endpoint endpoint = endpoint()) {
      Said stopped = judge(endpoint, "--max-calls", "10");
      assertThat(stopped.code()).isEqualTo(3);
      assertThat(stopped.err())
          .contains("still open: assize resume answers.run asks for what is missing")
          .contains("the limit of 10 calls is reached");
      Said whole = judge(endpoint, "--format", "json");
      assertThat(whole.code()).isZero();
      // The questions, and two about what the endpoint can do, which are not asked again.
      assertThat(endpoint.counts().to("/v1/chat/completions")).isEqualTo(24 + 2);
    }
  }

  @Test
  void aRunThatIsFinishedNeedsItsServerNoMore() {
    Said first;
    try (Endpoint endpoint = endpoint()) {
      first = judge(endpoint, "--format", "json");
    }
    Said again = terminal.type("resume", "answers.run", "--format", "json");
    assertThat(again.code()).as(again.err()).isZero();
    Said shown = terminal.type("resume", "answers.run");
    assertThat(shown.err() + shown.out()).contains("12 judgments are kept, nothing is asked");
    assertThat(results(again.out())).isEqualTo(results(first.out()));
  }

  @Test
  void anotherJudgeNeedsARunOfItsOwn() {
    try (Endpoint endpoint = endpoint()) {
      judge(endpoint);
      Said other = judge(endpoint, "--rubric", "Short.");
      assertThat(other.code()).isEqualTo(2);
      assertThat(other.err())
          .isEqualTo(
              folder.resolve("answers.run")
                  + "  was made with other words: changed the rubric\n"
                  + "  allowed: the same files, judge, recipe and rubric for all of a run\n"
                  + "  fix: keep it and begin another: --to NAME.run\n");
    }
  }

  @Test
  void showGoesDownToWhatWasSentAndWhatCameBack() {
    try (Endpoint endpoint = endpoint()) {
      judge(endpoint);
      Said shown = terminal.type("show", "answers.run", "q3", "--prompts");
      assertThat(shown.code()).isZero();
      assertThat(shown.out())
          .contains("answer of prompt_v1", "order=", "call ")
          .contains("\\u001b[2J\\u202e{{gold}}{{#x}}")
          .doesNotContain("\u001b", "\u202e");
    }
  }

  @Test
  void labelsPutTheJudgeOnTrial() throws IOException {
    var labels = new StringBuilder("item,a,b,rater,label\n");
    for (int i = 0; i < 12; i++) {
      labels.append("q").append(i).append(",prompt_v1,prompt_v2,anna,prompt_v1\n");
    }
    Files.writeString(folder.resolve("labels.csv"), labels);
    try (Endpoint endpoint = endpoint()) {
      Said said = judge(endpoint, "--labels", "labels.csv");
      assertThat(said.code()).isZero();
      assertThat(said.out())
          .contains("agrees with anna", "asked once", "asked in both orders", "\"the longer one\"");
    }
  }

  @Test
  void errorsSayWhereWhatAndHowToMend() {
    assertThat(terminal.type("judge", "nowhere.csv", "--model", "http://127.0.0.1:9/v1").code())
        .isEqualTo(2);
    Said recipe = terminal.type("recipes", "pairs");
    assertThat(recipe.code()).isEqualTo(2);
    assertThat(recipe.err())
        .isEqualTo(
            "no recipe is called \"pairs\"\n"
                + "  allowed: a recipe name; nearest is \"pair\"\n"
                + "  fix: write pair, or list all names with: assize recipes\n");
    Said run = terminal.type("replay", "nowhere.run");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            folder.resolve("nowhere.run")
                + "  is not there\n"
                + "  allowed: a folder that assize judge or assize run made\n"
                + "  fix: look for folders that end in .run\n");
    Said word = terminal.type("judge", "answers.csv", "--modle", "x");
    assertThat(word.code()).isEqualTo(2);
    assertThat(word.err()).contains("--modle").doesNotContain("Exception", "\tat ");
  }

  @Test
  void itemsWithoutAnswersAreRefusedBeforeAModelIsAsked() throws IOException {
    Files.writeString(folder.resolve("items.csv"), "id,question\nq1,Why?\nq2,Who?\n");
    Said said = terminal.type("judge", "items.csv", "--model", "http://127.0.0.1:9/v1");
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err())
        .isEqualTo(
            folder.resolve("items.csv")
                + "  holds no answer to any of 2 items\n"
                + "  allowed: a column for each system, or systems that answer\n"
                + "  fix: name the columns by --map systems=COLUMN+COLUMN, or the systems in"
                + " assize.yaml\n");
  }

  @Test
  void recipesAndPapersAreListedAndShown() {
    assertThat(terminal.type("recipes").out()).contains("trustjudge-pair", "arXiv:2509.21117");
    assertThat(terminal.type("recipes", "faireval").out())
        .contains("prefer(", "differs", "prompt evidence-then-scores");
    assertThat(terminal.type("recipes", "--paper", "2306.05685").out()).contains("mt-bench-pair");
    assertThat(terminal.type("papers", "--format", "json").out())
        .contains("\"recipe\":\"batcheval\"");
  }

  @Test
  void helpNamesWhatANewcomerNeedsFirst() {
    Said help = terminal.type("--help");
    assertThat(help.code()).isZero();
    assertThat(help.out()).contains("Start here:", "demo", "judge", "doctor", "Also:", "replay");
    assertThat(terminal.type("judge", "--help").out())
        .contains("Example: assize judge answers.csv");
  }

  @Test
  void judgesOfOneRunShareItsItemsByTags() throws IOException {
    Files.writeString(
        folder.resolve("kinds.csv"),
        "id,question,kind,ada,bob\nq1,How?,code,A,B\nq2,Why?,prose,C,D\nq3,When?,prose,E,F\n");
    try (Endpoint endpoint = endpoint()) {
      String yaml =
          """
          items: {file: kinds.csv, map: {tags: kind}}
          judges:
            prose: {model: "%s", recipe: pair, tags: [prose]}
            code: {model: "%s", recipe: pair, tags: %s}
          """;
      String url = endpoint.base().toString();
      Files.writeString(folder.resolve("assize.yaml"), yaml.formatted(url, url, "code"));
      Said said = terminal.type("run", "assize.yaml", "--to", "two.run", "--format", "json");
      assertThat(said.code()).isZero();
      Json judges = results(said.out());
      assertThat(judges.get("prose").orElseThrow().get("pairs").orElseThrow())
          .isEqualTo(Json.of(2L));
      assertThat(judges.get("code").orElseThrow().get("pairs").orElseThrow())
          .isEqualTo(Json.of(1L));
      Files.writeString(folder.resolve("assize.yaml"), yaml.formatted(url, url, "verse"));
      said = terminal.type("run", "assize.yaml", "--to", "none.run");
      assertThat(said.code()).isEqualTo(2);
      assertThat(said.err())
          .endsWith(
              """
              judges.code.tags  no item has the tag "verse"
                allowed: code, prose
                fix: say which column holds tags by map: {tags: COLUMN} of items
              """);
    }
  }

  @Test
  void answersAreCollectedWithoutAJudgeAndExported() throws IOException {
    Files.writeString(folder.resolve("questions.csv"), "id,question,topic\nq1,How?,a\nq2,Why?,b\n");
    try (Endpoint endpoint = Endpoint.start(Endpoint.Settings.of(Scripts.named("echo")))) {
      Files.writeString(
          folder.resolve("assize.yaml"),
          """
          items: questions.csv
          systems: {mine: {model: "%s"}}
          """
              .formatted(endpoint.base()));
      Said said = terminal.type("run", "assize.yaml", "--to", "mine.run");
      assertThat(said.code()).isZero();
      assertThat(said.out())
          .contains("2 answers of 1 system")
          .contains("assize export mine.run answers.jsonl --answers");
      Said exported = terminal.type("export", "mine.run", "answers.jsonl", "--answers");
      assertThat(exported.out()).isEqualTo("2 answers written to answers.jsonl\n");
      assertThat(Files.readString(folder.resolve("answers.jsonl")))
          .isEqualTo(
              """
              {"item":"q1","output":"How?","sample":0,"system":"mine"}
              {"item":"q2","output":"Why?","sample":0,"system":"mine"}
              """);
      // What was exported is a file of answers like any other.
      Said judged =
          terminal.type(
              "judge", "questions.csv", "answers.jsonl", "--model", endpoint.base().toString());
      assertThat(judged.err()).contains("2 items; input = question");
    }
  }

  @Test
  void anAnswerThatCouldNotBeHadLeavesTheRunOpen() throws IOException {
    Files.writeString(folder.resolve("questions.csv"), "id,question\nq1,How?\nq2,Why?\n");
    Files.writeString(
        folder.resolve("assize.yaml"),
        """
        items: questions.csv
        systems: {app: {command: "false"}}
        """);
    Said said = terminal.type("run", "assize.yaml", "--to", "app.run");
    assertThat(said.out()).contains("2 answers of app: failed");
    assertThat(said.err()).contains("2 values are still open: assize resume app.run");
    assertThat(said.code()).isEqualTo(3);
  }

  @Test
  void aRunOfAConfigurationGoesOnAndKeepsWhatItWasTold() throws IOException {
    try (Endpoint endpoint = endpoint()) {
      String yaml =
          """
          items: answers.csv
          judges: {main: {model: "%s", recipe: pair, rubric: %s}}
          budget: {calls: %s}
          """;
      Path file = folder.resolve("assize.yaml");
      Files.writeString(file, yaml.formatted(endpoint.base(), "Short.", 8));
      assertThat(terminal.type("run", "assize.yaml", "--to", "one.run").code()).isEqualTo(3);
      Files.writeString(file, yaml.formatted(endpoint.base(), "Short.", 80));
      Said whole = terminal.type("run", "assize.yaml", "--to", "one.run", "--format", "json");
      assertThat(whole.code()).isZero();
      Files.writeString(file, yaml.formatted(endpoint.base(), "Long.", 80));
      Said other = terminal.type("run", "assize.yaml", "--to", "one.run");
      assertThat(other.code()).isEqualTo(2);
      assertThat(other.err())
          .contains("was made with other words: changed the rubric")
          .contains("keep it and begin another: --to NAME.run");
      Said replay = terminal.type("replay", "one.run", "--format", "json");
      assertThat(results(replay.out())).isEqualTo(results(whole.out()));
    }
  }
}
