package io.keycloakpools.userstorage.observe;

import io.keycloakpools.userstorage.directory.ConnectionTest;
import io.keycloakpools.userstorage.directory.Directory;
import io.keycloakpools.userstorage.directory.Listing;
import io.keycloakpools.userstorage.directory.Lookup;
import io.keycloakpools.userstorage.directory.PasswordAttempt;
import io.keycloakpools.userstorage.directory.PasswordCheck;
import java.util.List;
import java.util.Optional;

/** Always says the same. */
record AnsweringDirectory(Lookup lookup, PasswordCheck check) implements Directory {

  @Override
  public Lookup findByUsername(String username) {
    return lookup;
  }

  @Override
  public Lookup findByEmail(String email) {
    return lookup;
  }

  @Override
  public Lookup findByExternalId(String externalId, String loginName) {
    return lookup;
  }

  @Override
  public Listing listUsers(Optional<String> page, int limit) {
    return new Listing.Page(List.of(), Optional.empty());
  }

  @Override
  public PasswordCheck checkPassword(PasswordAttempt attempt) {
    return check;
  }

  @Override
  public ConnectionTest test() {
    return new ConnectionTest.Works();
  }

  @Override
  public void close() {}
}
