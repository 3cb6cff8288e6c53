package io.keycloakpools.userstorage.directory;

import java.util.List;
import java.util.Optional;

public class AnsweringDirectory implements Directory {

  private final Lookup lookup;
  private final PasswordCheck check;
  private final Listing listing;

  public AnsweringDirectory(Lookup lookup, PasswordCheck check) {
    this(lookup, check, new Listing.Page(List.of(), Optional.empty()));
  }

  public AnsweringDirectory(Lookup lookup, PasswordCheck check, Listing listing) {
    this.lookup = lookup;
    this.check = check;
    this.listing = listing;
  }

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
    return listing;
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
