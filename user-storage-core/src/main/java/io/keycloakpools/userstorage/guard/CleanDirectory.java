package io.keycloakpools.userstorage.guard;

import io.keycloakpools.userstorage.directory.ConnectionTest;
import io.keycloakpools.userstorage.directory.Directory;
import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.Listing;
import io.keycloakpools.userstorage.directory.Lookup;
import io.keycloakpools.userstorage.directory.PasswordAttempt;
import io.keycloakpools.userstorage.directory.PasswordCheck;
import io.keycloakpools.userstorage.directory.UnusableReason;
import io.keycloakpools.userstorage.rules.Cleaning;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * A directory of which only users come in that Keycloak can store: see {@link Cleaning}. Others are
 * nobody.
 *
 * @param poolName for the log
 * @param poolId for the log
 */
public record CleanDirectory(Directory directory, String poolName, String poolId)
    implements Directory {

  private static final Logger LOG = Logger.getLogger(CleanDirectory.class);

  @Override
  public Lookup findByUsername(String username) {
    return clean(directory.findByUsername(username));
  }

  @Override
  public Lookup findByEmail(String email) {
    return clean(directory.findByEmail(email));
  }

  @Override
  public Lookup findByExternalId(String externalId, String loginName) {
    return clean(directory.findByExternalId(externalId, loginName));
  }

  @Override
  public Listing listUsers(Optional<String> page, int limit) {
    Listing answer = directory.listUsers(page, limit);
    return answer instanceof Listing.Page found
        ? new Listing.Page(
            found.users().stream().map(this::clean).flatMap(Optional::stream).toList(),
            found.next())
        : answer;
  }

  @Override
  public PasswordCheck checkPassword(PasswordAttempt attempt) {
    PasswordCheck check = directory.checkPassword(attempt);
    if (check instanceof PasswordCheck.Accepted accepted) {
      return clean(accepted.user(), PasswordCheck.Accepted::new);
    }
    if (check instanceof PasswordCheck.TemporaryPassword temporary) {
      return clean(temporary.user(), PasswordCheck.TemporaryPassword::new);
    }
    if (check instanceof PasswordCheck.SecondFactorPending pending) {
      return clean(
          pending.user(), user -> new PasswordCheck.SecondFactorPending(user, pending.factor()));
    }
    return check;
  }

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

  private Lookup clean(Lookup answer) {
    return answer instanceof Lookup.Found found
        ? clean(found.user()).<Lookup>map(Lookup.Found::new).orElseGet(Lookup.NotFound::new)
        : answer;
  }

  private PasswordCheck clean(DirectoryUser user, Function<DirectoryUser, PasswordCheck> right) {
    return clean(user)
        .map(right)
        .orElseGet(() -> new PasswordCheck.AccountUnusable(UnusableReason.DENIED));
  }

  private Optional<DirectoryUser> clean(DirectoryUser user) {
    Optional<Cleaning.Cleaned> cleaned = Cleaning.of(user);
    if (cleaned.isEmpty()) {
      LOG.warnf(
          "User pool '%s' (%s) takes nobody for a user whose identifier, username, login name or e-mail address has "
              + "characters that cannot be seen, or more than 255. Correct it in the directory.",
          poolName, poolId);
    }
    cleaned
        .filter(known -> !known.leftOut().isEmpty())
        .ifPresent(
            known ->
                LOG.infof(
                    "User pool '%s' (%s) leaves out some of the %s of the directory's user %s: too long, too many, or with "
                        + "characters that cannot be seen",
                    poolName,
                    poolId,
                    String.join(", ", known.leftOut()),
                    known.user().externalId()));
    return cleaned.map(Cleaning.Cleaned::user);
  }
}
