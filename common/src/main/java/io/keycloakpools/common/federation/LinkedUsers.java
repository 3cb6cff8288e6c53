package io.keycloakpools.common.federation;

import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * The users whose federation link is a component. Asked of the database, because Keycloak's {@code
 * UserProvider} cannot search by link, and would ask every directory of the realm.
 */
public record LinkedUsers(KeycloakSession session, RealmModel realm, String componentId) {

  /** How a query over them begins; its parameters are {@code realm} and {@code pool}. */
  public static final String FROM =
      " from UserEntity u where u.realmId = :realm and u.federationLink = :pool";

  /** How many there are. */
  public long count() {
    return session
        .getProvider(JpaConnectionProvider.class)
        .getEntityManager()
        .createQuery("select count(u)" + FROM, Long.class)
        .setParameter("realm", realm.getId())
        .setParameter("pool", componentId)
        .getSingleResult();
  }
}
