package io.keycloakpools.userstorage.answer;

import jakarta.ws.rs.core.Response;
import org.keycloak.OAuthErrorException;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.AuthenticationFlowException;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.events.Errors;
import org.keycloak.models.UserModel;
import org.keycloak.models.cache.CachedUserModel;
import org.keycloak.models.utils.ReadOnlyUserModelDelegate;
import org.keycloak.services.CorsErrorResponseException;
import org.keycloak.services.cors.Cors;

/**
 * Ends a sign-in whose pool was switched off or deleted after the password was checked, with
 * Keycloak's own message. From then on Keycloak returns the user read-only ({@code
 * UserStorageManager.validateFederatedUser}) or not at all, and its action {@code VERIFY_PROFILE},
 * which writes the user, would fail with a server error.
 */
final class SwitchedOff {

  private static final String MESSAGE = "Account disabled";

  private SwitchedOff() {}

  static void refuse(RequiredActionContext context) {
    if (!isGone(context.getUser())) {
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

  /**
   * A cached user shows an old state until a write makes Keycloak load it for the rest of the
   * request ({@code UserAdapter.getDelegateForUpdate}). {@code VERIFY_PROFILE} writes a moment
   * later; loaded here, the user is the same for both.
   */
  static boolean isGone(UserModel user) {
    if (user == null) {
      return true;
    }
    if (user instanceof CachedUserModel cached && user.isFederated()) {
      try {
        return isSwitchedOff(cached.getDelegateForUpdate());
      } catch (IllegalStateException notFound) {
        return true;
      }
    }
    return isSwitchedOff(user);
  }

  private static boolean isSwitchedOff(UserModel user) {
    return !user.isEnabled() && user instanceof ReadOnlyUserModelDelegate;
  }
}
