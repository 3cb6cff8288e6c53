package io.keycloakpools.harness.chromium;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import io.keycloakpools.harness.SearchPath;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Chromium of this machine, headless and with an empty profile, driven by Playwright, whose
 * driver comes out of its JAR: nothing is downloaded. One process for a whole run, and a {@link
 * Window} for each person. Playwright is not thread-safe: users of it take turns.
 */
public final class Chromium implements AutoCloseable {
  private static final List<String> ARGUMENTS =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-background-networking",
          "--disable-quic",
          "--disable-dev-shm-usage");

  private final Playwright playwright;
  private final Browser browser;
  private final Path screenshots;

  private Chromium(Playwright playwright, Browser browser, Path screenshots) {
    this.playwright = playwright;
    this.browser = browser;
    this.screenshots = screenshots;
  }

  public static Optional<Path> installed() {
    return SearchPath.find("chromium", "chromium-browser", "google-chrome-stable", "google-chrome");
  }

  /**
   * Starts a browser.
   *
   * @param screenshots a folder, created when needed
   */
  public static Chromium start(Path executable, Path screenshots) {
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Browser browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions().setExecutablePath(executable).setArgs(ARGUMENTS));
    return new Chromium(playwright, browser, screenshots);
  }

  public Window open(String language) {
    return window(new Browser.NewContextOptions().setLocale(language));
  }

  public Window openWithoutScripts(String language) {
    return window(new Browser.NewContextOptions().setLocale(language).setJavaScriptEnabled(false));
  }

  /** A window of a telephone's width, in dark mode. */
  public Window openOnTelephone(String language) {
    return new Window(
        browser.newContext(
            new Browser.NewContextOptions()
                .setLocale(language)
                .setViewportSize(390, 844)
                .setColorScheme(ColorScheme.DARK)),
        screenshots);
  }

  public String version() {
    return browser.version();
  }

  private Window window(Browser.NewContextOptions options) {
    return new Window(browser.newContext(options.setViewportSize(1280, 900)), screenshots);
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
