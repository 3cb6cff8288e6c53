package io.keycloakpools.userstorage.signin;

import io.keycloakpools.userstorage.rules.Verdict.Followup;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;

/** Keycloak's required actions for what a user must do before the session begins. */
final class Followups {

  private Followups() {}

  static void require(UserModel user, Followup then) {
    switch (then) {
      case NOTHING -> {}
      case UPDATE_PASSWORD -> user.addRequiredAction(UserModel.RequiredAction.UPDATE_PASSWORD);
      case CONFIGURE_TOTP -> {
        if (!user.credentialManager().isConfiguredFor(OTPCredentialModel.TYPE)) {
          user.addRequiredAction(UserModel.RequiredAction.CONFIGURE_TOTP);
        }
      }
    }
  }
}
