package io.assize.engine.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.assize.core.AssizeException;
import io.assize.core.json.Json;
import io.assize.engine.files.ColumnMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigReaderTest {

  private @TempDir Path folder;

  /** The file of the design, with what can be said besides. */
  static final String WHOLE =
      """
      name: support
      items: {file: questions.csv, map: {input: Frage}, sample: 30}
      systems:
        v1: {model: openai/NAME, prompt: prompts/v1.txt, temperature: 0.7, max-tokens: 300, samples: 2}
        app: {command: "python app.py"}
        old: {file: answers.jsonl, map: "output=messages[-1].content"}
      judges:
        main:
          model: "http://127.0.0.1:8080/v1"
          recipe: trustjudge-pair
          rubric: "Correct, complete, invents nothing."
          parameters: {k: 3, words: [a, b]}
          tags: [code, question]
        gpt: {verdicts: labels.csv, map: {ab: first, ba: second}}
        raw: {replies: answers.jsonl, map: {reply: completion}, recipe: pair}
      models:
        mine: "http://127.0.0.1:8080/v1"
        paid: {model: "https://api.example.com/v1", key: ASSIZE_KEY_MINE, revision: r1, price: {input: 0.15, output: 0.6}, deadline: 600, attempts: 3, in-flight: 2}
      labels: [labels.csv, labels.csv]
      pairs: {sample: 500, seed: 7}
      rank: {method: win-rate, ties: half, intervals: none}
      budget: {calls: 20000, usd: 5, minutes: 60}
      """;

  @BeforeEach
  void files() throws IOException {
    Files.createDirectory(folder.resolve("prompts"));
    for (String name : List.of("questions.csv", "prompts/v1.txt", "answers.jsonl", "labels.csv")) {
      Files.writeString(folder.resolve(name), "x");
    }
  }

  private RunConfig read(String... lines) {
    return loaded(Optional.empty(), String.join("\n", lines)).config();
  }

  private ConfigReader.Loaded loaded(Optional<Path> root, String text) {
    try {
      Path file = Files.writeString(folder.resolve("assize.yaml"), text);
      return ConfigReader.read(file, root);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private String refusal(String... lines) {
    return refusalOf(() -> read(lines));
  }

  private String refusalOf(ThrowingCallable call) {
    AssizeException e = catchThrowableOfType(AssizeException.class, call);
    assertThat(e).as("an error").isNotNull();
    assertThat(e.fault()).isEqualTo(AssizeException.Fault.USAGE);
    return String.valueOf(e.getMessage()).replace(folder + "/", "");
  }

  @Test
  void theShortestConfigurationHasDefaultsForTheRest() {
    RunConfig config = read("items: questions.csv", "judges: {main: {model: openai/NAME}}");

    assertThat(config)
        .isEqualTo(
            new RunConfig(
                Optional.empty(),
                1,
                FilesConfig.of(List.of("questions.csv")),
                List.of(),
                List.of(
                    new JudgeConfig(
                        "main",
                        Optional.empty(),
                        Optional.empty(),
                        new java.util.TreeMap<>(),
                        new java.util.TreeSet<>(),
                        new JudgeConfig.Judging.Asking(Optional.of("openai/NAME")))),
                List.of(),
                Optional.empty(),
                new RunConfig.Pairs(2000, 1),
                RunConfig.Rank.USUAL,
                RunConfig.Budget.NONE));
  }

  @Test
  void everythingThatCanBeSaidIsRead() {
    RunConfig config = read(WHOLE);

    assertThat(config.items().map()).isEqualTo(ColumnMap.parse("input=Frage"));
    assertThat(config.items().sample()).contains(30);
    assertThat(config.systems())
        .containsExactly(
            new SystemConfig(
                "v1",
                new SystemConfig.Answers.OfModel(
                    "openai/NAME",
                    Optional.of("prompts/v1.txt"),
                    OptionalDouble.of(0.7),
                    OptionalInt.of(300),
                    2)),
            new SystemConfig("app", new SystemConfig.Answers.OfCommand("python app.py", 1)),
            new SystemConfig(
                "old",
                new SystemConfig.Answers.OfFile(
                    "answers.jsonl", ColumnMap.parse("output=messages[-1].content"))));
    assertThat(config.judges()).hasSize(3);
    JudgeConfig main = config.judges().getFirst();
    assertThat(main.recipe()).contains("trustjudge-pair");
    assertThat(main.rubric()).contains("Correct, complete, invents nothing.");
    assertThat(main.tags()).containsExactly("code", "question");
    assertThat(main.parameters().get("k")).isEqualTo(Json.of(3));
    assertThat(config.judges().get(1).judging())
        .isEqualTo(
            new JudgeConfig.Judging.Verdicts("labels.csv", ColumnMap.parse("ab=first,ba=second")));
    assertThat(config.judges().get(2).judging())
        .isEqualTo(
            new JudgeConfig.Judging.Replies("answers.jsonl", ColumnMap.parse("reply=completion")));
    assertThat(config.models().get(1))
        .isEqualTo(
            new ModelEntry(
                "paid",
                "https://api.example.com/v1",
                Optional.empty(),
                Optional.of("ASSIZE_KEY_MINE"),
                Optional.of("r1"),
                Optional.of(new ModelEntry.Price(0.15, 0.6)),
                new ModelEntry.Pace(OptionalDouble.of(600), OptionalInt.of(3), OptionalInt.of(2))));
    assertThat(config.labels().orElseThrow().files()).hasSize(2);
    assertThat(config.pairs()).isEqualTo(new RunConfig.Pairs(500, 7));
    assertThat(config.rank())
        .isEqualTo(
            new RunConfig.Rank(
                RunConfig.Rank.Method.WIN_RATE,
                RunConfig.Rank.Ties.HALF,
                RunConfig.Rank.Intervals.NONE,
                1000));
    assertThat(config.budget())
        .isEqualTo(
            new RunConfig.Budget(
                OptionalLong.of(20_000), OptionalDouble.of(5), OptionalDouble.of(60)));
  }

  @Test
  void whatIsWrittenReadsBackAsTheSame() {
    RunConfig config = read(WHOLE);

    assertThat(read(YamlText.of(config))).isEqualTo(config);
    assertThat(YamlText.of(config))
        .isEqualTo(
            """
            name: support
            items:
              file: questions.csv
              map: {input: Frage}
              sample: 30
            systems:
              v1:
                model: openai/NAME
                prompt: prompts/v1.txt
                temperature: 0.7
                max-tokens: 300
                samples: 2
              app: {command: python app.py}
              old: {file: answers.jsonl, map: {output: "messages[-1].content"}}
            judges:
              main:
                model: "http://127.0.0.1:8080/v1"
                recipe: trustjudge-pair
                rubric: "Correct, complete, invents nothing."
                parameters: {k: 3, words: [a, b]}
                tags: [code, question]
              gpt: {verdicts: labels.csv, map: {ab: first, ba: second}}
              raw: {replies: answers.jsonl, map: {reply: completion}, recipe: pair}
            models:
              mine: {model: "http://127.0.0.1:8080/v1"}
              paid:
                model: "https://api.example.com/v1"
                key: ASSIZE_KEY_MINE
                revision: r1
                price: {input: 0.15, output: 0.6}
                deadline: 600
                attempts: 3
                in-flight: 2
            labels: [labels.csv, labels.csv]
            pairs: {sample: 500, seed: 7}
            rank: {method: win-rate, ties: half, intervals: none, resamples: 1000}
            budget: {calls: 20000, usd: 5, minutes: 60}
            """);
  }

  @Test
  void wordsThatYamlWouldTakeForSomethingElseAreQuoted() {
    String hostile =
        "no: [x], {{gold}} # \"é\" \\ \u2028\u0085\u007f\u009b\u202e\uFEFF\t\u0001\n- 1.0\n😀";
    RunConfig config =
        read("items: questions.csv", "judges: {\"no\": {rubric: x, parameters: {a: \"1\", b: 1}}}");
    JudgeConfig judge = config.judges().getFirst();
    var changed =
        new RunConfig(
            Optional.of("yes"),
            9,
            config.items(),
            List.of(),
            List.of(
                new JudgeConfig(
                    judge.name(),
                    Optional.of("1.0"),
                    Optional.of(hostile),
                    judge.parameters(),
                    judge.tags(),
                    judge.judging())),
            List.of(),
            Optional.empty(),
            new RunConfig.Pairs(2000, 9),
            config.rank(),
            config.budget());

    assertThat(judge.name()).isEqualTo("no");
    assertThat(read(YamlText.of(changed))).isEqualTo(changed);
  }

  @Test
  void theHashIsOfWhatIsSaidAndNotOfHowItIsWritten() {
    RunConfig shortest = read("items: questions.csv", "judges: {main: {rubric: Good.}}");
    RunConfig spelled =
        read(
            "judges:",
            "  main:",
            "    rubric: \"Good.\"  # plain words",
            "items: [questions.csv]",
            "seed: 1",
            "rank: {method: bradley-terry}",
            "pairs: {sample: 2000, seed: 1}");
    RunConfig other = read("items: questions.csv", "judges: {main: {rubric: Bad.}}");

    assertThat(spelled.hash()).isEqualTo(shortest.hash());
    assertThat(other.hash()).isNotEqualTo(shortest.hash());
    // Stored with runs: a change of the form changes every one of them.
    assertThat(shortest.hash().brief()).isEqualTo("59b288bc");
  }

  @Test
  void theOrderOfSystemsAndJudgesIsPartOfTheHash() {
    String two = "items: questions.csv\njudges: {%s: {rubric: G.}, %s: {rubric: G.}}";

    assertThat(read(two.formatted("a", "b")).hash())
        .isNotEqualTo(read(two.formatted("b", "a")).hash());
  }

  @Test
  void anUnknownKeyNamesPlaceAndNearest() {
    assertThat(refusal("items: questions.csv", "judges:", "  main: {modle: x, rubric: y}"))
        .isEqualTo(
            """
            assize.yaml:3:10  unknown key "modle" in judges.main
              allowed: model, recipe, rubric, parameters, tags, verdicts, replies, map; nearest is "model"
              fix: write model\
            """);
  }

  @Test
  void allProblemsAreToldAtOnceInTheOrderOfTheFile() {
    assertThat(
            refusal(
                "bugdet: {calls: 3}",
                "rank: {method: elo}",
                "items: question.csv",
                "systems: {main: {prompt: prompts/v1.txt}}",
                "judges: {main: {rubric: x}}",
                "seed: -1"))
        .isEqualTo(
            """
            assize.yaml has 6 problems
            assize.yaml:1:1  unknown key "bugdet"
              allowed: name, seed, items, systems, judges, models, labels, pairs, rank, budget; nearest is "budget"
              fix: write budget
            assize.yaml:2:16  rank.method is "elo"
              allowed: bradley-terry, win-rate
              fix: write one of them
            assize.yaml:3:8  items is "question.csv", which is not there
              allowed: a file that is there; nearest is "questions.csv"
              fix: paths are relative to the configuration's folder
            assize.yaml:4:17  systems.main says not how it answers
              allowed: one of model, command, file
              fix: for example: model: openai/NAME
            assize.yaml:5:10  a judge and a system are both called "main"
              allowed: different names
              fix: rename one of them
            assize.yaml:6:7  seed is -1
              allowed: a whole number, at least 0\
            """);
  }

  @Test
  void moreThanTwentyProblemsAreCounted() {
    var lines = new StringBuilder("items: questions.csv\njudges: {j: {rubric: x}}\n");
    for (int i = 0; i < 23; i++) lines.append("zzz").append(i).append(": 1\n");

    assertThat(refusal(lines.toString()))
        .startsWith("assize.yaml has 23 problems\n")
        .contains("assize.yaml:22:1  unknown key \"zzz19\"")
        .doesNotContain("zzz20")
        .endsWith("\nand 3 more");
  }

  @Test
  void sectionsThatMustBeThereAreTold() {
    assertThat(refusal("name: x"))
        .isEqualTo(
            """
            assize.yaml has 2 problems
            assize.yaml:1:1  the file has no key "items"
              fix: add a line that begins with items:
            assize.yaml:1:1  the file has no key "judges"
              fix: add a line that begins with judges:\
            """);
    assertThat(refusal("- a"))
        .startsWith("assize.yaml:1:1  this is a list\n  allowed: a map with name, seed, items,");
    assertThat(refusal("items: questions.csv", "judges: {}"))
        .isEqualTo(
            """
            assize.yaml:2:9  judges is a map
              allowed: at least one name with what it stands for\
            """);
  }

  @Test
  void wrongTypesAreTold() {
    assertThat(refusal("items: [questions.csv, {a: b}]", "judges: {j: {rubric: x}}"))
        .startsWith("assize.yaml:1:24  items[1] is a map\n  allowed: a text");
    assertThat(refusal("items: questions.csv", "judges: {j: x}"))
        .startsWith("assize.yaml:2:13  judges.j is \"x\"\n  allowed: a map with model, recipe,");
    assertThat(
            refusal(
                "items: questions.csv",
                "judges: {j: {rubric: x}}",
                "budget: {calls: 1.5, usd: -1}"))
        .isEqualTo(
            """
            assize.yaml has 2 problems
            assize.yaml:3:17  budget.calls is 1.5
              allowed: a whole number, at least 0
            assize.yaml:3:27  budget.usd is -1
              allowed: a number from 0 to 1000000000\
            """);
  }

  @Test
  void keysThatExcludeEachOtherAreTold() {
    assertThat(
            refusal(
                "items: {file: questions.csv, take: 3, sample: 4}",
                "judges: {j: {model: m, verdicts: labels.csv}}"))
        .isEqualTo(
            """
            assize.yaml has 2 problems
            assize.yaml:1:47  items has take and sample
              allowed: the first items by take, or drawn ones by sample
              fix: remove one of them
            assize.yaml:2:13  judges.j says more than one way how it judges: model, verdicts
              allowed: one of model, verdicts, replies
              fix: keep one of them\
            """);
    assertThat(
            refusal(
                "items: questions.csv",
                "systems: {a: {command: x, prompt: prompts/v1.txt}}",
                "judges: {j: {verdicts: labels.csv, rubric: x}, k: {parameters: {}}}"))
        .isEqualTo(
            """
            assize.yaml has 3 problems
            assize.yaml:2:35  systems.a.prompt has no meaning beside command
              fix: remove prompt
            assize.yaml:3:44  judges.j.rubric has no meaning beside verdicts
              fix: remove rubric
            assize.yaml:3:51  judges.k says not how it judges
              allowed: a model, a recipe or a rubric; or verdicts or replies from a file
              fix: for example: {model: openai/NAME, rubric: "Correct and complete."}\
            """);
  }

  @Test
  void aWrongColumnMapNamesItsPlace() {
    assertThat(
            refusal(
                "items: {file: questions.csv, map: {inptu: Frage}}", "judges: {j: {rubric: x}}"))
        .startsWith("assize.yaml:1:35  items.map does not know \"inptu\"\n  allowed: id, input,")
        .endsWith("\n  fix: for example: map: {input: Frage, systems: v1+v2}");
  }

  @Test
  void aKeyInTheFileAndAHostForAKeyAreRefused() {
    assertThat(
            refusal(
                "items: questions.csv",
                "judges: {j: {rubric: x}}",
                "models: {m: {model: x/y, key: sk-123}}"))
        .isEqualTo(
            """
            assize.yaml:3:31  models.m.key is no name of an environment variable
              allowed: the variable that holds the key, such as ASSIZE_KEY_MINE; never the key itself
              fix: export ASSIZE_KEY_MINE=... and write key: ASSIZE_KEY_MINE\
            """);
    assertThat(refusal("items: questions.csv", "hosts: {ASSIZE_KEY_X: evil.example}"))
        .isEqualTo(
            """
            assize.yaml:2:8  a configuration beside data may not say to which host a key goes
              allowed: the variable's name, under models
              fix: if you trust the host: export ASSIZE_HOST_X=HOST beside ASSIZE_KEY_X\
            """);
  }

  @Test
  void aValueThatCannotBeHashedIsTold() {
    assertThat(
            refusal(
                "items: questions.csv",
                "judges: {j: {rubric: x, parameters: {seed: 12345678901234567891}}}"))
        .isEqualTo(
            """
            assize.yaml  a value has no canonical form: 12345678901234567891 is no double: write it as a string
              allowed: whole characters; numbers that are doubles
              fix: write a long number as a text, in quotes\
            """);
  }

  @Test
  void aFileThatIsNoConfigurationIsTold() throws IOException {
    assertThat(refusalOf(() -> ConfigReader.read(folder.resolve("no.yaml"), Optional.empty())))
        .isEqualTo(
            """
            no.yaml  is not there
              allowed: a configuration in YAML
              fix: check the name and the folder\
            """);
    assertThat(refusalOf(() -> ConfigReader.read(folder.resolve("prompts"), Optional.empty())))
        .startsWith("prompts  is a folder\n");
    Files.write(folder.resolve("latin.yaml"), new byte[] {'a', ':', ' ', (byte) 0xF6});
    assertThat(refusalOf(() -> ConfigReader.read(folder.resolve("latin.yaml"), Optional.empty())))
        .startsWith("latin.yaml  is no UTF-8\n");
    assertThat(refusal("items: &a x")).startsWith("assize.yaml:1:8  ");
  }

  @Test
  void pathsStayBeneathTheFolderAlsoBehindLinks(@TempDir Path outside) throws IOException {
    Path secret = Files.writeString(outside.resolve("secret.csv"), "x");
    Files.createSymbolicLink(folder.resolve("link.csv"), secret);
    String up = "../" + outside.getFileName() + "/secret.csv";
    String judges = "judges: {j: {rubric: x}}";

    for (String path : List.of(up, secret.toString(), "link.csv")) {
      assertThat(refusal("items: \"" + path + "\"", judges))
          .isEqualTo(
              """
              assize.yaml:1:8  items is "%s", which lies outside of the configuration's folder
                allowed: files beneath it, also behind symbolic links
                fix: move the file there, or allow more by --root FOLDER\
              """
                  .formatted(path));
    }
    var allowed = loaded(Optional.of(outside.resolve("..")), "items: link.csv\n" + judges + "\n");
    assertThat(allowed.folder().find("", "", "link.csv")).isEqualTo(secret.toRealPath());
  }

  @Test
  void whatLiesOutsideIsNotNamed() {
    assertThat(refusal("items: ../questions.cvs", "judges: {j: {rubric: x}}"))
        .startsWith("assize.yaml:1:8  items is \"../questions.cvs\", which is not there\n")
        .doesNotContain("nearest");
  }
}
