package io.assize.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assize.core.AssizeException;
import io.assize.core.call.CallFailed;
import io.assize.core.call.Message;
import io.assize.core.call.Model;
import io.assize.core.call.Request;
import io.assize.core.call.Sampling;
import io.assize.models.http.HttpModel;
import io.assize.models.http.Patience;
import io.assize.models.http.Transport;
import io.assize.testkit.endpoint.Endpoint;
import io.assize.testkit.endpoint.Fault;
import io.assize.testkit.endpoint.Faults;
import io.assize.testkit.endpoint.Scripts;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ModelOpenerTest {

  private static final Patience LITTLE =
      new Patience(2, Duration.ofSeconds(5), Duration.ofMillis(1), Duration.ZERO, 1 << 20);

  private final Endpoint endpoint =
      Endpoint.start(
          Endpoint.Settings.of(Scripts.saying("B")).withModels("small", "large", "larger"));
  private final Transport transport =
      new Transport(InstantSource.system(), new SplittableRandom(1), 8);

  @AfterEach
  void stop() {
    transport.close();
    endpoint.close();
  }

  private HttpModel open(String text, Map<String, String> environment) {
    return open(ModelSpec.parse("--model", text, new TreeMap<>()), environment);
  }

  private HttpModel open(ModelSpec spec, Map<String, String> environment) {
    var keys = new Keys(Environment.of(environment), new TreeMap<>());
    return new ModelOpener(keys, transport).open("--model", spec, Optional.empty());
  }

  private void refuses(String text, Map<String, String> environment, String message) {
    assertThatThrownBy(() -> open(text, environment))
        .isInstanceOf(AssizeException.class)
        .hasMessage(message);
  }

  private static void ask(HttpModel model) throws CallFailed {
    var request =
        new Request.Chat("m", List.of(Message.user("a")), Sampling.GREEDY, Optional.empty());
    model.exchange(new Model.Wire(request, model.protocol().body(request, model.name()), 1, 1));
  }

  @Test
  void aUrlWithOneModelNeedsNoName() {
    try (Endpoint one = Endpoint.start(Scripts.saying("B"))) {
      HttpModel model = open(one.base().toString(), Map.of());
      assertThat(model.name()).isEqualTo("assize-test");
      assertThat(model.endpoint()).isEqualTo(one.base().toString());
      assertThat(model.protocol().name()).isEqualTo("openai-chat");
    }
  }

  @Test
  void aUrlWithSeveralModelsNamesThem() {
    refuses(
        endpoint.base().toString(),
        Map.of(),
        "--model  "
            + endpoint.base()
            + " serves several models\n  allowed: small, large, larger\n  fix: write the name behind"
            + " the URL: "
            + endpoint.base()
            + "#small");
    assertThat(open(endpoint.base() + "#large", Map.of()).name()).isEqualTo("large");
    refuses(
        endpoint.base() + "#smal",
        Map.of(),
        "--model  "
            + endpoint.base()
            + " serves no model \"smal\"\n  allowed: small, large, larger\n  fix: write "
            + endpoint.base()
            + "#small");
  }

  @Test
  void aUrlThatListsNothingNeedsAName() {
    endpoint.fail(Faults.always(Fault.error(404, "not_found_error", "no")));
    refuses(
        endpoint.base().toString(),
        Map.of(),
        "--model  "
            + endpoint.base()
            + " does not list its models\n  fix: write the name behind the URL: "
            + endpoint.base()
            + "#NAME");
    assertThat(open(endpoint.base() + "#any", Map.of()).name()).isEqualTo("any");
  }

  @Test
  void aUrlThatAnswersAWebPageIsTold() {
    endpoint.fail(Faults.always(Fault.html()));
    refuses(
        endpoint.base().toString(),
        Map.of(),
        endpoint.base()
            + """
            /models  answered 200 with a web page in place of JSON
              fix: check the URL: it should be that of the API; most end in /v1\
            """);
  }

  @Test
  void aProviderWithoutItsKeyIsTold() {
    refuses(
        "openai/gpt-x",
        Map.of(),
        """
        --model  "openai/gpt-x" needs a key and OPENAI_API_KEY is not set
          fix: export OPENAI_API_KEY=..., or use a model on this machine: ollama/NAME or http://127.0.0.1:8080/v1\
        """);
    refuses(
        "gemini/gemini-x",
        Map.of("OPENAI_API_KEY", "sk-12345678"),
        """
        --model  "gemini/gemini-x" needs a key and GEMINI_API_KEY or GOOGLE_API_KEY is not set
          fix: export GEMINI_API_KEY=..., or use a model on this machine: ollama/NAME or http://127.0.0.1:8080/v1\
        """);
  }

  @Test
  void everyProviderIsSpokenToInItsOwnWay() {
    var keys =
        Map.of(
            "OPENAI_API_KEY", "sk-1234567890",
            "ANTHROPIC_API_KEY", "ak-1234567890",
            "GOOGLE_API_KEY", "gk-1234567890",
            "OLLAMA_HOST", "0.0.0.0:9999");
    assertThat(open("openai/x", keys).endpoint()).isEqualTo("https://api.openai.com/v1");
    assertThat(open("anthropic/x", keys).endpoint()).isEqualTo("https://api.anthropic.com/v1");
    assertThat(open("anthropic/x", keys).protocol().name()).isEqualTo("anthropic-messages");
    assertThat(open("gemini/x", keys).endpoint())
        .isEqualTo("https://generativelanguage.googleapis.com/v1beta");
    assertThat(open("gemini/x", keys).protocol().name()).isEqualTo("gemini-generate");
    assertThat(open("ollama/x", keys).endpoint()).isEqualTo("http://127.0.0.1:9999");
    assertThat(open("ollama/x", Map.of()).endpoint()).isEqualTo("http://127.0.0.1:11434");
    assertThat(open("ollama/x", Map.of()).protocol().name()).isEqualTo("ollama-chat");
  }

  @Test
  void noKeyLeavesForAForeignHost() throws CallFailed {
    var environment =
        Map.of(
            "OPENAI_API_KEY", "sk-1234567890",
            "ANTHROPIC_API_KEY", "ak-1234567890",
            "GEMINI_API_KEY", "gk-1234567890",
            "ASSIZE_KEY_LAB", "lk-1234567890",
            "ASSIZE_HOST_LAB", "lab.example");
    ask(open(endpoint.base() + "#small", environment));
    assertThat(endpoint.counts().to("/v1/models")).isEqualTo(1);
    assertThat(endpoint.counts().to("/v1/chat/completions")).isEqualTo(1);
    assertThat(endpoint.counts().credentials()).isEmpty();
  }

  @Test
  void aBaseUrlOfTheEnvironmentGetsItsKey() throws CallFailed {
    var environment =
        Map.of("OPENAI_API_KEY", "sk-1234567890", "OPENAI_BASE_URL", endpoint.base().toString());
    ask(open("openai/small", environment));
    assertThat(endpoint.counts().credentials()).containsExactly("Bearer sk-1234567890");
  }

  @Test
  void aConfiguredModelSaysItsProtocolKeyAndRevision() throws CallFailed {
    var config =
        new ModelConfig(
            endpoint.base() + "#small",
            Optional.of("openai-embeddings"),
            Optional.of("ASSIZE_KEY_LAB"),
            Optional.of("2026-01"),
            LITTLE,
            OptionalInt.of(2));
    var spec = ModelSpec.parse("--model", "encoder", new TreeMap<>(Map.of("encoder", config)));
    HttpModel model =
        open(
            spec,
            Map.of(
                "ASSIZE_KEY_LAB",
                "lk-1234567890",
                "ASSIZE_HOST_LAB",
                endpoint.base().getRawAuthority()));
    assertThat(model.protocol().name()).isEqualTo("openai-embeddings");
    assertThat(model.revision()).contains("2026-01");
    assertThat(transport.limit(endpoint.base()).limit()).isEqualTo(2);
    assertThat(endpoint.counts().credentials()).containsExactly("Bearer lk-1234567890");
  }

  @Test
  void anUnknownProtocolIsToldWithTheNearestOne() {
    var config =
        new ModelConfig(
            "ollama/x",
            Optional.of("openai-chta"),
            Optional.empty(),
            Optional.empty(),
            LITTLE,
            OptionalInt.empty());
    var spec = ModelSpec.parse("--model", "j", new TreeMap<>(Map.of("j", config)));
    assertThatThrownBy(() -> open(spec, Map.of()))
        .hasMessage(
            """
            --model  names the protocol "openai-chta", which is not known
              allowed: openai-chat, anthropic-messages, gemini-generate, ollama-chat, openai-completions, openai-embeddings
              fix: write openai-chat\
            """);
  }

  @Test
  void aServerThatIsDownDoesNotMatterWhereTheNameIsGiven() {
    URI base = endpoint.base();
    endpoint.close();
    assertThat(open(base + "#small", Map.of()).name()).isEqualTo("small");
    refuses(
        base.toString(),
        Map.of(),
        base
            + """
            /models  takes no connection
              fix: start the server, or check host and port of the URL\
            """);
  }
}
