package io.keycloakpools.harness.chromium;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;

/** The messages of Keycloak's consoles, which disappear after some seconds. */
public record Alerts(Page page) {
  private static final String ALERTS = ".pf-v5-c-alert-group .pf-v5-c-alert";

  /** Closes all in one step: one that disappears meanwhile would be waited for. */
  void close() {
    Locator alerts = page.locator(ALERTS);
    alerts
        .locator(".pf-v5-c-alert__action button")
        .evaluateAll("buttons => buttons.forEach(each => each.click())");
    page.waitForCondition(() -> alerts.count() == 0);
  }

  public String first() {
    return page.locator(ALERTS).first().innerText();
  }

  /** Waits for a message with that text, and returns all messages. */
  List<String> untilOneHas(String text) {
    Locator alerts = page.locator(ALERTS);
    alerts.filter(new Locator.FilterOptions().setHasText(text)).first().waitFor();
    return alerts.allInnerTexts();
  }
}
