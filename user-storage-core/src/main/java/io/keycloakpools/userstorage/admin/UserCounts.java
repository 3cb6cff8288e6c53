package io.keycloakpools.userstorage.admin;

import io.keycloakpools.userstorage.rules.LinkStatus;
import io.keycloakpools.userstorage.rules.PoolAttributes;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/**
 * Counts users by pool and status, with one query over the index of attribute names and values.
 * Keycloak's {@code UserProvider.getUsersCount} would need three per pool, none of which can use
 * it.
 */
record UserCounts(KeycloakSession session) {

  private static final String QUERY =
      "select pool.value, status.value, count(status)"
          + " from UserAttributeEntity pool, UserAttributeEntity status"
          + " where pool.name = :poolName and pool.value in :pools"
          + " and status.user = pool.user and status.name = :statusName"
          + " group by pool.value, status.value";

  Map<LinkStatus, Long> of(String poolId) {
    return of(List.of(poolId)).get(poolId);
  }

  /** Includes pools without users. */
  Map<String, Map<LinkStatus, Long>> of(Collection<String> poolIds) {
    Map<String, Map<LinkStatus, Long>> counts = new HashMap<>();
    poolIds.forEach(id -> counts.put(id, none()));
    if (!poolIds.isEmpty()) {
      session
          .getProvider(JpaConnectionProvider.class)
          .getEntityManager()
          .createQuery(QUERY, Object[].class)
          .setParameter("poolName", PoolAttributes.POOL)
          .setParameter("pools", poolIds)
          .setParameter("statusName", PoolAttributes.STATUS)
          .getResultStream()
          .forEach(
              row ->
                  LinkStatus.of((String) row[1])
                      .ifPresent(status -> counts.get((String) row[0]).put(status, (Long) row[2])));
    }
    return counts;
  }

  private static Map<LinkStatus, Long> none() {
    Map<LinkStatus, Long> none = new EnumMap<>(LinkStatus.class);
    for (LinkStatus status : LinkStatus.values()) {
      none.put(status, 0L);
    }
    return none;
  }
}
