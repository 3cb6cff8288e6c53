package io.keycloakpools.identitypool.federation;

import io.keycloakpools.common.RealmsAtStart;
import io.keycloakpools.common.reference.ComponentReferences;
import io.keycloakpools.identitypool.pool.IdentityPools;
import io.keycloakpools.identitypool.settings.FormValues;
import java.util.function.BiConsumer;
import org.jboss.logging.Logger;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RealmModel.RealmPostCreateEvent;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;

/**
 * Prepares realms whose pools nobody saved: an import does not ask factories, and earlier versions
 * declared less and stored settings differently.
 */
final class PoolRealms implements ProviderEventListener {

  private static final Logger LOG = Logger.getLogger(PoolRealms.class);

  @Override
  public void onEvent(ProviderEvent event) {
    if (event instanceof RealmPostCreateEvent created) {
      declare(created.getKeycloakSession(), created.getCreatedRealm());
      complete(created.getKeycloakSession(), created.getCreatedRealm());
    } else if (event instanceof PostMigrationEvent started) {
      KeycloakSessionFactory factory = started.getFactory();
      RealmsAtStart.each(
          factory,
          PoolRealms::declare,
          failure(
              "has identity pools, but could not be prepared for them. Save one of its pools."));
      RealmsAtStart.each(
          factory,
          PoolRealms::complete,
          failure(
              "has identity pools whose settings mean what they did, but the console does not show all"
                  + " of them. Restart the server before you save such a pool there."));
    }
  }

  private static BiConsumer<String, RuntimeException> failure(String text) {
    return (realmId, e) -> LOG.errorf(e, "Realm %s %s", realmId, text);
  }

  private static void declare(KeycloakSession session, RealmModel realm) {
    if (IdentityPools.of(session, realm).any()) {
      new PoolDeclarations(session, realm).make();
    }
  }

  /** Harmless if another node does the same; unstored settings mean the same until then. */
  private static void complete(KeycloakSession session, RealmModel realm) {
    IdentityPools.of(session, realm)
        .components()
        .toList()
        .forEach(pool -> complete(session, realm, pool));
  }

  private static void complete(KeycloakSession session, RealmModel realm, ComponentModel pool) {
    ComponentModel completed = new ComponentModel(pool);
    new FormValues(realm).complete(completed);
    if (!completed.getConfig().equals(pool.getConfig())) {
      ComponentReferences.saveFollowing(session, realm, completed);
    }
  }
}
