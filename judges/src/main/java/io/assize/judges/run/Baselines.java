package io.assize.judges.run;

import io.assize.core.AssizeException;
import io.assize.core.Candidate;
import io.assize.core.Case;
import io.assize.core.Item;
import io.assize.core.Judge;
import io.assize.core.Party;
import io.assize.core.Result;
import io.assize.core.Step;
import io.assize.core.Verdict;
import io.assize.core.Why;
import io.assize.core.call.Calls;
import io.assize.core.json.Hash;
import io.assize.core.scale.Basis;
import io.assize.core.scale.Distribution;
import io.assize.core.scale.Outcome;
import io.assize.core.scale.Scale;
import io.assize.judges.reading.Reading;
import io.assize.judges.recipe.Form;
import io.assize.judges.recipe.Settings;
import io.assize.judges.recipe.Wanted;
import io.assize.measures.random.Seeded;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/**
 * Judges that know nothing: they stand in every card beside the judge on trial, on the same scale.
 *
 * <ul>
 *   <li>{@code first}: the candidate that is shown first
 *   <li>{@code longer}: the one with most characters
 *   <li>{@code random}: drawn by the door's seed, every outcome as likely
 *   <li>{@code constant}: {@code value}, else a tie, the highest level, the middle, the first
 *       option
 *   <li>{@code exact-match}, {@code contains}, {@code token-f1}, {@code rouge-l}: the candidate
 *       that is nearest to the reference by its words; of one candidate the level at that height
 * </ul>
 *
 * A baseline that has nothing to go by says so: not applicable; abstained where two are equal and
 * the scale has no tie.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class Baselines {

  /** All of them. */
  public static final List<String> NAMES =
      List.of(
          "first",
          "longer",
          "random",
          "constant",
          "exact-match",
          "contains",
          "token-f1",
          "rouge-l");

  private static final Result<Outcome> NO_REFERENCE =
      Result.missing(Why.NOT_APPLICABLE, "there is no reference");

  private static final Result<Outcome> NOTHING_TO_COMPARE =
      Result.missing(Why.NOT_APPLICABLE, "there is nothing to compare");

  private Baselines() {}

  /**
   * Make a baseline.
   *
   * @param name one of {@link #NAMES}
   * @param form what the judge beside it was asked
   * @param settings {@code value} of the constant
   */
  public static Judge of(String name, Form form, Settings settings) {
    var metric = metric(name);
    return (asked, calls) -> {
      Env e = Env.of(asked, calls);
      Wanted wanted = Answers.wanted(form, e, name);
      var answers = new Answers(wanted, e, name, Party.program(name), Optional.empty());
      var values = new ArrayList<Reading.Value>();
      fill(wanted, asked, List.of(), new Says(name, settings, metric, random(calls, name)), values);
      var reading = new Reading(values, Optional.empty());
      return answers.judgment(Result.done(reading), name, List.of());
    };
  }

  /**
   * Say what a baseline says of many cases that are asked for one value each, without the judgments
   * around it.
   *
   * @param name one of {@link #NAMES}
   * @param form of one value: fixed, or which of two is better
   * @param cases of which each is said something
   * @param seed of what is drawn: by it and the keys of a case's candidates, whatever their order
   * @return in the order of the cases
   */
  public static List<Result<Outcome>> outcomes(
      String name, Form form, List<Case> cases, long seed) {
    var metric = metric(name);
    return cases.parallelStream()
        .map(asked -> {
          var says = new Says(name, Settings.NONE, metric, () -> random(asked, seed));
          return switch (form.over(asked)) {
            case Wanted.One one -> says.outcome(one.scale(), asked);
            case Wanted.Several several ->
                throw new IllegalArgumentException("a form of several values: " + form);
          };
        })
        .toList();
  }

  private static RandomGenerator random(Case asked, long seed) {
    boolean one = asked.candidates().size() == 1;
    String keys =
        one
            ? asked.candidates().getFirst().key()
            : asked.keys().stream().sorted().collect(Collectors.joining("\n"));
    return Seeded.generator(seed, Hash.of(keys).toLong());
  }

  private static Supplier<RandomGenerator> random(Calls calls, String name) {
    return () -> calls.random("baseline/" + name);
  }

  private static Optional<Similarity> metric(String name) {
    if (NAMES.contains(name)) return Optional.ofNullable(Similarity.all().get(name));
    throw AssizeException.usage(
        "baseline",
        "nothing here is called \"" + name + "\"",
        String.join(", ", NAMES),
        "write one of these names");
  }

  private static void fill(
      Wanted w, Case asked, List<Step> at, Says says, List<Reading.Value> values) {
    switch (w) {
      case Wanted.One one ->
          values.add(new Reading.Value(at, says.verdict(one.scale(), asked), says.name()));
      case Wanted.Several several -> {
        for (Wanted.Entry entry : several.of()) {
          var below = new ArrayList<>(at);
          below.add(new Step(several.dimension(), entry.value()));
          boolean one = several.dimension().equals(Step.CANDIDATE);
          fill(entry.of(), one ? asked.alone(entry.value()) : asked, below, says, values);
        }
      }
    }
  }

  private record Says(
      String name,
      Settings settings,
      Optional<Similarity> metric,
      Supplier<RandomGenerator> random) {

    Result<Verdict> verdict(Scale scale, Case asked) {
      return outcome(scale, asked)
          .map(o -> Verdict.of(Distribution.point(scale, o, Basis.COMPUTED)));
    }

    private Result<Outcome> outcome(Scale scale, Case asked) {
      return switch (name) {
        case "random" -> Result.done(Guess.drawn(scale, random.get()));
        case "constant" -> Guess.constant(scale, settings);
        case "first" -> ranked(scale, asked, c -> -asked.keys().indexOf(c.key()));
        case "longer" -> ranked(scale, asked, c -> c.text().codePointCount(0, c.text().length()));
        default -> near(scale, asked, metric.orElseThrow());
      };
    }

    private Result<Outcome> near(Scale scale, Case asked, Similarity metric) {
      Optional<String> reference = asked.item().field(Item.REFERENCE);
      if (reference.isEmpty()) return NO_REFERENCE;
      boolean compares = scale instanceof Scale.Preference || namesCandidates(scale, asked);
      if (compares) return ranked(scale, asked, c -> metric.of(c.text(), reference.get()));
      if (asked.candidates().size() != 1) {
        return Result.missing(Why.NOT_APPLICABLE, "there is not one candidate to compare");
      }
      return Guess.place(scale, metric.of(asked.candidates().getFirst().text(), reference.get()));
    }

    private static boolean namesCandidates(Scale scale, Case asked) {
      return switch (scale) {
        case Scale.Choice c -> c.options().equals(new TreeSet<>(asked.keys()));
        case Scale.Ranking r -> true;
        default -> false;
      };
    }

    /** Compare candidates by a number: the highest is best. */
    private Result<Outcome> ranked(Scale scale, Case asked, ToDoubleFunction<Candidate> number) {
      if (!(scale instanceof Scale.Preference) && !namesCandidates(scale, asked)) {
        return NOTHING_TO_COMPARE;
      }
      var sorted = new ArrayList<>(asked.candidates());
      sorted.sort(Comparator.comparing(Candidate::key));
      sorted.sort(Comparator.comparingDouble(number).reversed());
      if (scale instanceof Scale.Ranking) {
        return Result.done(new Outcome.Order(sorted.stream().map(Candidate::key).toList()));
      }
      String best = sorted.getFirst().key();
      boolean equal =
          sorted.size() > 1
              && number.applyAsDouble(sorted.get(0)) == number.applyAsDouble(sorted.get(1));
      if (!equal) {
        boolean choice = scale instanceof Scale.Choice;
        return Result.done(choice ? new Outcome.Pick(best) : new Outcome.Prefer(best));
      }
      return scale instanceof Scale.Preference p && p.ties()
          ? Result.done(new Outcome.Tie())
          : Result.missing(Why.ABSTAINED, "two candidates are equal");
    }
  }
}
