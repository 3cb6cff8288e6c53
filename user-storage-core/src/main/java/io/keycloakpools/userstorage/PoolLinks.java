package io.keycloakpools.userstorage;

import io.keycloakpools.userstorage.rules.PoolAttributes;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;

/**
 * Addresses about a pool.
 *
 * @param admin address of the admin REST API, {@code …/admin}
 * @param realm name of the realm
 * @param pool component id
 */
record PoolLinks(URI admin, String realm, String pool) {

  private UriBuilder inRealm() {
    return UriBuilder.fromUri(admin).path("realms").segment(realm);
  }

  URI status() {
    return inRealm().path("user-pools").segment(pool, "status").build();
  }

  URI testConnection() {
    return inRealm().path("user-pools").segment(pool, "test-connection").build();
  }

  /** The settings, for which Keycloak's own API is. */
  URI component() {
    return inRealm().path("components").segment(pool).build();
  }

  /** The users who came from the pool, migrated ones included. */
  URI users() {
    return inRealm().path("users").queryParam("q", PoolAttributes.POOL + ":" + pool).build();
  }

  /** The form. */
  URI console(String providerId) {
    return UriBuilder.fromUri(admin)
        .segment(realm, "console")
        .path("/")
        .fragment("/" + realm + "/user-federation/" + providerId + "/" + pool)
        .build();
  }
}
