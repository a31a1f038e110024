package io.assize.engine.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.assize.core.AssizeException;
import io.assize.core.json.Json;
import io.assize.engine.files.ColumnMap;
import io.assize.judges.yaml.YamlNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schema and the reader say the same. */
class ConfigSchemaTest {

  private static final String TEXT = text();
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(TEXT, InputFormat.JSON);

  private @TempDir Path folder;

  private static String text() {
    try (InputStream in = RunConfig.class.getResourceAsStream("assize.schema.json")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @BeforeEach
  void files() throws IOException {
    Files.createDirectory(folder.resolve("prompts"));
    for (String name :
        List.of("f", "1", "questions.csv", "prompts/v1.txt", "answers.jsonl", "labels.csv")) {
      Files.writeString(folder.resolve(name), "x");
    }
  }

  private boolean schemaTakes(String yaml) {
    String json = YamlNode.parse("t.yaml", yaml).toJson().canonical();
    return SCHEMA.validate(json, InputFormat.JSON).isEmpty();
  }

  private boolean readerTakes(String yaml) {
    return refusal(yaml).isEmpty();
  }

  private Optional<String> refusal(String yaml) {
    ConfigFolder here = ConfigFolder.of(folder.resolve("t.yaml"), Optional.empty());
    var e =
        catchThrowableOfType(AssizeException.class, () -> ConfigReader.parse("t.yaml", yaml, here));
    return Optional.ofNullable(e).map(Throwable::getMessage);
  }

  private static final String START = "items: f\njudges: {j: {rubric: x}}\n";

  @Test
  void bothTakeAllThatCanBeSaid() {
    assertThat(readerTakes(ConfigReaderTest.WHOLE)).isTrue();
    assertThat(schemaTakes(ConfigReaderTest.WHOLE)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name: 3",
        "seed: 0",
        "models: {m: x/y}",
        "models: {m: {model: x/y, protocol: p}}",
        "systems: {s: {model: m}}",
        "systems: {s: {model: m, prompt: f, temperature: 2, max-tokens: 1, samples: 1000}}",
        "systems: {s: {command: c, samples: 2}}",
        "systems: {s: {file: f, map: \"output=x\"}}",
        "labels: f",
        "labels: [f, 1]",
        "labels: {file: [f], map: {id: a+b}}",
        "pairs: {}",
        "rank: {ties: half}",
        "budget: {calls: 0, usd: 0.5, minutes: 1}",
      })
  void bothTakeWhatIsRight(String more) {
    assertThat(refusal(START + more)).isEmpty();
    assertThat(schemaTakes(START + more)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nam: 3",
        "name: [a]",
        "name:",
        "seed: x",
        "seed: -1",
        "seed: 3000000000",
        "seed: \"1\"",
        "models: {}",
        "models: {m: {}}",
        "models: {m: {model: x, url: y}}",
        "models: {m: {model: x, key: sk-1}}",
        "models: {m: {model: x, price: {input: 1}}}",
        "models: {m: {model: x, price: {input: -1, output: 1}}}",
        "systems: []",
        "systems: {s: {}}",
        "systems: {s: m}",
        "systems: {s: {model: m, command: c}}",
        "systems: {s: {model: m, map: x=y}}",
        "systems: {s: {model: m, temperature: 2.5}}",
        "systems: {s: {model: m, samples: 0}}",
        "systems: {s: {command: c, prompt: f}}",
        "systems: {s: {file: f, samples: 2}}",
        "systems: {s: {file: f, map: {inptu: x}}}",
        "labels: []",
        "labels: {map: {id: a}}",
        "labels: {file: f, take: 3}",
        "pairs: {sample: 0}",
        "pairs: {number: 3}",
        "rank: {method: elo}",
        "rank: {resamples: 0}",
        "budget: {calls: -1}",
        "budget: {calls: 1.5}",
        "budget: {usd: all}",
        "budget: 5",
      })
  void bothRefuseWhatIsWrong(String more) {
    assertThat(readerTakes(START + more)).isFalse();
    assertThat(schemaTakes(START + more)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "items: f",
        "judges: {j: {rubric: x}}",
        "items: []\njudges: {j: {rubric: x}}",
        "items: {file: f, take: 0}\njudges: {j: {rubric: x}}",
        "items: {file: f, take: 1, sample: 1}\njudges: {j: {rubric: x}}",
        "items: f\njudges: {}",
        "items: f\njudges: {j: {}}",
        "items: f\njudges: {j: {parameters: {a: 1}}}",
        "items: f\njudges: {j: {model: m, map: {id: a}}}",
        "items: f\njudges: {j: {verdicts: f, rubric: x}}",
        "items: f\njudges: {j: {verdicts: f, replies: f}}",
        "items: f\njudges: {j: {model: m, replies: f}}",
        "items: f\njudges: {j: {model: m, repeat: 0}}",
        "items: f\njudges: {j: {verdicts: f, repeat: 2}}",
        "items: f\njudges: {j: {verdicts: f, prompt: f}}",
        "items: f\njudges: {j: {replies: f, repeat: 2}}",
      })
  void bothRefuseWrongItemsAndJudges(String whole) {
    assertThat(readerTakes(whole)).isFalse();
    assertThat(schemaTakes(whole)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "items, /properties/items/anyOf/1",
    "labels, /properties/labels/anyOf/1",
    "pairs, /properties/pairs",
    "rank, /properties/rank",
    "budget, /properties/budget",
    "systems.s, /$defs/system",
    "judges.k, /$defs/judge",
    "models.m, /$defs/model/anyOf/1",
    "models.m.price, /$defs/model/anyOf/1/properties/price",
  })
  void everyMapHasTheSameKeysInBoth(String path, String pointer) {
    String yaml = "zzzzzzzzzzz: 1\n";
    for (String key : List.of(path.split("\\.")).reversed()) {
      if (!key.isEmpty()) yaml = key + ":\n  " + yaml.replace("\n", "\n  ").strip() + "\n";
    }
    String allowed =
        refusal(yaml)
            .orElse("")
            .lines()
            .dropWhile(l -> !l.contains("unknown key \"zzzzzzzzzzz\""))
            .skip(1)
            .findFirst()
            .orElse("");

    assertThat(Arrays.asList(allowed.replace("  allowed: ", "").split(", ")))
        .containsExactlyInAnyOrderElementsOf(
            at(pointer).get("properties").orElseThrow().members().keySet());
  }

  @Test
  void everyWordOfAColumnMapIsInBoth() {
    var words = at("/$defs/map/anyOf/1").get("properties").orElseThrow().members().keySet();
    var e = catchThrowableOfType(AssizeException.class, () -> ColumnMap.parse("zzzzzzzzz=x"));
    List<String> known = new java.util.ArrayList<>(List.of(e.problem().allowed().split(", ")));
    known.addAll(List.of("item", "judge"));

    assertThat(words).containsExactlyInAnyOrderElementsOf(known);
  }

  private static Json at(String pointer) {
    Json here = Json.parse(TEXT);
    for (String step : pointer.split("/")) {
      if (step.isEmpty()) continue;
      here =
          step.matches("\\d+")
              ? here.at(Integer.parseInt(step)).orElseThrow()
              : here.get(step).orElseThrow();
    }
    return here;
  }
}
