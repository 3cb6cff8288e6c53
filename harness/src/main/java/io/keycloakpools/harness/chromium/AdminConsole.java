package io.keycloakpools.harness.chromium;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.keycloakpools.harness.server.AdminAccount;
import java.net.URI;
import java.util.List;
import java.util.Map;

public final class AdminConsole {
  private final Page page;
  private final String realm;

  private AdminConsole(Page page, String realm) {
    this.page = page;
    this.realm = realm;
  }

  public static AdminConsole signIn(
      Window window, URI baseUrl, AdminAccount account, String realm) {
    return signIn(window, baseUrl, "master", account, realm);
  }

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

  public void newFederation(String provider) {
    go("/user-federation");
    page.getByText("Add new provider").click();
    page.getByRole(AriaRole.MENUITEM).filter(text(provider)).click();
    page.getByTestId("custom-save").waitFor();
  }

  public String saveFederation(Map<String, String> fields) {
    fields.forEach((name, value) -> page.getByTestId(name).fill(value));
    return save("custom-save");
  }

  /** Returns the console's message. */
  public String saveRequiredAction(String name) {
    go("/authentication/required-actions");
    Alerts alerts = closeAlerts();
    page.getByRole(AriaRole.ROW).filter(text(name)).locator("button.pf-m-plain").last().click();
    Locator form = page.locator("#required-action-config-form");
    // The console draws the settings when it has read their values.
    form.locator("input")
        .first()
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    form.getByTestId("save").click();
    return alerts.first();
  }

  /**
   * Returns the console's message.
   *
   * @param step the step's name in the console
   */
  public String saveStep(String flow, String step) {
    go("/authentication/" + flow + "/notInUse");
    Alerts alerts = closeAlerts();
    page.getByRole(AriaRole.ROW)
        .filter(text(step))
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Settings"))
        .first()
        .click();
    Locator form = page.locator("#execution-config-form");
    form.waitFor();
    page.waitForCondition(() -> !form.locator("input").first().inputValue().isEmpty());
    form.getByTestId("save").click();
    return alerts.first();
  }

  /**
   * Saves the password policies unchanged; returns the console's message.
   *
   * @param policy one whose value is a text
   */
  public String savePasswordPolicies(String policy) {
    go("/authentication/policies");
    Locator field = page.getByTestId(policy);
    page.waitForCondition(() -> !field.inputValue().isEmpty());
    String value = field.inputValue();
    field.fill(value + "x");
    field.fill(value);
    return save("save");
  }

  public String helpOfPasswordPolicy(String policy) {
    go("/authentication/policies");
    page.getByTestId(policy).waitFor();
    return help(policy);
  }

  public FederationForm federation(String provider, String id) {
    go("/user-federation/" + provider + "/" + id);
    return new FederationForm(page);
  }

  /** Waits until a provider is listed; until then, the console offers to add one of each kind. */
  public void awaitFederation(String name) {
    go("/user-federation");
    page.locator(".pf-v5-c-card__title").filter(text(name)).waitFor();
  }

  public void user(String id) {
    go("/users/" + id + "/settings");
    page.getByTestId("user-creation-save").waitFor();
  }

  public void choose(String field, String option) {
    page.locator("[id='" + field + "']").click();
    page.getByRole(AriaRole.OPTION).filter(text(option)).click();
  }

  public Locator field(String name) {
    return page.locator("[id='" + name + "']");
  }

  public String help(String name) {
    return QuestionMark.read(page.getByTestId("help-label-" + name));
  }

  public String label(String name) {
    return page.locator("label[for='" + name + "'] .pf-v5-c-form__label-text").innerText();
  }

  public String error(String name) {
    return page.getByTestId(name + "-helper").locator(".pf-m-error").innerText();
  }

  public String saveUser() {
    return save("user-creation-save");
  }

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
    Alerts alerts = closeAlerts();
    page.getByTestId(button).click();
    return alerts.first();
  }

  private Alerts closeAlerts() {
    Alerts alerts = new Alerts(page);
    alerts.close();
    return alerts;
  }

  /** The console is a single page: only loading it again forgets what it showed before. */
  private void go(String path) {
    page.navigate(realm + path);
    page.reload();
  }

  private static Locator.FilterOptions text(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
