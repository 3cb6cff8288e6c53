package io.keycloakpools.userstorage.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The part of a Keycloak user that a pool writes. Roles and groups (ids), tenants (aliases) and
 * links contain only what the pool granted.
 *
 * @param unprovedEmail the address, if the directory reports it as unverified
 * @param attributes mapped attributes; an empty list for a missing value
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
