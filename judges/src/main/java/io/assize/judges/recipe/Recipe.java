package io.assize.judges.recipe;

import io.assize.core.call.Sampling;
import io.assize.judges.prompt.Prompt;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apiguardian.api.API;

/**
 * A judge as data: a small tree of asks and writes, joined by combinators. One interpreter runs it;
 * the same tree gives its cost before the first call, its hash, its drawing and its schema.
 */
@API(status = API.Status.EXPERIMENTAL)
public sealed interface Recipe {

  // ---- leaves

  /**
   * Ask a model for values.
   *
   * @param prompt what is asked
   * @param scale what may be said
   * @param model slot or variable that names the model
   * @param sampling how the reply is drawn
   * @param read how values are read from the reply
   * @param sees white list of what the prompt may name: item, candidates, reference, context,
   *     rubric, and what was made on the way
   */
  record Ask(
      Prompt prompt, Form scale, String model, Sampling sampling, Read read, SortedSet<String> sees)
      implements Recipe {
    public Ask {
      sees = sorted(sees);
    }
  }

  /**
   * Ask a model for a text.
   *
   * @param prompt what is asked
   * @param model slot or variable that names the model
   * @param sampling how the reply is drawn
   * @param lines how many lines are kept as values to vary over; 0 keeps the text whole
   * @param sees white list of what the prompt may name
   */
  record Write(Prompt prompt, String model, Sampling sampling, int lines, SortedSet<String> sees)
      implements Recipe {
    public Write {
      sees = sorted(sees);
    }
  }

  /**
   * Deterministic code: a metric, a constraint, a sandboxed program.
   *
   * @param checker its name
   * @param settings what it is told
   * @param sees white list of what it gets
   */
  record Check(String checker, Settings settings, SortedSet<String> sees) implements Recipe {
    public Check {
      sees = sorted(sees);
    }
  }

  /**
   * What somebody said already: a person's queue, a file of verdicts, a file of raw replies.
   *
   * @param source its name; may hold variables
   * @param scale what may stand there
   * @param as how raw replies are read; empty where verdicts stand there
   */
  record Recorded(String source, Form scale, Optional<ReadAs> as) implements Recipe {

    /** Make the leaf of verdicts. */
    public Recorded(String source, Form scale) {
      this(source, scale, Optional.empty());
    }
  }

  /**
   * What a let, an iterate or rounds made.
   *
   * @param name under which it was bound
   */
  record Given(String name) implements Recipe {}

  // ---- combinators

  /**
   * The same body under several values of a dimension.
   *
   * @param dimension its name: draw, order, juror, criterion, candidate
   * @param values what it takes, which also says what it changes
   * @param body what is run under each
   * @param reduce how the parts become one; empty keeps them
   */
  record Vary(String dimension, Values values, Recipe body, Optional<Reduce> reduce)
      implements Recipe {}

  /**
   * Make something once and use it by name.
   *
   * @param name under which the body sees it
   * @param step what makes it
   * @param scope how often it is made
   * @param body what uses it
   */
  record Let(String name, Recipe step, Scope scope, Recipe body) implements Recipe {}

  /**
   * One of several branches.
   *
   * @param by what decides
   * @param branches by the value that selects them
   */
  record Choose(Selector by, SortedMap<String, Recipe> branches) implements Recipe {
    public Choose {
      branches = Collections.unmodifiableSortedMap(new TreeMap<>(branches));
    }
  }

  /**
   * A step again and again: debate, revision, discussion, "until readable".
   *
   * @param most how many rounds at most
   * @param until what ends it before
   * @param keep whether rounds add up or the last one counts
   * @param name under which step and body see what was made
   * @param step what is run in each round
   * @param body what is run after the last
   */
  record Iterate(int most, Until until, Keep keep, String name, Recipe step, Recipe body)
      implements Recipe {}

  // ---- around one

  /**
   * The body on a changed case.
   *
   * @param transform name of the change
   * @param settings what it is told
   * @param body what is run on it
   */
  record Via(String transform, Settings settings, Recipe body) implements Recipe {}

  /**
   * A decision or calibration on each verdict of the body.
   *
   * @param mapping what is done
   * @param body what gives the verdicts
   */
  record Mapped(Mapping mapping, Recipe body) implements Recipe {}

  /**
   * A fold of parts that are there already.
   *
   * @param reduce how they become one
   * @param over the dimension that is folded; empty for the outermost
   * @param body what gives them
   */
  record Folded(Reduce reduce, Optional<String> over, Recipe body) implements Recipe {}

  /**
   * A judge in Java code.
   *
   * @param provider name under which a service provider offers it
   * @param settings what it is told
   */
  record Custom(String provider, Settings settings) implements Recipe {}

  // ---- barriers: only above all that is per case

  /**
   * Parameters that are learned from all cases and used by name in the body.
   *
   * @param name of the parameters
   * @param method how they are fitted
   * @param settings what the method is told
   * @param folds for cross-fitting, from 1
   * @param on what is judged to learn from
   * @param body what uses them
   */
  record Fitted(String name, String method, Settings settings, int folds, Recipe on, Recipe body)
      implements Recipe {}

  /**
   * Batches that are composed from the scores so far.
   *
   * @param name under which the body sees what the rounds made for each case
   * @param most how many rounds
   * @param size candidates in a batch
   * @param on what is run on each batch
   * @param body what is run on each case after the last round
   */
  record Rounds(String name, int most, int size, Recipe on, Recipe body) implements Recipe {}

  /** Return the nodes directly below, in the order in which they are run. */
  default List<Recipe> children() {
    return switch (this) {
      case Vary v -> List.of(v.body());
      case Let l -> List.of(l.step(), l.body());
      case Choose c -> List.copyOf(c.branches().values());
      case Iterate i -> List.of(i.step(), i.body());
      case Via v -> List.of(v.body());
      case Mapped m -> List.of(m.body());
      case Folded f -> List.of(f.body());
      case Fitted f -> List.of(f.on(), f.body());
      case Rounds r -> List.of(r.on(), r.body());
      case Ask a -> List.of();
      case Write w -> List.of();
      case Check c -> List.of();
      case Recorded r -> List.of();
      case Given g -> List.of();
      case Custom c -> List.of();
    };
  }

  private static SortedSet<String> sorted(SortedSet<String> names) {
    return Collections.unmodifiableSortedSet(new TreeSet<>(names));
  }
}
