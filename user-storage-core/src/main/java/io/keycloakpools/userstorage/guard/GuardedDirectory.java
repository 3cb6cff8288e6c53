package io.keycloakpools.userstorage.guard;

import io.keycloakpools.userstorage.directory.ConnectionTest;
import io.keycloakpools.userstorage.directory.Directory;
import io.keycloakpools.userstorage.directory.Listing;
import io.keycloakpools.userstorage.directory.Lookup;
import io.keycloakpools.userstorage.directory.PasswordAttempt;
import io.keycloakpools.userstorage.directory.PasswordCheck;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A directory behind circuit breakers. Look-ups and password checks have one each: a directory
 * whose user data are out of reach may still check passwords, and whoever needs no more than that
 * signs in.
 *
 * @param directory behind the breakers
 * @param lookups opens when users cannot be found
 * @param passwords opens when passwords cannot be checked
 */
public record GuardedDirectory(Directory directory, Breaker lookups, Breaker passwords)
    implements Directory {

  @Override
  public Lookup findByUsername(String username) {
    return lookup(() -> directory.findByUsername(username));
  }

  @Override
  public Lookup findByEmail(String email) {
    return lookup(() -> directory.findByEmail(email));
  }

  @Override
  public Lookup findByExternalId(String externalId, String loginName) {
    return lookup(() -> directory.findByExternalId(externalId, loginName));
  }

  @Override
  public PasswordCheck checkPassword(PasswordAttempt attempt) {
    return passwords.ask(
        () -> directory.checkPassword(attempt),
        answer ->
            answer instanceof PasswordCheck.Unavailable unavailable
                ? Optional.of(unavailable.outage())
                : Optional.empty(),
        PasswordCheck.Unavailable::new);
  }

  /** Not kept from the directory: whoever goes through all users waits by themselves. */
  @Override
  public Listing listUsers(Optional<String> page, int limit) {
    return directory.listUsers(page, limit);
  }

  /** Not kept from the directory: an admin wants to know how it is now. */
  @Override
  public ConnectionTest test() {
    return directory.test();
  }

  @Override
  public void warmUp() {
    directory.warmUp();
  }

  @Override
  public void close() {
    directory.close();
  }

  private Lookup lookup(Supplier<Lookup> question) {
    return lookups.ask(
        question,
        answer ->
            answer instanceof Lookup.Unavailable unavailable
                ? Optional.of(unavailable.outage())
                : Optional.empty(),
        Lookup.Unavailable::new);
  }
}
