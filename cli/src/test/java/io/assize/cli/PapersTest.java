package io.assize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.assize.judges.recipe.Cite;
import io.assize.judges.recipe.Recipes;
import io.assize.testkit.NeedsData;
import io.assize.testkit.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Which papers work here is derived from the marks at tests. A build that fails ships nothing, so
 * what the list names has passed; the build that ships lets no test be skipped.
 */
class PapersTest {

  private static final Path ROOT = Path.of(System.getProperty("assize.root", "..")).normalize();
  private static final String MARK = "@" + "Paper(";
  private static final Pattern MARKED =
      Pattern.compile(
          "@Paper\\(\\s*(?:value\\s*=\\s*)?\"([^\"]*)\"(?:\\s*,\\s*lacks\\s*=\\s*\"([^\"]*)\")?\\s*\\)"
              + "[^{;]*?void (\\w+)\\(");

  @TempDir Path folder;

  /** The marks in the sources of tests, sorted; each mark is read or told. */
  private static List<PaperMark> marks() throws IOException {
    var marks = new ArrayList<PaperMark>();
    for (Path file : tests()) {
      String text = Files.readString(file);
      int wanted = text.split(Pattern.quote(MARK), -1).length - 1;
      if (wanted == 0) continue;
      String name = String.valueOf(file.getFileName()).replace(".java", "");
      assertThat(text).as("%s is switched off and shows nothing", name).doesNotContain("@Disabled");
      int before = marks.size();
      for (Matcher m = MARKED.matcher(text); m.find(); ) {
        String lacks = Optional.ofNullable(m.group(2)).orElse("");
        marks.add(new PaperMark(m.group(1), name, m.group(3), lacks));
      }
      assertThat(marks.size() - before).as("marks of %s", name).isEqualTo(wanted);
    }
    marks.sort(Comparator.comparing(PaperMark::line));
    return marks;
  }

  /** The tests of all rooms. */
  private static List<Path> tests() throws IOException {
    var tests = new ArrayList<Path>();
    try (Stream<Path> rooms = Files.list(ROOT)) {
      for (Path room : rooms.map(r -> r.resolve("src/test/java")).filter(Files::exists).toList()) {
        try (Stream<Path> files = Files.walk(room)) {
          files.filter(f -> f.toString().endsWith("Test.java")).forEach(tests::add);
        }
      }
    }
    return tests;
  }

  @Test
  void theListIsThatOfTheMarks() throws IOException {
    List<String> lines = marks().stream().map(PaperMark::line).toList();
    Path derived = Path.of("target", PaperMark.LIST);
    Files.createDirectories(derived.toAbsolutePath().getParent());
    Files.writeString(derived, String.join("\n", lines) + "\n");
    assertThat(PaperMark.all().stream().map(PaperMark::line).toList())
        .as("where a mark came or went, store cli/target/papers.tsv as the resource")
        .isEqualTo(lines);
  }

  @Test
  @NeedsData("../systems.md")
  void everyMarkNamesASystemOfTheListThatARecipeCites() throws IOException {
    String systems = Files.readString(SharedData.folder("../systems.md"));
    List<String> cited =
        Recipes.bundled().all().stream()
            .flatMap(r -> r.cite().flatMap(Cite::system).stream())
            .toList();
    for (PaperMark mark : marks()) {
      assertThat(systems).contains("\n| " + mark.system() + " | ");
      assertThat(cited).contains(mark.system());
    }
  }

  @Test
  void aPaperSaysWhichTestsShowItAndWhatItLacks() {
    String out = new Terminal(folder).type("papers", "trustjudge").out();
    assertThat(out)
        .isEqualTo(
            """
            Wang et al. (2025), TrustJudge: Inconsistencies of LLM-as-a-Judge and How to Alleviate Them,
              arXiv:2509.21117
              recipes  trustjudge-pair, trustjudge-perplexity, trustjudge-score
              shown    trust judge before and after (LocalJudgeRunTest)
              lacks    transitivity of comparisons
            Shown: tests that bear the paper's mark and passed when this was built.
            """);
    assertThat(new Terminal(folder).type("papers", "g-eval").out()).doesNotContain("  shown ");
    assertThat(new Terminal(folder).type("papers").out().lines())
        .allMatch(line -> line.length() <= 100);
    assertThat(new Terminal(folder).type("papers", "--format", "json").out())
        .contains(
            "\"recipe\":\"faireval\",\"shown\":[\"MethodsTest."
                + "bothOrdersAndSeveralDrawsUndoABiasForTheFirstAndTheUnsureGoToPeople\"]");
  }
}
