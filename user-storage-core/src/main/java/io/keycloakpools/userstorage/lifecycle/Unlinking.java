package io.keycloakpools.userstorage.lifecycle;

import io.keycloakpools.common.federation.LinkedUsers;
import io.keycloakpools.common.rest.AdminErrors;
import io.keycloakpools.common.settings.SettingProblem;
import io.keycloakpools.common.text.SettingMessages;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.storage.UserStorageProviderModel;

/**
 * Cuts all links of a pool at once. Linked users have no password in Keycloak, because setting one
 * cuts the link. So this would lock them out, unless the pool is off and locks them out already.
 */
record Unlinking(KeycloakSession session, RealmModel realm, ComponentModel pool) {

  void requireNobodyIsLockedOut() {
    if (!new UserStorageProviderModel(pool).isEnabled()) {
      return;
    }
    long users = new LinkedUsers(session, realm, pool.getId()).count();
    if (users > 0) {
      throw AdminErrors.withText(
          Response.Status.CONFLICT,
          SettingMessages.of(session, List.of())
              .text(
                  SettingProblem.of(
                      pool.getName(), "userPoolUnlinkLocksOut", String.valueOf(users))));
    }
  }
}
