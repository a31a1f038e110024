package io.assize.models;

import io.assize.core.AssizeException;
import io.assize.core.Nearest;
import io.assize.core.call.CallFailed;
import io.assize.core.call.Protocol;
import io.assize.models.http.Credential;
import io.assize.models.http.Found;
import io.assize.models.http.HttpModel;
import io.assize.models.http.ModelList;
import io.assize.models.http.Patience;
import io.assize.models.http.Target;
import io.assize.models.http.Transport;
import io.assize.models.wire.HttpProtocol;
import io.assize.models.wire.OpenAiChat;
import io.assize.models.wire.Protocols;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/** Make a model of its name: find its URL, its key and, behind a URL, which model is there. */
@API(status = API.Status.EXPERIMENTAL)
public final class ModelOpener {

  private static final int SHOWN = 10;

  private final Keys keys;
  private final Transport transport;

  /**
   * An opener.
   *
   * @param keys what may be sent where
   * @param transport over which the models are asked
   */
  public ModelOpener(Keys keys, Transport transport) {
    this.keys = keys;
    this.transport = transport;
  }

  /**
   * Open a model.
   *
   * @param where the name stands: an option, or file, line and column
   * @param spec the name
   * @param known what an earlier process found out about it
   * @throws AssizeException where a key is missing or does not belong there, or the URL does not
   *     tell which model is meant
   */
  public HttpModel open(String where, ModelSpec spec, Optional<Found> known) {
    ModelConfig config =
        spec instanceof ModelSpec.Configured c ? c.config() : ModelConfig.of(spec.toString());
    ModelSpec plain = spec instanceof ModelSpec.Configured c ? c.spec() : spec;
    return switch (plain) {
      case ModelSpec.Provided provided -> provided(where, provided, config, known);
      case ModelSpec.At at -> at(where, at, config, known);
      case ModelSpec.Configured nested -> open(where, nested, known);
    };
  }

  private HttpModel provided(
      String where, ModelSpec.Provided spec, ModelConfig config, Optional<Found> known) {
    URI base = spec.provider().base(keys.environment());
    Optional<Credential> key =
        config.key().map(name -> keys.named(where, name, base)).or(() -> keys.of(spec.provider()));
    if (key.isEmpty() && base.getScheme().equals("https")) {
      String variables = String.join(" or ", spec.provider().keyVariables());
      throw AssizeException.usage(
          where,
          "\"" + spec + "\" needs a key and " + variables + " is not set",
          "",
          "export "
              + spec.provider().keyVariables().stream().findFirst().orElse("ASSIZE_KEY_X")
              + "=..., or use a model on this machine: ollama/NAME or http://127.0.0.1:8080/v1");
    }
    HttpProtocol protocol = protocol(where, config).orElse(spec.provider().protocol(base));
    return model(protocol, base, spec.model(), key, config, known);
  }

  private HttpModel at(String where, ModelSpec.At spec, ModelConfig config, Optional<Found> known) {
    URI base = spec.base();
    HttpProtocol protocol = protocol(where, config).orElse(OpenAiChat.compatible());
    Target.of(protocol, base, ""); // refuses a URL that is not safe, before a key goes near it
    Optional<Credential> key =
        config.key().map(name -> keys.named(where, name, base)).or(() -> keys.belongingTo(base));
    return model(protocol, base, which(where, spec, key, config.patience()), key, config, known);
  }

  private HttpModel model(
      HttpProtocol protocol,
      URI base,
      String name,
      Optional<Credential> key,
      ModelConfig config,
      Optional<Found> known) {
    config.inFlight().ifPresent(n -> transport.limit(base).atMost(n));
    var target = new Target(protocol, base, name, key, config.revision(), config.patience());
    return new HttpModel(target, transport, known);
  }

  private static Optional<HttpProtocol> protocol(String where, ModelConfig config) {
    if (config.protocol().isEmpty()) return Optional.empty();
    String name = config.protocol().get();
    var http =
        Protocols.all().stream()
            .filter(HttpProtocol.class::isInstance)
            .map(HttpProtocol.class::cast)
            .toList();
    var found = http.stream().filter(p -> p.name().equals(name)).findFirst();
    if (found.isPresent()) return found;
    List<String> names = http.stream().map(Protocol::name).toList();
    throw AssizeException.usage(
        where,
        "names the protocol \"" + name + "\", which is not known",
        String.join(", ", names),
        "write " + Nearest.of(name, names).orElse(OpenAiChat.NAME));
  }

  private String which(
      String where, ModelSpec.At spec, Optional<Credential> key, Patience patience) {
    Optional<List<String>> names;
    try {
      names = ModelList.of(transport, spec.base(), key, patience);
    } catch (CallFailed e) {
      // With a name there is nothing to ask, and the first call will tell what is wrong.
      if (spec.model().isPresent()) return spec.model().get();
      throw AssizeException.environment("", String.valueOf(e.getMessage()), "", e);
    }
    List<String> served = names.orElse(List.of());
    if (spec.model().isPresent()) return named(where, spec, served);
    if (served.size() == 1) return served.getFirst();
    throw AssizeException.usage(
        where,
        spec.base() + (served.isEmpty() ? " does not list its models" : " serves several models"),
        some(served),
        "write the name behind the URL: "
            + spec.base()
            + "#"
            + served.stream().findFirst().orElse("NAME"));
  }

  private static String named(String where, ModelSpec.At spec, List<String> served) {
    String name = spec.model().orElseThrow();
    if (served.isEmpty() || served.contains(name)) return name;
    throw AssizeException.usage(
        where,
        spec.base() + " serves no model \"" + name + "\"",
        some(served),
        "write " + spec.base() + "#" + Nearest.of(name, served).orElse(served.getFirst()));
  }

  private static String some(List<String> names) {
    String first = String.join(", ", names.subList(0, Math.min(SHOWN, names.size())));
    return names.size() > SHOWN ? first + " and " + (names.size() - SHOWN) + " more" : first;
  }
}
