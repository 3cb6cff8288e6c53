package io.keycloakpools.userstorage;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.function.Function;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.cache.CachedUserModel;
import org.keycloak.models.cache.UserCache;
import org.keycloak.models.jpa.entities.UserEntity;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.storage.UserStorageUtil;

/**
 * Changes to one user, one after the other across threads and nodes.
 *
 * <p>Sign-ins of one person may run at the same time, and Keycloak's user tables have no version
 * column: two requests that grant the same role collide, and a stale request writes old columns
 * back. So changes are made in a short transaction of their own that locks the user's row (as
 * {@code JpaUserProvider.removeUser} does), and the request then reads the user afresh.
 */
record UserTransaction(KeycloakSession session, RealmModel realm) {

  /** A change, made with the session, realm and user of its own transaction. */
  @FunctionalInterface
  interface Change {
    void apply(KeycloakSession session, RealmModel realm, UserModel user);
  }

  /**
   * Makes a change while nobody else changes the user. Does nothing when the user was deleted
   * meanwhile.
   */
  void change(UserModel user, Change change) {
    run(
        own -> {
          EntityManager entities = entities(own);
          if (entities.find(UserEntity.class, user.getId(), LockModeType.PESSIMISTIC_WRITE)
              == null) {
            return Optional.empty();
          }
          RealmModel ownRealm = own.getContext().getRealm();
          UserModel fresh = new LocalUsers(own, ownRealm).byId(user.getId()).orElseThrow();
          change.apply(own, ownRealm, fresh);
          evict(own, ownRealm, fresh);
          return Optional.empty();
        });
    refresh(user);
  }

  /** Runs a job in a transaction of its own, in the realm and client of this request. */
  <T> T run(Function<KeycloakSession, T> job) {
    return KeycloakModelUtils.runJobInTransactionWithResult(
        session.getKeycloakSessionFactory(), session.getContext(), job::apply, "user-pool");
  }

  private void refresh(UserModel user) {
    EntityManager entities = entities(session);
    UserEntity entity = entities.find(UserEntity.class, user.getId());
    if (entity != null) {
      entities.refresh(entity);
    }
    if (user instanceof CachedUserModel cached) {
      cached.invalidate();
    }
  }

  private static void evict(KeycloakSession own, RealmModel ownRealm, UserModel user) {
    UserCache cache = UserStorageUtil.userCache(own);
    if (cache != null) {
      cache.evict(ownRealm, user);
    }
  }

  private static EntityManager entities(KeycloakSession own) {
    return own.getProvider(JpaConnectionProvider.class).getEntityManager();
  }
}
