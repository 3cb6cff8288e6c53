package io.keycloakpools.demo.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.keycloakpools.harness.chromium.Accessibility;
import io.keycloakpools.harness.chromium.Chromium;
import io.keycloakpools.harness.chromium.Window;
import java.net.URI;
import java.util.regex.Pattern;

/** Somebody with a browser at the demo's applications. */
final class Visitor implements AutoCloseable {
  private final Window window;
  private final Page page;
  private int loads;

  Visitor(Chromium chromium) {
    window = chromium.open("en");
    page = window.page();
    page.onLoad(loaded -> loads++);
  }

  Window window() {
    return window;
  }

  Page page() {
    return page;
  }

  /** Types an address. */
  Visitor open(URI address) {
    window.go(address);
    return this;
  }

  /** Follows the first link with that text. */
  Visitor follow(String text) {
    Page.GetByRoleOptions name = new Page.GetByRoleOptions().setName(text);
    return pageAfter(() -> page.getByRole(AriaRole.LINK, name).first().click());
  }

  /** Signs in on Keycloak's login page, be it one page or two. */
  Visitor signIn(String username, String password) {
    enterName(username);
    if (page.locator("#password").count() > 0) {
      page.locator("#password").fill(password);
      pressLogin();
    }
    return this;
  }

  /** Enters a name, and goes on where the login page asks for nothing else. */
  Visitor enterName(String username) {
    page.locator("#username").fill(username);
    if (page.locator("#password").count() == 0) {
      pressLogin();
    }
    return this;
  }

  private void pressLogin() {
    pageAfter(() -> page.locator("#kc-login").click());
  }

  /** Presses the button that sends the form. */
  Visitor send() {
    return pageAfter(() -> page.locator("main form [type=submit]").first().click());
  }

  Visitor fill(String id, String value) {
    page.locator("[id='" + id + "']").fill(value);
    return this;
  }

  /** Chooses a new password and sends it. */
  Visitor newPassword(String password) {
    return fill("password-new", password).fill("password-confirm", password).send();
  }

  /** Waits for the page that an action leads to. */
  private Visitor pageAfter(Runnable action) {
    int before = loads;
    action.run();
    page.waitForCondition(() -> loads > before);
    return this;
  }

  String heading() {
    Locator heading = page.locator("#kc-page-title, h1");
    return heading.count() == 0 ? page.title() : heading.first().innerText().strip();
  }

  /** Expects the page of an application for somebody who is signed in. */
  Visitor isAt(String application, String username) {
    assertThat(heading())
        .as(text())
        .isEqualTo("Signed in at the " + application + " as " + username);
    return accessible();
  }

  /** Expects a refusal that says this. */
  Visitor reads(String text) {
    assertThat(heading()).doesNotStartWith("Signed in");
    assertThat(text()).containsIgnoringCase(text);
    return this;
  }

  String text() {
    return page.locator("body").innerText();
  }

  /** What the token says; empty without that claim. */
  String claim(String name) {
    Locator row =
        page.locator("tbody tr")
            .filter(
                new Locator.FilterOptions()
                    .setHas(
                        page.locator(
                            "th",
                            new Page.LocatorOptions()
                                .setHasText(Pattern.compile("^" + name + "$")))));
    return row.count() == 0 ? "" : row.locator("td").innerText();
  }

  /** Signs out at the application whose page is shown. */
  Visitor signOut() {
    follow("Sign out");
    assertThat(heading()).isEqualTo("You are signed out");
    return accessible();
  }

  Visitor accessible() {
    assertThat(Accessibility.problems(page)).as(page.url()).isEmpty();
    assertThat(window.scriptErrors()).isEmpty();
    return this;
  }

  /** Opens the newest e-mail, and follows its link. */
  Visitor followNewestMail(URI mails, String recipient) {
    open(mails).accessible();
    Locator newest = page.locator("tbody tr").first();
    assertThat(newest.innerText()).contains(recipient);
    pageAfter(() -> newest.getByRole(AriaRole.LINK).click());
    accessible();
    return pageAfter(() -> page.locator(".mail a[href*='action-token']").first().click());
  }

  @Override
  public void close() {
    window.close();
  }
}
