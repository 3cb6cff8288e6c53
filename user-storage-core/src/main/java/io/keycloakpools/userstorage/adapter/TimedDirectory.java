package io.keycloakpools.userstorage.adapter;

import io.keycloakpools.userstorage.directory.Directory;
import io.keycloakpools.userstorage.directory.Listing;
import io.keycloakpools.userstorage.directory.Lookup;
import io.keycloakpools.userstorage.directory.PasswordAttempt;
import io.keycloakpools.userstorage.directory.PasswordCheck;
import io.keycloakpools.userstorage.directory.TimeLimits;
import java.time.Duration;
import java.util.Optional;

/** A directory whose every question has a {@link Deadline}. */
public abstract class TimedDirectory implements Directory {

  private final Duration requestTimeout;
  private final Duration lookupTimeout;

  /**
   * @param requestTimeout most that a password check may take; a look-up has {@link
   *     TimeLimits#lookup} of it
   */
  protected TimedDirectory(Duration requestTimeout) {
    this.requestTimeout = requestTimeout;
    this.lookupTimeout = TimeLimits.lookup(requestTimeout);
  }

  /** {@link Directory#findByUsername}. */
  protected abstract Lookup byUsername(String username, Deadline deadline);

  /** {@link Directory#findByEmail}. */
  protected abstract Lookup byEmail(String email, Deadline deadline);

  /** {@link Directory#findByExternalId}. */
  protected abstract Lookup byExternalId(String externalId, String loginName, Deadline deadline);

  /** {@link Directory#listUsers}. */
  protected abstract Listing page(Optional<String> page, int limit, Deadline deadline);

  /** {@link Directory#checkPassword}. */
  protected abstract PasswordCheck check(PasswordAttempt attempt, Deadline deadline);

  @Override
  public final Lookup findByUsername(String username) {
    return byUsername(username, Deadline.in(lookupTimeout));
  }

  @Override
  public final Lookup findByEmail(String email) {
    return byEmail(email, Deadline.in(lookupTimeout));
  }

  @Override
  public final Lookup findByExternalId(String externalId, String loginName) {
    return byExternalId(externalId, loginName, Deadline.in(lookupTimeout));
  }

  @Override
  public final Listing listUsers(Optional<String> page, int limit) {
    return page(page, limit, Deadline.in(requestTimeout));
  }

  @Override
  public final PasswordCheck checkPassword(PasswordAttempt attempt) {
    return check(attempt, Deadline.in(requestTimeout));
  }
}
