package io.keycloakpools.common.federation;

import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Checks before Keycloak removes or unlinks all users of a pool, implemented by our {@link
 * org.keycloak.storage.UserStorageProviderFactory} classes. Keycloak's {@code JpaUserProvider} runs
 * bulk statements without an event.
 */
public interface BulkActions {

  /**
   * Called before <em>Remove imported users</em>.
   *
   * @throws jakarta.ws.rs.WebApplicationException to refuse, with an alternative
   */
  void beforeRemoval(KeycloakSession session, RealmModel realm, ComponentModel pool);

  /**
   * Called before <em>Unlink users</em>.
   *
   * @throws jakarta.ws.rs.WebApplicationException to refuse, with an alternative
   */
  void beforeUnlinking(KeycloakSession session, RealmModel realm, ComponentModel pool);
}
