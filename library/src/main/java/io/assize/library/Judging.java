package io.assize.library;

import io.assize.core.AssizeException;
import io.assize.core.Item;
import io.assize.core.json.Json;
import io.assize.engine.config.JudgeConfig;
import io.assize.engine.config.JudgeConfig.Judging.Asking;
import io.assize.engine.config.JudgeConfig.Judging.Replies;
import io.assize.engine.config.JudgeConfig.Judging.Verdicts;
import io.assize.engine.config.ModelEntry;
import io.assize.engine.files.ColumnMap;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import org.apiguardian.api.API;

/**
 * What is to be judged, by whom and how. Immutable: each method returns another one.
 *
 * <p>Nothing is read or asked before {@link #run}. What is not said is chosen as {@code assize
 * judge} chooses it: the recipe by the shape of the data, the model where there is only one on this
 * machine.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class Judging {

  private static final String MAIN = "main";

  /** An error about a parameter is placed at this and the parameter's name. */
  public static final String PARAMETERS = "judges." + MAIN + ".parameters.";

  private final Host host;
  private final Material material;
  private final JudgeConfig judge;
  private final Functions functions;
  private final Bounds bounds;
  private final Keeping keeping;

  private Judging(
      Host host,
      Material material,
      JudgeConfig judge,
      Functions functions,
      Bounds bounds,
      Keeping keeping) {
    this.host = host;
    this.material = material;
    this.judge = judge;
    this.functions = functions;
    this.bounds = bounds;
    this.keeping = keeping;
  }

  static Judging of(Host host, Material material, Optional<Path> to) {
    var judge = JudgeConfig.of(MAIN, new Asking(Optional.empty()));
    var keeping = new Keeping(to, List.of());
    return new Judging(host, material, judge, Functions.NONE, Bounds.NONE, keeping);
  }

  // ---- by whom

  /**
   * Ask a model.
   *
   * @param model {@code openai/NAME}, {@code anthropic/NAME}, {@code gemini/NAME}, {@code
   *     ollama/NAME} or a URL
   */
  public Judging by(String model) {
    return with(judge.withJudging(new Asking(Optional.of(model))));
  }

  /**
   * Ask a function, which may be any client of any model. What it throws is a failed call, which is
   * asked again by the next run, and never a verdict.
   *
   * @param name under which its replies are kept: another name is another model
   * @param function from prompt to reply; called by many threads at once
   */
  public Judging by(String name, Function<String, String> function) {
    return with(functions.withModel(name, function)).by(Functions.named(name));
  }

  /** Take verdicts that a judge gave elsewhere, instead of asking a model. */
  public Judging byVerdicts(Path file) {
    String path = host.resolve(file).toString();
    return with(judge.withJudging(new Verdicts(path, material.labelsMap())));
  }

  /**
   * Take verdicts that a judge gave elsewhere.
   *
   * @param map what columns hold where their names do not say it; may be empty
   */
  public Judging byVerdicts(Path file, String map) {
    ColumnMap columns = map.isBlank() ? ColumnMap.none() : ColumnMap.parse(map);
    return with(judge.withJudging(new Verdicts(host.resolve(file).toString(), columns)));
  }

  /**
   * Read raw replies that a judge gave elsewhere, as the recipe reads them.
   *
   * @param map what columns hold where their names do not say it; may be empty
   */
  public Judging byReplies(Path file, String map) {
    ColumnMap columns = map.isBlank() ? ColumnMap.none() : ColumnMap.parse(map);
    return with(judge.withJudging(new Replies(host.resolve(file).toString(), columns)));
  }

  // ---- how

  /** Judge by a recipe: {@code assize recipes} lists them, and a file is one too. */
  public Judging recipe(String name) {
    return with(judge.withRecipe(name));
  }

  /** Set a parameter of the recipe. */
  public Judging set(String parameter, String value) {
    return with(judge.withParameter(parameter, Json.of(value)));
  }

  /** Say what a good answer does. */
  public Judging rubric(String text) {
    return with(judge.withRubric(text));
  }

  /**
   * Put a prompt in the place of the recipe's own.
   *
   * @param file {@code FILE}, or {@code NAME=FILE} where the recipe has several
   */
  public Judging prompt(String file) {
    return with(judge.withPrompt(file));
  }

  /** Ask the same so often: verdicts are pooled, and how far they agree is told. */
  public Judging repeat(int times) {
    if (times < 1) {
      throw AssizeException.usage("repeat", "is " + times, "1 or more", "leave it out to ask once");
    }
    return with(judge.withRepeat(times));
  }

  // ---- what, and against what

  /**
   * Have a function answer every item. Its answers are recorded before they are judged, and what
   * was answered once is not asked again.
   *
   * @param name of the system: another name is another system
   * @param function from item to answer; called by many threads at once
   */
  public Judging system(String name, Function<Item, String> function) {
    return with(functions.withSystem(name, function));
  }

  /** Set the judge against what people say. */
  public Judging labels(Path file) {
    return with(material.withLabels(file));
  }

  /** Say what columns hold where their names do not: {@code input=Frage,systems=v1+v2}. */
  public Judging columns(String map) {
    return with(material.withMap(ColumnMap.parse(map)));
  }

  /** Say what the columns of the labels or verdicts hold. */
  public Judging labelColumns(String map) {
    Judging told = with(material.withLabelsMap(ColumnMap.parse(map)));
    return judge.judging() instanceof Verdicts v ? told.byVerdicts(Path.of(v.file())) : told;
  }

  /** Take the first so many items only. */
  public Judging take(int items) {
    return with(material.withTake(items));
  }

  /** Take so many items, drawn by seed. */
  public Judging sample(int items) {
    return with(material.withSample(items));
  }

  /** Draw all that is drawn by this seed, 1 by default. */
  public Judging seed(int seed) {
    return with(bounds.withSeed(seed));
  }

  // ---- how far, and where to

  /**
   * Say what the model costs, so that the plan and the limit of money know it.
   *
   * @param read US dollars for a million tokens read
   * @param written US dollars for a million tokens written
   */
  public Judging price(double read, double written) {
    return with(bounds.withPrice(new ModelEntry.Price(read, written)));
  }

  /** Stop after so many calls, retries counted; the same program goes on. */
  public Judging maxCalls(long calls) {
    return with(bounds.withCalls(OptionalLong.of(calls)));
  }

  /** Stop at so many dollars, where prices are known. */
  public Judging maxUsd(double usd) {
    return with(bounds.withUsd(OptionalDouble.of(usd)));
  }

  /** Stop after so many minutes. */
  public Judging maxMinutes(double minutes) {
    return with(bounds.withMinutes(OptionalDouble.of(minutes)));
  }

  /** Save the run in this folder instead of beside the file. */
  public Judging to(Path run) {
    return with(keeping.withTo(run));
  }

  /** Copy the calls of another run that serve. */
  public Judging reuse(Path run) {
    return with(keeping.withReuse(run));
  }

  /** Run elsewhere than in this process's folder and environment. */
  public Judging in(Host other) {
    return new Judging(other, material, judge, functions, bounds, keeping);
  }

  // ---- go

  /**
   * Judge what is not judged yet, and say what all of it says.
   *
   * <p>Where something stays open (a function threw, an endpoint was down, a bound was reached) the
   * run says so by {@link Run#open}; the same program goes on.
   *
   * @throws AssizeException where the words or the data are wrong, or the machine does not let us
   */
  public Run run() {
    return run(Watcher.NONE);
  }

  /** The same, with somebody who hears how it goes on. */
  public Run run(Watcher watcher) {
    OpenRun begun = open();
    try (begun) {
      return new Run(host, begun.folder(), begun.finish(watcher));
    } catch (AssizeException e) {
      begun.folder().dropIfNothingWasAsked();
      throw e;
    }
  }

  /** Return in lines what it would take. Nothing is sent, and nothing is written. */
  public List<String> plan() {
    // A plan sends nothing, so it looks for nothing.
    Judging planned = nobody() ? by("ollama/the-model-that-is-found") : this;
    return planned.beginning().plan();
  }

  /**
   * Begin the run, or open it where it was begun, to probe its judge. A run that is there keeps its
   * own items and repeats.
   */
  public OpenRun openToProbe() {
    Judging asked = nobody() ? by(OpenModels.only(host, "by")) : this;
    return asked.beginning().open(true);
  }

  /** Return in lines what it would take to probe the judge. Nothing is sent or written. */
  public List<String> plan(Probing.Choice choice) {
    Judging planned = nobody() ? by("ollama/the-model-that-is-found") : this;
    return planned.beginning().plan(choice);
  }

  /** Begin the run, or open it where it was begun, and ask nothing yet. */
  public OpenRun open() {
    Judging asked = nobody() ? by(OpenModels.only(host, "by")) : this;
    return asked.beginning().open();
  }

  private boolean nobody() {
    return judge.judging() instanceof Asking a && a.model().isEmpty();
  }

  private Beginning beginning() {
    return new Beginning(host, material, judge, functions, bounds, keeping);
  }

  // ---- copies

  private Judging with(Material other) {
    return new Judging(host, other, judge, functions, bounds, keeping);
  }

  private Judging with(JudgeConfig other) {
    return new Judging(host, material, other, functions, bounds, keeping);
  }

  private Judging with(Functions other) {
    return new Judging(host, material, judge, other, bounds, keeping);
  }

  private Judging with(Bounds other) {
    return new Judging(host, material, judge, functions, other, keeping);
  }

  private Judging with(Keeping other) {
    return new Judging(host, material, judge, functions, bounds, other);
  }
}
