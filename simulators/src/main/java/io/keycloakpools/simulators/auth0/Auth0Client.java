package io.keycloakpools.simulators.auth0;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An application of the tenant.
 *
 * @param grantedScopes the scopes of its client grant for the Management API; empty when it is not
 *     authorized for that API
 * @param enabledConnections empty for all
 * @param trustTokenEndpointIpHeader whether {@code auth0-forwarded-for} counts ("Trust Token
 *     Endpoint IP Header")
 */
public record Auth0Client(
    String id,
    String secret,
    Set<Grant> enabledGrants,
    AuthMethod authMethod,
    Optional<Set<String>> grantedScopes,
    Optional<Set<String>> enabledConnections,
    boolean trustTokenEndpointIpHeader) {

  public static Auth0Client of(String id) {
    return new Auth0Client(
        id, "", Set.of(), AuthMethod.POST, Optional.empty(), Optional.empty(), false);
  }

  public Auth0Client secret(String value) {
    return new Auth0Client(
        id,
        value,
        enabledGrants,
        authMethod,
        grantedScopes,
        enabledConnections,
        trustTokenEndpointIpHeader);
  }

  public Auth0Client grants(Grant... values) {
    Set<Grant> all = EnumSet.noneOf(Grant.class);
    all.addAll(List.of(values));
    return new Auth0Client(
        id, secret, all, authMethod, grantedScopes, enabledConnections, trustTokenEndpointIpHeader);
  }

  public Auth0Client authMethod(AuthMethod value) {
    return new Auth0Client(
        id,
        secret,
        enabledGrants,
        value,
        grantedScopes,
        enabledConnections,
        trustTokenEndpointIpHeader);
  }

  /** Takes no scopes as well; null means not authorized for the Management API. */
  public Auth0Client managementScopes(String... values) {
    Optional<Set<String>> scopes =
        Optional.ofNullable(values).map(given -> new LinkedHashSet<>(List.of(given)));
    return new Auth0Client(
        id,
        secret,
        enabledGrants,
        authMethod,
        scopes,
        enabledConnections,
        trustTokenEndpointIpHeader);
  }

  public Auth0Client connections(String... names) {
    return new Auth0Client(
        id,
        secret,
        enabledGrants,
        authMethod,
        grantedScopes,
        Optional.of(new LinkedHashSet<>(List.of(names))),
        trustTokenEndpointIpHeader);
  }

  public Auth0Client trustTokenEndpointIpHeader(boolean value) {
    return new Auth0Client(
        id, secret, enabledGrants, authMethod, grantedScopes, enabledConnections, value);
  }

  boolean mayUse(Auth0Connection connection) {
    return enabledConnections.map(names -> names.contains(connection.name())).orElse(true);
  }

  @Override
  public String toString() {
    return "Auth0Client[" + id + "]";
  }
}
