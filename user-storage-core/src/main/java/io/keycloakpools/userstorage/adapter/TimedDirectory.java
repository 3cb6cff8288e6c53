package io.keycloakpools.userstorage.adapter;

import io.keycloakpools.userstorage.directory.Directory;
import io.keycloakpools.userstorage.directory.Listing;
import io.keycloakpools.userstorage.directory.Lookup;
import io.keycloakpools.userstorage.directory.PasswordAttempt;
import io.keycloakpools.userstorage.directory.PasswordCheck;
import io.keycloakpools.userstorage.directory.TimeLimits;
import java.time.Duration;
import java.util.Optional;

/** A directory that gives every question a {@link Deadline}. */
public abstract class TimedDirectory implements Directory {

  private final Duration requestTimeout;
  private final Duration lookupTimeout;

  /**
   * @param requestTimeout limit of password checks and listings; {@link TimeLimits#lookup} derives
   *     that of look-ups
   */
  protected TimedDirectory(Duration requestTimeout) {
    this.requestTimeout = requestTimeout;
    this.lookupTimeout = TimeLimits.lookup(requestTimeout);
  }

  protected abstract Lookup byUsername(String username, Deadline deadline);

  protected abstract Lookup byEmail(String email, Deadline deadline);

  protected abstract Lookup byExternalId(String externalId, String loginName, Deadline deadline);

  protected abstract Listing page(Optional<String> page, int limit, Deadline deadline);

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
