package io.assize.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.assize.core.Party;
import io.assize.core.Result;
import io.assize.core.json.Hash;
import io.assize.core.json.Json;
import io.assize.engine.files.Label;
import io.assize.engine.files.Place;
import io.assize.engine.files.Subject;
import io.assize.report.Report;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page holds all it needs, asks nobody, and says what it leaves out. */
class HtmlPageTest {

  private static final String HOSTILE =
      "</script><script>alert(1)</script>\"'><img src=x onerror=alert(1)>{{gold}}{{{x}}}"
          + "\u202e\u2066\u0007 https://example.org <!--";

  private static String between(String page, String from, String to) {
    int start = page.indexOf(from) + from.length();
    assertThat(page).contains(from);
    return page.substring(start, page.indexOf(to, start));
  }

  private static Json data(String page, String id) {
    return Json.parse(between(page, "id=\"" + id + "-data\">", "</script>"));
  }

  private static List<Json> whole(String page) {
    return data(page, "j0")
        .get("full")
        .flatMap(f -> f.get("cases"))
        .map(Json::elements)
        .orElseThrow();
  }

  private static int number(Json of, String name) {
    return of.get(name).flatMap(Json::number).map(BigDecimal::intValueExact).orElseThrow();
  }

  private static String sum(String text) {
    return "'sha256-" + Base64.getEncoder().encodeToString(Hash.of(text).bytes()) + "'";
  }

  @Test
  void onlyItsOwnStyleAndScriptMayDoAnything() {
    String page = HtmlPage.of(Samples.pairs(12, "ada", "bob", "x").report("yes"));
    String policy = between(page, "Content-Security-Policy\" content=\"", "\"");
    assertThat(policy.replace("&#39;", "'"))
        .isEqualTo(
            "default-src 'none'; script-src "
                + sum(between(page, "<script>", "</script>"))
                + "; style-src "
                + sum(between(page, "<style>", "</style>"))
                + "; base-uri 'none'; form-action 'none'");
    assertThat(page.indexOf("Content-Security-Policy")).isLessThan(page.indexOf("<style>"));
    assertThat(page)
        .doesNotContain(
            "src=", "http:", "https:", "url(", "@import", " style=", " onclick", "<link");
  }

  @Test
  void nothingThatWasJudgedIsMoreThanText() {
    Report report =
        new Report(
            HOSTILE,
            List.of(Samples.pairs(12, HOSTILE, "bob", HOSTILE).labelled(i -> true).judge(HOSTILE)),
            3,
            HOSTILE,
            key -> Optional.of(HOSTILE));
    String page = HtmlPage.of(report);
    assertThat(page).doesNotContain("<img", "<!--", "\u202e", "\u2066", "\u0007");
    Matcher scripts = Pattern.compile("<script[^>]*>").matcher(page);
    assertThat(scripts.results().map(r -> r.group()))
        .containsExactly("<script type=\"application/json\" id=\"j0-data\">", "<script>");
    // Left as it is: neither filled in nor taken for a mark of the template.
    assertThat(page).contains("{{gold}}{{{x}}}");
    String reply =
        data(page, "j0").get("full").flatMap(f -> f.get("texts")).orElseThrow().elements().stream()
            .flatMap(t -> t.text().stream())
            .filter(t -> t.startsWith("</script>"))
            .findFirst()
            .orElseThrow();
    assertThat(reply).endsWith("\\u202e\\u2066\\u0007 https://example.org <!--");
  }

  @Test
  void theAnswerAndTheDoubtStandFirstInTheWordsOfTheScreen() {
    var samples = Samples.pairs(30, "ada", "bob", "x");
    String page = HtmlPage.of(samples.report("yes"));
    String text = page.substring(page.indexOf("<main")).replaceAll("<[^>]*>", "");
    var told = samples.judge("main").told();
    assertThat(told.answer().getFirst()).isEqualTo("ada beats bob.");
    int answer = text.indexOf(told.answer().getFirst());
    int doubt = text.indexOf(told.believed().getFirst());
    assertThat(answer).isPositive();
    assertThat(doubt).isGreaterThan(answer).isLessThan(text.indexOf("Win rate"));
    told.card().forEach(p -> assertThat(text).contains(p.name()));
  }

  @Test
  void disagreementsComeFirstAndWhatIsLeftOutIsTold() {
    String page =
        HtmlPage.of(Samples.pairs(400, "ada", "bob", "x").labelled(i -> i >= 370).report("yes"));
    List<Json> whole = whole(page);
    assertThat(whole).hasSize(200);
    // Of items 370 to 399 three are unreadable; on all the others the label says bob.
    assertThat(whole.subList(0, 27)).allMatch(c -> number(c, "case") >= 370);
    assertThat(whole.subList(27, 200))
        .allMatch(c -> number(c, "case") < 370 || number(c, "case") % 10 == 9);
    assertThat(page)
        .contains(
            "All 400 pairs can be searched here. Texts and replies of 200 are in this page, first 27"
                + " of the 27 on which judge and label differ; of the other 200: assize show x.run"
                + " ITEM.");
  }

  @Test
  void aPageNeverPassesItsSizeAndSaysWhatItCut() {
    String page = HtmlPage.of(Samples.pairs(300, "ada", "bob", "long ".repeat(20_000)).report("r"));
    assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(HtmlPage.MOST_BYTES);
    assertThat(page).contains("more characters: assize show x.run q0]");
    assertThat(whole(page)).hasSizeBetween(100, 200);
  }

  @Test
  void passAndFailHaveTheirPageToo() {
    var samples = Samples.grades(40, "ada", "x").labelled(i -> i % 2 == 0);
    String page = HtmlPage.of(samples.report("yes"));
    assertThat(page).contains("Pass rate, percent", "How often each grade is given");
    assertThat(page).contains("The judge&#39;s grades against the labels", "label fail");
    assertThat(data(page, "j0").get("levels").orElseThrow().canonical())
        .isEqualTo("[\"fail\",\"pass\"]");
  }

  @Test
  void twoJudgesShareTheRoomByWhatTheyNeed() {
    assertThat(HtmlPage.shared(200, List.of(216, 32))).containsExactly(168, 32);
    assertThat(HtmlPage.shared(200, List.of(500, 600))).containsExactly(100, 100);
    assertThat(HtmlPage.shared(200, List.of(3))).containsExactly(3);
    Report two =
        new Report(
            "x.run",
            List.of(
                Samples.pairs(12, "ada", "bob", "x").judge("main"),
                Samples.grades(12, "ada", "x").judge("second")),
            1,
            "Made.",
            key -> Optional.empty());
    String page = HtmlPage.of(two);
    assertThat(page)
        .contains("1 value is still open: assize resume x.run", "href=\"#j1\"", "id=\"j1-data\"");
    Matcher ids = Pattern.compile(" id=\"([^\"]+)\"").matcher(page);
    assertThat(ids.results().map(r -> r.group(1))).doesNotHaveDuplicates();
  }

  @Test
  void everyNumberSaysHowItCameAboutAndShowsItsCases() {
    String page = HtmlPage.of(Samples.pairs(30, "ada", "bob", "x").report("yes"));
    assertThat(page)
        .contains("how it came about", "win rate, ties half")
        .contains("data-show=\"{&quot;result&quot;:&quot;won&quot;,&quot;system&quot;:0}\"")
        .contains("data-show=\"{&quot;is&quot;:&quot;flips&quot;}\"");
  }

  @Test
  void whatRatersSaidOfACaseStandsThereWithTheirReasons() {
    var anna = Party.person("anna");
    var place = new Place("labels.csv", 2);
    var samples =
        Samples.pairs(2, "ada", "bob", "x")
            .labelled(i -> true)
            .said(
                List.of(
                    new Label(
                        "q0",
                        new Subject.Pair("bob", "ada", Subject.Shown.NOT_TOLD),
                        anna,
                        Result.done("bob"),
                        Optional.of("ada \u202einvents"),
                        place),
                    new Label(
                        "q0",
                        new Subject.Pair("bob", "eve", Subject.Shown.NOT_TOLD),
                        anna,
                        Result.done("eve"),
                        Optional.empty(),
                        place)));
    assertThat(whole(HtmlPage.of(samples.report("yes"))).getFirst().get("labels"))
        .contains(Json.texts(List.of("anna: bob, \"ada \\u202einvents\"")));
  }

  @Test
  void theSameReportGivesTheSameBytes() {
    var samples = Samples.pairs(30, "ada", "bob", "x").labelled(i -> i % 2 == 0);
    assertThat(HtmlPage.of(samples.report("yes"))).isEqualTo(HtmlPage.of(samples.report("yes")));
  }
}
