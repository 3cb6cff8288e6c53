package io.keycloakpools.identitypool.pool;

import java.util.List;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Who is in a pool: the users whose federation link it is. Asked of the database, because
 * Keycloak's {@code UserProvider} cannot search by link, and would ask every directory of the
 * realm.
 */
public record PoolUsers(KeycloakSession session, RealmModel realm, String poolId) {

  private static final String FROM =
      " from UserEntity u where u.realmId = :realm and u.federationLink = :pool";

  /** How many there are. */
  public long count() {
    return session
        .getProvider(JpaConnectionProvider.class)
        .getEntityManager()
        .createQuery("select count(u)" + FROM, Long.class)
        .setParameter("realm", realm.getId())
        .setParameter("pool", poolId)
        .getSingleResult();
  }

  /**
   * Ids of users, in order.
   *
   * @param after the last of the page before; empty for the first page
   * @param max most of them
   */
  public List<String> ids(String after, int max) {
    return session
        .getProvider(JpaConnectionProvider.class)
        .getEntityManager()
        .createQuery("select u.id" + FROM + " and u.id > :after order by u.id", String.class)
        .setParameter("realm", realm.getId())
        .setParameter("pool", poolId)
        .setParameter("after", after)
        .setMaxResults(max)
        .getResultList();
  }
}
