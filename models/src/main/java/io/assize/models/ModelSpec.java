package io.assize.models;

import io.assize.core.AssizeException;
import io.assize.core.Nearest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * How people name a model, everywhere the same: {@code openai/NAME}, {@code anthropic/NAME}, {@code
 * gemini/NAME}, {@code ollama/NAME}, a URL (with {@code #NAME} where it serves several), or a name
 * from the configuration.
 */
@API(status = API.Status.EXPERIMENTAL)
public sealed interface ModelSpec {

  /**
   * A provider's model.
   *
   * @param provider who serves it
   * @param model its name there
   */
  record Provided(Provider provider, String model) implements ModelSpec {
    @Override
    public String toString() {
      return provider.word() + "/" + model;
    }
  }

  /**
   * A model behind a URL.
   *
   * @param base with the version in its path, mostly {@code /v1}
   * @param model its name there, where the URL serves several
   */
  record At(URI base, Optional<String> model) implements ModelSpec {
    @Override
    public String toString() {
      return base + model.map(name -> "#" + name).orElse("");
    }
  }

  /**
   * A model that the configuration names.
   *
   * @param name there
   * @param spec what it stands for
   * @param config what else is said of it
   */
  record Configured(String name, ModelSpec spec, ModelConfig config) implements ModelSpec {
    @Override
    public String toString() {
      return name;
    }
  }

  /**
   * Read a name.
   *
   * @param where it stands: an option, or file, line and column
   * @param text what stands there
   * @param configured models by their own names; these go before everything else
   * @throws AssizeException where it is no name of a model
   */
  static ModelSpec parse(String where, String text, SortedMap<String, ModelConfig> configured) {
    ModelConfig config = configured.get(text);
    if (config != null) return new Configured(text, parse(where, config.model()), config);
    if (text.contains("/")) return parse(where, text);
    String allowed =
        configured.isEmpty()
            ? GRAMMAR
            : GRAMMAR + "; configured are " + String.join(", ", configured.keySet());
    String fix =
        Nearest.of(text, configured.keySet())
            .map(name -> "write " + name)
            .orElse("write openai/" + text + " for OpenAI's, or the URL of an endpoint");
    throw AssizeException.usage(where, "\"" + text + "\" names no model", allowed, fix);
  }

  /** What may be written, for messages. */
  String GRAMMAR =
      Stream.of(Provider.values()).map(p -> p.word() + "/NAME").collect(Collectors.joining(", "))
          + ", a URL, or a name from the configuration";

  private static ModelSpec parse(String where, String text) {
    if (text.startsWith("http://") || text.startsWith("https://")) return url(where, text);
    int slash = text.indexOf('/');
    String word = slash < 0 ? text : text.substring(0, slash);
    String model = slash < 0 ? "" : text.substring(slash + 1);
    Optional<Provider> provider = Provider.named(word);
    if (provider.isEmpty()) {
      var words = Stream.of(Provider.values()).map(Provider::word).toList();
      throw AssizeException.usage(
          where,
          "\"" + text + "\" names the provider \"" + word + "\", which is not known",
          GRAMMAR,
          Nearest.of(word, words)
              .map(near -> "write " + near + "/" + model)
              .orElse("for a model behind a URL write URL#" + text));
    }
    if (model.isBlank() || model.chars().anyMatch(c -> c <= ' ')) {
      throw AssizeException.usage(
          where,
          "\"" + text + "\" has no name of a model behind the slash",
          word + "/NAME",
          "write the name that " + word + " uses for the model");
    }
    return new Provided(provider.get(), model);
  }

  private static ModelSpec url(String where, String text) {
    int hash = text.indexOf('#');
    String base = hash < 0 ? text : text.substring(0, hash);
    Optional<String> model =
        hash < 0
            ? Optional.empty()
            : Optional.of(text.substring(hash + 1)).filter(m -> !m.isEmpty());
    try {
      URI url = new URI(base);
      boolean bare = url.getRawPath() == null || url.getRawPath().isEmpty();
      return new At(bare ? URI.create(base + "/v1") : url, model);
    } catch (URISyntaxException e) {
      throw AssizeException.usage(
          where, "\"" + text + "\" is no URL", GRAMMAR, "write it as http://127.0.0.1:8080/v1");
    }
  }
}
