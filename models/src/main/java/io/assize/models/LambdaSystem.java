package io.assize.models;

import io.assize.core.Item;
import io.assize.core.call.CallFailed;
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
public final class LambdaSystem extends OwnModel {

  private final Function<Item, String> function;

  private LambdaSystem(String name, Function<Item, String> function, InstantSource clock) {
    super(name, "function " + name, clock);
    this.function = function;
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
  public Wired exchange(Wire wire) throws CallFailed {
    if (!(wire.request() instanceof Request.Execute execute)) {
      throw new IllegalArgumentException("a system takes items, not " + wire.request());
    }
    long began = clock().millis();
    String text = apply(function, item(execute.input()));
    return wired(CommandProtocol.document(new Reply.Ran(0, text, "")), began);
  }

  private static Item item(Json input) {
    var fields = new TreeMap<String, String>();
    input.members().forEach((name, value) -> value.text().ifPresent(t -> fields.put(name, t)));
    String id = Optional.ofNullable(fields.remove("id")).orElse("?");
    Optional<String> rubric = Optional.ofNullable(fields.remove("rubric"));
    return new Item(id, id, fields, rubric, new TreeSet<>());
  }
}
