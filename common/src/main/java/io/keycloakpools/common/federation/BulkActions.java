package io.keycloakpools.common.federation;

import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * What a kind of pool has to say before Keycloak removes or unlinks all its users. A {@link
 * org.keycloak.storage.UserStorageProviderFactory} of ours implements it. Keycloak itself asks
 * nobody: {@code JpaUserProvider} does both by bulk statements, without an event.
 */
public interface BulkActions {

  /**
   * Before <em>Remove imported users</em>.
   *
   * @throws jakarta.ws.rs.WebApplicationException if it must not be done, with what to do instead
   */
  void beforeRemoval(KeycloakSession session, RealmModel realm, ComponentModel pool);

  /**
   * Before <em>Unlink users</em>.
   *
   * @throws jakarta.ws.rs.WebApplicationException if it must not be done, with what to do instead
   */
  void beforeUnlinking(KeycloakSession session, RealmModel realm, ComponentModel pool);
}
