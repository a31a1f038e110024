package io.assize.engine.mapping;

import io.assize.core.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/**
 * A walk down a JSON value that may lead to several places: {@code output.choices[0].content},
 * {@code messages[-1].content}, {@code scores.*}, {@code samples[*]}, {@code
 * messages[role=user|system].content}, {@code ["a.b"]}. A slash in front starts at the root of the
 * file, a caret at the row, a single dot is where one stands.
 *
 * @param from where it starts
 * @param steps in their order
 */
@API(status = API.Status.EXPERIMENTAL)
public record Walk(From from, List<Step> steps) {

  /** Where a walk starts. */
  public enum From {
    HERE,
    ROW,
    ROOT
  }

  /** One step. */
  public sealed interface Step {

    /** To a member. */
    record Name(String name) implements Step {}

    /** To an element; negative from the end. */
    record Place(int index) implements Step {}

    /** To every element of a list, or every member of an object. */
    record All() implements Step {}

    /** To what has one of these texts in a member: the elements of a list, or an object itself. */
    record Where(String member, List<String> texts) implements Step {
      public Where {
        texts = List.copyOf(texts);
      }
    }
  }

  /**
   * What stands at one end of a walk.
   *
   * @param key the name of the last member that {@link Step.All} led to; empty where none did
   * @param value what stands there
   */
  public record Found(String key, Json value) {}

  private static final Pattern STEP =
      Pattern.compile(
          "\\[\"([^\"]+)\"]|\\[(-?\\d{1,9})]|\\[\\*]|\\[([^=\\[\\]\"]+)=([^\\[\\]]*)]"
              + "|(?:^|\\.)(\\*)|(?:^|\\.)([^.\\[\\]*/^]+)");

  public Walk {
    steps = List.copyOf(steps);
  }

  /** Read a walk, empty where the text is none. */
  public static Optional<Walk> parse(String text) {
    From from = text.startsWith("/") ? From.ROOT : text.startsWith("^") ? From.ROW : From.HERE;
    String path = from == From.HERE ? text : text.substring(1);
    if (path.equals(".") || path.isEmpty() && from != From.HERE) {
      return Optional.of(new Walk(from, List.of()));
    }
    var steps = new ArrayList<Step>();
    Matcher step = STEP.matcher(path);
    int end = 0;
    while (step.find() && step.start() == end) {
      steps.add(step(step));
      end = step.end();
    }
    return steps.isEmpty() || end != path.length()
        ? Optional.empty()
        : Optional.of(new Walk(from, steps));
  }

  private static Step step(Matcher m) {
    if (m.group(1) != null) return new Step.Name(m.group(1));
    if (m.group(2) != null) return new Step.Place(Integer.parseInt(m.group(2)));
    if (m.group(3) != null) {
      return new Step.Where(m.group(3), List.of(m.group(4).split("\\|", -1)));
    }
    return m.group(6) == null ? new Step.All() : new Step.Name(m.group(6));
  }

  /** Return all that stands at its ends, in the order of the file; none where it leads nowhere. */
  public List<Found> in(Json start) {
    List<Found> here = List.of(new Found("", start));
    for (Step step : steps) {
      var next = new ArrayList<Found>();
      for (Found f : here) next.addAll(after(f, step));
      here = next;
    }
    return here;
  }

  private static List<Found> after(Found at, Step step) {
    Json value = at.value();
    return switch (step) {
      case Step.Name n -> one(at, value.get(n.name()));
      case Step.Place p ->
          one(at, value.at(p.index() < 0 ? value.elements().size() + p.index() : p.index()));
      case Step.All a when value instanceof Json.Obj ->
          value.members().entrySet().stream().map(Walk::member).toList();
      case Step.All a -> value.elements().stream().map(e -> new Found(at.key(), e)).toList();
      case Step.Where w ->
          (value instanceof Json.Obj ? List.of(value) : value.elements())
              .stream().filter(e -> holds(e, w)).map(e -> new Found(at.key(), e)).toList();
    };
  }

  private static Found member(Map.Entry<String, Json> e) {
    return new Found(e.getKey(), e.getValue());
  }

  private static List<Found> one(Found at, Optional<Json> value) {
    return value.map(v -> List.of(new Found(at.key(), v))).orElse(List.of());
  }

  private static boolean holds(Json element, Step.Where where) {
    return element
        .get(where.member())
        .flatMap(JsonText::plain)
        .filter(where.texts()::contains)
        .isPresent();
  }
}
