package io.assize.cli;

import io.assize.core.AssizeException;
import io.assize.engine.config.RunConfig;
import io.assize.engine.mapping.Mapping;
import io.assize.judges.recipe.Recipes;
import io.assize.report.ResultJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints the JSON Schema of what people and programs write and read. */
@Command(
    name = "schema",
    mixinStandardHelpOptions = true,
    description = "Print the JSON Schema of assize.yaml, of recipes or of --format json.",
    footer = {"", "Example: assize schema result > result.schema.json"})
final class SchemaCommand implements Callable<Integer> {

  /** What has a schema. */
  enum Of {
    CONFIG(RunConfig.class, "assize.schema.json"),
    RECIPE(Recipes.class, "/io/assize/judges/recipe.schema.json"),
    RESULT(ResultJson.class, "result.schema.json"),
    MAPPING(Mapping.class, "mapping.schema.json"),
    AGREE(ResultJson.class, "agree.schema.json"),
    COMPARE(ResultJson.class, "compare.schema.json"),
    PROBE(ResultJson.class, "probe.schema.json");

    private final Class<?> beside;
    private final String resource;

    Of(Class<?> beside, String resource) {
      this.beside = beside;
      this.resource = resource;
    }

    String text() {
      try (InputStream in = beside.getResourceAsStream(resource)) {
        return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw AssizeException.defect("the schema " + resource + " cannot be read", e);
      }
    }
  }

  private final Surroundings surroundings;

  @Parameters(
      paramLabel = "WHAT",
      description = "config, recipe, mapping, result, agree, compare or probe.")
  Of of = Of.RESULT;

  SchemaCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    surroundings.out().print(of.text());
    return 0;
  }
}
