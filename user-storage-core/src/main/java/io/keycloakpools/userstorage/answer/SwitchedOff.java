package io.keycloakpools.userstorage.answer;

import jakarta.ws.rs.core.Response;
import org.keycloak.OAuthErrorException;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.AuthenticationFlowException;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.events.Errors;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.ReadOnlyUserModelDelegate;
import org.keycloak.services.CorsErrorResponseException;
import org.keycloak.services.cors.Cors;

/**
 * Ends a sign-in whose pool was switched off or deleted after the password was checked, in the
 * words that Keycloak has for everybody else of such a pool. From that moment Keycloak gives out
 * the user read-only ({@code UserStorageManager.validateFederatedUser}), or not at all, and its own
 * action {@code VERIFY_PROFILE} would fail with an error of the server.
 */
final class SwitchedOff {

  private static final String MESSAGE = "Account disabled";

  private SwitchedOff() {}

  static void refuse(RequiredActionContext context) {
    UserModel user = context.getUser();
    if (user != null && (user.isEnabled() || !(user instanceof ReadOnlyUserModelDelegate))) {
      return;
    }
    if (!new SignInContext(context.getSession()).directGrant()) {
      throw new AuthenticationFlowException(AuthenticationFlowError.USER_DISABLED);
    }
    context.getEvent().error(Errors.USER_DISABLED);
    throw new CorsErrorResponseException(
        context.getSession().getProvider(Cors.class),
        OAuthErrorException.INVALID_GRANT,
        MESSAGE,
        Response.Status.BAD_REQUEST);
  }
}
