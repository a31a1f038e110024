package io.assize.engine.config;

import java.util.Optional;
import org.apiguardian.api.API;

/**
 * Which prompt of a recipe is replaced, and by which file: {@code FILE}, or {@code NAME=FILE}.
 *
 * @param name of the recipe's own prompt; empty where it has one only, or the file says it
 * @param file with the other prompt
 */
@API(status = API.Status.EXPERIMENTAL)
public record PromptChoice(Optional<String> name, String file) {

  /** Read it; a name is what a prompt may be called, so that a path with an equals sign is one. */
  public static PromptChoice parse(String text) {
    int equals = text.indexOf('=');
    if (equals > 0 && text.substring(0, equals).matches("[A-Za-z0-9][\\w-]*")) {
      return new PromptChoice(Optional.of(text.substring(0, equals)), text.substring(equals + 1));
    }
    return new PromptChoice(Optional.empty(), text);
  }

  @Override
  public String toString() {
    return name.map(n -> n + "=").orElse("") + file;
  }
}
