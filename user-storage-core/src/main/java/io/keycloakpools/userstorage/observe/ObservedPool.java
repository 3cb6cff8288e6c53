package io.keycloakpools.userstorage.observe;

/**
 * Which pool it is. All of it is set by admins, so there are as many as there are pools.
 *
 * @param realmId identifier of the realm
 * @param realm its name
 * @param id component id
 * @param name what the admin called the pool
 * @param provider id of the adapter
 */
public record ObservedPool(String realmId, String realm, String id, String name, String provider) {}
