package io.assize.engine.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.assize.core.CaseId;
import io.assize.core.Judgment;
import io.assize.core.Part;
import io.assize.core.Party;
import io.assize.core.Provenance;
import io.assize.core.Result;
import io.assize.core.Step;
import io.assize.core.Why;
import io.assize.core.call.CallKey;
import io.assize.core.json.Hash;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What counts as a value that was asked for. */
class AskedTest {

  private static Judgment judgment(String call, Part... parts) {
    List<CallKey> calls =
        call.isEmpty() ? List.of() : List.of(new CallKey(Hash.of(call), List.of(0)));
    return new Judgment(
        new CaseId(Hash.of("case")),
        "question",
        Party.model("judge"),
        Result.missing(Why.UNREADABLE, call),
        List.of(parts),
        new Provenance("rule", calls, Optional.empty()));
  }

  private static Part part(String dimension, String value, Judgment of) {
    return new Part(new Step(dimension, value), of);
  }

  private static List<String> asked(Judgment whole) {
    var seen = new Observations();
    seen.add(JudgmentRows.of(whole));
    return Arrays.stream(seen.asked()).mapToObj(seen::detail).toList();
  }

  @Test
  void aValueIsAskedForThoughSomethingWasMadeBeforeIt() {
    assertThat(asked(judgment("reply", part(Step.MADE, "notes", judgment("notes")))))
        .containsExactly("reply", "notes");
  }

  @Test
  void aFoldIsNotAskedFor() {
    Part one = part("order", "a>b", judgment("one"));
    Part other = part("order", "b>a", judgment("other"));
    assertThat(asked(judgment("", one, other))).containsExactly("one", "other");
  }

  @Test
  void whatIsNamedAndUsedAgainCountsOnce() {
    Part one = part("order", "a>b", judgment("one"));
    Part other = part("order", "b>a", judgment("other"));
    Judgment both = judgment("", one, other);
    Judgment whole = judgment("", part(Step.MADE, "both", both), one, other);
    assertThat(asked(whole)).containsExactly("one", "other");
  }

  @Test
  void twoValuesOfOneReplyAreTwo() {
    Part a = part(Step.CANDIDATE, "a", judgment("reply"));
    Part b = part(Step.CANDIDATE, "b", judgment("reply"));
    Judgment scores = judgment("", a, b);
    assertThat(asked(judgment("", part(Step.MADE, "scores", scores), a, b)))
        .containsExactly("reply", "reply");
  }

  @Test
  void whatNoReplyGaveIsNotTakenForTheSame() {
    Part one = part("criterion", "x", judgment(""));
    assertThat(asked(judgment("", part(Step.MADE, "notes", judgment("")), one, one))).hasSize(3);
  }
}
