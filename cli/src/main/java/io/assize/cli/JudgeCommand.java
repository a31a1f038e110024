package io.assize.cli;

import io.assize.core.AssizeException;
import io.assize.core.json.Json;
import io.assize.engine.config.ConfigFolder;
import io.assize.engine.config.ConfigReader;
import io.assize.engine.config.FilesConfig;
import io.assize.engine.config.JudgeConfig;
import io.assize.engine.config.ModelEntry;
import io.assize.engine.config.PromptChoice;
import io.assize.engine.config.RunConfig;
import io.assize.engine.config.YamlText;
import io.assize.engine.files.ColumnMap;
import io.assize.engine.run.Inputs;
import io.assize.judges.recipe.Recipes;
import io.assize.library.DryRun;
import io.assize.library.OpenRun;
import io.assize.library.Others;
import io.assize.library.RunFolder;
import io.assize.library.RunIdentity;
import io.assize.models.Environment;
import io.assize.models.ModelFinder;
import io.assize.models.http.Transport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Judges the answers in a file: the shape of the data chooses the recipe. */
@Command(
    name = "judge",
    mixinStandardHelpOptions = true,
    description = "Judge the answers in a file, and say how far the judge can be believed.",
    footer = {
      "",
      "Example: assize judge answers.csv --model openai/MODEL --rubric \"Correct, complete.\" --take 20",
      "  columns: id, question, reference (optional), then one for each system",
      "  saves answers.run: every request and reply; the same command goes on where it stopped"
    })
final class JudgeCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "CSV, TSV, JSONL, JSON, a folder, promptfoo or Inspect results.")
  List<Path> files = List.of();

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      description = "openai/NAME, anthropic/NAME, gemini/NAME, ollama/NAME or a URL.")
  @Nullable String model;

  @Option(
      names = "--recipe",
      paramLabel = "NAME",
      description = "How it judges: assize recipes lists them (default: by the data).")
  @Nullable String recipe;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "A parameter of the recipe; may be given several times.")
  Map<String, String> parameters = Map.of();

  @Option(names = "--rubric", paramLabel = "TEXT", description = "What a good answer does.")
  @Nullable String rubric;

  @Option(
      names = "--labels",
      paramLabel = "FILE",
      description = "What people say, to set the judge against.")
  @Nullable Path labels;

  @Option(
      names = "--verdicts",
      paramLabel = "FILE",
      description = "Verdicts that a judge gave elsewhere, instead of asking a model.")
  @Nullable Path verdicts;

  @Option(
      names = "--replies",
      paramLabel = "FILE",
      description = "Raw replies that a judge gave elsewhere, read here as the recipe reads them.")
  @Nullable Path replies;

  @Option(
      names = "--replies-map",
      paramLabel = "MAP",
      description =
          "What the columns of the replies hold: id=item,a='v1',b='v2',order=shown,reply=text.")
  @Nullable String repliesMap;

  @Option(
      names = "--map",
      paramLabel = "MAP",
      description = "What columns hold: input=Frage,systems=v1+v2.")
  @Nullable String map;

  @Option(
      names = "--labels-map",
      paramLabel = "MAP",
      description = "What the columns of the labels or verdicts hold.")
  @Nullable String labelsMap;

  @Option(names = "--take", paramLabel = "N", description = "The first N items only.")
  @Nullable Integer take;

  @Option(names = "--sample", paramLabel = "N", description = "N items, drawn by seed.")
  @Nullable Integer sample;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of all that is drawn (default: 1).")
  int seed = 1;

  @Option(
      names = "--to",
      paramLabel = "RUN",
      description = "Folder of the run (default: beside the file).")
  @Nullable Path to;

  @Option(
      names = "--repeat",
      paramLabel = "N",
      defaultValue = "1",
      description = "Ask the same N times: verdicts are pooled, agreement is told (default: 1).")
  int repeat = 1;

  @Option(
      names = "--prompt",
      paramLabel = "FILE",
      description = "A prompt in place of the recipe's own; NAME=FILE where it has several.")
  @Nullable String prompt;

  @Option(
      names = "--price",
      paramLabel = "IN/OUT",
      description = "Dollars for a million tokens read and written, such as 2.50/10.")
  @Nullable String price;

  @Option(
      names = "--max-calls",
      paramLabel = "N",
      description = "Stop after so many calls; resume goes on.")
  @Nullable Long maxCalls;

  @Option(
      names = "--max-usd",
      paramLabel = "USD",
      description = "Stop at so many dollars, where prices are known.")
  @Nullable Double maxUsd;

  @Option(names = "--max-minutes", paramLabel = "N", description = "Stop after so many minutes.")
  @Nullable Double maxMinutes;

  @Mixin AskOptions asking = new AskOptions();

  @Mixin OutputOptions output = new OutputOptions();

  JudgeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** A judge is asked, or its verdicts are taken, or its replies are read. */
  private void oneWay() {
    var ways = new ArrayList<String>();
    if (model != null) ways.add("--model");
    if (verdicts != null) ways.add("--verdicts");
    if (replies != null) ways.add("--replies");
    if (ways.size() < 2) return;
    throw AssizeException.usage(
        String.join(" and ", ways),
        "say more than one way how the judge judges",
        "one of --model, --verdicts, --replies",
        "keep one of them");
  }

  @Override
  public Integer call() {
    oneWay();
    for (Path file : files) surroundings.mustBeThere("", file);
    if (labels != null) surroundings.mustBeThere("--labels", labels);
    if (verdicts != null) surroundings.mustBeThere("--verdicts", verdicts);
    if (replies != null) surroundings.mustBeThere("--replies", replies);
    Path first = surroundings.resolve(files.getFirst());
    RunFolder folder =
        to == null ? RunFolder.beside(first) : new RunFolder(surroundings.resolve(to));
    var config = config(folder);
    Optional<Path> root = Optional.ofNullable(surroundings.folder().getRoot());
    boolean isNew = !Files.exists(folder.path());
    folder.make();
    try {
      if (isNew) Inputs.read(config, ConfigFolder.of(folder.config(), root));
    } catch (AssizeException e) {
      folder.remove(); // wrong files leave nothing behind
      throw e;
    }
    if (asking.dryRun) return dry(config, folder, root, isNew);
    new RunIdentity(folder).check(config);
    folder.write(folder.config(), YamlText.of(config));
    var run = OpenRun.live(surroundings.host(), folder, folder.config(), root, asking.reuse);
    return Printing.begin(surroundings, run, output);
  }

  private int dry(RunConfig config, RunFolder folder, Optional<Path> root, boolean isNew) {
    try (var others = new Others(surroundings.host(), asking.reuse, folder)) {
      var loaded = new ConfigReader.Loaded(config, ConfigFolder.of(folder.config(), root));
      DryRun.of(surroundings.host(), folder, loaded, others.reuse())
          .forEach(surroundings.out()::println);
      return 0;
    } finally {
      if (isNew) folder.remove();
    }
  }

  private RunConfig config(RunFolder folder) {
    var paths = new ArrayList<String>();
    for (Path f : files) paths.add(relative(folder, f));
    var items =
        new FilesConfig(
            paths,
            map == null ? ColumnMap.none() : ColumnMap.parse(map),
            Optional.ofNullable(take),
            Optional.ofNullable(sample));
    ColumnMap of = labelsMap == null ? ColumnMap.none() : ColumnMap.parse(labelsMap);
    Optional<FilesConfig> gold =
        Optional.ofNullable(labels)
            .map(l ->
                new FilesConfig(
                    List.of(relative(folder, l)), of, Optional.empty(), Optional.empty()));
    JudgeConfig judge = judge(folder, of);
    return new RunConfig(
        Optional.empty(),
        seed,
        items,
        List.of(),
        List.of(judge),
        models(judge),
        gold,
        new RunConfig.Pairs(RunConfig.Pairs.USUAL, seed),
        RunConfig.Rank.USUAL,
        new RunConfig.Budget(
            maxCalls == null ? OptionalLong.empty() : OptionalLong.of(maxCalls),
            maxUsd == null ? OptionalDouble.empty() : OptionalDouble.of(maxUsd),
            maxMinutes == null ? OptionalDouble.empty() : OptionalDouble.of(maxMinutes)));
  }

  private JudgeConfig judge(RunFolder folder, ColumnMap of) {
    var values = new TreeMap<String, Json>();
    parameters.forEach((name, text) -> values.put(name, Json.of(text)));
    JudgeConfig.Judging judging;
    if (verdicts != null) {
      judging = new JudgeConfig.Judging.Verdicts(relative(folder, verdicts), of);
    } else if (replies != null) {
      ColumnMap how = repliesMap == null ? ColumnMap.none() : ColumnMap.parse(repliesMap);
      judging = new JudgeConfig.Judging.Replies(relative(folder, replies), how);
    } else {
      judging = new JudgeConfig.Judging.Asking(Optional.of(model()));
    }
    if (repeat < 1) {
      throw AssizeException.usage(
          "--repeat", "is " + repeat, "1 or more", "leave it out to ask once");
    }
    return new JudgeConfig(
        "main",
        Optional.ofNullable(recipe).map(r -> Recipes.isFile(r) ? relative(folder, Path.of(r)) : r),
        Optional.ofNullable(rubric),
        values,
        new TreeSet<>(),
        judging,
        repeat,
        Optional.ofNullable(prompt).map(p -> prompt(folder, PromptChoice.parse(p))));
  }

  private String prompt(RunFolder folder, PromptChoice choice) {
    return new PromptChoice(choice.name(), relative(folder, Path.of(choice.file()))).toString();
  }

  /** A price makes the model one of the configuration's own, under the name that was given. */
  private List<ModelEntry> models(JudgeConfig judge) {
    if (price == null) return List.of();
    var parts = java.util.regex.Pattern.compile("([0-9.]+)/([0-9.]+)").matcher(price);
    if (!parts.matches() || !(judge.judging() instanceof JudgeConfig.Judging.Asking a)) {
      throw AssizeException.usage(
          "--price",
          "is \"" + price + "\"",
          "dollars for a million tokens read, a slash, the same for tokens written",
          "write --price 2.50/10, with --model");
    }
    String name = a.model().orElseThrow();
    var of =
        new ModelEntry.Price(
            Double.parseDouble(parts.group(1)), Double.parseDouble(parts.group(2)));
    return List.of(
        new ModelEntry(
            name,
            name,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(of),
            ModelEntry.Pace.USUAL));
  }

  private String model() {
    if (model != null) return model;
    // A plan sends nothing, so it looks for nothing.
    return asking.dryRun ? "ollama/the-model-that-is-found" : found();
  }

  /** With no --model, what is there is looked for; nothing that costs money is chosen silently. */
  private String found() {
    try (var transport = new Transport(surroundings.clock(), new Random(), 4)) {
      var finder =
          new ModelFinder(Environment.of(surroundings.environment()), transport, ModelFinder.USUAL);
      var findings = finder.look();
      if (findings.only().isPresent()) {
        String only = findings.only().get().toString();
        surroundings.err().println("model         " + only + " (the only one on this machine)");
        return only;
      }
      throw AssizeException.usage("--model", "is not given", findings.text(), "");
    }
  }

  private String relative(RunFolder folder, Path file) {
    Path absolute = surroundings.resolve(file).toAbsolutePath();
    return folder.path().toAbsolutePath().normalize().relativize(absolute.normalize()).toString();
  }
}
