package io.keycloakpools.common.federation;

import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Queries the database: Keycloak's {@code UserProvider} cannot search by link and would query every
 * directory.
 */
public record LinkedUsers(KeycloakSession session, RealmModel realm, String componentId) {

  /** Beginning of a query; its parameters are {@code realm} and {@code pool}. */
  public static final String FROM =
      " from UserEntity u where u.realmId = :realm and u.federationLink = :pool";

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
