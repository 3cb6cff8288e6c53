package io.keycloakpools.userstorage.answer;

import jakarta.ws.rs.core.Response;
import org.keycloak.OAuthErrorException;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.AuthenticationFlowException;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.component.ComponentModel;
import org.keycloak.events.Errors;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.cache.CachedUserModel;
import org.keycloak.models.utils.ReadOnlyUserModelDelegate;
import org.keycloak.services.CorsErrorResponseException;
import org.keycloak.services.cors.Cors;
import org.keycloak.storage.UserStorageProviderModel;

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
    if (!isGone(context.getUser(), context.getRealm())) {
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
   * request ({@code UserAdapter.getDelegateForUpdate}). {@code VERIFY_PROFILE} writes users with
   * required actions a moment later; loaded here, the user is the same for both. Others are not
   * loaded: that takes them out of the cache, on all nodes, at each sign-in.
   */
  static boolean isGone(UserModel user, RealmModel realm) {
    if (user == null) {
      return true;
    }
    if (!(user instanceof CachedUserModel cached) || !user.isFederated()) {
      return isSwitchedOff(user);
    }
    if (isOff(realm.getComponent(user.getFederationLink()))) {
      return true;
    }
    if (user.getRequiredActionsStream().findAny().isEmpty()) {
      return false;
    }
    try {
      return isSwitchedOff(cached.getDelegateForUpdate());
    } catch (IllegalStateException notFound) {
      return true;
    }
  }

  private static boolean isOff(ComponentModel provider) {
    return provider == null || !new UserStorageProviderModel(provider).isEnabled();
  }

  private static boolean isSwitchedOff(UserModel user) {
    return !user.isEnabled() && user instanceof ReadOnlyUserModelDelegate;
  }
}
