package io.assize.models;

import io.assize.core.Item;
import io.assize.core.call.Abilities;
import io.assize.core.call.CallFailed;
import io.assize.core.call.Model;
import io.assize.core.call.Protocol;
import io.assize.core.call.Reply;
import io.assize.core.call.Request;
import io.assize.core.json.Json;
import io.assize.models.wire.CommandProtocol;
import java.time.InstantSource;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.apiguardian.api.API;

/**
 * A Java function from item to answer as a system: what {@link CommandModel} is for programs.
 *
 * <p>The function sees what its key is made of and nothing else: the item's id, fields and rubric.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class LambdaSystem implements Model {

  private final String name;
  private final Function<Item, String> function;
  private final InstantSource clock;

  private LambdaSystem(String name, Function<Item, String> function, InstantSource clock) {
    this.name = name;
    this.function = function;
    this.clock = clock;
  }

  /**
   * Make a system of a function.
   *
   * @param name under which its answers are kept: another name is another system
   * @param function from item to answer; called by many threads at once
   */
  public static LambdaSystem of(String name, Function<Item, String> function) {
    return new LambdaSystem(name, function, InstantSource.system());
  }

  @Override
  public Protocol protocol() {
    return new CommandProtocol();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<String> revision() {
    return Optional.empty();
  }

  @Override
  public Abilities abilities() {
    return Abilities.TEXT;
  }

  @Override
  public String endpoint() {
    return "function " + name;
  }

  @Override
  public Wired exchange(Wire wire) throws CallFailed {
    if (!(wire.request() instanceof Request.Execute execute)) {
      throw new IllegalArgumentException("a system takes items, not " + wire.request());
    }
    long began = clock.millis();
    String text;
    try {
      text = function.apply(item(execute.input()));
    } catch (RuntimeException e) {
      throw new CallFailed(CallFailed.Kind.UNREACHABLE, endpoint() + "  threw " + e, 1, e);
    }
    // A function of a stranger's code may give null, whatever its type says.
    if (text == null) {
      throw new CallFailed(CallFailed.Kind.REJECTED, endpoint() + "  returned null", 1);
    }
    byte[] document = CommandProtocol.document(new Reply.Ran(0, text, ""));
    return new Wired(document, false, 1, clock.millis() - began);
  }

  private static Item item(Json input) {
    var fields = new TreeMap<String, String>();
    input.members().forEach((name, value) -> value.text().ifPresent(t -> fields.put(name, t)));
    String id = Optional.ofNullable(fields.remove("id")).orElse("?");
    Optional<String> rubric = Optional.ofNullable(fields.remove("rubric"));
    return new Item(id, id, fields, rubric, new TreeSet<>());
  }
}
