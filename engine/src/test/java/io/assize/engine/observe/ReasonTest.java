package io.assize.engine.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.assize.core.CaseId;
import io.assize.core.Judgment;
import io.assize.core.Part;
import io.assize.core.Party;
import io.assize.core.Provenance;
import io.assize.core.Result;
import io.assize.core.Step;
import io.assize.core.Verdict;
import io.assize.core.Why;
import io.assize.core.json.Hash;
import io.assize.core.scale.Basis;
import io.assize.core.scale.Distribution;
import io.assize.core.scale.Outcome;
import io.assize.core.scale.Scale;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A case without a value says what its replies lacked, not that a fold had too few of them. */
class ReasonTest {

  private static final Result<Verdict> TOO_FEW = Result.missing(Why.TOO_FEW, "0 of 2, need 2");

  private static Judgment judgment(Result<Verdict> result, Part... parts) {
    return new Judgment(
        new CaseId(Hash.of("case")),
        "question",
        Party.model("judge"),
        result,
        List.of(parts),
        Provenance.of("rule"));
  }

  private static Judgment leaf(Why why) {
    return judgment(Result.missing(why, "a reply"));
  }

  private static Judgment value() {
    var scale = new Scale.Real(0, 1);
    return judgment(
        Result.done(Verdict.of(Distribution.point(scale, new Outcome.Value(0.5), Basis.STATED))));
  }

  private static Part part(String dimension, String value, Judgment of) {
    return new Part(new Step(dimension, value), of);
  }

  private static Optional<Why> reason(Judgment whole) {
    var seen = new Observations();
    seen.add(JudgmentRows.of(whole));
    assertThat(seen.missing(seen.root(0))).isEqualTo(whole.result().whyNot());
    return seen.reason(seen.root(0));
  }

  private static Judgment orders(Judgment first, Judgment second) {
    return judgment(TOO_FEW, part("order", "a>b", first), part("order", "b>a", second));
  }

  @Test
  void bothOrdersUnreadableIsUnreadable() {
    assertThat(reason(orders(leaf(Why.UNREADABLE), leaf(Why.UNREADABLE)))).contains(Why.UNREADABLE);
    assertThat(reason(orders(value(), leaf(Why.REFUSED)))).contains(Why.REFUSED);
  }

  @Test
  void severalReasonsStayTooFew() {
    assertThat(reason(orders(leaf(Why.UNREADABLE), leaf(Why.REFUSED)))).contains(Why.TOO_FEW);
    assertThat(reason(judgment(TOO_FEW))).contains(Why.TOO_FEW);
  }

  @Test
  void foldsOfFoldsAndPartsOfOneReplyGoDownToTheReplies() {
    Judgment draws =
        judgment(
            TOO_FEW,
            part("draw", "0", leaf(Why.UNREADABLE)),
            part("draw", "1", leaf(Why.UNREADABLE)));
    Judgment parts =
        judgment(
            Judgment.IN_PARTS,
            part("candidate", "a", value()),
            part("candidate", "b", leaf(Why.UNREADABLE)));
    assertThat(reason(orders(draws, parts))).contains(Why.UNREADABLE);
    assertThat(reason(orders(draws, leaf(Why.REFUSED)))).contains(Why.TOO_FEW);
  }

  @Test
  void whatWasMadeOnTheWayIsNoReasonAndOtherReasonsStandAsTheyAre() {
    Judgment made =
        judgment(
            TOO_FEW,
            part("made", "notes", leaf(Why.REFUSED)),
            part("order", "a>b", leaf(Why.UNREADABLE)));
    assertThat(reason(made)).contains(Why.UNREADABLE);
    assertThat(reason(judgment(Result.missing(Why.PENDING, "waits"), part("draw", "0", value()))))
        .contains(Why.PENDING);
    assertThat(reason(value())).isEmpty();
  }
}
