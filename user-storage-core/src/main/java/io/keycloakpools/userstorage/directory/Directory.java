package io.keycloakpools.userstorage.directory;

import java.util.Optional;

/**
 * A system that users come from. One instance serves one user pool from many threads at once.
 *
 * <p>No method throws for anything the directory does: an outage, a refusal and a strange answer
 * are values. Every method keeps its own time limit, retries included; that of a look-up is below
 * the 3,000 ms after which Keycloak interrupts it ({@code storageProviderTimeout}).
 */
public interface Directory extends AutoCloseable {

  /**
   * Finds a user by the name that a person types to sign in.
   *
   * @param username the name as typed; case is the directory's business
   */
  Lookup findByUsername(String username);

  /**
   * Finds the one user who owns an e-mail address.
   *
   * @param email the address as typed
   */
  Lookup findByEmail(String email);

  /**
   * Finds a user by the identifier that never changes, roles included.
   *
   * @param externalId {@link DirectoryUser#externalId()} of an earlier answer
   * @param loginName {@link DirectoryUser#loginName()} of the last answer, for a directory that
   *     finds nobody by identifier; who has that name now may be somebody else
   */
  Lookup findByExternalId(String externalId, String loginName);

  /**
   * Goes through all users, in no particular order, without their roles.
   *
   * @param page {@link Listing.Page#next()} of the page before; empty for the first
   * @param limit most users wanted; a directory may give fewer
   */
  Listing listUsers(Optional<String> page, int limit);

  /** Checks a password, and fetches the user's present data and roles beside it. */
  PasswordCheck checkPassword(PasswordAttempt attempt);

  /**
   * Tries the settings against the live directory.
   *
   * @return nothing when the settings work, otherwise the first thing to mend
   */
  ConnectionTest test();

  /**
   * Pays the price of the first call (class loading, TLS) ahead of the first person who signs in.
   */
  default void warmUp() {}

  @Override
  void close();
}
