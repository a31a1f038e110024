package io.assize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.assize.core.json.Json;
import io.assize.testkit.endpoint.Endpoint;
import io.assize.testkit.endpoint.Scripts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The published schema of results says all that is printed, and nothing else is printed. */
class ResultSchemaTest {

  private static final Path DOCS =
      Path.of(System.getProperty("assize.root", "..")).resolve("docs").normalize();

  /** Values that the page names, which are no keys. */
  private static final List<String> NO_KEYS =
      List.of("passFail", "unreadable", "refused", "pending");

  @TempDir Path folder;
  private Terminal terminal;
  private Schema schema;

  @BeforeEach
  void readTheSchema() throws IOException {
    terminal = new Terminal(folder);
    String text = terminal.type("schema", "result").out();
    schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(text, InputFormat.JSON);
    Files.writeString(
        folder.resolve("answers.csv"),
        """
        id,question,reference,ada,bob
        q1,How?,So,So it is,Thus
        q2,Why?,Because,Because of it,Therefore and at length
        q3,When?,Now,Now,Later
        """);
    Files.writeString(
        folder.resolve("labels.csv"), "item,a,b,label\nq1,ada,bob,ada\nq2,ada,bob,bob\n");
    Files.writeString(
        folder.resolve("grades.csv"), "item,system,rater,label\nq1,ada,anna,5\nq2,bob,anna,2\n");
  }

  private Json judged(String script, String... words) {
    try (Endpoint endpoint = Endpoint.start(Endpoint.Settings.of(Scripts.named(script)))) {
      var all = new ArrayList<>(List.of("judge", "answers.csv", "--format", "json"));
      all.addAll(List.of("--model", endpoint.base().toString()));
      all.addAll(List.of(words));
      return valid(terminal.type(all.toArray(String[]::new)).out());
    }
  }

  private Json valid(String document) {
    assertThat(schema.validate(document, InputFormat.JSON)).as(document).isEmpty();
    return Json.parse(document).get("results").orElseThrow();
  }

  @Test
  void comparisonsAndGradesWithAndWithoutLabels() {
    judged("letters", "--to", "pairs.run");
    judged("letters", "--to", "labelled.run", "--labels", "labels.csv", "--repeat", "2");
    judged("judge", "--to", "passed.run", "--recipe", "pass-fail");
    judged("grades", "--to", "graded.run", "--recipe", "score", "--labels", "grades.csv");
  }

  @Test
  void whatCouldNotBeReadHasItsReason() {
    Json result = judged("say:I cannot tell.", "--to", "none.run").get("main").orElseThrow();
    Json replies = result.get("replies").orElseThrow();
    assertThat(replies.get("missing").orElseThrow().members()).containsOnlyKeys("unreadable");
    assertThat(result.get("withoutVerdict").orElseThrow().members()).containsOnlyKeys("unreadable");
    assertThat(result.get("itemsToSettle").orElseThrow().get("undefined")).isPresent();
  }

  @Test
  void theDemoHasOneResultForEachJudge() {
    Json results = valid(terminal.type("demo", "--format", "json").out());
    assertThat(results.members()).containsOnlyKeys("main", "relevance");
  }

  @Test
  void theDocsShowACutOfTheDemoAndNameNoOtherKey() throws IOException {
    String docs = Files.readString(DOCS.resolve("results.md"));
    int begin = docs.indexOf("```json\n") + 8;
    Json shown = Json.parse(docs.substring(begin, docs.indexOf("```", begin)));
    isCut("", shown, Json.parse(terminal.type("demo", "--format", "json").out()));
    var known = new TreeSet<String>();
    for (String schema : List.of("result", "probe")) {
      keys(Json.parse(terminal.type("schema", schema).out()), known);
    }
    String words = docs.substring(docs.indexOf("## What is judged"));
    var named = Pattern.compile("`([a-z]+[A-Za-z]*)`").matcher(words).results();
    assertThat(named.map(m -> m.group(1)).filter(w -> !NO_KEYS.contains(w))).isSubsetOf(known);
  }

  /** Whatever stands there stands in the whole, at the same place and to the same digit. */
  private static void isCut(String path, Json cut, Json whole) {
    switch (cut) {
      case Json.Obj o ->
          o.members()
              .forEach((key, value) ->
                  isCut(
                      path + "/" + key,
                      value,
                      whole.get(key).orElseThrow(() -> new AssertionError(path + "/" + key))));
      case Json.Arr a -> {
        for (int i = 0; i < a.elements().size(); i++) {
          isCut(path + "/" + i, a.elements().get(i), whole.at(i).orElseThrow());
        }
      }
      default -> assertThat(cut).as(path).isEqualTo(whole);
    }
  }

  private static void keys(Json node, TreeSet<String> known) {
    node.members()
        .forEach((name, child) -> {
          known.add(name);
          keys(child, known);
        });
    for (Json one : node.get("oneOf").map(Json::elements).orElse(List.of())) keys(one, known);
  }

  @Test
  void aKeyThatTheSchemaDoesNotKnowIsNoResult() {
    String document = terminal.type("demo", "--format", "json").out();
    String other = document.replace("\"flips\":", "\"flops\":");
    assertThat(other).isNotEqualTo(document);
    assertThat(schema.validate(other, InputFormat.JSON)).isNotEmpty();
  }

  @Test
  void everyKeyIsExplained() {
    var unexplained = new ArrayList<String>();
    for (String of : List.of("result", "agree", "compare")) {
      explained(of, Json.parse(terminal.type("schema", of).out()), unexplained);
    }
    assertThat(unexplained).isEmpty();
  }

  private static void explained(String path, Json node, List<String> unexplained) {
    for (String part : List.of("properties", "$defs")) {
      node.get(part)
          .map(Json::members)
          .ifPresent(all ->
              all.forEach((name, child) -> {
                boolean refers = child.get("$ref").isPresent();
                if (!refers && child.get("description").isEmpty()) {
                  unexplained.add(path + "/" + name);
                }
                explained(path + "/" + name, child, unexplained);
              }));
    }
    for (Json one : node.get("oneOf").map(Json::elements).orElse(List.of())) {
      explained(path, one, unexplained);
    }
  }

  @Test
  void theOtherSchemasArePrintedToo() {
    assertThat(terminal.type("schema", "config").out()).contains("\"title\": \"assize.yaml\"");
    assertThat(terminal.type("schema", "recipe").out()).contains("\"$schema\"");
    assertThat(terminal.type("schema", "verse").code()).isEqualTo(2);
  }
}
