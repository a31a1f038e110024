package io.assize.e2e.page;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** Chromium as this machine has it: {@code -Dassize.chromium} says where. */
final class Browser implements AutoCloseable {

  private static final Path CHROMIUM =
      Path.of(System.getProperty("assize.chromium", "/usr/bin/chromium"));

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser browser;

  private Browser() {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  /** Start it, or skip the test aloud. */
  static Browser start() {
    boolean there = Files.isExecutable(CHROMIUM);
    String missing = CHROMIUM + " is not there; install it (Debian: apt-get install chromium)";
    if (!there && Boolean.getBoolean("assize.noSkips")) throw new IllegalStateException(missing);
    Assumptions.assumeTrue(there, missing);
    return new Browser();
  }

  /**
   * One window with what it met.
   *
   * @param page that is shown
   * @param requests addresses that it asked for
   * @param complaints of its console: errors, and what the security policy refused
   */
  record Window(Page page, List<String> requests, List<String> complaints)
      implements AutoCloseable {
    @Override
    public void close() {
      page.context().close();
    }
  }

  /**
   * Open a window.
   *
   * @param policy whether the page's security policy holds; a checker is let in only without
   */
  Window window(int width, int height, ColorScheme scheme, boolean policy) {
    var context =
        browser.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(scheme)
                .setBypassCSP(!policy));
    Page page = context.newPage();
    var requests = new ArrayList<String>();
    var complaints = new ArrayList<String>();
    page.onRequest(r -> requests.add(r.url()));
    page.onConsoleMessage(m -> complaints.add(m.text()));
    page.onPageError(complaints::add);
    page.onDialog(d -> {
      complaints.add("dialog: " + d.message());
      d.dismiss();
    });
    return new Window(page, requests, complaints);
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
