package io.keycloakpools.userstorage.directory;

/**
 * An account elsewhere that a user also signs in to the directory with.
 *
 * @param connection what the directory calls the place the account is at
 * @param userId the account's identifier there
 * @param username a name of the account, to show
 */
public record SocialIdentity(String connection, String userId, String username) {}
