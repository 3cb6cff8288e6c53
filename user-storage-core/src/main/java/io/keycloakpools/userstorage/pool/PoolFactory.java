package io.keycloakpools.userstorage.pool;

/** The factory of a user pool. */
public interface PoolFactory {

  PoolEngine engine();
}
