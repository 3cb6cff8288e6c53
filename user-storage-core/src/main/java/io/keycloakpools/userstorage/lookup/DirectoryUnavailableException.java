package io.keycloakpools.userstorage.lookup;

import io.keycloakpools.userstorage.pool.Pool;
import org.keycloak.storage.StorageUnavailableException;

/**
 * Makes Keycloak go on with its other providers. Has no stack trace, which {@code
 * UserStorageManager} would log at each look-up of an outage; the reason suffices.
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
