package io.keycloakpools.userstorage.directory;

import java.util.Optional;

/**
 * A system that holds users. One instance serves one user pool and is called by many threads.
 *
 * <p>Methods return outages, refusals and malformed answers instead of throwing. Each method
 * enforces its own time limit, including retries; a look-up must end before Keycloak interrupts it
 * after 3,000 ms ({@code storageProviderTimeout}).
 */
public interface Directory extends AutoCloseable {

  /**
   * Finds a user by login name.
   *
   * @param username as typed; the directory decides whether case matters
   */
  Lookup findByUsername(String username);

  /**
   * Finds the only owner of an e-mail address.
   *
   * @param email as typed
   */
  Lookup findByEmail(String email);

  /**
   * Finds a user by permanent identifier, including roles.
   *
   * @param externalId {@link DirectoryUser#externalId()} from an earlier answer
   * @param loginName {@link DirectoryUser#loginName()} from the latest answer, for directories that
   *     cannot search by identifier; it may now belong to another person
   */
  Lookup findByExternalId(String externalId, String loginName);

  /**
   * Lists users without roles, in no particular order.
   *
   * @param page {@link Listing.Page#next()} of the previous page; empty for the first
   * @param limit maximum page size
   */
  Listing listUsers(Optional<String> page, int limit);

  /** Checks a password and fetches the user's current data and roles. */
  PasswordCheck checkPassword(PasswordAttempt attempt);

  /**
   * Tests the settings against the live directory.
   *
   * @return the first setting to correct, if any
   */
  ConnectionTest test();

  /** Pays for class loading and TLS before the first sign-in. */
  default void warmUp() {}

  @Override
  void close();
}
