package io.assize.engine.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.assize.core.Item;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that the tools themselves wrote (a README beside them says how), and documented forms. */
class MappedFilesTest {

  private static final String EVAL =
      "2026-11-23T03-32-25-00-00_capitals_TUjLEAguejY3ZmDtVKJhz3.eval";
  private static final String SAMPLES =
      "ours__capitals/samples_capitals_2026-11-23T03-35-57.758141.jsonl";

  private @TempDir Path folder;
  private Scratch scratch;

  @BeforeEach
  void makeScratch() {
    scratch = new Scratch(folder);
  }

  private void copy(String name) throws IOException {
    try (InputStream in = MappedFilesTest.class.getResourceAsStream("tools/" + name)) {
      Path to = folder.resolve(name);
      Files.createDirectories(to.getParent());
      Files.copy(Objects.requireNonNull(in), to);
    }
  }

  private DataFile tool(String name) throws IOException {
    copy(name);
    return scratch.answers(name);
  }

  /** What graders said: item, system, sample, grader, word. */
  private static List<String> said(DataFile data) {
    return data.recorded().stream()
        .map(l ->
            l.item()
                + " "
                + switch (l.subject()) {
                  case Subject.Answer a -> a.system() + "#" + a.sample();
                  case Subject.Pair p -> p.a() + "-" + p.b() + " " + p.shown();
                  case Subject.Whole w -> "-";
                }
                + " "
                + l.rater().name()
                + "="
                + l.value().got().orElse("nothing"))
        .toList();
  }

  @Test
  void aPackedLogOfInspectIsReadWithItsGraders() throws IOException {
    DataFile data = tool(EVAL);
    assertThat(Scratch.candidates(data))
        .containsExactly(
            "a.mockllm/model: Oslo",
            "b.mockllm/model: Lima is the capital.",
            "c.mockllm/model: I do not know.");
    assertThat(data.items().get(1).fields()).containsEntry(Item.REFERENCE, "Lima");
    assertThat(said(data))
        .containsExactly(
            "a mockllm/model#0 match=1",
            "a mockllm/model#0 includes=1",
            "b mockllm/model#0 match=0",
            "b mockllm/model#0 includes=1",
            "c mockllm/model#0 match=0",
            "c mockllm/model#0 includes=0");
    assertThat(data.labels()).isEmpty();
    assertThat(scratch.accounts(data))
        .containsExactly(
            EVAL
                + "   3 items; read as inspect, system = mockllm/model, graders = match, includes");
  }

  @Test
  void resultsOfPromptfooHaveAColumnForEachPromptAndAGraderForEachAssertion() throws IOException {
    DataFile data = tool("promptfoo-results.json");
    assertThat(Scratch.candidates(data))
        .containsExactly(
            "0.short: Oslo",
            "0.long: The capital is Oslo.",
            "1.short: Lima",
            "1.long: The capital is Lima.",
            "2.short: I do not know",
            "2.long: The capital is I do not know.");
    assertThat(said(data))
        .contains(
            "0 short#0 promptfoo=1",
            "0 long#0 promptfoo=0",
            "0 long#0 javascript=0",
            "1 long#0 icontains=1",
            "2 short#0 equals=0")
        .hasSize(14);
    assertThat(data.items().getFirst().fields())
        .containsEntry("country", "Norway")
        .containsEntry(Item.REFERENCE, "Oslo");
    assertThat(data.notes()).containsExactly("assertions that are not read: javascript, icontains");
  }

  @Test
  void samplesOfLmEvalAreCalledByTheirFolderAndGradedByEachFilter() throws IOException {
    DataFile data = tool(SAMPLES);
    assertThat(Scratch.candidates(data))
        .containsExactly("0.ours__capitals: Oslo", "1.ours__capitals: It is Lima");
    assertThat(data.items().getFirst().fields())
        .containsEntry(Item.INPUT, "Capital of Norway?")
        .containsEntry(Item.REFERENCE, "Oslo");
    assertThat(said(data))
        .containsExactly(
            "0 ours__capitals#0 exact_match strict=1",
            "1 ours__capitals#0 exact_match strict=0",
            "0 ours__capitals#0 exact_match flexible=1",
            "1 ours__capitals#0 exact_match flexible=0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"latest_run_full", "latest_test_run"})
  void runsOfDeepEvalAreOneSystemWithAGraderForEachMetric(String stem) throws IOException {
    DataFile data = tool(stem + ".json");
    assertThat(Scratch.candidates(data))
        .containsExactly(
            "test_case_0." + stem + ": Oslo",
            "test_case_1." + stem + ": It may be Quito, or another one.");
    assertThat(data.items().getFirst().fields())
        .containsEntry(Item.CONTEXT, "Oslo is the capital of Norway.\n\nBergen is a city.")
        .containsEntry(Item.REFERENCE, "Oslo");
    assertThat(said(data))
        .containsExactly(
            "test_case_0 " + stem + "#0 Short=1",
            "test_case_0 " + stem + "#0 Exact Match=1",
            "test_case_1 " + stem + "#0 Short=0",
            "test_case_1 " + stem + "#0 Exact Match=0");
    assertThat(data.recorded().getFirst().reason()).contains("its length is 4");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ragas.csv", "ragas.jsonl"})
  void resultsOfRagasHaveAGraderForEachMetric(String name) throws IOException {
    DataFile data = tool(name);
    assertThat(data.candidates().stream().map(c -> c.text()))
        .containsExactly("Oslo", "It is Quito.");
    String first = data.items().getFirst().id();
    assertThat(said(data))
        .hasSize(4)
        .allMatch(s -> s.matches(".* ragas#0 (exact_match|string_present)=[01](\\.0)?"))
        .anyMatch(s -> s.startsWith(first + " ragas#0 exact_match=1"));
    assertThat(data.raters()).isEmpty();
  }

  @Test
  void annotationsOfAlpacaEvalAreAnswersAndAGraderOfPairs() {
    scratch.write(
        "annotations.json",
        """
        [{"instruction": "Say it.", "output_1": "It.", "generator_1": "base", "output_2": "Yes.",
          "generator_2": "mine", "annotator": "judge", "preference": 1.73},
         {"instruction": "Go.", "output_1": "I go.", "generator_1": "base", "output_2": "No.",
          "generator_2": "mine", "annotator": "judge", "preference": 1},
         {"instruction": "Stay.", "output_1": "I stay.", "generator_1": "base", "output_2": "Yes.",
          "generator_2": "mine", "annotator": "judge", "preference": null}]
        """);
    DataFile data = scratch.answers("annotations.json");
    assertThat(data.systems()).hasToString("[base, mine]");
    List<String> ids = data.items().stream().map(Item::id).toList();
    assertThat(said(data))
        .containsExactly(
            ids.get(0) + " base-mine NOT_TOLD judge=mine",
            ids.get(1) + " base-mine NOT_TOLD judge=base");
    scratch.write(
        "outputs.json",
        "[{\"dataset\": \"d\", \"instruction\": \"Go.\", \"output\": \"I go.\", \"generator\":"
            + " \"base\"}]");
    assertThat(scratch.answers("outputs.json").items().getFirst().id())
        .as("the same question has the same id in both files")
        .isEqualTo(ids.get(1));
  }

  @Test
  void mtBenchIsQuestionsAnswersAndJudgmentsByTurn() {
    scratch.write(
        "mt/1.jsonl",
        "{\"question_id\": 81, \"category\": \"writing\", \"turns\": [\"One?\", \"Two?\"]}");
    scratch.write(
        "mt/2.jsonl",
        "{\"question_id\": 81, \"answer_id\": \"x\", \"model_id\": \"ada\", \"choices\": [{\"index\": 0,"
            + " \"turns\": [\"1\", \"2\"]}]}",
        "{\"question_id\": 81, \"answer_id\": \"y\", \"model_id\": \"ben\", \"choices\": [{\"index\": 0,"
            + " \"turns\": [\"I\", \"II\"]}]}");
    scratch.write(
        "mt/3.jsonl",
        "{\"question_id\": 81, \"model\": \"ada\", \"judge\": [\"gpt-4\", \"single-v1\"], \"score\": 9,"
            + " \"turn\": 2, \"judgment\": \"Good. [[9]]\"}",
        "{\"question_id\": 81, \"model\": \"ben\", \"judge\": [\"gpt-4\", \"single-v1\"], \"score\": -1,"
            + " \"turn\": 1, \"judgment\": \"?\"}");
    scratch.write(
        "mt/4.jsonl",
        "{\"question_id\": 81, \"model_1\": \"ada\", \"model_2\": \"ben\", \"g1_winner\": \"model_1\","
            + " \"g2_winner\": \"tie\", \"judge\": [\"gpt-4\", \"pair-v2\"], \"turn\": 1}");

    DataFile data = scratch.answers("mt");

    assertThat(Scratch.candidates(data))
        .containsExactly("81/1.ada: 1", "81/1.ben: I", "81/2.ada: 2", "81/2.ben: II");
    assertThat(data.items().get(1).field(Item.INPUT)).contains("One?\n\nTwo?");
    assertThat(said(data))
        .containsExactly(
            "81/2 ada#0 gpt-4=9",
            "81/1 ben#0 gpt-4=nothing",
            "81/1 ada-ben A_FIRST gpt-4=ada",
            "81/1 ada-ben B_FIRST gpt-4=tie");
  }

  @Test
  void scoresOfLangfuseAreLabelsOfTraces() {
    scratch.write(
        "scores.csv",
        "id,traceId,timestamp,source,name,dataType,value,stringValue,comment",
        "s1,t1,2026-01-01,EVAL,correct,BOOLEAN,1,True,So.",
        "s2,t1,2026-01-01,ANNOTATION,tone,NUMERIC,0.5,,");
    DataFile read = scratch.labels("scores.csv");
    assertThat(read.labels().stream().map(l -> l.item() + " " + l.rater() + " " + l.value().got()))
        .containsExactly("t1 correct EVAL Optional[1]", "t1 tone ANNOTATION Optional[0.5]");
  }

  @Test
  void aMappingOfOnesOwnIsGivenByItsFile() {
    scratch.write(
        "mine.yaml",
        """
        mapping: mine
        rows: runs[*].cases[*]
        items: {id: nr, input: q}
        answers: [{system: {text: app}, output: [a.text, a]}]
        scores: [{rater: {text: old}, value: ok, words: {"yes": "1", "no": "0"}}]
        """);
    scratch.write(
        "log.json",
        "{\"runs\": [{\"cases\": [{\"nr\": 1, \"q\": \"Why?\", \"a\": {\"text\": \"So.\"}, \"ok\":"
            + " \"yes\"}, {\"nr\": 2, \"q\": \"Who?\", \"a\": \"He.\", \"ok\": \"no\"}]}]}");
    DataFile data = scratch.answersBy(folder.resolve("mine.yaml").toString(), "log.json");
    assertThat(Scratch.candidates(data)).containsExactly("1.app: So.", "2.app: He.");
    assertThat(said(data)).containsExactly("1 app#0 old=1", "2 app#0 old=0");
  }

  @Test
  void aFileWithoutScoresSaysWhoItsGradersAre() throws IOException {
    copy("latest_run_full.json");
    assertThat(
            scratch.refusal(() ->
                DataFiles.labels(
                    List.of(folder.resolve("latest_run_full.json")),
                    ColumnMap.parse("only=rater:Long"))))
        .isEqualTo(
            """
            latest_run_full.json  is read as deepeval, and no grader says anything in it by the name "Long"
              allowed: graders: Short, Exact Match
              fix: give a file with scores, or a grader's name by only=rater:NAME\
            """);
  }

  @Test
  void anUnknownMappingIsTold() {
    scratch.write("x.csv", "id,question,v1", "1,a,b");
    assertThat(scratch.refusal(() -> scratch.answersBy("mapping=inspekt", "x.csv")))
        .startsWith("--map  there is no mapping \"inspekt\"\n")
        .contains("; nearest is \"inspect\"");
  }
}
