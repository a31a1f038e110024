package io.assize.e2e.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.assize.e2e.Command;
import io.assize.e2e.page.Browser.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The demo's page as people see it first, and its pictures: {@code -Dassize.screenshots=../docs}
 * puts those of the docs in their place.
 */
@Tag("e2e")
class DemoPageTest {

  @TempDir Path folder;

  @Test
  void theFirstScreenSaysThatThisJudgeFollowsTheOrder() throws IOException, InterruptedException {
    Command.Said said = new Command(folder).type("demo", "--to", "demo");
    assertThat(said.code()).as(said.err()).isZero();
    Path pictures = Path.of(System.getProperty("assize.screenshots", "target/screenshots"));
    Files.createDirectories(pictures);
    try (Browser browser = Browser.start()) {
      for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
        for (int width : new int[] {1280, 360}) {
          try (Window w = browser.window(width, width > 1000 ? 800 : 740, scheme, true)) {
            Page page = w.page();
            page.navigate(folder.resolve("demo/report.html").toUri().toString());
            var doubt = page.querySelector(".so");
            assertThat(doubt.textContent()).contains("it favours the answer that is shown first");
            var box = doubt.boundingBox();
            assertThat(box.y + box.height).as("in sight").isLessThan(740);
            page.setViewportSize(width, width > 1000 ? 1400 : 1100);
            String name = "report-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT) + ".png";
            page.screenshot(new Page.ScreenshotOptions().setPath(pictures.resolve(name)));
          }
        }
      }
    }
  }
}
