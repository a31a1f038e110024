package io.assize.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assize.core.Item;
import io.assize.core.call.CallFailed;
import io.assize.core.call.Model;
import io.assize.core.call.Reply;
import io.assize.core.call.Request;
import io.assize.core.json.Json;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class LambdaSystemTest {

  private static Model.Wired ask(Function<Item, String> function) throws CallFailed {
    Model model = LambdaSystem.of("mine", function);
    Json item =
        Json.object()
            .put("id", "q1")
            .put("input", "Why?")
            .put("reference", "So.")
            .put("rubric", "Is short.")
            .build();
    var request = new Request.Execute("function/mine", item);
    return model.exchange(
        new Model.Wire(request, model.protocol().body(request, model.name()), 1, 1));
  }

  @Test
  void aFunctionAnswersTheItemThatItsKeyIsMadeOf() throws CallFailed {
    var wired =
        ask(item ->
            String.join(
                "|", item.id(), item.fields().toString(), item.rubric().orElse("no rubric")));
    assertThat(LambdaSystem.of("mine", Item::id).protocol().read(wired.raw()).got())
        .contains(new Reply.Ran(0, "q1|{input=Why?, reference=So.}|Is short.", ""));
  }

  @Test
  void whatItThrowsIsAFailedCall() {
    assertThatThrownBy(() ->
            ask(item -> {
              throw new IllegalStateException("asleep");
            }))
        .isInstanceOf(CallFailed.class)
        .hasMessage("function mine  threw java.lang.IllegalStateException: asleep");
  }

  @Test
  @SuppressWarnings("NullAway") // a stranger's function keeps no promise
  void nullIsNoAnswer() {
    assertThatThrownBy(() -> ask(item -> null))
        .isInstanceOf(CallFailed.class)
        .hasMessage("function mine  returned null");
  }
}
