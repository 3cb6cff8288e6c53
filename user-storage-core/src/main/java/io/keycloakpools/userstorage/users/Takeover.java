package io.keycloakpools.userstorage.users;

import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.Totp;
import io.keycloakpools.userstorage.pool.PoolSession;
import io.keycloakpools.userstorage.rules.AuthenticatorApps;
import io.keycloakpools.userstorage.rules.LinkStatus;
import io.keycloakpools.userstorage.rules.RequiredActions;
import java.util.List;
import org.jboss.logging.Logger;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;

/** Takes over authenticator apps and required actions once; Keycloak keeps them from then on. */
public record Takeover(PoolSession current) {

  private static final Logger LOG = Logger.getLogger(Takeover.class);

  void run(UserModel user, DirectoryUser from, LinkStatus before, LinkStatus after) {
    boolean first = before == LinkStatus.PENDING && after != LinkStatus.PENDING;
    if (first || after == LinkStatus.MIGRATED) {
      authenticatorApps(user, from);
    }
    if (first) {
      requiredActions(user, from, after == LinkStatus.MIGRATED);
    }
  }

  /**
   * Stores the directory's authenticator apps for a user who has none here. If none of them is
   * usable, one must be set up: a second factor is never lost silently.
   */
  public void authenticatorApps(UserModel user, DirectoryUser from) {
    if (from.totps().isEmpty()
        || user.credentialManager().isConfiguredFor(OTPCredentialModel.TYPE)) {
      return;
    }
    List<Totp> usable = AuthenticatorApps.usable(from.totps());
    usable.forEach(app -> user.credentialManager().createStoredCredential(credential(app)));
    if (usable.isEmpty()) {
      user.addRequiredAction(UserModel.RequiredAction.CONFIGURE_TOTP);
    }
    if (usable.size() < from.totps().size()) {
      LOG.warnf(
          "User pool '%s' (%s) took over %d of %d authenticator apps of user %s. The others lack 6 or 8 digits, a "
              + "period of 1 to 300 s, the algorithm HmacSHA1, HmacSHA256 or HmacSHA512, or a readable secret; or "
              + "there are too many.",
          current.pool().name(),
          current.pool().id(),
          usable.size(),
          from.totps().size(),
          user.getId());
    }
  }

  private void requiredActions(UserModel user, DirectoryUser from, boolean migrated) {
    RequiredActions actions =
        RequiredActions.of(
            from.requiredActions(),
            this::enabled,
            migrated,
            migrated || !current.config().syncAttributes());
    actions.taken().forEach(user::addRequiredAction);
    if (!actions.left().isEmpty()) {
      LOG.warnf(
          "User pool '%s' (%s) does not ask user %s for %s. Enable these under Authentication, Required actions, if "
              + "there are such; UPDATE_PASSWORD needs users who move (stayOrMove), UPDATE_EMAIL that or attributes that "
              + "are not synced.",
          current.pool().name(), current.pool().id(), user.getId(), actions.left());
    }
  }

  private boolean enabled(String action) {
    RequiredActionProviderModel registered =
        current.realm().getRequiredActionProviderByAlias(action);
    return registered != null && registered.isEnabled();
  }

  private static OTPCredentialModel credential(Totp app) {
    OTPCredentialModel credential =
        OTPCredentialModel.createTOTP(
            app.secret(), app.digits(), app.period(), app.algorithm(), app.encoding().orElse(null));
    credential.setUserLabel(app.label().orElse(null));
    return credential;
  }
}
