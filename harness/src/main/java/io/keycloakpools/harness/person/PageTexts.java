package io.keycloakpools.harness.person;

import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Where the login themes {@code keycloak.v2} and {@code base} put their messages. */
final class PageTexts {
  private static final String FIELD_ERRORS =
      "[id^=input-error]:not([id^=input-error-container]), .kc-feedback-text.pf-m-error";

  private PageTexts() {}

  static Optional<String> error(Document html) {
    return first(html, ".pf-m-danger .kc-feedback-text, .alert-error .kc-feedback-text")
        .or(() -> first(html, FIELD_ERRORS))
        .or(() -> first(html, "#kc-error-message .instruction"));
  }

  static Optional<String> alert(Document html) {
    return first(html, "[class*=c-alert] .kc-feedback-text, .alert .kc-feedback-text")
        .or(() -> first(html, "#kc-info-message .instruction"))
        .or(() -> first(html, "#kc-error-message .instruction"));
  }

  static Optional<String> fieldError(Document html, String field) {
    return Optional.ofNullable(html.getElementById("input-error-" + field)).map(Element::text);
  }

  private static Optional<String> first(Document html, String selector) {
    return html.select(selector).stream()
        .map(Element::text)
        .filter(text -> !text.isBlank())
        .findFirst();
  }
}
