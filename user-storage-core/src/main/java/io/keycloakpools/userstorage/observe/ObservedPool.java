package io.keycloakpools.userstorage.observe;

/**
 * Labels of a pool. Admins choose them, so there are only as many as pools.
 *
 * @param id component id
 * @param provider id of the adapter
 */
public record ObservedPool(String realmId, String realm, String id, String name, String provider) {}
