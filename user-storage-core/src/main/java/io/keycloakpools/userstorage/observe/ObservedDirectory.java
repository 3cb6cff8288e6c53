package io.keycloakpools.userstorage.observe;

import io.keycloakpools.userstorage.directory.ConnectionTest;
import io.keycloakpools.userstorage.directory.Directory;
import io.keycloakpools.userstorage.directory.Listing;
import io.keycloakpools.userstorage.directory.Lookup;
import io.keycloakpools.userstorage.directory.PasswordAttempt;
import io.keycloakpools.userstorage.directory.PasswordCheck;
import java.util.Optional;
import java.util.function.Supplier;

/** A directory with somebody who sees every call and its answer. */
record ObservedDirectory(Directory directory, CallObserver observer) implements Directory {

  @Override
  public Lookup findByUsername(String username) {
    return lookup(DirectoryCall.FIND_BY_USERNAME, () -> directory.findByUsername(username));
  }

  @Override
  public Lookup findByEmail(String email) {
    return lookup(DirectoryCall.FIND_BY_EMAIL, () -> directory.findByEmail(email));
  }

  @Override
  public Lookup findByExternalId(String externalId, String loginName) {
    return lookup(
        DirectoryCall.FIND_BY_EXTERNAL_ID, () -> directory.findByExternalId(externalId, loginName));
  }

  @Override
  public Listing listUsers(Optional<String> page, int limit) {
    return observer.around(
        DirectoryCall.LIST_USERS, () -> directory.listUsers(page, limit), CallOutcome::of);
  }

  @Override
  public PasswordCheck checkPassword(PasswordAttempt attempt) {
    return observer.around(
        DirectoryCall.CHECK_PASSWORD, () -> directory.checkPassword(attempt), CallOutcome::of);
  }

  @Override
  public ConnectionTest test() {
    return observer.around(DirectoryCall.TEST, directory::test, CallOutcome::of);
  }

  @Override
  public void warmUp() {
    directory.warmUp();
  }

  @Override
  public void close() {
    directory.close();
  }

  private Lookup lookup(DirectoryCall call, Supplier<Lookup> question) {
    return observer.around(call, question, CallOutcome::of);
  }
}
