package io.keycloakpools.userstorage;

import io.keycloakpools.userstorage.rules.LinkStatus;
import io.keycloakpools.userstorage.rules.PoolAttributes;
import java.util.EnumMap;
import java.util.Map;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/**
 * How many users a pool has, by status. One query over the index of attribute names and values;
 * Keycloak's {@code UserProvider.getUsersCount} would need three, none of which can use it.
 */
record UserCounts(KeycloakSession session) {

  private static final String QUERY =
      "select status.value, count(status) from UserAttributeEntity pool, UserAttributeEntity status"
          + " where pool.name = :poolName and pool.value = :pool"
          + " and status.user = pool.user and status.name = :statusName group by status.value";

  Map<LinkStatus, Long> of(String poolId) {
    Map<LinkStatus, Long> counts = new EnumMap<>(LinkStatus.class);
    for (LinkStatus status : LinkStatus.values()) {
      counts.put(status, 0L);
    }
    session
        .getProvider(JpaConnectionProvider.class)
        .getEntityManager()
        .createQuery(QUERY, Object[].class)
        .setParameter("poolName", PoolAttributes.POOL)
        .setParameter("pool", poolId)
        .setParameter("statusName", PoolAttributes.STATUS)
        .getResultStream()
        .forEach(
            row -> LinkStatus.of((String) row[0]).ifPresent(s -> counts.put(s, (Long) row[1])));
    return counts;
  }
}
