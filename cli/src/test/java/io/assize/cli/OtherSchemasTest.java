package io.assize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.assize.testkit.endpoint.Endpoint;
import io.assize.testkit.endpoint.Scripts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The published schemas of agreement, comparisons and probes say all that is printed. */
class OtherSchemasTest {

  @TempDir Path folder;

  private String type(String... words) {
    return new Terminal(folder).type(words).out();
  }

  private void valid(String schema, String document) {
    Schema published =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(type("schema", schema), InputFormat.JSON);
    assertThat(published.validate(document, InputFormat.JSON)).as(document).isEmpty();
    String other = document.replaceFirst("\"kind\":", "\"kin\":");
    assertThat(published.validate(other, InputFormat.JSON)).isNotEmpty();
  }

  private void agrees(String csv, String... more) throws IOException {
    Files.writeString(folder.resolve("ratings.csv"), csv);
    var words = new String[more.length + 6];
    String[] first = {"agree", "ratings.csv", "--format", "json", "--resamples", "20"};
    System.arraycopy(first, 0, words, 0, first.length);
    System.arraycopy(more, 0, words, first.length, more.length);
    valid("agree", type(words));
  }

  @Test
  void agreementOfLevelsWordsNumbersAndPairs() throws IOException {
    agrees("item,anna,ben,chen,judge\n1,1,2,3,3\n2,4,5,5,1\n3,2,,2,2\n4,1,1,1,\n", "--details");
    agrees("item,anna,judge\n1,yes,no\n2,no,no\n3,yes,yes\n");
    agrees("item,anna,ben\n1,0.5,0.25\n2,0.125,0.5\n3,1,1\n");
    agrees("item,a,b,anna,judge\n1,x,y,x,tie\n2,x,y,tie,tie\n3,x,y,b,a\n");
    agrees("item,anna,ben,judge\n1,4,,4\n2,,4,4\n");
  }

  @Test
  void comparisonsOfGradesAndOfPairs() throws IOException {
    Files.writeString(folder.resolve("old.csv"), "id,question,a,b\n1,W?,x,y\n2,H?,z,u\n3,Y?,v,w\n");
    Files.writeString(folder.resolve("new.csv"), "id,question,a,b\n1,W?,o,y\n2,H?,p,u\n3,Y?,q,w\n");
    try (Endpoint endpoint = Endpoint.start(Endpoint.Settings.of(Scripts.named("judge")))) {
      String model = endpoint.base().toString();
      for (String recipe : new String[] {"pair", "pass-fail", "score"}) {
        for (String file : new String[] {"old", "new"}) {
          String run = file + "-" + recipe + ".run";
          type("judge", file + ".csv", "--model", model, "--recipe", recipe, "--to", run);
        }
        String[] runs = {"old-" + recipe + ".run", "new-" + recipe + ".run"};
        valid("compare", type("compare", runs[0], runs[1], "--format", "json"));
        valid(
            "compare",
            type("compare", runs[0], runs[1], "--format", "json", "--fail-over", "0.03"));
      }
    }
  }

  @Test
  void probesOfPairsGradesAndPassFail() throws IOException {
    Files.writeString(
        folder.resolve("a.csv"), "id,question,a,b\n1,W?,Sure! x is so.,y\n2,H?,z,u\n3,Y?,v,w\n");
    Files.writeString(folder.resolve("labels.csv"), "item,a,b,anna\n1,a,b,a\n2,a,b,tie\n");
    try (Endpoint endpoint = Endpoint.start(Endpoint.Settings.of(Scripts.named("judge")))) {
      String model = endpoint.base().toString();
      for (String recipe : new String[] {"pair", "pass-fail", "score"}) {
        String[] words = {
          "probe",
          "a.csv",
          "--model",
          model,
          "--recipe",
          recipe,
          "--to",
          recipe + ".run",
          "--for",
          "all",
          "--format",
          "json"
        };
        valid("probe", type(words));
        valid("probe", Files.readString(folder.resolve(recipe + ".run/probes.json")));
      }
      String[] labelled = {
        "probe",
        "a.csv",
        "--model",
        model,
        "--recipe",
        "pair",
        "--labels",
        "labels.csv",
        "--to",
        "l.run",
        "--for",
        "plea",
        "--fail-over",
        "0.1",
        "--format",
        "json"
      };
      String document = type(labelled);
      assertThat(document).contains("\"right\":{", "\"gate\":{");
      valid("probe", document);
    }
  }
}
