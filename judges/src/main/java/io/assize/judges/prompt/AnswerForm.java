package io.assize.judges.prompt;

import static java.util.Comparator.comparingInt;

import io.assize.core.Step;
import io.assize.core.json.Json;
import io.assize.core.scale.Scale;
import io.assize.judges.recipe.Wanted;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.apiguardian.api.API;

/**
 * The form of an answer, from output, vocabulary and what is wanted: as a sentence for the prompt
 * and as a JSON Schema for the endpoint. Candidates go by their labels, never by their keys.
 *
 * <p>One value stands under {@code verdict}. Several stand under their own names in its place: a
 * candidate's under its label, a field's under its name, and values below a value in an object of
 * its own.
 *
 * @param output how the answer looks
 * @param vocabulary the words for the outcomes
 * @param wanted what is asked for
 * @param shown keys of the candidates in the order in which they are shown
 */
@API(status = API.Status.EXPERIMENTAL)
public record AnswerForm(Output output, Vocabulary vocabulary, Wanted wanted, List<String> shown) {

  public AnswerForm {
    shown = List.copyOf(shown);
  }

  /**
   * Return a JSON Schema of the answer, whatever the layout; members in the order of the fields.
   */
  public Json schema() {
    var properties = Json.object();
    var names = new ArrayList<String>();
    for (String field : output.fields()) {
      if (field.equals(Output.RATIONALE)) {
        properties.put(field, Json.object().put("type", "string").build());
        names.add(field);
      } else if (field.equals(Output.VERDICT) && wanted instanceof Wanted.Several several) {
        entries(several).forEach(e -> add(properties, names, label(several, e), e.of()));
      } else {
        add(properties, names, field, field(field));
      }
    }
    return object(properties, names);
  }

  private void add(Json.Builder properties, List<String> names, String name, Wanted of) {
    properties.put(name, schema(of));
    names.add(name);
  }

  /** Return what is wanted under the name of a field. */
  Wanted field(String name) {
    if (wanted instanceof Wanted.Several several) {
      for (Wanted.Entry e : several.of()) {
        if (label(several, e).equals(name)) return e.of();
      }
    }
    return wanted;
  }

  private Json schema(Wanted of) {
    return switch (of) {
      case Wanted.One one -> schema(one.scale());
      case Wanted.Several several -> {
        var properties = Json.object();
        var names = new ArrayList<String>();
        entries(several).forEach(e -> add(properties, names, label(several, e), e.of()));
        yield object(properties, names);
      }
    };
  }

  private Json schema(Scale scale) {
    return switch (scale) {
      case Scale.Levels l -> Json.object().put("enum", levels(l)).build();
      case Scale.Real r ->
          Json.object()
              .put("type", "number")
              .put("minimum", r.low())
              .put("maximum", r.high())
              .build();
      case Scale.Subset s ->
          Json.object()
              .put("type", "array")
              .put("items", Json.object().put("enum", Json.texts(words(s))).build())
              .put("uniqueItems", true)
              .build();
      case Scale.Ranking r ->
          Json.object()
              .put("type", "array")
              .put("items", Json.object().put("enum", Json.texts(words(r))).build())
              .put("uniqueItems", true)
              .put("minItems", r.keys().size())
              .build();
      case Scale.Choice c -> Json.object().put("enum", Json.texts(words(c))).build();
      case Scale.Preference p -> Json.object().put("enum", Json.texts(words(p))).build();
    };
  }

  private Json levels(Scale.Levels levels) {
    List<String> words = words(levels);
    boolean numbers = words.stream().allMatch(AnswerForm::isNumber);
    return numbers ? Json.array(words, w -> new Json.Num(new BigDecimal(w))) : Json.texts(words);
  }

  private static Json object(Json.Builder properties, List<String> names) {
    return Json.object()
        .put("type", "object")
        .put("properties", properties.build())
        .put("required", Json.texts(names))
        .put("additionalProperties", false)
        .build();
  }

  // ---- words

  /** Return the name under which a value stands. */
  String label(Wanted.Several several, Wanted.Entry entry) {
    int place = shown.indexOf(entry.value());
    boolean candidate = several.dimension().equals(Step.CANDIDATE) && place >= 0;
    return candidate ? vocabulary.label(place) : entry.value();
  }

  /** Return what is wanted, candidates in the order in which they are shown. */
  List<Wanted.Entry> entries(Wanted.Several several) {
    return several.dimension().equals(Step.CANDIDATE)
        ? several.of().stream().sorted(comparingInt(e -> shown.indexOf(e.value()))).toList()
        : several.of();
  }

  /** Return the word for "neither is better", empty where that may not be said. */
  Optional<String> tie() {
    boolean ties =
        wanted instanceof Wanted.One one && one.scale() instanceof Scale.Preference p && p.ties();
    return ties ? vocabulary.tie().stream().findFirst() : Optional.empty();
  }

  /** Return the first word for every outcome, none where they cannot be listed. */
  List<String> words(Scale scale) {
    return switch (scale) {
      case Scale.Levels l -> l.levels().stream().map(v -> word(v.label())).toList();
      case Scale.Choice c -> options(c.options());
      case Scale.Subset s -> options(s.options());
      case Scale.Ranking r -> options(r.keys());
      case Scale.Preference p -> {
        var words = new ArrayList<>(options(p.keys()));
        if (p.ties()) vocabulary.tie().stream().findFirst().ifPresent(words::add);
        yield words;
      }
      case Scale.Real r -> List.of();
    };
  }

  /** Candidates in the order in which they are shown, else the options as they are sorted. */
  private List<String> options(SortedSet<String> options) {
    if (!shown.containsAll(options)) return options.stream().map(this::word).toList();
    return shown.stream()
        .filter(options::contains)
        .map(key -> vocabulary.label(shown.indexOf(key)))
        .toList();
  }

  private String word(String label) {
    return vocabulary.levels().getOrDefault(label, List.of(label)).getFirst();
  }

  static boolean isNumber(String word) {
    return word.matches("-?[0-9]+(\\.[0-9]+)?");
  }

  /** Return the levels with their descriptors, one a line; empty where there are none. */
  public String levels() {
    Wanted at = wanted;
    while (at instanceof Wanted.Several several && !several.of().isEmpty()) {
      at = several.of().getFirst().of();
    }
    if (!(at instanceof Wanted.One one) || !(one.scale() instanceof Scale.Levels l)) return "";
    var lines = new ArrayList<String>();
    for (Scale.Level level : l.levels()) {
      if (!level.descriptor().isEmpty()) lines.add(word(level.label()) + ": " + level.descriptor());
    }
    return String.join("\n", lines);
  }

  /** Return the sentence that tells the model what its answer must look like. */
  public String instruction() {
    return new AnswerSentence(this).text();
  }
}
