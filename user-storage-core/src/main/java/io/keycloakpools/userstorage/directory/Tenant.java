package io.keycloakpools.userstorage.directory;

import java.util.Optional;

/**
 * A customer organization that a user belongs to.
 *
 * @param id alias of the organization in Keycloak
 * @param name what people call it, if the directory tells
 */
public record Tenant(String id, Optional<String> name) {}
