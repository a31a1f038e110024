package io.assize.engine.door;

import io.assize.core.Result;
import io.assize.core.Why;
import io.assize.core.call.Abilities;
import io.assize.core.call.CallFailed;
import io.assize.core.call.Message;
import io.assize.core.call.Model;
import io.assize.core.call.Protocol;
import io.assize.core.call.Reply;
import io.assize.core.call.Request;
import io.assize.core.call.Usage;
import io.assize.core.json.CanonicalJson;
import io.assize.core.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** A model that answers by a function of prompt and seed, counts what it is asked, and may fail. */
public final class ScriptedModel implements Model {

  public final AtomicInteger wireCalls = new AtomicInteger();
  public final AtomicInteger samples = new AtomicInteger();
  public volatile Optional<CallFailed> failure = Optional.empty();
  public volatile int failAfter = Integer.MAX_VALUE;
  private final Abilities abilities;
  private final BiFunction<String, Long, String> script;

  public ScriptedModel(Abilities abilities, BiFunction<String, Long, String> script) {
    this.abilities = abilities;
    this.script = script;
  }

  /** The protocol: a JSON array of texts. */
  public static final Protocol PROTOCOL =
      new Protocol() {
        @Override
        public String name() {
          return "scripted";
        }

        @Override
        public Json body(Request request, String model) {
          var chat = (Request.Chat) request;
          return Json.object()
              .put("messages", Json.array(chat.messages(), m -> Json.of(m.text())))
              .put("temperature", chat.sampling().temperature().orElse(1))
              .build();
        }

        @Override
        public Result<Reply> read(byte[] raw) {
          String text = new String(raw, StandardCharsets.UTF_8);
          if (!text.startsWith("[")) return Result.missing(Why.UNREADABLE, "no array");
          return Result.done(
              Reply.Said.of(Json.parse(text).at(0).orElseThrow().text().orElseThrow()));
        }

        @Override
        public List<byte[]> split(byte[] raw) {
          String text = new String(raw, StandardCharsets.UTF_8);
          if (!text.startsWith("[")) return List.of(raw);
          return Json.parse(text).elements().stream()
              .map(x -> CanonicalJson.bytes(new Json.Arr(List.of(x))))
              .toList();
        }

        @Override
        public Usage usage(byte[] raw) {
          return Usage.of(10, 2);
        }
      };

  @Override
  public Protocol protocol() {
    return PROTOCOL;
  }

  @Override
  public String name() {
    return "scripted-1";
  }

  @Override
  public Optional<String> revision() {
    return Optional.empty();
  }

  @Override
  public Abilities abilities() {
    return abilities;
  }

  @Override
  public String endpoint() {
    return "memory";
  }

  @Override
  public Wired exchange(Wire wire) throws CallFailed {
    int number = wireCalls.incrementAndGet();
    if (failure.isPresent()) throw failure.get();
    if (number > failAfter) throw new CallFailed(CallFailed.Kind.UNREACHABLE, "down", 1);
    samples.addAndGet(wire.choices());
    String prompt =
        ((Request.Chat) wire.request())
            .messages().stream().map(Message::text).collect(Collectors.joining("\n"));
    var texts = new ArrayList<Json>();
    for (int i = 0; i < wire.choices(); i++) {
      texts.add(Json.of(script.apply(prompt, wire.seed() + i)));
    }
    return new Wired(CanonicalJson.bytes(new Json.Arr(texts)), false, 1, 5);
  }
}
