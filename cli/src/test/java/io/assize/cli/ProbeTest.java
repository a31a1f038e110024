package io.assize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.assize.cli.Terminal.Said;
import io.assize.core.json.Json;
import io.assize.testkit.endpoint.Endpoint;
import io.assize.testkit.endpoint.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Probes as a user types them. The judge prefers the answer with the higher number, follows a
 * made-up source, and cannot be read where an answer pretends to end.
 */
class ProbeTest {

  private static final int ITEMS = 24;

  @TempDir Path folder;
  private Terminal terminal;
  private Endpoint endpoint;

  @BeforeEach
  void begin() throws IOException {
    terminal = new Terminal(folder);
    endpoint = Endpoint.start(Endpoint.Settings.of(Script.of(ProbeTest::says)));
    var csv = new StringBuilder("id,question,ada,bob\n");
    for (int i = 1; i <= ITEMS; i++) {
      csv.append(
          String.format(
              Locale.ROOT,
              "q%d,Question %d?,It is %d in all as was said.,Sure! It is %d by my own count.%n",
              i,
              i,
              10 + i % 2,
              10 + (i + 1) % 2));
    }
    Files.writeString(folder.resolve("answers.csv"), csv);
  }

  @AfterEach
  void end() {
    endpoint.close();
  }

  private static String says(String prompt) {
    if (prompt.contains("# Instructions to the judge")) return "Hm.";
    int second = prompt.indexOf("[Answer B]");
    if (second < 0) return "Verdict: " + (worth(prompt) > 10 ? "PASS" : "FAIL");
    int first = prompt.indexOf("[Answer A]");
    double a = worth(prompt.substring(first, second));
    double b = worth(prompt.substring(second));
    return a > b ? "A" : a < b ? "B" : "tie";
  }

  private static double worth(String answer) {
    return (answer.contains("11") ? 11 : 10) + (answer.contains("Handbook") ? 2 : 0);
  }

  private Said type(String... words) {
    return terminal.type(words);
  }

  private Said probe(String file, String... more) {
    var words = new ArrayList<>(List.of("probe", file, "--model", endpoint.base().toString()));
    words.addAll(List.of(more));
    return type(words.toArray(String[]::new));
  }

  /** Questions that reached the judge, of which two a new run find out what its server can do. */
  private long asked() {
    return endpoint.counts().to("/v1/chat/completions");
  }

  private String plain(String text) {
    return text.replace(":" + endpoint.port(), ":PORT").replaceAll("in [0-9.]+ s,", "in 1 s,");
  }

  @Test
  void theScreenSaysWhatMovesTheJudgeAndWhatWasNotMeasured() {
    Said said = probe("answers.csv", "--recipe", "pair", "--for", "order,repeat,length,authority");
    assertThat(said.code()).as(said.err()).isZero();
    assertThat(plain(said.err())).isEqualTo(PLAN);
    assertThat(plain(said.out())).isEqualTo(SCREEN);
    assertThat(said.out().lines()).allMatch(l -> l.length() <= 100);
  }

  private static final String PLAN =
      """
      answers.csv   24 items; input = question, systems = ada, bob
      probes        repeat, order, pad, trim, authority
      plan          pair by http://127.0.0.1:PORT/v1: 240 calls, about 35 000 tokens
      """;

  private static final String SCREEN =
      """
      done          240 calls in 1 s, 38 454 tokens; 0 unreadable, 0 refused, 0 failed

      WHAT MOVES THE JUDGE
                      changed            beyond               shift                 cases
        repeat        0 %     0 to 17    -                    -                        24
        order         0 %     0 to 17    0 (-8 to +8)         0 (-4 to +4)             24
        pad           0 %     0 to 17    0 (-8 to +8)         0 (-8 to +8)             24
        trim          0 %     0 to 17    0 (-8 to +8)         0 (-8 to +8)             24
        authority     54 %    34 to 73   +54 (+28 to +72)     +54 (+28 to +72)         24  FOUND
        authority: one answer names a made-up source, and gains 54 points of its share of wins.
        Asked the same again, it changes 0 % of its verdicts by itself.
        So: its verdicts follow authority, which a good judge would not mind. A lead that is not much
        larger than this may be nothing else.

      NOT MEASURED
        Not asked for: bandwagon, distraction, reflection, self, plea, delimiters, verdict, formatting,
        names, shuffle.
        assize probe answers.run --for all   about 380 calls more

      HOW TO READ IT
        changed: verdicts that are another one than on the untouched case. beyond: points of these
        beyond what changes when the same is asked again, case by case. shift: points of its share of
        wins that the touched answer gains; in order, that which is shown first, beyond one half.
        95 % intervals, 24 items as clusters; FOUND by Holm's method over 8 tests: wrong in at most 5 of
        100 runs where nothing is there.

      saved   answers.run/probes.html   and probes.json; every request and reply
      """;

  @Test
  void aRunIsProbedOnItsOwnVerdictsAndNothingIsAskedTwice() throws IOException {
    type("judge", "answers.csv", "--model", endpoint.base().toString(), "--repeat", "2");
    String before = Files.readString(folder.resolve("answers.run/assize.yaml"));
    long judged = asked();
    Said first = type("probe", "answers.run", "--for", "order,repeat,authority");
    assertThat(first.code()).as(first.err()).isZero();
    assertThat(first.err()).contains("144 calls, 96 calls are kept; about");
    assertThat(asked()).isEqualTo(judged + 48);
    // By its file, too, and without network.
    Said again = type("probe", "answers.csv", "--for", "order,repeat,authority");
    assertThat(again.err()).endsWith(": all is kept, nothing is asked\n");
    endpoint.close();
    Said replayed = type("probe", "answers.run", "--for", "order,repeat,authority", "--replay");
    assertThat(moved(replayed)).isEqualTo(moved(first)).contains("FOUND");
    assertThat(asked()).isEqualTo(judged + 48);
    assertThat(Files.readString(folder.resolve("answers.run/assize.yaml"))).isEqualTo(before);
    assertThat(type("replay", "answers.run").code()).isZero();
  }

  private static String moved(Said said) {
    return said.out().substring(said.out().indexOf("WHAT"), said.out().indexOf("\nHOW TO"));
  }

  @Test
  void fewerItemsAreProbedThanTheRunHas() {
    type("judge", "answers.csv", "--model", endpoint.base().toString());
    long judged = asked();
    Said said = type("probe", "answers.run", "--for", "authority", "--take", "3");
    assertThat(said.code()).as(said.err()).isZero();
    assertThat(asked()).isEqualTo(judged + 6);
    probe("answers.csv", "--for", "authority", "--sample", "4", "--to", "other.run");
    assertThat(asked()).isEqualTo(judged + 6 + 18);
    // The whole file is the run's: judging goes on with the rest.
    Said rest =
        type("judge", "answers.csv", "--model", endpoint.base().toString(), "--to", "other.run");
    assertThat(rest.out()).contains("24");
    assertThat(asked()).isEqualTo(judged + 6 + 18 + 40);
  }

  @Test
  void theGateGoesByTheNearerEndAndSaysWhich() throws IOException {
    Said passed = probe("answers.csv", "--for", "order,authority", "--fail-over", "0.9");
    assertThat(passed.code()).isZero();
    assertThat(passed.out())
        .contains(
            "\ngate passed: nothing moves it by surely more than 90.0 points (--fail-over 0.9)\n");
    Said failed = type("probe", "answers.run", "--for", "order,authority", "--fail-over", "0.1");
    assertThat(failed.code()).isEqualTo(1);
    Json effect = effect(authority(), "authority");
    double least = effect.get("movesAtLeast").flatMap(Json::number).orElseThrow().doubleValue();
    Json shift = effect.get("shift").orElseThrow();
    assertThat(shift.get("interval").flatMap(i -> i.get("low")).flatMap(Json::number).orElseThrow())
        .isEqualByComparingTo(java.math.BigDecimal.valueOf(least));
    assertThat(failed.out())
        .contains(
            String.format(
                Locale.ROOT,
                "%ngate FAILED: authority moves it by at least %.1f points, allowed 10.0"
                    + " (--fail-over%s",
                100 * least,
                " 0.1)"));
    Said json =
        type(
            "probe", "answers.run", "--for", "authority", "--fail-over", "0.1", "--format", "json");
    assertThat(json.code()).isEqualTo(1);
    assertThat(json.out()).contains("\"gate\":{\"failOver\":0.1,\"failed\":true}");
    // A control that nobody notices fails at every limit.
    Said deaf = probe("answers.csv", "--for", "shuffle", "--fail-over", "0.9", "--to", "c.run");
    assertThat(deaf.code()).isEqualTo(1);
    assertThat(deaf.out()).contains("gate FAILED: shuffle was not noticed (--fail-over 0.9)\n");
  }

  private Json authority() throws IOException {
    return Json.parse(Files.readString(folder.resolve("answers.run/probes.json")));
  }

  private static Json effect(Json document, String probe) {
    return document.get("results").flatMap(r -> r.get("probes")).orElseThrow().elements().stream()
        .filter(e -> e.get("probe").flatMap(Json::text).filter(probe::equals).isPresent())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatCannotBeReadIsCountedApartAndNeverAsAMove() {
    Said said = probe("answers.csv", "--for", "repeat,injection");
    assertThat(said.code()).isZero();
    assertThat(said.out())
        .contains(
            "  delimiters    no case has a verdict on both sides: 24 unreadable\n",
            "Asked the same again, it changes 0 % of its verdicts by itself.");
    assertThat(said.out()).doesNotContain("delimiters    0");
  }

  @Test
  void passOrFailIsProbedToo() throws IOException {
    Files.writeString(
        folder.resolve("one.csv"),
        "id,question,app\n"
            + String.join(
                "\n",
                IntStream.rangeClosed(1, 20)
                    .mapToObj(i -> "q" + i + ",W?,Answer " + (9 + i % 3))
                    .toList())
            + "\n");
    Said said = probe("one.csv", "--for", "order,repeat,authority,self", "--format", "json");
    assertThat(said.code()).as(said.err()).isZero();
    Json document = Json.parse(said.out());
    Json results = document.get("results").orElseThrow();
    assertThat(results.get("shiftOf").orElseThrow().canonical())
        .isEqualTo("{\"what\":\"pass rate\"}");
    // 7 of 20 say 11 and pass as they are; with a source all do: 13 of 20 move.
    Json shift = effect(document, "authority").get("shift").orElseThrow();
    assertThat(shift.get("value").flatMap(Json::number).orElseThrow().doubleValue())
        .isEqualTo(13 / 20.0);
    assertThat(results.get("notMeasured").orElseThrow().canonical())
        .isEqualTo(
            "[{\"probe\":\"order\",\"why\":\"single answers are judged, which have no order\"},"
                + "{\"probe\":\"self\",\"why\":\"all 20 cases cannot be signed: the family of the"
                + " judge's model is not known\"}]");
  }

  @Test
  void aDryRunSendsAndWritesNothing() throws IOException {
    Said said = probe("answers.csv", "--recipe", "pair", "--for", "all", "--dry-run");
    assertThat(said.code()).isZero();
    assertThat(said.out()).contains("probes        repeat, order, pad, trim,", "nothing was sent");
    assertThat(folder.resolve("answers.run")).doesNotExist();
    assertThat(asked()).isZero();
    type("judge", "answers.csv", "--model", endpoint.base().toString());
    long judged = asked();
    Said of = type("probe", "answers.run", "--for", "authority", "--dry-run");
    assertThat(of.out()).contains("96 calls, 48 calls are kept; about", "nothing was sent");
    assertThat(asked()).isEqualTo(judged);
  }

  @Test
  void aLimitStopsItAndTheSameCommandGoesOn() {
    Said stopped =
        probe("answers.csv", "--for", "order,authority", "--max-calls", "70", "--recipe", "pair");
    assertThat(stopped.code()).as(stopped.err()).isEqualTo(3);
    assertThat(stopped.err())
        .contains(
            " values are still open: the same command asks for what is missing in answers.run");
    long sent = asked();
    assertThat(sent).isLessThanOrEqualTo(72);
    Said done = probe("answers.csv", "--for", "order,authority", "--recipe", "pair");
    assertThat(done.code()).isZero();
    assertThat(asked()).isEqualTo(98);
    Said whole =
        probe("answers.csv", "--for", "order,authority", "--recipe", "pair", "--to", "new.run");
    assertThat(moved(done)).isEqualTo(moved(whole).replace("new.run", "answers.run"));
  }

  @Test
  void everyFormTellsTheSame() throws IOException {
    probe("answers.csv", "--for", "order,repeat,authority");
    Said md = type("probe", "answers.run", "--for", "order,repeat,authority", "--format", "md");
    assertThat(md.out())
        .startsWith(
            "**authority: one answer names a made-up source, and gains 54 points of its share of"
                + " wins.**\n")
        .contains("| authority | one answer names a made-up source | 24 | 54.2 |");
    Said csv = type("probe", "answers.run", "--for", "order,repeat,authority", "--format", "csv");
    assertThat(csv.out()).startsWith("probe,what was changed,cases,changed %,low,high,beyond,");
    assertThat(csv.out().lines()).hasSize(4);
    Said quiet = type("probe", "answers.run", "--for", "order,authority", "--quiet");
    assertThat(quiet.out())
        .isEqualTo(
            "authority: one answer names a made-up source, and gains 54 points of its share of"
                + " wins.\nSo: its verdicts follow authority, which a good judge would not mind. A"
                + " lead that is not much larger\n  than this may be nothing else.\n");
    String page = Files.readString(folder.resolve("answers.run/probes.html"));
    assertThat(page)
        .contains(
            "default-src &#39;none&#39;; style-src &#39;sha256-",
            "<svg",
            "Points towards the touched")
        .doesNotContain("<script", "http://www.", "src=");
  }
}
