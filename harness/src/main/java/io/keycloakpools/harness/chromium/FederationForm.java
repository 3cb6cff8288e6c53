package io.keycloakpools.harness.chromium;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;

public final class FederationForm {
  private static final String FORM = ".keycloak__user-federation__custom-form";

  private final Page page;
  private final Alerts alerts;

  FederationForm(Page page) {
    this.page = page;
    this.alerts = new Alerts(page);
    page.getByTestId("custom-save").waitFor();
    page.waitForCondition(() -> !page.getByTestId("name").inputValue().isEmpty());
  }

  public String title() {
    return page.getByTestId("view-header").innerText();
  }

  public List<String> labels() {
    return page.locator(FORM + " .pf-v5-c-form__label-text").allInnerTexts();
  }

  public List<String> accessibilityProblems() {
    return Accessibility.problems(page, FORM);
  }

  public List<String> helps() {
    return page.locator(FORM + " [data-testid^='help-label-']").all().stream()
        .map(QuestionMark::read)
        .toList();
  }

  public String text() {
    return page.locator(FORM).innerText();
  }

  public String chosen(String field) {
    return page.locator("[id='" + field + "']").innerText().strip();
  }

  public void choose(String field, String option) {
    page.locator("[id='" + field + "']").click();
    page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(option).setExact(true))
        .click();
  }

  public void fill(String field, String text) {
    page.getByTestId(field).fill(text);
  }

  public String save() {
    alerts.close();
    page.getByTestId("custom-save").click();
    return alerts.first();
  }

  /**
   * Saves without a change; returns the console's message. The console disables saving until a
   * field was touched, so the name is typed again.
   */
  public String saveUntouched() {
    Locator name = page.getByTestId("name");
    String value = name.inputValue();
    name.fill(value + "x");
    name.fill(value);
    return save();
  }

  public String confirm(String action) {
    alerts.close();
    choose(action);
    page.getByTestId("confirm").click();
    return alerts.first();
  }

  /**
   * Chooses an action above the form; returns the console's messages once that text is among them.
   */
  public List<String> act(String action, String last) {
    alerts.close();
    choose(action);
    return alerts.untilOneHas(last);
  }

  private void choose(String action) {
    page.getByTestId("action-dropdown").click();
    page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(action)).click();
  }
}
