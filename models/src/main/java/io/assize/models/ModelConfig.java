package io.assize.models;

import io.assize.models.http.Patience;
import java.util.Optional;
import java.util.OptionalInt;
import org.apiguardian.api.API;

/**
 * What a configuration says of a model under a name of its own.
 *
 * @param model in the grammar of {@link ModelSpec}: a provider's or a URL's
 * @param protocol by name, where it is not the usual one of the provider or URL
 * @param key the variable that holds the key: the provider's own, or one of the form {@code
 *     ASSIZE_KEY_*} whose host the user named
 * @param revision as declared; part of every call's key
 * @param patience with the endpoint
 * @param inFlight requests at once at most, from 1, where the endpoint's bounds are known
 */
@API(status = API.Status.EXPERIMENTAL)
public record ModelConfig(
    String model,
    Optional<String> protocol,
    Optional<String> key,
    Optional<String> revision,
    Patience patience,
    OptionalInt inFlight) {

  /** Say nothing but which model it is. */
  public static ModelConfig of(String model) {
    return new ModelConfig(
        model,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Patience.USUAL,
        OptionalInt.empty());
  }
}
