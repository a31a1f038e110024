package io.assize.engine.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnMapTest {

  private final Scratch scratch = new Scratch(Path.of("nowhere"));

  private String refusal(String text) {
    return scratch.refusal(() -> ColumnMap.parse(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "input=Frage,systems=v1+v2",
        "id=subset+item,input=messages[-1].content",
        "system='output_'+shown",
        "reference=\"a,b=c+d\"",
        "only=kind:pair",
      })
  void whatIsParsedIsWrittenBack(String text) {
    assertThat(ColumnMap.parse(text).toString()).isEqualTo(text);
    assertThat(ColumnMap.of(ColumnMap.parse(text).entries())).isEqualTo(ColumnMap.parse(text));
  }

  @Test
  void blanksAndOtherWordsForTheSameThingAreRead() {
    assertThat(ColumnMap.parse(" item = a , judge = b + 'c' "))
        .isEqualTo(ColumnMap.parse("id=a,rater=b+'c'"));
  }

  @Test
  void anUnknownWordNamesTheNearest() {
    assertThat(refusal("inptu=Frage"))
        .isEqualTo(
            """
            --map  does not know "inptu"
              allowed: id, input, reference, context, output, system, rater, label, rubric, root, sample, tags, reason, a, b, passage, grade, systems, raters, judges, fields, ab, ba, order, reply, finish, response, request, only, mapping; nearest is "input"
              fix: for example: --map input=Frage,systems=v1+v2\
            """);
  }

  @Test
  void aMappingIsNamedAloneOrByItsWord() {
    assertThat(ColumnMap.parse("inspect").mapping()).contains("inspect");
    assertThat(ColumnMap.parse("dir/mine.yaml,only=rater:x").toString())
        .isEqualTo("mapping=dir/mine.yaml,only=rater:x");
    ColumnMap moved = ColumnMap.parse("mine.yaml").withMappingFile(f -> "/there/" + f);
    assertThat(moved.mapping()).contains("/there/mine.yaml");
    assertThat(ColumnMap.of(moved.entries())).isEqualTo(moved);
    assertThat(ColumnMap.parse("inspect").withMappingFile(f -> "/there/" + f).mapping())
        .contains("inspect");
  }

  @Test
  void whatIsNoEntryIsTold() {
    assertThat(refusal("input"))
        .isEqualTo(
            """
            --map  "input" is no entry
              allowed: WHAT=COLUMN, with commas between, or the name of a mapping
              fix: for example: --map input=Frage,systems=v1+v2\
            """);
    assertThat(refusal("input=a,,b=c")).startsWith("--map  \"\" is no entry\n");
    assertThat(refusal("input=a,input=b")).startsWith("--map  input stands twice\n");
    assertThat(refusal("systems=a++b")).startsWith("--map  names an empty column\n");
    assertThat(refusal("input='a")).startsWith("--map  has an open quote in \"input='a\"\n");
  }

  @Test
  void theKnownNamesAreThoseThatAreDocumented() {
    assertThat(Role.ITEM.names()).containsExactly("id", "item", "sample_id", "question_id");
    assertThat(Role.INPUT.names())
        .containsExactly("input", "question", "query", "instruction", "user_input");
    assertThat(Role.REFERENCE.names())
        .containsExactly(
            "reference",
            "expected",
            "expected_output",
            "ideal",
            "target",
            "ground_truth",
            "__expected");
    assertThat(Role.CONTEXT.names())
        .containsExactly("context", "contexts", "retrieved_contexts", "retrieval_context");
    assertThat(Role.OUTPUT.names())
        .containsExactly("output", "response", "answer", "actual_output", "completion");
    assertThat(Role.SYSTEM.names()).containsExactly("system", "model", "variant", "generator");
    assertThat(Role.RATER.names()).containsExactly("rater", "annotator", "author");
    assertThat(Role.LABEL.names()).containsExactly("label", "score", "rating", "better");
    assertThat(List.of(Role.known("Expected Output"), Role.known("QUESTION")))
        .hasToString("[Optional[REFERENCE], Optional[INPUT]]");
  }
}
