package io.assize.models;

import io.assize.core.call.Abilities;
import io.assize.core.call.CallFailed;
import io.assize.core.call.Model;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the user's own functions and programs have in common as models: they give a text, once, and
 * nothing more is known of them than their name.
 */
abstract sealed class OwnModel implements Model permits CommandModel, LambdaModel, LambdaSystem {

  private final String name;
  private final String endpoint;
  private final InstantSource clock;

  OwnModel(String name, String endpoint, InstantSource clock) {
    this.name = name;
    this.endpoint = endpoint;
    this.clock = clock;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public Optional<String> revision() {
    return Optional.empty();
  }

  @Override
  public final Abilities abilities() {
    return Abilities.TEXT;
  }

  @Override
  public final String endpoint() {
    return endpoint;
  }

  final InstantSource clock() {
    return clock;
  }

  /** Return what came of the one attempt that was begun at a time. */
  final Wired wired(byte[] raw, long began) {
    return new Wired(raw, false, 1, clock.millis() - began);
  }

  /** Apply a function of the user's: what it throws is a failed call, and so is null. */
  final <T> String apply(Function<T, String> function, T to) throws CallFailed {
    String text;
    try {
      text = function.apply(to);
    } catch (RuntimeException e) {
      throw new CallFailed(CallFailed.Kind.UNREACHABLE, endpoint + "  threw " + e, 1, e);
    }
    // A function of a stranger's code may give null, whatever its type says.
    if (text == null) {
      throw new CallFailed(CallFailed.Kind.REJECTED, endpoint + "  returned null", 1);
    }
    return text;
  }
}
