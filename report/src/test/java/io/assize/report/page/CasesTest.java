package io.assize.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.assize.core.json.Json;
import io.assize.measures.Estimate;
import io.assize.measures.Explanation;
import io.assize.measures.Interval;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the page's filter goes by. */
class CasesTest {

  private static final List<CaseRow> ROWS =
      CaseRow.of(Samples.pairs(12, "ada", "bob", "x").labelled(i -> i < 4).judge("main"));

  private static ByteBuffer column(Json columns, String name) {
    String text = columns.get(name).flatMap(Json::text).orElseThrow();
    return ByteBuffer.wrap(Base64.getDecoder().decode(text)).order(ByteOrder.LITTLE_ENDIAN);
  }

  @Test
  void aCaseKnowsWhatIsToBeSaidOfIt() {
    assertThat(ROWS.get(0).flags())
        .containsExactlyInAnyOrder(
            CaseFlag.LABELLED, CaseFlag.AGAINST, CaseFlag.FIRST, CaseFlag.LONGER);
    assertThat(ROWS.get(2).flags()).contains(CaseFlag.FLIPS).doesNotContain(CaseFlag.LONGER);
    assertThat(ROWS.get(9).flags()).containsExactly(CaseFlag.NONE);
    assertThat(ROWS.get(5).code()).isZero();
    assertThat(ROWS.get(0).value()).isEqualTo(0.75);
  }

  @Test
  void columnsHoldEachCaseAndNothingElse() {
    Json columns = new CaseColumns(ROWS, List.of("bob", "ada")).json();
    assertThat(columns.get("systems").orElseThrow().canonical()).isEqualTo("[\"bob\",\"ada\"]");
    ByteBuffer value = column(columns, "value");
    ByteBuffer item = column(columns, "item");
    ByteBuffer a = column(columns, "a");
    ByteBuffer code = column(columns, "code");
    ByteBuffer reason = column(columns, "reason");
    for (int i = 0; i < ROWS.size(); i++) {
      assertThat(item.getInt()).isEqualTo(i);
      assertThat(a.getShort()).isEqualTo((short) 1);
      assertThat(code.get()).isEqualTo((byte) ROWS.get(i).code());
      assertThat(reason.get() == -1).isEqualTo(ROWS.get(i).why().isEmpty());
      float number = value.getFloat();
      if (i == 9) assertThat(number).isNaN();
      else assertThat(number).isEqualTo((float) ROWS.get(i).value());
    }
    assertThat(value.hasRemaining()).isFalse();
  }

  @Test
  void aHundredThousandItemsStillFit() {
    var many = new ArrayList<CaseRow>();
    Samples.pairs(100, "ada", "bob", "a question of some length, and of some more length")
        .judge("main")
        .cases()
        .forEach(c ->
            many.add(
                new CaseRow(
                    c,
                    c.candidates().getFirst(),
                    Optional.empty(),
                    0,
                    1,
                    Double.NaN,
                    Optional.empty(),
                    java.util.EnumSet.noneOf(CaseFlag.class))));
    Json columns = new CaseColumns(many, List.of()).json();
    assertThat(columns.get("snippets").orElseThrow().elements()).hasSize(100);
    assertThat(columns.get("snippets").orElseThrow().elements().get(7))
        .isEqualTo(Json.of("Question 7 a question of some length, and of some more length"));
  }

  private static Estimate estimate(double value, double low, double high) {
    return new Estimate.Value(
        Explanation.given("x", value),
        Optional.of(new Interval(low, high, 0.95, Interval.Kind.SAMPLING)),
        10,
        0,
        "by hand",
        0);
  }

  @Test
  void systemsThatOverlapShareALetter() {
    assertThat(
            Groups.of(
                List.of(
                    estimate(0.8, 0.7, 0.9),
                    estimate(0.7, 0.6, 0.75),
                    estimate(0.6, 0.5, 0.65),
                    estimate(0.2, 0.1, 0.3))))
        .containsExactly("a", "ab", "b", "c");
    assertThat(Groups.of(List.of(estimate(0.8, 0.7, 0.9), estimate(0.7, 0.6, 0.7))))
        .containsExactly("a", "a");
    assertThat(Groups.of(List.of())).isEmpty();
  }

  @Test
  void aNumberIsExplainedByItsOperationsAndAnUndefinedOneByItsReason() {
    assertThat(Explained.of("rate", estimate(0.5, 0.25, 0.75)))
        .containsEntry("value", "0.5000, 95 % interval 0.2500 to 0.7500")
        .containsEntry("method", "by hand; n 10");
    assertThat(Explained.of("rate", new Estimate.Undefined("asked once", 3, 0)))
        .containsEntry("value", "not measured: asked once");
  }
}
