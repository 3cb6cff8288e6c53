package io.keycloakpools.harness.chromium;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ScreenshotAnimations;
import com.microsoft.playwright.options.ScreenshotCaret;
import io.keycloakpools.harness.JsonHttp;
import io.keycloakpools.harness.person.RealmClient;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** A window with cookies of its own, which reaches this machine only. */
public final class Window implements AutoCloseable {
  /** Guards against a hang: on a busy machine a console takes half a minute. */
  private static final double PATIENCE = 120_000;

  /** Of Chromium, for an address where nobody answers. */
  private static final String ERROR_PAGE = "chrome-error:";

  private final BrowserContext context;
  private final Page page;
  private final Path screenshots;
  private final List<String> scriptErrors = new CopyOnWriteArrayList<>();
  private String goal = "";
  private boolean arrived = true;

  Window(BrowserContext context, Path screenshots) {
    this.context = context;
    this.screenshots = screenshots;
    context.setDefaultTimeout(PATIENCE);
    context.route(url -> !local(URI.create(url)), Route::abort);
    page = context.newPage();
    page.onPageError(scriptErrors::add);
    page.onRequest(this::note);
    page.onFrameNavigated(this::note);
  }

  private void note(Request request) {
    if (request.isNavigationRequest() && request.frame().equals(page.mainFrame())) {
      goal = request.url();
      arrived = false;
    }
  }

  /** Includes the browser's own page for an address where nobody answers. */
  private void note(Frame frame) {
    if (frame.equals(page.mainFrame())) {
      arrived = true;
    }
  }

  private static boolean local(URI url) {
    String host = String.valueOf(url.getHost());
    return !url.getScheme().startsWith("http")
        || host.equals("127.0.0.1")
        || host.equals("localhost");
  }

  public Page page() {
    return page;
  }

  public Page go(URI url) {
    page.navigate(url.toString());
    return page;
  }

  /**
   * Runs an action that leads to another page, and waits for that page. Waiting for a loaded page
   * would accept the previous one.
   */
  public void leave(Runnable action) {
    arrived = false;
    action.run();
    page.waitForCondition(() -> arrived);
    page.waitForLoadState();
  }

  public Page login(RealmClient client) {
    Map<String, String> query =
        Map.of(
            "client_id", client.clientId(),
            "redirect_uri", client.redirectUri().toString(),
            "response_type", "code",
            "scope", "openid",
            "state", UUID.randomUUID().toString());
    return go(URI.create(client.endpoint("auth") + "?" + JsonHttp.encode(query)));
  }

  public Page register(RealmClient client) {
    // By keyboard: without scripts, Playwright may wait for ever for what is clicked to stand
    // still.
    login(client).locator("a[href*='/login-actions/registration']").press("Enter");
    page.waitForURL("**/login-actions/registration**");
    return page;
  }

  /**
   * Waits for the redirect to an application, which need not exist. Otherwise the browser's own
   * error page would interrupt the next step. On a busy machine that page may be told before the
   * request that led to it.
   */
  public void waitUntilBackAt(RealmClient client) {
    page.waitForCondition(
        () ->
            (arrived || page.url().startsWith(ERROR_PAGE))
                && goal.startsWith(client.redirectUri().toString()));
  }

  public List<String> scriptErrors() {
    return List.copyOf(scriptErrors);
  }

  public void screenshot(String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setFullPage(true).setPath(screenshots.resolve(name + ".png")));
  }

  /**
   * Takes a picture for the docs: {@code docs/refresh-pictures} reads the folder {@code pictures}
   * beside the screenshots.
   *
   * @param name of the file in {@code docs/pictures}, without {@code .png}
   */
  public void picture(String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(file(name))
            .setAnimations(ScreenshotAnimations.DISABLED)
            .setCaret(ScreenshotCaret.HIDE));
  }

  /** Takes a picture of one part: Keycloak's login pages have a large background. */
  public void picture(String name, String selector) {
    page.locator(selector)
        .screenshot(
            new Locator.ScreenshotOptions()
                .setPath(file(name))
                .setAnimations(ScreenshotAnimations.DISABLED)
                .setCaret(ScreenshotCaret.HIDE));
  }

  private Path file(String picture) {
    return screenshots.resolveSibling("pictures").resolve(picture + ".png");
  }

  @Override
  public void close() {
    context.close();
  }
}
