package io.keycloakpools.simulators.auth0;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What does not change while the tenant runs.
 *
 * @param endpoint known once the server has started
 * @param defaultDirectory the connection of grant password
 * @param organizations names by id
 * @param roles roles that exist even without users
 */
record Auth0Tenant(
    Supplier<URI> endpoint,
    List<Auth0Connection> connections,
    Optional<Auth0Connection> defaultDirectory,
    Map<String, String> organizations,
    List<String> roles,
    String mfaCode) {

  String issuer() {
    return endpoint.get() + "/";
  }

  String managementAudience() {
    return endpoint.get() + "/api/v2/";
  }

  String userInfoAudience() {
    return endpoint.get() + "/userinfo";
  }

  Optional<Auth0Connection> connection(String name) {
    return connections.stream().filter(each -> each.name().equals(name)).findFirst();
  }

  Optional<Auth0Connection> connectionWithId(String id) {
    return connections.stream().filter(each -> each.id().equals(id)).findFirst();
  }

  @Override
  public String toString() {
    return "Tenant";
  }
}
