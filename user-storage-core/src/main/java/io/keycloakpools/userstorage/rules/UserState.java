package io.keycloakpools.userstorage.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The part of a Keycloak user that a pool writes, as it is or as it should be.
 *
 * @param unprovedEmail the address, if the directory says that its owner did not prove it
 * @param loginName what to send with a password check
 * @param attributes values of the mapped attributes; an empty list where there is none
 * @param grantedRoles identifiers of the roles that the pool granted
 * @param grantedGroups identifiers of the groups that the pool put the user into
 * @param tenants aliases of the organizations that the pool put the user into
 * @param links links to identity providers that the pool made
 */
public record UserState(
    String username,
    Optional<String> email,
    boolean emailVerified,
    Optional<String> unprovedEmail,
    Optional<String> firstName,
    Optional<String> lastName,
    String loginName,
    LinkStatus status,
    Map<String, List<String>> attributes,
    Set<String> grantedRoles,
    Set<String> grantedGroups,
    Set<String> tenants,
    Set<IdentityLink> links) {

  public UserState {
    attributes = Map.copyOf(attributes);
    grantedRoles = Set.copyOf(grantedRoles);
    grantedGroups = Set.copyOf(grantedGroups);
    tenants = Set.copyOf(tenants);
    links = Set.copyOf(links);
  }
}
