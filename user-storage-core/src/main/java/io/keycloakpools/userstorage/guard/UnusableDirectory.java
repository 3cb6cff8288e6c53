package io.keycloakpools.userstorage.guard;

import io.keycloakpools.userstorage.directory.ConnectionTest;
import io.keycloakpools.userstorage.directory.Directory;
import io.keycloakpools.userstorage.directory.Listing;
import io.keycloakpools.userstorage.directory.Lookup;
import io.keycloakpools.userstorage.directory.Outage;
import io.keycloakpools.userstorage.directory.PasswordAttempt;
import io.keycloakpools.userstorage.directory.PasswordCheck;
import io.keycloakpools.userstorage.settings.InvalidSettingException;
import java.util.Optional;

/**
 * Stands in where the stored settings cannot work, as after an unchecked realm import: an outage,
 * not a crash.
 */
public record UnusableDirectory(InvalidSettingException cause) implements Directory {

  @Override
  public Lookup findByUsername(String username) {
    return new Lookup.Unavailable(Outage.refused(cause.getMessage()));
  }

  @Override
  public Lookup findByEmail(String email) {
    return new Lookup.Unavailable(Outage.refused(cause.getMessage()));
  }

  @Override
  public Lookup findByExternalId(String externalId, String loginName) {
    return new Lookup.Unavailable(Outage.refused(cause.getMessage()));
  }

  @Override
  public Listing listUsers(Optional<String> page, int limit) {
    return new Listing.Unavailable(Outage.refused(cause.getMessage()));
  }

  @Override
  public PasswordCheck checkPassword(PasswordAttempt attempt) {
    return new PasswordCheck.Unavailable(Outage.refused(cause.getMessage()));
  }

  @Override
  public ConnectionTest test() {
    return new ConnectionTest.Fails(cause.problem());
  }

  @Override
  public void close() {}
}
