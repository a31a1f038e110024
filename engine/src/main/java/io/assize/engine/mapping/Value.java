package io.assize.engine.mapping;

import io.assize.core.json.Hash;
import io.assize.core.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/** What a mapping makes of a row: a text, or nothing. An empty text is nothing. */
@API(status = API.Status.EXPERIMENTAL)
public sealed interface Value {

  /** The texts at the ends of a walk, with empty lines between; what has a structure is not one. */
  record At(Walk walk) implements Value {}

  /** What stands at the ends of a walk, written as JSON where it has a structure. */
  record Written(Walk walk) implements Value {}

  /** Always the same. */
  record Constant(String text) implements Value {}

  /** The name of the file, without folder and ending. */
  record FileName() implements Value {}

  /** The name of the folder that the file lies in. */
  record FolderName() implements Value {}

  /** The name of the member that {@code each} led to. */
  record Key() implements Value {}

  /** The place of the row among those of its root, from 1. */
  record Number() implements Value {}

  /** The first of several that is something. */
  record First(List<Value> of) implements Value {
    public First {
      of = List.copyOf(of);
    }
  }

  /** Several with a text between; those that are nothing are left out. */
  record Joined(List<Value> of, String with) implements Value {
    public Joined {
      of = List.copyOf(of);
    }
  }

  /** The first texts of a list, up to the row's own number. */
  record UpTo(Walk walk, String with) implements Value {}

  /** An object as lines: its input where one is known by name, its only member, or all by name. */
  record Lines(Walk walk) implements Value {}

  /** A short name for a text: the beginning of its hash. */
  record Digest(Value of) implements Value {}

  /**
   * What differs between the numbered columns of a file, joined: the prompt, the provider, or both.
   *
   * @param parts by what they are called where they are no names themselves
   * @param number which column a row belongs to
   */
  record Differing(Map<String, Value> parts, Value number) implements Value {}

  /**
   * A value where the file's name is one that its tool gives; else the file's name, which the user
   * chose.
   */
  record NamedByTool(Pattern names, Value then) implements Value {}

  /** Return the text for a row. */
  default Optional<String> of(Scope scope) {
    Optional<String> text =
        switch (this) {
          case At a -> texts(scope.walk(a.walk()), JsonText::plain);
          case Written w -> texts(scope.walk(w.walk()), JsonText::of);
          case Constant c -> Optional.of(c.text());
          case FileName f -> Optional.of(scope.file().stem());
          case FolderName f -> Optional.of(scope.file().folder());
          case Key k -> Optional.of(scope.key());
          case Number n -> Optional.of(String.valueOf(scope.number()));
          case First f -> f.of().stream().flatMap(v -> v.of(scope).stream()).findFirst();
          case Joined j ->
              joined(j.of().stream().flatMap(v -> v.of(scope).stream()).toList(), j.with());
          case UpTo u ->
              joined(
                  scope.walk(u.walk()).stream()
                      .flatMap(f -> f.value().elements().stream())
                      .limit(scope.number())
                      .flatMap(e -> JsonText.plain(e).stream())
                      .toList(),
                  u.with());
          case Lines l ->
              scope.walk(l.walk()).stream().findFirst().flatMap(f -> JsonText.lines(f.value()));
          case Digest d -> d.of().of(scope).map(Value::digest);
          case Differing d -> scope.file().name(d, d.number().of(scope).orElse("0"));
          case NamedByTool n ->
              n.names().matcher(scope.file().stem()).matches()
                  ? n.then().of(scope).or(() -> Optional.of(scope.file().stem()))
                  : Optional.of(scope.file().stem());
        };
    return text.filter(t -> !t.isEmpty());
  }

  private static Optional<String> texts(
      List<Walk.Found> found, java.util.function.Function<Json, Optional<String>> text) {
    return joined(found.stream().flatMap(f -> text.apply(f.value()).stream()).toList(), "\n\n");
  }

  private static Optional<String> joined(List<String> texts, String with) {
    return texts.isEmpty() ? Optional.empty() : Optional.of(String.join(with, texts));
  }

  private static String digest(String text) {
    return Hash.of(Json.of(text)).toString().replaceFirst("^.*:", "").substring(0, 10);
  }
}
