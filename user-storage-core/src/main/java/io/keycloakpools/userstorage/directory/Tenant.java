package io.keycloakpools.userstorage.directory;

import java.util.Optional;

/**
 * A user's customer organization.
 *
 * @param id alias of the organization in Keycloak
 * @param name display name, if known
 */
public record Tenant(String id, Optional<String> name) {}
