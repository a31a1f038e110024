package io.assize.engine.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.assize.core.json.Json;
import io.assize.engine.mapping.JsonText;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonRowsTest {

  private @TempDir Path folder;
  private Scratch scratch;

  @BeforeEach
  void makeScratch() {
    scratch = new Scratch(folder);
  }

  private String refusal(String name) {
    return scratch.refusal(() -> scratch.answers(name));
  }

  @Test
  void linesOfJsonAreItems() {
    scratch.write(
        "a.jsonl",
        "{\"id\": 7, \"question\": \"Why?\", \"v1\": \"So.\", \"v2\": null}",
        "",
        "{\"id\": 8, \"question\": \"How?\", \"v2\": \"\", \"v1\": 0.50}");

    DataFile data = scratch.answers("a.jsonl");

    assertThat(Scratch.candidates(data)).containsExactly("7.v1: So.", "8.v1: 0.5", "8.v2: ");
    assertThat(scratch.accounts(data))
        .containsExactly("a.jsonl   2 items; input = question, systems = v1, v2");
    assertThat(data.notes()).containsExactly("1 of 2 items has no answer by v2: 7");
  }

  @Test
  void anArrayAnObjectThatHoldsOneAndOneObjectAreRead() {
    String items = "[\n {\"id\": 1, \"input\": \"x\"},\n {\"id\": 2, \"input\": \"y\"}\n]";
    scratch.write("array.json", items);
    scratch.write("inside.json", "{\n\"version\": 2,\n\"data\": " + items + "}");
    scratch.write("one.json", "{\"id\": 1, \"input\": \"x\"}");

    assertThat(scratch.answers("array.json").items()).hasSize(2);
    assertThat(scratch.answers("inside.json").items())
        .isEqualTo(scratch.answers("array.json").items());
    assertThat(scratch.answers("one.json").items()).hasSize(1);
  }

  @Test
  void pathsReachIntoObjects() {
    scratch.write(
        "chat.jsonl",
        "{\"id\": 1, \"messages\": [{\"content\": \"Why?\"}, {\"content\": \"So.\"}], \"m\": {\"lang\": \"en\"}}");

    DataFile data =
        scratch.answersBy(
            "input=messages[0].content,systems=messages[-1].content,fields=m.lang", "chat.jsonl");

    assertThat(Scratch.candidates(data)).containsExactly("1.messages[-1].content: So.");
    assertThat(data.items().getFirst().fields())
        .containsEntry("input", "Why?")
        .containsEntry("m.lang", "en");
  }

  @Test
  void nestedColumnsAreNoSystemsAndListsOfTextsAreOneText() {
    scratch.write(
        "r.jsonl",
        "{\"user_input\": \"Why?\", \"retrieved_contexts\": [\"a\", \"b\"], \"response\": \"So.\","
            + " \"trace\": {\"id\": 12345678901234567891}}");

    DataFile data = scratch.answers("r.jsonl");

    assertThat(data.items().getFirst().fields())
        .isEqualTo(
            Map.of(
                "input", "Why?",
                "context", "a\n\nb",
                "trace", "{\"id\":\"12345678901234567891\"}"));
    assertThat(scratch.accounts(data))
        .containsExactly(
            "r.jsonl   1 item; no id column (numbered from 1), input = user_input,"
                + " context = retrieved_contexts, system = r (column response), kept beside = trace");
  }

  @Test
  void pathsWalkNamesAndPlaces() {
    Json value = Json.parse("{\"a\": {\"b\": [1, [2, 3]]}, \"c.d\": 4}");

    assertThat(at("a.b[1][-1]", value)).isEqualTo("3");
    assertThat(at("$.a.b[0]", value)).isEqualTo("1");
    assertThat(at("a.b[-3]", value)).isEqualTo("nothing");
    assertThat(at("a.x", value)).isEqualTo("nothing");
    assertThat(JsonPath.parse("a..b")).isEmpty();
    assertThat(JsonPath.parse("a[x]")).isEmpty();
    assertThat(JsonPath.parse("")).isEmpty();
  }

  private static String at(String path, Json value) {
    return JsonPath.parse(path).orElseThrow().in(value).flatMap(JsonText::of).orElse("nothing");
  }

  @Test
  void brokenJsonNamesLineAndColumn() {
    scratch.write("a.jsonl", "{\"id\": 1, \"input\": \"x\"}", "{\"id\": 2, \"input\": }");
    scratch.write("b.json", "[{\"id\": 1},", " {\"id\": 2,, \"input\": 3}]");

    assertThat(refusal("a.jsonl"))
        .isEqualTo(
            """
            a.jsonl:2:20  no JSON: Unexpected character ('}' (code 125)): expected a value
              allowed: one object a line, or one array of objects
              fix: check what wrote it\
            """);
    assertThat(refusal("b.json")).startsWith("b.json:2:11  no JSON: Unexpected character");
  }

  @Test
  void aLineThatIsNoObjectIsTold() {
    scratch.write("a.jsonl", "{\"id\": 1, \"input\": \"x\"}", "[1, 2]");
    scratch.write("b.json", "[", "{\"id\": 1},", "", "17]");
    scratch.write("c.json", "[]");
    scratch.write("d.json", "{\"a\": 1, \"b\": []}\n{");

    assertThat(refusal("a.jsonl"))
        .isEqualTo(
            """
            a.jsonl:2  is 1\\n\\n2
              allowed: an object: {"id": ..., "input": ...}\
            """);
    assertThat(refusal("b.json")).startsWith("b.json:4  is 17\n");
    assertThat(refusal("c.json")).startsWith("c.json  is an empty list\n");
    assertThat(refusal("d.json")).startsWith("d.json:2:");
  }

  @Test
  void anObjectWithoutAListNamesItsMembers() {
    scratch.write("a.json", "{", "\"a\": {\"x\": 1},", "\"b\": []", "}");

    assertThat(refusal("a.json"))
        .isEqualTo(
            """
            a.json  is one JSON object with the members a, b, none of them an array of objects
              allowed: one object a line, an array of objects, or an object that holds one such array
              fix: write the rows as JSON lines\
            """);
  }

  @Test
  void halfASurrogatePairIsTold() {
    scratch.write("a.jsonl", "{\"id\": 1, \"input\": \"x\\ud83d\"}");

    assertThat(refusal("a.jsonl"))
        .isEqualTo(
            """
            a.jsonl:1  input holds half of a surrogate pair
              allowed: whole characters
              fix: the text was cut inside a character: check what wrote it\
            """);
  }

  @Test
  void labelStudioIsToBeExportedAsCsv() {
    scratch.write("ls.json", "[{\"id\": 1, \"data\": {\"text\": \"x\"}, \"annotations\": []}]");

    assertThat(refusal("ls.json"))
        .isEqualTo(
            """
            ls.json  is a JSON export of Label Studio
              allowed: CSV, TSV, JSON or JSONL with a row for each label
              fix: export it as CSV there, and give that file\
            """);
  }
}
