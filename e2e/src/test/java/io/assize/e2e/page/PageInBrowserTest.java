package io.assize.e2e.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.assize.e2e.page.Browser.Window;
import io.assize.report.page.HtmlPage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page asks nobody, runs nothing of what was judged, can be used by all, and is quick. */
@Tag("e2e")
class PageInBrowserTest {

  private static final String HOSTILE =
      "</script><script>alert(1)</script>\"'><img src=x onerror=alert(2)><svg onload=alert(3)>"
          + "\u202e\u0007{{x}}";

  @TempDir static Path folder;
  private static Browser browser = startBrowser();

  private static Browser startBrowser() {
    return Browser.start();
  }

  @BeforeAll
  static void write() throws IOException {
    Files.writeString(folder.resolve("small.html"), HtmlPage.of(BigRun.of(400, "")));
    Files.writeString(folder.resolve("hostile.html"), HtmlPage.of(BigRun.of(60, HOSTILE)));
  }

  @AfterAll
  static void close() {
    browser.close();
  }

  private static Window open(String file, int width, ColorScheme scheme, boolean policy) {
    Window window = browser.window(width, 800, scheme, policy);
    window.page().navigate(folder.resolve(file).toUri().toString());
    return window;
  }

  private static String status(Page page) {
    return page.textContent(".status").replace('\u202f', ' ');
  }

  @Test
  void thePageIsAllThatIsAskedFor() {
    try (Window w = open("small.html", 1280, ColorScheme.LIGHT, true)) {
      w.page().click(".row >> nth=1");
      w.page().fill(".text", "q39");
      assertThat(w.requests()).containsExactly(folder.resolve("small.html").toUri().toString());
      assertThat(w.complaints()).isEmpty();
    }
  }

  @Test
  void thePolicyRefusesWhatIsNotThePages() {
    try (Window w = open("small.html", 1280, ColorScheme.LIGHT, true)) {
      w.page()
          .evaluate(
              "() => { const s = document.createElement('script');"
                  + " s.textContent = 'window.ran = true'; document.body.append(s);"
                  + " const i = new Image(); i.src = 'http://127.0.0.1:9/x.png';"
                  + " document.body.append(i); }");
      w.page().waitForTimeout(200);
      assertThat(w.page().evaluate("() => window.ran === undefined")).isEqualTo(true);
      assertThat(w.complaints()).anyMatch(c -> c.contains("Content Security Policy"));
    }
  }

  @Test
  void nothingOfWhatWasJudgedRuns() {
    try (Window w = open("hostile.html", 1280, ColorScheme.LIGHT, true)) {
      w.page().click(".row >> nth=0");
      w.page().click(".looks .show >> nth=0");
      assertThat(w.page().textContent("article.case")).contains("</script><script>alert(1)");
      assertThat(w.complaints()).isEmpty();
      assertThat(w.page().querySelectorAll("img, svg[onload], script")).hasSize(2);
      assertThat(w.requests()).hasSize(1);
    }
  }

  @Test
  void noRuleOfAccessibilityIsBroken() throws IOException {
    for (String file : List.of("small.html", "hostile.html")) {
      for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        for (int width : new int[] {1280, 360}) {
          try (Window w = open(file, width, scheme, false)) {
            w.page().click(".row >> nth=1");
            w.page()
                .evaluate("() => document.querySelectorAll('details').forEach(d => d.open = true)");
            w.page().evaluate(axe());
            Object broken =
                w.page()
                    .evaluate(
                        "async () => (await axe.run(document)).violations"
                            + ".map(v => v.id + ': ' + v.nodes[0].html)");
            assertThat(broken).as(file + " " + width + " " + scheme).isEqualTo(List.of());
          }
        }
      }
    }
  }

  private static String axe() throws IOException {
    try (InputStream in = PageInBrowserTest.class.getResourceAsStream("/axe.min.js")) {
      if (in == null) throw new IOException("axe.min.js is not on the class path");
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void aTelephoneNeedNotScrollSideways() {
    for (String file : List.of("small.html", "hostile.html")) {
      try (Window w = open(file, 360, ColorScheme.DARK, true)) {
        w.page().click(".row >> nth=1");
        assertThat(w.page().evaluate("() => document.documentElement.scrollWidth")).isEqualTo(360);
      }
    }
  }

  @Test
  void filtersFindWhatTheirNumbersSay() {
    try (Window w = open("small.html", 1280, ColorScheme.LIGHT, true)) {
      Page page = w.page();
      assertThat(status(page)).isEqualTo("400 of 400 cases");
      page.selectOption(".is", "label differs");
      assertThat(status(page)).isEqualTo("80 of 400 cases");
      page.click(".clear");
      // Every number of the table shows as many cases as it says.
      int shown = 0;
      for (var button : page.querySelectorAll(".answer > .scroll button.show")) {
        button.click();
        String says = button.textContent() + " of 400 cases";
        page.waitForFunction(
            "says => document.querySelector('.status').textContent.startsWith(says)", says);
        shown++;
      }
      assertThat(shown).isEqualTo(24);
      page.click(".clear");
      page.fill(".text", "q12");
      page.waitForFunction("() => document.querySelector('.status').textContent.startsWith('11 ')");
      page.click(".row >> nth=0");
      assertThat(page.textContent("article.case h4")).startsWith("q12: ");
    }
  }

  @Test
  void onPaperThereIsNoSearchAndNothingIsLost() {
    try (Window w = open("small.html", 1280, ColorScheme.DARK, true)) {
      w.page()
          .emulateMedia(
              new Page.EmulateMediaOptions()
                  .setMedia(com.microsoft.playwright.options.Media.PRINT));
      assertThat(w.page().isVisible(".explorer")).isFalse();
      assertThat(w.page().isVisible(".points")).isTrue();
      assertThat(w.page().isVisible("svg")).isTrue();
      assertThat(w.page().evaluate("() => getComputedStyle(document.body).backgroundColor"))
          .isEqualTo("rgb(255, 255, 255)");
    }
  }

  /** Told, and held to nothing here: seconds are a machine's, and the docs name it. */
  @Test
  void twoHundredThousandJudgmentsAreTimed() throws IOException {
    String html = HtmlPage.of(BigRun.of(200_000, ""));
    Files.writeString(folder.resolve("big.html"), html);
    assertThat(html.getBytes(StandardCharsets.UTF_8).length).isLessThan(HtmlPage.MOST_BYTES);
    try (Window w = open("big.html", 1280, ColorScheme.LIGHT, true)) {
      Page page = w.page();
      assertThat(status(page)).isEqualTo("200 000 of 200 000 cases");
      Object painted =
          page.evaluate(
              "() => performance.getEntriesByName('first-contentful-paint')[0].startTime");
      Object ready =
          page.evaluate(
              "() => performance.timing.loadEventEnd - performance.timing.navigationStart");
      var lines = new StringBuilder();
      lines.append("200,000 judgments, ").append(html.length() / 1_000_000).append(" MB: first");
      lines.append(" screen ").append(painted).append(" ms, ready ").append(ready).append(" ms");
      for (String change :
          List.of(
              "() => { const s = document.querySelector('.is'); s.value = 'label differs';"
                  + " s.dispatchEvent(new Event('change')); }",
              "() => { const s = document.querySelector('.system'); s.value = '3';"
                  + " s.dispatchEvent(new Event('change')); }",
              "() => { const s = document.querySelector('.text'); s.value = '777 which';"
                  + " document.querySelector('.result').dispatchEvent(new Event('change')); }")) {
        Object took =
            page.evaluate(
                "async (change) => { const start = performance.now(); (0, eval)(change)();"
                    + " await new Promise(r => requestAnimationFrame(() => setTimeout(r, 0)));"
                    + " return performance.now() - start; }",
                change);
        lines.append("; filter ").append(took).append(" ms, ").append(status(page));
      }
      System.out.println(lines);
    }
  }
}
