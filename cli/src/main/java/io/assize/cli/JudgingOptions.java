package io.assize.cli;

import io.assize.core.AssizeException;
import io.assize.library.Assize;
import io.assize.library.Judging;
import io.assize.library.OpenModels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** By whom and how answers in files are judged: the same for every command that begins a run. */
final class JudgingOptions {

  private static final Pattern PRICE = Pattern.compile("([0-9.]+)/([0-9.]+)");

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
      names = "--verdicts-map",
      paramLabel = "MAP",
      description = "What the columns of the verdicts hold; only=rater:NAME keeps one grader.")
  @Nullable String verdictsMap;

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
      description = "What columns hold: input=Frage,systems=v1+v2; or a mapping: mine.yaml.")
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

  /** What the recipe refuses of a parameter is told at the option that set it. */
  AssizeException asTyped(AssizeException e) {
    return parameters.entrySet().stream()
        .filter(set -> e.problem().where().equals(Judging.PARAMETERS + set.getKey()))
        .findFirst()
        .map(set -> e.at("--set " + set.getKey() + "=" + set.getValue()))
        .orElse(e);
  }

  /** Refuse what is missing or said twice, before anything is done. */
  void check(Surroundings surroundings, List<Path> files) {
    oneWay();
    for (Path file : files) surroundings.mustBeThere("", file);
    if (labels != null) surroundings.mustBeThere("--labels", labels);
    if (verdicts != null) surroundings.mustBeThere("--verdicts", verdicts);
    if (replies != null) surroundings.mustBeThere("--replies", replies);
  }

  /** Say what is judged; who judges may be open. */
  Judging judging(Surroundings surroundings, List<Path> files, List<Path> reuse) {
    Judging said = all(surroundings, files, reuse);
    if (take != null) said = said.take(take);
    if (sample != null) said = said.sample(sample);
    return said;
  }

  /** Say what is judged, and by whom: with no --model by what is there. */
  Judging somebody(Surroundings surroundings, List<Path> files, List<Path> reuse) {
    Judging said = judging(surroundings, files, reuse);
    return someone() ? said : said.by(found(surroundings));
  }

  /** Tell whether it is said who judges. */
  boolean someone() {
    return model != null || verdicts != null || replies != null;
  }

  /** Tell whether anything is said of who judges and how, and within which limits. */
  boolean said() {
    return someone()
        || recipe != null
        || !parameters.isEmpty()
        || rubric != null
        || prompt != null
        || labels != null
        || map != null
        || price != null
        || maxCalls != null
        || maxUsd != null
        || maxMinutes != null
        || repeat != 1
        || seed != 1;
  }

  /** Say what is judged, of all items. */
  Judging all(Surroundings surroundings, List<Path> files, List<Path> reuse) {
    Path[] more = files.subList(1, files.size()).toArray(Path[]::new);
    Judging said = Assize.judge(files.getFirst(), more).in(surroundings.host()).seed(seed);
    if (map != null) said = said.columns(map);
    if (labelsMap != null) said = said.labelColumns(labelsMap);
    if (labels != null) said = said.labels(labels);
    if (to != null) said = said.to(to);
    for (Path run : reuse) said = said.reuse(run);
    return bounded(by(how(said)));
  }

  private Judging by(Judging said) {
    if (model != null) return said.by(model);
    if (verdicts != null) {
      return verdictsMap == null
          ? said.byVerdicts(verdicts)
          : said.byVerdicts(verdicts, verdictsMap);
    }
    return replies == null ? said : said.byReplies(replies, repliesMap == null ? "" : repliesMap);
  }

  private Judging how(Judging said) {
    if (recipe != null) said = said.recipe(recipe);
    for (var set : parameters.entrySet()) said = said.set(set.getKey(), set.getValue());
    if (rubric != null) said = said.rubric(rubric);
    if (prompt != null) said = said.prompt(prompt);
    if (repeat < 1) {
      throw AssizeException.usage(
          "--repeat", "is " + repeat, "1 or more", "leave it out to ask once");
    }
    return said.repeat(repeat);
  }

  private Judging bounded(Judging said) {
    if (maxCalls != null) said = said.maxCalls(maxCalls);
    if (maxUsd != null) said = said.maxUsd(maxUsd);
    if (maxMinutes != null) said = said.maxMinutes(maxMinutes);
    if (price == null) return said;
    var parts = PRICE.matcher(price);
    if (!parts.matches() || verdicts != null || replies != null) {
      throw AssizeException.usage(
          "--price",
          "is \"" + price + "\"",
          "dollars for a million tokens read, a slash, the same for tokens written",
          "write --price 2.50/10, with --model");
    }
    return said.price(Double.parseDouble(parts.group(1)), Double.parseDouble(parts.group(2)));
  }

  /** With no --model, what is there is looked for; nothing that costs money is chosen silently. */
  String found(Surroundings surroundings) {
    String only = OpenModels.only(surroundings.host(), "--model");
    surroundings.err().println("model         " + only + " (the only one on this machine)");
    return only;
  }
}
