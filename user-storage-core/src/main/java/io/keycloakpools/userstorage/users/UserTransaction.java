package io.keycloakpools.userstorage.users;

import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PessimisticLockException;
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
public record UserTransaction(KeycloakSession session, RealmModel realm) {

  private static final int MOST_TRIES = 5;

  /** A change, made with the session, realm and user of its own transaction. */
  @FunctionalInterface
  public interface Change {
    void apply(KeycloakSession session, RealmModel realm, UserModel user);
  }

  /**
   * Makes a change while nobody else changes the user. Keycloak deletes the users of a pool table
   * by table, the user's own row last ({@code JpaUserProvider.removeImportedUsers}), so the two may
   * wait for each other: the database ends one of them, and if it is this one, it begins again.
   *
   * @return false when the user was deleted meanwhile: nothing is done then
   */
  public boolean change(UserModel user, Change change) {
    for (int left = MOST_TRIES - 1; ; left--) {
      try {
        return run(own -> change(own, user.getId(), change)) && refresh(user);
      } catch (PessimisticLockException lost) {
        if (left == 0) {
          throw lost;
        }
      }
    }
  }

  private static boolean change(KeycloakSession own, String userId, Change change) {
    if (entities(own).find(UserEntity.class, userId, LockModeType.PESSIMISTIC_WRITE) == null) {
      return false;
    }
    RealmModel ownRealm = own.getContext().getRealm();
    UserModel fresh = new LocalUsers(own, ownRealm).byId(userId).orElseThrow();
    change.apply(own, ownRealm, fresh);
    evict(own, ownRealm, fresh);
    return true;
  }

  /** Runs a job in a transaction of its own, in the realm and client of this request. */
  <T> T run(Function<KeycloakSession, T> job) {
    return KeycloakModelUtils.runJobInTransactionWithResult(
        session.getKeycloakSessionFactory(), session.getContext(), job::apply, "user-pool");
  }

  /**
   * What this request has read of the user is old now. A row that is gone is looked for first:
   * {@code EntityManager.refresh} would fail on it and spoil the request's own transaction, and so
   * would writing it.
   */
  private boolean refresh(UserModel user) {
    EntityManager entities = entities(session);
    UserEntity entity = entities.find(UserEntity.class, user.getId());
    if (entity == null) {
      return false;
    }
    if (!present(entities, user)) {
      entities.detach(entity);
      return false;
    }
    entities.refresh(entity);
    if (user instanceof CachedUserModel cached) {
      cached.invalidate();
    }
    return true;
  }

  private static boolean present(EntityManager entities, UserModel user) {
    return entities
        .createQuery("select count(u) from UserEntity u where u.id = :id", Long.class)
        .setParameter("id", user.getId())
        .setFlushMode(FlushModeType.COMMIT)
        .getSingleResult()
        .equals(1L);
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
