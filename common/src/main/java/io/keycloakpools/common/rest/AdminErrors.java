package io.keycloakpools.common.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.keycloakpools.common.text.AdminTexts;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.idm.ErrorRepresentation;
import org.keycloak.services.ErrorResponse;
import org.keycloak.services.ErrorResponseException;

/**
 * Errors in the form of Keycloak's {@link ErrorRepresentation}: {@code errorMessage} with {@code
 * field} and {@code params}, or several of them in {@code errors}.
 */
public record AdminErrors(AdminTexts texts) {

  /** An error that programs distinguish by {@code error}, as in Keycloak's own refusals. */
  static final class WithReason extends ErrorRepresentation {

    private final String reason;

    WithReason(String reason, String field, String text) {
      super(field, text, null);
      this.reason = reason;
    }

    @JsonProperty("error")
    public String getReason() {
      return reason;
    }
  }

  public static AdminErrors of(KeycloakSession session) {
    return new AdminErrors(AdminTexts.of(session));
  }

  public ErrorResponseException refused(
      Response.Status status, String messageKey, String... arguments) {
    return withText(status, texts.text(messageKey, arguments));
  }

  public static ErrorResponseException withText(Response.Status status, String text) {
    return ErrorResponse.error(text, status);
  }

  /** 400 for one field. */
  public ErrorResponseException field(String field, String messageKey, String... arguments) {
    return fieldWithText(field, texts.text(messageKey, arguments));
  }

  /** 400 for one field. */
  public static ErrorResponseException fieldWithText(String field, String text) {
    return all(Response.Status.BAD_REQUEST, List.of(new ErrorRepresentation(field, text, null)));
  }

  /** 400 for one field, with the message key as {@code error}. */
  public ErrorResponseException reason(String field, String messageKey, List<String> arguments) {
    return all(
        Response.Status.BAD_REQUEST,
        List.of(new WithReason(messageKey, field, texts.text(messageKey, arguments))));
  }

  public static ErrorResponseException all(
      Response.Status status, List<ErrorRepresentation> errors) {
    return ErrorResponse.errors(errors, status);
  }

  public static ErrorResponseException notFound(String text) {
    return withText(Response.Status.NOT_FOUND, text);
  }
}
