package io.assize.engine.config;

import io.assize.core.json.Json;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.apiguardian.api.API;

/**
 * A model under a name of its own.
 *
 * @param name by which systems and judges name it
 * @param model in the grammar of models
 * @param protocol by name, where it is not the usual one of the provider or URL
 * @param key the variable that holds the key: the provider's own, or {@code ASSIZE_KEY_*}, whose
 *     host only the user's own configuration or environment may name
 * @param revision as declared; part of every call's key
 * @param price where the cost shall be known
 * @param pace how long it is waited for, and how many requests it bears at once
 */
@API(status = API.Status.EXPERIMENTAL)
public record ModelEntry(
    String name,
    String model,
    Optional<String> protocol,
    Optional<String> key,
    Optional<String> revision,
    Optional<Price> price,
    Pace pace) {

  /**
   * What a model costs.
   *
   * @param input US dollars for a million tokens that are read, at least 0
   * @param output US dollars for a million tokens that are written, at least 0
   */
  public record Price(double input, double output) {}

  /**
   * How an endpoint is treated; what is not said is as usual.
   *
   * @param deadline seconds for one request, from the first byte out to the last byte in, above 0
   * @param attempts requests at most for one call, from 1
   * @param inFlight requests at once at most, from 1; models behind one server share it
   */
  public record Pace(OptionalDouble deadline, OptionalInt attempts, OptionalInt inFlight) {

    /** As usual in everything. */
    public static final Pace USUAL =
        new Pace(OptionalDouble.empty(), OptionalInt.empty(), OptionalInt.empty());
  }

  Json toJson() {
    var out = Json.object().put("model", model);
    protocol.ifPresent(p -> out.put("protocol", p));
    key.ifPresent(k -> out.put("key", k));
    revision.ifPresent(r -> out.put("revision", r));
    price.ifPresent(p ->
        out.put("price", Json.object().put("input", p.input()).put("output", p.output()).build()));
    pace.deadline().ifPresent(s -> out.put("deadline", s));
    pace.attempts().ifPresent(n -> out.put("attempts", (long) n));
    pace.inFlight().ifPresent(n -> out.put("in-flight", (long) n));
    return out.build();
  }
}
