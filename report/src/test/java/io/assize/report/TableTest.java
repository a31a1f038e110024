package io.assize.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** One table, every form. */
class TableTest {

  private static final Table TABLE =
      Table.of("t", List.of("system", "won"), List.of(List.of("=a|b,\"c\"", "-3")));

  @Test
  void cellsOfCsvAreNoFormulas() {
    assertThat(TABLE.csv()).containsExactly("system,won", "\"'=a|b,\"\"c\"\"\",-3");
  }

  @Test
  void cellsOfMarkdownStayInTheirRow() {
    assertThat(TABLE.markdown())
        .containsExactly("| system | won |", "| --- | --- |", "| =a\\|b,\"c\" | -3 |");
  }

  @Test
  void aRowOfAnotherLengthIsRefused() {
    assertThatThrownBy(() -> Table.of("t", List.of("a", "b"), List.of(List.of("1"))))
        .hasMessage("t: a row of 1 cells under 2 columns");
  }
}
