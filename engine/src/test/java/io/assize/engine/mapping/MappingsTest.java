package io.assize.engine.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.assize.core.AssizeException;
import io.assize.core.json.Json;
import io.assize.judges.yaml.YamlNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The mappings that come with Assize, their index and their schema. */
class MappingsTest {

  @Test
  void theIndexNamesWhatEachMappingLooksFor() {
    for (Mappings.Line line : Mappings.index()) {
      String known = Mappings.named(line.name()).known().toString();
      assertThat(line.words()).as(line.name()).isNotEmpty().allMatch(known::contains);
    }
  }

  @Test
  void everyMappingFitsTheSchema() throws IOException {
    String schema = schema();
    var checked =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(schema, InputFormat.JSON);
    for (String name : Mappings.names()) {
      String json = YamlNode.parse(name, Mappings.source(name)).toJson().canonical();
      assertThat(checked.validate(json, InputFormat.JSON)).as(name).isEmpty();
    }
    assertThat(checked.validate("{\"mapping\": \"x\", \"itmes\": {}}", InputFormat.JSON))
        .isNotEmpty();
  }

  /** The reader's keys are those of the schema. */
  @Test
  void readerAndSchemaKnowTheSameWords() throws IOException {
    Json schema = Json.parse(schema());
    var e =
        catchThrowableOfType(
            AssizeException.class, () -> MappingFile.parse("m.yaml", "zzzzzzzz: 1"));
    List<String> told = List.of(e.problem().allowed().split(", "));
    assertThat(schema.get("properties").orElseThrow().members().keySet())
        .containsExactlyInAnyOrderElementsOf(told);
  }

  @Test
  void aWrongPathIsToldWithItsPlace() {
    var e =
        catchThrowableOfType(
            AssizeException.class,
            () -> MappingFile.parse("m.yaml", "mapping: m\nitems:\n  id: a..b[\n"));
    assertThat(e)
        .hasMessage(
            """
            m.yaml:3:7  items.id is "a..b["
              allowed: a path: names with dots, [0], [-1], [*], .*, [member=text|text]
              fix: for example: output.choices[0].message.content\
            """);
  }

  @Test
  void walksLeadToSeveralPlaces() {
    Json json =
        Json.parse(
            """
            {"a": {"x": 1, "y": 2}, "m": [{"r": "user", "c": "1"}, {"r": "bot", "c": "2"},
             {"r": "sys", "c": "3"}], "n.o": {"p": 4}}
            """);
    assertThat(at("a.*", json)).containsExactly("x=1", "y=2");
    assertThat(at("m[*].c", json)).containsExactly("=1", "=2", "=3");
    assertThat(at("m[-1].c", json)).containsExactly("=3");
    assertThat(at("m[r=user|sys].c", json)).containsExactly("=1", "=3");
    assertThat(at("a[x=1].y", json)).containsExactly("=2");
    assertThat(at("[\"n.o\"].p", json)).containsExactly("=4");
    assertThat(at("m[7].c", json)).isEmpty();
    assertThat(at(".", json)).hasSize(1);
    for (String wrong : List.of("", "a..b", "a[", "[x]", "a[*", ".a.")) {
      assertThat(Walk.parse(wrong)).as(wrong).isEmpty();
    }
  }

  private static List<String> at(String walk, Json json) {
    return Walk.parse(walk).orElseThrow().in(json).stream()
        .map(f -> f.key() + "=" + JsonText.of(f.value()).orElse(""))
        .toList();
  }

  private static String schema() throws IOException {
    try (InputStream in = Mapping.class.getResourceAsStream("mapping.schema.json")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
