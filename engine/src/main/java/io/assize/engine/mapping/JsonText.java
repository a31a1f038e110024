package io.assize.engine.mapping;

import io.assize.core.json.CanonicalJson;
import io.assize.core.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apiguardian.api.API;

/** The text of a JSON value, for fields that are texts. */
@API(status = API.Status.EXPERIMENTAL)
public final class JsonText {

  /** The names by which an input is known. */
  private static final List<String> INPUTS =
      List.of("input", "question", "query", "instruction", "user_input");

  private JsonText() {}

  /** Return the text of a value: plain for scalars, lists of texts with empty lines between. */
  public static Optional<String> of(Json value) {
    Optional<String> plain = plain(value);
    return plain.isPresent() || isNothing(value) ? plain : Optional.of(written(value));
  }

  /** Return the text of a scalar or a list of scalars, empty for what has a structure. */
  public static Optional<String> plain(Json value) {
    return switch (value) {
      case Json.Null n -> Optional.empty();
      case Json.Str s -> Optional.of(s.value());
      case Json.Num n -> Optional.of(n.value().toPlainString());
      case Json.Bool b -> Optional.of(String.valueOf(b.value()));
      case Json.Arr a when a.elements().isEmpty() || isNested(a) -> Optional.empty();
      case Json.Arr a ->
          Optional.of(
              String.join("\n\n", a.elements().stream().flatMap(e -> plain(e).stream()).toList()));
      case Json.Obj o -> Optional.empty();
    };
  }

  private static boolean isNothing(Json value) {
    return value.isNull() || value instanceof Json.Arr a && a.elements().isEmpty();
  }

  /** Write a value as JSON. Numbers that canonical JSON refuses, such as long ids, become texts. */
  public static String written(Json value) {
    try {
      return CanonicalJson.write(value);
    } catch (IllegalArgumentException e) {
      return CanonicalJson.write(tame(value));
    }
  }

  private static Json tame(Json value) {
    return switch (value) {
      case Json.Num n -> Json.of(n.value().toPlainString());
      case Json.Str s when !wellFormed(s.value()) ->
          Json.of(s.value().replaceAll("\\p{Cs}", "\ufffd"));
      case Json.Arr a -> Json.array(a.elements(), JsonText::tame);
      case Json.Obj o -> {
        var object = Json.object();
        o.members().forEach((name, v) -> object.put(name, tame(v)));
        yield object.build();
      }
      default -> value;
    };
  }

  /** Tell whether a value is an object or holds objects or lists. */
  public static boolean isNested(Json value) {
    return value instanceof Json.Obj
        || value.elements().stream().anyMatch(e -> e instanceof Json.Obj || e instanceof Json.Arr);
  }

  /** Write an object as an input: what is known as one, its only member, or all of them by name. */
  public static Optional<String> lines(Json object) {
    for (var member : object.members().entrySet()) {
      if (INPUTS.contains(member.getKey().toLowerCase(Locale.ROOT))) return of(member.getValue());
    }
    var lines = new ArrayList<String>();
    object
        .members()
        .forEach((name, value) ->
            of(value)
                .ifPresent(v -> lines.add(object.members().size() == 1 ? v : name + ": " + v)));
    return lines.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", lines));
  }

  /** Tell whether no surrogate pair of a text is cut in half. */
  public static boolean wellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!Character.isSurrogate(text.charAt(i))) continue;
      boolean pair =
          i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
      if (!pair) return false;
      i++;
    }
    return true;
  }
}
