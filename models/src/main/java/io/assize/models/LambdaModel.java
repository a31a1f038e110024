package io.assize.models;

import io.assize.core.call.CallFailed;
import io.assize.core.call.Protocol;
import io.assize.core.call.Request;
import io.assize.models.wire.TextProtocol;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.apiguardian.api.API;

/** A Java function from prompt to text as a model. */
@API(status = API.Status.EXPERIMENTAL)
public final class LambdaModel extends OwnModel {

  private final Optional<String> revision;
  private final Function<String, String> function;

  private LambdaModel(
      String name,
      Optional<String> revision,
      Function<String, String> function,
      InstantSource clock) {
    super(name, "function " + name, clock);
    this.revision = revision;
    this.function = function;
  }

  /**
   * Make a model of a function.
   *
   * @param name under which its answers are kept: another name is another model
   * @param function from prompt to text; called by many threads at once
   */
  public static LambdaModel of(String name, Function<String, String> function) {
    return new LambdaModel(name, Optional.empty(), function, InstantSource.system());
  }

  /** Return it with a revision, which is part of every call's key. */
  public LambdaModel withRevision(String declared) {
    return new LambdaModel(name(), Optional.of(declared), function, clock());
  }

  @Override
  public Protocol protocol() {
    return new TextProtocol();
  }

  @Override
  public Optional<String> revision() {
    return revision;
  }

  @Override
  public Wired exchange(Wire wire) throws CallFailed {
    if (!(wire.request() instanceof Request.Chat chat)) {
      throw new IllegalArgumentException("a function takes prompts, not " + wire.request());
    }
    if (wire.choices() != 1) throw new IllegalArgumentException("a function gives one sample");
    long began = clock().millis();
    String text = apply(function, TextProtocol.prompt(chat.messages()));
    return wired(text.getBytes(StandardCharsets.UTF_8), began);
  }
}
