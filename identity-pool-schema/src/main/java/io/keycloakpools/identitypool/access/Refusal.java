package io.keycloakpools.identitypool.access;

import jakarta.ws.rs.core.Response;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.services.CorsErrorResponseException;
import org.keycloak.services.ErrorPage;
import org.keycloak.services.cors.Cors;
import org.keycloak.sessions.AuthenticationSessionModel;

final class Refusal {

  static final String MESSAGE = "This account cannot be used at this application";

  private static final String REASON = "identity_pool_of_other_application";

  private Refusal() {}

  /** Saved at once, so that the event survives a rollback. */
  static void event(EventBuilder event, UserModel user) {
    event.user(user).detail(Details.REASON, REASON).error(Errors.ACCESS_DENIED);
  }

  static Response page(KeycloakSession session, AuthenticationSessionModel authSession) {
    return ErrorPage.error(
        session, authSession, Response.Status.BAD_REQUEST, OtherApplication.MESSAGE_KEY);
  }

  static CorsErrorResponseException answer(Cors cors, String error) {
    return answer(cors, error, Response.Status.BAD_REQUEST);
  }

  static CorsErrorResponseException answer(Cors cors, String error, Response.Status status) {
    return new CorsErrorResponseException(cors, error, MESSAGE, status);
  }
}
