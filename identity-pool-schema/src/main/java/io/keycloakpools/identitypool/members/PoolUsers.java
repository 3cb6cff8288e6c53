package io.keycloakpools.identitypool.members;

import io.keycloakpools.common.federation.LinkedUsers;
import io.keycloakpools.common.pools.PoolMarks;
import jakarta.persistence.TypedQuery;
import java.util.List;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

public record PoolUsers(KeycloakSession session, RealmModel realm, String poolId) {

  public long count() {
    return new LinkedUsers(session, realm, poolId).count();
  }

  public void forgetNames() {
    int unused =
        session
            .getProvider(JpaConnectionProvider.class)
            .getEntityManager()
            .createQuery(
                "delete from UserAttributeEntity a where a.name = :attribute and a.user in (select u"
                    + LinkedUsers.FROM
                    + ")")
            .setParameter("attribute", PoolMarks.IDENTITY_POOL)
            .setParameter("realm", realm.getId())
            .setParameter("pool", poolId)
            .executeUpdate();
  }

  public List<String> matching(List<String> words, int first, int max) {
    StringBuilder where = new StringBuilder();
    for (int i = 0; i < words.size(); i++) {
      String like = " like :word" + i + " escape '!'";
      where
          .append(" and (lower(u.username)" + like)
          .append(" or lower(u.email)" + like)
          .append(" or lower(u.firstName)" + like)
          .append(" or lower(u.lastName)" + like + ")");
    }
    TypedQuery<String> query =
        session
            .getProvider(JpaConnectionProvider.class)
            .getEntityManager()
            .createQuery(
                "select u.id" + LinkedUsers.FROM + where + " order by u.username", String.class)
            .setParameter("realm", realm.getId())
            .setParameter("pool", poolId);
    for (int i = 0; i < words.size(); i++) {
      query.setParameter("word" + i, "%" + words.get(i).replaceAll("[!%_]", "!$0") + "%");
    }
    return query.setFirstResult(first).setMaxResults(max).getResultList();
  }

  /**
   * Ids of users, in order.
   *
   * @param after the last id of the page before; empty for the first page
   */
  public List<String> ids(String after, int max) {
    return session
        .getProvider(JpaConnectionProvider.class)
        .getEntityManager()
        .createQuery(
            "select u.id" + LinkedUsers.FROM + " and u.id > :after order by u.id", String.class)
        .setParameter("realm", realm.getId())
        .setParameter("pool", poolId)
        .setParameter("after", after)
        .setMaxResults(max)
        .getResultList();
  }
}
