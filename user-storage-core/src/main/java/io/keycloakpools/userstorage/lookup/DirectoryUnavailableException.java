package io.keycloakpools.userstorage.lookup;

import io.keycloakpools.userstorage.pool.Pool;
import org.keycloak.storage.StorageUnavailableException;

/**
 * Has Keycloak go on with its other providers. Without a stack trace, which {@code
 * UserStorageManager} would write at each look-up of an outage; the reason says all.
 */
final class DirectoryUnavailableException extends StorageUnavailableException {

  DirectoryUnavailableException(Pool pool, String reason) {
    super("user pool '" + pool.name() + "' (" + pool.id() + "): " + reason);
  }

  @Override
  public Throwable fillInStackTrace() {
    return this;
  }
}
