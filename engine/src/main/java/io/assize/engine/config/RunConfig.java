package io.assize.engine.config;

import io.assize.core.json.Hash;
import io.assize.core.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import org.apiguardian.api.API;

/**
 * What a run is told: which items, who answers, who judges, and how far it may go. Paths and names
 * of models are kept as they were written.
 *
 * @param name of the run, for its report
 * @param seed of all draws that have none of their own
 * @param items the items, with answers where the files hold them
 * @param systems that answer beside those of the files, in the order of the file
 * @param judges in the order of the file; none where answers are only collected
 * @param models under names of their own
 * @param labels of people, where there are any
 * @param pairs how many pairs are compared
 * @param rank how systems are ranked
 * @param budget where it stops
 */
@API(status = API.Status.EXPERIMENTAL)
public record RunConfig(
    Optional<String> name,
    int seed,
    FilesConfig items,
    List<SystemConfig> systems,
    List<JudgeConfig> judges,
    List<ModelEntry> models,
    Optional<FilesConfig> labels,
    Pairs pairs,
    Rank rank,
    Budget budget) {

  public RunConfig {
    systems = List.copyOf(systems);
    judges = List.copyOf(judges);
    models = List.copyOf(models);
  }

  /**
   * How many pairs are compared.
   *
   * @param sample the most; more than there are means all
   * @param seed of the draw
   */
  public record Pairs(int sample, int seed) {

    /** All pairs up to this number, else so many drawn ones. */
    public static final int USUAL = 2000;
  }

  /**
   * How systems are ranked.
   *
   * @param method the statistic
   * @param ties what a tie says
   * @param intervals how its uncertainty is had
   * @param resamples of the bootstrap, at least 1
   */
  public record Rank(Method method, Ties ties, Intervals intervals, int resamples) {

    /** What is said where nothing else is. */
    public static final Rank USUAL =
        new Rank(Method.BRADLEY_TERRY, Ties.DAVIDSON, Intervals.ITEM_BOOTSTRAP, 1000);

    /** The statistic of a ranking. */
    public enum Method {
      /** Strengths by maximum likelihood. */
      BRADLEY_TERRY,
      /** The mean share of wins against each opponent. */
      WIN_RATE
    }

    /** What a tie says. */
    public enum Ties {
      /** An outcome of its own, likelier between equals. */
      DAVIDSON,
      /** Half a win for each. */
      HALF
    }

    /** How uncertainty is had. */
    public enum Intervals {
      /** By drawing items with all that was made of them. */
      ITEM_BOOTSTRAP,
      /** Not at all. */
      NONE
    }
  }

  /**
   * Where a run stops, each where it is said.
   *
   * @param calls at most so many, retries counted
   * @param usd at most so many US dollars, where prices are known
   * @param minutes at most so long
   */
  public record Budget(OptionalLong calls, OptionalDouble usd, OptionalDouble minutes) {

    /** No bound. */
    public static final Budget NONE =
        new Budget(OptionalLong.empty(), OptionalDouble.empty(), OptionalDouble.empty());
  }

  /** Return the word by which a choice stands in the file. */
  static String word(Enum<?> choice) {
    return choice.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /** Return the form that stands in the file, without what is as usual. */
  public Json toJson() {
    var out = Json.object();
    name.ifPresent(n -> out.put("name", n));
    if (seed != 1) out.put("seed", seed);
    out.put("items", items.toJson());
    if (!systems.isEmpty())
      out.put("systems", named(systems, SystemConfig::name, SystemConfig::toJson));
    out.put("judges", named(judges, JudgeConfig::name, JudgeConfig::toJson));
    if (!models.isEmpty()) out.put("models", named(models, ModelEntry::name, ModelEntry::toJson));
    labels.ifPresent(l -> out.put("labels", l.toJson()));
    if (!pairs.equals(new Pairs(Pairs.USUAL, seed))) {
      out.put(
          "pairs", Json.object().put("sample", pairs.sample()).put("seed", pairs.seed()).build());
    }
    if (!rank.equals(Rank.USUAL)) out.put("rank", rankJson());
    if (!budget.equals(Budget.NONE)) out.put("budget", budgetJson());
    return out.build();
  }

  private Json rankJson() {
    return Json.object()
        .put("method", word(rank.method()))
        .put("ties", word(rank.ties()))
        .put("intervals", word(rank.intervals()))
        .put("resamples", rank.resamples())
        .build();
  }

  private Json budgetJson() {
    var out = Json.object();
    budget.calls().ifPresent(n -> out.put("calls", n));
    budget.usd().ifPresent(n -> out.put("usd", n));
    budget.minutes().ifPresent(n -> out.put("minutes", n));
    return out.build();
  }

  private static <T> Json named(List<T> list, Function<T, String> name, Function<T, Json> form) {
    var out = Json.object();
    list.forEach(t -> out.put(name.apply(t), form.apply(t)));
    return out.build();
  }

  /**
   * Return the hash of all that the configuration says; defaults that are written out and defaults
   * that are left out give the same one, the order of systems and judges another.
   */
  public Hash hash() {
    // JSON members have no order, so the order is said beside them.
    return Hash.of(
        Json.object()
            .put("config", toJson())
            .put("systems", Json.texts(systems.stream().map(SystemConfig::name).toList()))
            .put("judges", Json.texts(judges.stream().map(JudgeConfig::name).toList()))
            .build());
  }
}
