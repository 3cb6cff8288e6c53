package io.keycloakpools.userstorage.lifecycle;

import io.keycloakpools.common.federation.LinkedUsers;
import io.keycloakpools.userstorage.check.SettingMessages;
import io.keycloakpools.userstorage.directory.SettingProblem;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.ErrorResponse;
import org.keycloak.storage.UserStorageProviderModel;

/**
 * Cutting the link of all users of a pool at once. Their passwords are in the directory, and none
 * is in Keycloak: a password that is set there cuts the link itself. So it would lock them out,
 * unless they are already, because the pool is switched off.
 */
record Unlinking(KeycloakSession session, RealmModel realm, ComponentModel pool) {

  /** Refuses it with what to do instead. */
  void requireNobodyIsLockedOut() {
    if (!new UserStorageProviderModel(pool).isEnabled()) {
      return;
    }
    long users = new LinkedUsers(session, realm, pool.getId()).count();
    if (users > 0) {
      throw ErrorResponse.error(
          new SettingMessages(session, List.of())
              .text(
                  SettingProblem.of(
                      pool.getName(), "userPoolUnlinkLocksOut", String.valueOf(users))),
          Response.Status.CONFLICT);
    }
  }
}
