package io.assize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.assize.cli.Terminal.Said;
import io.assize.testkit.endpoint.Endpoint;
import io.assize.testkit.endpoint.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Pages whose commands are typed here: files are written as shown, commands print what follows
 * them; with {@code -Dassize.docs.write=true} it is written into the page instead. Judges are the
 * deterministic endpoint, which fails an answer that does not know, unless it names a source.
 */
class DocsTest {

  private static final Path DOCS =
      Path.of(System.getProperty("assize.root", "..")).normalize().resolve("docs");

  /** The line before a block, its language, its text. */
  private static final Pattern BLOCK =
      Pattern.compile("([^\n]*)\n\n```(csv|json|yaml|sh|console)\n(.*?)\n?```", Pattern.DOTALL);

  private static final Pattern FILE = Pattern.compile("File `([^`]+)`");
  private static final Pattern RELEASE = Pattern.compile("Assize \\S+ \\(Java \\d+\\)");
  private static final Pattern TIME = Pattern.compile("in \\d+\\.\\d s");
  private static final Pattern PORT = Pattern.compile("127\\.0\\.0\\.1:\\d+");
  private static final Pattern WORDS = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  private final LinkedHashMap<MatchResult, String> written = new LinkedHashMap<>();

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "agree.md",
        "compare.md",
        "labels.md",
        "probes.md",
        "from-promptfoo.md",
        "from-inspect.md",
        "from-deepeval.md",
        "mappings.md",
        "ten-minutes.md",
        "researcher.md"
      })
  void everyCommandPrintsWhatThePageSays(String page) throws IOException {
    String text = Files.readString(DOCS.resolve(page));
    Matcher block = BLOCK.matcher(text);
    int commands = 0;
    try (Endpoint endpoint = Endpoint.start(Endpoint.Settings.of(Script.of(DocsTest::says)))) {
      while (block.find()) {
        switch (block.group(2)) {
          case "csv", "json", "yaml" -> write(block.group(1), block.group(3) + "\n");
          case "sh" -> {
            for (String line : block.group(3).lines().toList()) {
              assertThat(type(line, endpoint).code()).as(line).isZero();
            }
          }
          default -> {
            commands++;
            printed(block.toMatchResult(), endpoint);
          }
        }
      }
    }
    assertThat(commands).isPositive();
    if (!written.isEmpty()) Files.writeString(DOCS.resolve(page), written(text));
  }

  private String written(String page) {
    var text = new StringBuilder(page);
    written.reversed().forEach((at, now) -> text.replace(at.start(3), at.end(3), now));
    return text.toString();
  }

  /** Of two answers the one that knows; the first one where both do. */
  private static String says(String prompt) {
    int second = Math.max(prompt.indexOf("[Answer B]"), prompt.indexOf("of assistant B]"));
    if (second >= 0) {
      String better = prompt.substring(0, second).contains("I do not know") ? "B" : "A";
      return prompt.contains("[[A]]") ? "Seen. [[" + better + "]]" : better;
    }
    boolean fails = prompt.contains("I do not know") && !prompt.contains("Handbook");
    return "Verdict: " + (fails ? "FAIL" : "PASS");
  }

  private void write(String before, String text) throws IOException {
    Matcher file = FILE.matcher(before);
    assertThat(file.find()).as("a file's name before:\n" + text).isTrue();
    Files.writeString(folder.resolve(file.group(1)), text);
  }

  private Said type(String line, Endpoint endpoint) {
    var words = new ArrayList<String>();
    Matcher word = WORDS.matcher(line);
    while (word.find()) words.add(word.group(1) == null ? word.group(2) : word.group(1));
    assertThat(words.removeFirst()).isEqualTo("assize");
    words.replaceAll(w -> w.startsWith("http://127.0.0.1") ? endpoint.base().toString() : w);
    return new Terminal(folder).type(words.toArray(String[]::new));
  }

  private void printed(MatchResult block, Endpoint endpoint) {
    List<String> lines = block.group(3).lines().toList();
    assertThat(lines.getFirst()).startsWith("$ assize ");
    Said said = type(lines.getFirst().substring(2), endpoint);
    String shown = plain(String.join("\n", lines.subList(1, lines.size())) + "\n");
    String printed = plain(said.err() + said.out());
    if (Boolean.getBoolean("assize.docs.write")) {
      if (!printed.equals(shown))
        written.put(block, lines.getFirst() + "\n" + printed.stripTrailing());
      return;
    }
    assertThat(printed).as(lines.getFirst()).isEqualTo(shown);
  }

  /** Of a text that names a release, where lines break is left open; the judge has any port. */
  private static String plain(String text) {
    String when = TIME.matcher(text).replaceAll("in 0.3 s");
    String there = PORT.matcher(when).replaceAll("127.0.0.1:8080");
    Matcher release = RELEASE.matcher(there);
    return release.find() ? release.replaceAll("Assize").replaceAll("\\s+", " ") : there;
  }
}
