package io.keycloakpools.identitypool.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycloakpools.identitypool.members.UserDocument;
import io.keycloakpools.identitypool.pool.IdentityPool;
import java.util.List;
import java.util.Map;
import org.keycloak.models.UserModel;

/**
 * A user of a pool in the API.
 *
 * @param createdTimestamp milliseconds since 1970, or null
 */
public record PoolUserView(
    String id,
    String username,
    boolean enabled,
    boolean emailVerified,
    Long createdTimestamp,
    ObjectNode payload,
    ObjectNode metadata) {

  static PoolUserView of(UserModel user, IdentityPool pool) {
    Map<String, List<String>> attributes = UserDocument.attributes(user);
    return new PoolUserView(
        user.getId(),
        user.getUsername(),
        user.isEnabled(),
        user.isEmailVerified(),
        user.getCreatedTimestamp(),
        pool.payload().codec().toDocument(attributes).document(),
        pool.metadata().codec().toDocument(attributes).document());
  }
}
