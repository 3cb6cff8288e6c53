package io.keycloakpools.it.identity;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The error beside a field of a login page of Keycloak. */
final class FieldError {

  private FieldError() {}

  /** The text; empty when there is no error. */
  static String of(Page page, String field) {
    Locator error = page.locator("[id='input-error-" + field + "']");
    return error.count() == 0 ? "" : error.innerText().strip();
  }
}
