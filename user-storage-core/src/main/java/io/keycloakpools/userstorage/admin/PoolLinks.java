package io.keycloakpools.userstorage.admin;

import static io.keycloakpools.userstorage.rules.PoolAttributes.POOL;

import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.keycloak.component.ComponentModel;

/**
 * @param admin address of the admin REST API, {@code …/admin}
 * @param home the admin's own realm, whose console they use
 */
record PoolLinks(URI admin, String home, String realm) {

  private UriBuilder inRealm() {
    return UriBuilder.fromUri(admin).path("realms").segment(realm);
  }

  Map<String, URI> of(ComponentModel pool) {
    String id = pool.getId();
    Map<String, URI> links = new LinkedHashMap<>();
    links.put("status", inRealm().path("user-pools").segment(id, "status").build());
    links.put(
        "testConnection", inRealm().path("user-pools").segment(id, "test-connection").build());
    links.put("component", inRealm().path("components").segment(id).build());
    links.put("users", inRealm().path("users").queryParam("q", POOL + ":" + id).build());
    links.put("console", console(pool));
    return links;
  }

  private URI console(ComponentModel pool) {
    return UriBuilder.fromUri(admin)
        .segment(home, "console")
        .path("/")
        .fragment("/" + realm + "/user-federation/" + pool.getProviderId() + "/" + pool.getId())
        .build();
  }
}
