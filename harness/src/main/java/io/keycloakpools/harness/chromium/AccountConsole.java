package io.keycloakpools.harness.chromium;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.List;

public final class AccountConsole {
  private final Page page;

  private AccountConsole(Page page) {
    this.page = page;
  }

  public static AccountConsole signIn(
      Window window, URI baseUrl, String realm, String username, String password) {
    Page page = window.go(URI.create(baseUrl + "/realms/" + realm + "/account/"));
    page.locator("#username").fill(username);
    page.locator("#password").fill(password);
    page.locator("#kc-login").click();
    page.getByTestId("save").waitFor();
    return new AccountConsole(page);
  }

  public Locator field(String name) {
    return page.locator("[id='" + name + "']");
  }

  public Locator box(String field, String choice) {
    return group(field).locator("input[type=checkbox][value='" + choice + "']");
  }

  public List<String> boxes(String field) {
    return group(field).locator(".pf-v5-c-check label").allInnerTexts();
  }

  private Locator group(String field) {
    return page.locator(".pf-v5-c-form__group")
        .filter(new Locator.FilterOptions().setHas(page.locator("label[for='" + field + "']")));
  }

  /** Returns the console's message. */
  public String save() {
    Alerts alerts = new Alerts(page);
    alerts.close();
    page.getByTestId("save").click();
    return alerts.first();
  }

  public String help(String name) {
    return QuestionMark.read(page.getByTestId("help-label-" + name));
  }

  public String error(String name) {
    return page.getByTestId(name + "-helper").locator(".pf-m-error").innerText();
  }
}
