package io.keycloakpools.harness.chromium;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;

/** The account console of Keycloak 26, as the person uses it. */
public final class AccountConsole {
  private final Page page;

  private AccountConsole(Page page) {
    this.page = page;
  }

  /** Signs in and waits for "Personal info". */
  public static AccountConsole signIn(
      Window window, URI baseUrl, String realm, String username, String password) {
    Page page = window.go(URI.create(baseUrl + "/realms/" + realm + "/account/"));
    page.locator("#username").fill(username);
    page.locator("#password").fill(password);
    page.locator("#kc-login").click();
    page.getByTestId("save").waitFor();
    return new AccountConsole(page);
  }

  /** The input, or the button that opens the list, of a field. */
  public Locator field(String name) {
    return page.locator("[id='" + name + "']");
  }

  /** Saves; returns what the console says. */
  public String save() {
    Locator alerts = page.locator(".pf-v5-c-alert-group .pf-v5-c-alert");
    Locator close = alerts.locator("button");
    while (close.count() > 0) {
      close.first().click();
    }
    page.getByTestId("save").click();
    alerts.first().waitFor();
    return alerts.first().innerText();
  }

  /** The error beside a field. */
  public String error(String name) {
    return page.getByTestId(name + "-helper").locator(".pf-m-error").innerText();
  }
}
