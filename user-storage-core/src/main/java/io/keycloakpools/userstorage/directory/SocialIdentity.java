package io.keycloakpools.userstorage.directory;

/**
 * An external account that can sign in to the directory.
 *
 * @param connection the directory's name for the account's provider
 * @param username display name
 */
public record SocialIdentity(String connection, String userId, String username) {}
