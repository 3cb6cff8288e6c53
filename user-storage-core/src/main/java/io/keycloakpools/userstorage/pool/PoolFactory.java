package io.keycloakpools.userstorage.pool;

/** The factory of a user pool, whatever its directory is. */
public interface PoolFactory {

  /** The pools that this factory opened on this node. */
  PoolEngine engine();
}
