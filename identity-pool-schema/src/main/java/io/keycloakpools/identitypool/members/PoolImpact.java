package io.keycloakpools.identitypool.members;

import io.keycloakpools.identitypool.attributes.AttributeCodec;
import io.keycloakpools.identitypool.attributes.ImpactCounter;
import io.keycloakpools.identitypool.schema.SchemaImpact;
import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.storage.UserStoragePrivateUtil;

/** Validates the users of pools against other schemas, before these are saved. */
public record PoolImpact(
    KeycloakSession session,
    RealmModel realm,
    List<AttributeCodec> present,
    List<AttributeCodec> next) {

  public SchemaImpact on(List<String> poolIds) {
    ImpactCounter count = new ImpactCounter(present, next);
    for (String pool : poolIds) {
      new PoolUserPages(session.getKeycloakSessionFactory(), realm.getId(), pool)
          .forEach((inner, id) -> add(count, inner, id));
    }
    return count.impact();
  }

  /** Bypasses the cache of users, which a count should not evict. */
  private static void add(ImpactCounter count, KeycloakSession session, String userId) {
    UserModel user =
        UserStoragePrivateUtil.userLocalStorage(session)
            .getUserById(session.getContext().getRealm(), userId);
    if (user != null) {
      count.add(userId, UserDocument.attributes(user));
    }
  }
}
