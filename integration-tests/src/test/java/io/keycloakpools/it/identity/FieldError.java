package io.keycloakpools.it.identity;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The error beside a field of a Keycloak login page. */
final class FieldError {

  private FieldError() {}

  /** Empty without an error. */
  static String of(Page page, String field) {
    Locator error = page.locator("[id='input-error-" + field + "']");
    return error.count() == 0 ? "" : error.innerText().strip();
  }
}
