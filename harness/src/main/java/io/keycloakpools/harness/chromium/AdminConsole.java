package io.keycloakpools.harness.chromium;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.keycloakpools.harness.server.AdminAccount;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** The admin console of Keycloak 26 for one realm, as an admin uses it. */
public final class AdminConsole {
  private final Page page;
  private final String realm;

  private AdminConsole(Page page, String realm) {
    this.page = page;
    this.realm = realm;
  }

  /** Signs in, in the realm {@code master}. */
  public static AdminConsole signIn(
      Window window, URI baseUrl, AdminAccount account, String realm) {
    return signIn(window, baseUrl, "master", account, realm);
  }

  /** Signs in, in the realm that the admin is a user of. */
  public static AdminConsole signIn(
      Window window, URI baseUrl, String home, AdminAccount account, String realm) {
    String console = baseUrl + "/admin/" + home + "/console/#/" + realm;
    Page page = window.go(URI.create(console));
    page.locator("#username").fill(account.username());
    page.locator("#password").fill(account.password());
    page.locator("#kc-login").click();
    page.getByTestId("options-toggle").waitFor();
    return new AdminConsole(page, console);
  }

  /** Goes to User federation, and on to the form of a new provider. */
  public void newFederation(String provider) {
    go("/user-federation");
    page.getByText("Add new provider").click();
    page.getByRole(AriaRole.MENUITEM).filter(text(provider)).click();
    page.getByTestId("custom-save").waitFor();
  }

  /** Fills in the text fields of a provider's form and saves; returns what the console says. */
  public String saveFederation(Map<String, String> fields) {
    fields.forEach((name, value) -> page.getByTestId(name).fill(value));
    return save("custom-save");
  }

  /** Opens the form of a provider that is there. */
  public FederationForm federation(String provider, String id) {
    go("/user-federation/" + provider + "/" + id);
    return new FederationForm(page);
  }

  /**
   * Goes to User federation and waits until a provider is listed; until the console has the list,
   * it offers to add one of each kind.
   */
  public void awaitFederation(String name) {
    go("/user-federation");
    page.locator(".pf-v5-c-card__title").filter(text(name)).waitFor();
  }

  /** Opens the form of a user. */
  public void user(String id) {
    go("/users/" + id + "/settings");
    page.getByTestId("user-creation-save").waitFor();
  }

  /** Chooses from a list on the user's form. */
  public void choose(String field, String option) {
    page.locator("[id='" + field + "']").click();
    page.getByRole(AriaRole.OPTION).filter(text(option)).click();
  }

  /** The input of a field on the user's form. */
  public Locator field(String name) {
    return page.locator("[id='" + name + "']");
  }

  /** The text that the question mark beside a field shows. */
  public String help(String name) {
    page.getByTestId("help-label-" + name).click();
    Locator help = page.locator(".pf-v5-c-popover__body");
    help.waitFor();
    String text = help.innerText().strip();
    page.keyboard().press("Escape");
    help.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    return text;
  }

  /** The label of a field on the user's form. */
  public String label(String name) {
    return page.locator("label[for='" + name + "'] .pf-v5-c-form__label-text").innerText();
  }

  /** The error beside a field of the user's form. */
  public String error(String name) {
    return page.getByTestId(name + "-helper").locator(".pf-m-error").innerText();
  }

  /** Saves the user's form; returns what the console says. */
  public String saveUser() {
    return save("user-creation-save");
  }

  /** Searches for users by an attribute; returns the usernames found. */
  public List<String> usersWith(String attributeLabel, String value) {
    go("/users");
    page.getByTestId("user-search-toggle").click();
    page.getByText("Attribute search").last().click();
    page.getByTestId("dropdown-panel-btn").click();
    page.locator("form:has(#value) button").first().click();
    page.getByRole(AriaRole.OPTION).filter(text(attributeLabel)).first().click();
    page.locator("#value").fill(value);
    page.getByTestId("user-attribute-search-add-filter-button").click();
    page.getByTestId("search-user-attribute-btn").click();
    Locator names = page.locator("table tbody tr a");
    names.first().waitFor();
    return names.allInnerTexts();
  }

  private String save(String button) {
    Locator alerts = page.locator(".pf-v5-c-alert-group .pf-v5-c-alert");
    Locator close = alerts.locator("button");
    while (close.count() > 0) {
      close.first().click();
    }
    page.getByTestId(button).click();
    alerts.first().waitFor();
    return alerts.first().innerText();
  }

  /** The console is one page: only loading it again forgets what it showed before. */
  private void go(String path) {
    page.navigate(realm + path);
    page.reload();
  }

  private static Locator.FilterOptions text(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
