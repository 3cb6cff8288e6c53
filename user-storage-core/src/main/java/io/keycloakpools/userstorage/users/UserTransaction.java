package io.keycloakpools.userstorage.users;

import io.keycloakpools.userstorage.pool.PoolSession;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PessimisticLockException;
import java.sql.SQLException;
import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hibernate.Hibernate;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.cache.CachedUserModel;
import org.keycloak.models.cache.UserCache;
import org.keycloak.models.jpa.entities.UserEntity;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.storage.UserStorageUtil;

/**
 * Serializes changes to one user across threads and nodes.
 *
 * <p>Sign-ins of one user may run concurrently, and Keycloak's user tables have no version column:
 * two requests that grant the same role collide, and a stale one writes old columns back. So each
 * change locks the user's row in a short transaction (as {@code JpaUserProvider.removeUser} does),
 * and the request then reads the user again.
 */
public record UserTransaction(PoolSession current) {

  private static final int MOST_TRIES = 5;

  /** Class "transaction rollback" of SQLSTATE (ISO/IEC 9075-2): serialization, deadlock. */
  private static final String ROLLED_BACK = "40";

  @FunctionalInterface
  public interface Change {
    void apply(PoolSession own, UserModel user);
  }

  /**
   * Changes the user in a transaction of its own.
   *
   * @return false, with nothing done, if the user was deleted meanwhile
   */
  public boolean change(UserModel user, Change change) {
    return run(own -> change(own, user.getId(), change)) && refresh(user);
  }

  private static boolean change(PoolSession own, String userId, Change change) {
    if (entities(own.session()).find(UserEntity.class, userId, LockModeType.PESSIMISTIC_WRITE)
        == null) {
      return false;
    }
    UserModel fresh = new LocalUsers(own.session(), own.realm()).localById(userId).orElseThrow();
    change.apply(own, fresh);
    evict(own, fresh);
    return true;
  }

  /**
   * Repeats a job that the database ended: Keycloak deletes a pool's users table by table, their
   * own rows last ({@code JpaUserProvider.removeImportedUsers}), so the two may deadlock.
   */
  <T> T run(Function<PoolSession, T> job) {
    for (int left = MOST_TRIES - 1; ; left--) {
      try {
        return once(job);
      } catch (RuntimeException e) {
        if (left == 0 || !lost(e)) {
          throw e;
        }
      }
    }
  }

  /** A lock may be lost at a statement or at the commit, each with an exception of its own. */
  private static boolean lost(Throwable thrown) {
    return thrown instanceof PessimisticLockException
        || (thrown instanceof SQLException sql
            && sql.getSQLState() != null
            && sql.getSQLState().startsWith(ROLLED_BACK))
        || (thrown.getCause() != null && lost(thrown.getCause()));
  }

  private <T> T once(Function<PoolSession, T> job) {
    KeycloakSession session = current.session();
    return KeycloakModelUtils.runJobInTransactionWithResult(
        session.getKeycloakSessionFactory(),
        session.getContext(),
        own -> job.apply(current.within(own)),
        "user-pool");
  }

  /**
   * Looks for a deleted row first: {@code EntityManager.refresh}, or a write, would fail on it and
   * spoil the request's transaction.
   */
  private boolean refresh(UserModel user) {
    EntityManager entities = entities(current.session());
    UserEntity entity = entities.find(UserEntity.class, user.getId());
    if (entity == null) {
      return false;
    }
    if (!present(entities, user)) {
      forget(entities, entity);
      return false;
    }
    entities.refresh(entity);
    if (user instanceof CachedUserModel cached) {
      cached.invalidate();
    }
    return true;
  }

  /** A loaded part that refers to a deleted user would fail the request's commit. */
  private static void forget(EntityManager entities, UserEntity deleted) {
    Stream.of(
            deleted.getAttributes(),
            deleted.getRequiredActions(),
            deleted.getCredentials(),
            deleted.getFederatedIdentities())
        .filter(Hibernate::isInitialized)
        .flatMap(Collection::stream)
        .forEach(entities::detach);
    entities.detach(deleted);
  }

  private static boolean present(EntityManager entities, UserModel user) {
    return entities
        .createQuery("select count(u) from UserEntity u where u.id = :id", Long.class)
        .setParameter("id", user.getId())
        .setFlushMode(FlushModeType.COMMIT)
        .getSingleResult()
        .equals(1L);
  }

  private static void evict(PoolSession own, UserModel user) {
    UserCache cache = UserStorageUtil.userCache(own.session());
    if (cache != null) {
      cache.evict(own.realm(), user);
    }
  }

  private static EntityManager entities(KeycloakSession session) {
    return session.getProvider(JpaConnectionProvider.class).getEntityManager();
  }
}
