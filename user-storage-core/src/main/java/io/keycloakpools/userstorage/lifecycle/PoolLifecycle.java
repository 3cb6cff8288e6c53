package io.keycloakpools.userstorage.lifecycle;

import io.keycloakpools.common.RealmsAtStart;
import io.keycloakpools.common.reference.ComponentReferences;
import io.keycloakpools.common.reference.ReferenceListener;
import io.keycloakpools.userstorage.pool.ClusterNotifier;
import io.keycloakpools.userstorage.pool.PoolEngine;
import io.keycloakpools.userstorage.pool.PoolReferences;
import org.jboss.logging.Logger;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.storage.UserStorageProvider;

/** Follows the start of the server and the changes of pools and realms, for one adapter. */
public record PoolLifecycle(PoolEngine engine) {

  private static final Logger LOG = Logger.getLogger(PoolLifecycle.class);

  public void created(KeycloakSession session, RealmModel realm, ComponentModel pool) {
    new Declarations(session, realm).make(pool);
    engine.warmUp(session, pool);
  }

  public void saved(KeycloakSession session, RealmModel realm, ComponentModel pool) {
    Declarations declarations = new Declarations(session, realm);
    if (ComponentReferences.isFollowing(session, pool)) {
      declarations.make();
    } else {
      declarations.make(pool);
    }
    engine.reopen(pool.getId());
    engine.warmUp(session, pool);
    cluster().publishSaved(session, pool);
  }

  public void deleted(KeycloakSession session, ComponentModel pool) {
    engine.forget(pool.getId());
    cluster().publishDeleted(session, pool);
  }

  /**
   * Refuses to cut all links at once where that would lock users out.
   *
   * @throws jakarta.ws.rs.WebApplicationException with the reason, for the admin
   */
  public void requireUnlinkingLocksNobodyOut(
      KeycloakSession session, RealmModel realm, ComponentModel pool) {
    new Unlinking(session, realm, pool).requireNobodyIsLockedOut();
  }

  public void subscribe(KeycloakSessionFactory factory) {
    factory.register(new ReferenceListener(engine.providerId(), PoolReferences.SETTINGS));
    factory.register(this::onEvent);
  }

  private void onEvent(ProviderEvent event) {
    if (event instanceof PostMigrationEvent started) {
      new FormerSwitchesOfRealms(engine.providerId()).replace(started.getFactory());
      subscribeToCluster(started.getFactory());
      engine.inBackground(() -> warmUpAll(started.getFactory()));
    } else if (event instanceof RealmModel.RealmPostCreateEvent created) {
      new Declarations(created.getKeycloakSession(), created.getCreatedRealm())
          .ofImported(engine.providerId());
    } else if (event instanceof RealmModel.RealmRemovedEvent removed) {
      String realmId = removed.getRealm().getId();
      engine.forgetRealm(realmId);
      cluster().publishRealmDeleted(removed.getKeycloakSession(), realmId);
    }
  }

  private void subscribeToCluster(KeycloakSessionFactory factory) {
    KeycloakModelUtils.runJobInTransaction(
        factory,
        session -> {
          cluster().subscribe(session, engine::reopen, engine::forget);
          cluster().subscribeToRealms(session, engine::forgetRealm);
        });
  }

  private ClusterNotifier cluster() {
    return ClusterNotifier.forPoolsOf(engine.providerId());
  }

  /** One adapter after the other: two may declare the same in one realm. */
  private void warmUpAll(KeycloakSessionFactory factory) {
    synchronized (PoolLifecycle.class) {
      RealmsAtStart.each(
          factory,
          this::warmUp,
          (realm, e) ->
              LOG.warnf(
                  e,
                  "The user pools of realm %s are not connected to their directories yet: the first"
                      + " sign-in does that, and takes longer. Save one of them if users lack"
                      + " attributes in the console.",
                  realm));
    }
  }

  private void warmUp(KeycloakSession session, RealmModel realm) {
    realm
        .getStorageProviders(UserStorageProvider.class)
        .filter(pool -> engine.providerId().equals(pool.getProviderId()))
        .forEach(
            pool -> {
              new Declarations(session, realm).make();
              engine.warmUp(session, pool);
            });
  }
}
