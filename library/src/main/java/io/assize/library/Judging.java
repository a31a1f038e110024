package io.assize.library;

import io.assize.core.AssizeException;
import io.assize.core.Item;
import io.assize.core.json.Json;
import io.assize.engine.config.JudgeConfig;
import io.assize.engine.config.JudgeConfig.Judging.Asking;
import io.assize.engine.files.ColumnMap;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
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

  private final Host host;
  private final Material material;
  private final JudgeConfig judge;
  private final Functions functions;
  private final Bounds bounds;
  private final Optional<Path> to;

  private Judging(
      Host host,
      Material material,
      JudgeConfig judge,
      Functions functions,
      Bounds bounds,
      Optional<Path> to) {
    this.host = host;
    this.material = material;
    this.judge = judge;
    this.functions = functions;
    this.bounds = bounds;
    this.to = to;
  }

  static Judging of(Host host, Material material, Optional<Path> to) {
    var judge =
        new JudgeConfig(
            "main",
            Optional.empty(),
            Optional.empty(),
            new TreeMap<>(),
            new TreeSet<>(),
            new Asking(Optional.empty()));
    return new Judging(host, material, judge, Functions.NONE, Bounds.NONE, to);
  }

  // ---- by whom

  /**
   * Ask a model.
   *
   * @param model {@code openai/NAME}, {@code anthropic/NAME}, {@code gemini/NAME}, {@code
   *     ollama/NAME} or a URL
   */
  public Judging by(String model) {
    return judged(judge.recipe(), judge.rubric(), new Asking(Optional.of(model)));
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
    var recorded =
        new JudgeConfig.Judging.Verdicts(host.resolve(file).toString(), material.labelsMap());
    return judged(judge.recipe(), judge.rubric(), recorded);
  }

  // ---- how

  /** Judge by a recipe: {@code assize recipes} lists them. */
  public Judging recipe(String name) {
    return judged(Optional.of(name), judge.rubric(), judge.judging());
  }

  /** Set a parameter of the recipe. */
  public Judging set(String parameter, String value) {
    var values = new TreeMap<>(judge.parameters());
    values.put(parameter, Json.of(value));
    return with(
        new JudgeConfig(
            judge.name(), judge.recipe(), judge.rubric(), values, judge.tags(), judge.judging()));
  }

  /** Say what a good answer does. */
  public Judging rubric(String text) {
    return judged(judge.recipe(), Optional.of(text), judge.judging());
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
    return judge.judging() instanceof JudgeConfig.Judging.Verdicts v
        ? told.byVerdicts(Path.of(v.file()))
        : told;
  }

  /** Take the first so many items only. */
  public Judging take(int items) {
    return with(material.withTake(positive("take", items)));
  }

  /** Take so many items, drawn by seed. */
  public Judging sample(int items) {
    return with(material.withSample(positive("sample", items)));
  }

  private static int positive(String what, int n) {
    if (n > 0) return n;
    throw AssizeException.usage(what, "is " + n, "at least 1", "");
  }

  /** Draw all that is drawn by this seed, 1 by default. */
  public Judging seed(int seed) {
    return with(bounds.withSeed(seed));
  }

  // ---- how far, and where to

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
    return new Judging(host, material, judge, functions, bounds, Optional.of(run));
  }

  /** Run elsewhere than in this process's folder and environment. */
  public Judging in(Host other) {
    return new Judging(other, material, judge, functions, bounds, to);
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
    try (OpenRun open = open()) {
      return new Run(host, open.folder(), open.finish(watcher));
    }
  }

  /** Begin the run, or open it where it was begun, and ask nothing yet. */
  public OpenRun open() {
    return new Beginning(host, material, asked(), functions, bounds).open(to);
  }

  /** With no model named, what is there is looked for. */
  private JudgeConfig asked() {
    boolean nobody = judge.judging() instanceof Asking a && a.model().isEmpty();
    return nobody ? by(OpenModels.only(host, "by")).judge : judge;
  }

  // ---- copies

  private Judging judged(
      Optional<String> recipe, Optional<String> rubric, JudgeConfig.Judging judging) {
    return with(
        new JudgeConfig(judge.name(), recipe, rubric, judge.parameters(), judge.tags(), judging));
  }

  private Judging with(Material other) {
    return new Judging(host, other, judge, functions, bounds, to);
  }

  private Judging with(JudgeConfig other) {
    return new Judging(host, material, other, functions, bounds, to);
  }

  private Judging with(Functions other) {
    return new Judging(host, material, judge, other, bounds, to);
  }

  private Judging with(Bounds other) {
    return new Judging(host, material, judge, functions, other, to);
  }
}
