package io.keycloakpools.userstorage.guard;

import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.Listing;
import io.keycloakpools.userstorage.directory.Lookup;
import io.keycloakpools.userstorage.directory.PasswordCheck;
import io.keycloakpools.userstorage.directory.UnusableReason;
import io.keycloakpools.userstorage.rules.Cleaning;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Admits only users that Keycloak can store, see {@link Cleaning}; others are not found. */
public record Cleaner(String poolName, String poolId)
    implements Guard, PasswordCheck.Cases<PasswordCheck> {

  private static final Logger LOG = Logger.getLogger(Cleaner.class);

  @Override
  public <A> A around(Question<A> question, Supplier<A> next) {
    return question.cleaned(next.get(), this);
  }

  Lookup cleaned(Lookup answer) {
    return answer.fold(
        user -> clean(user).<Lookup>map(Lookup.Found::new).orElseGet(Lookup.NotFound::new),
        () -> answer,
        matches -> answer,
        outage -> answer);
  }

  Listing cleaned(Listing answer) {
    return answer.fold(
        page ->
            new Listing.Page(
                page.users().stream().map(this::clean).flatMap(Optional::stream).toList(),
                page.next()),
        outage -> answer);
  }

  @Override
  public PasswordCheck accepted(PasswordCheck.Accepted answer) {
    return clean(answer.user(), PasswordCheck.Accepted::new);
  }

  @Override
  public PasswordCheck acceptedUnseen(PasswordCheck.AcceptedUnseen answer) {
    return answer;
  }

  @Override
  public PasswordCheck rejected(PasswordCheck.Rejected answer) {
    return answer;
  }

  @Override
  public PasswordCheck temporaryPassword(PasswordCheck.TemporaryPassword answer) {
    return clean(answer.user(), PasswordCheck.TemporaryPassword::new);
  }

  @Override
  public PasswordCheck secondFactorPending(PasswordCheck.SecondFactorPending answer) {
    return clean(
        answer.user(), user -> new PasswordCheck.SecondFactorPending(user, answer.factor()));
  }

  @Override
  public PasswordCheck accountUnusable(PasswordCheck.AccountUnusable answer) {
    return answer;
  }

  @Override
  public PasswordCheck throttled(PasswordCheck.Throttled answer) {
    return answer;
  }

  @Override
  public PasswordCheck unavailable(PasswordCheck.Unavailable answer) {
    return answer;
  }

  /** The password is right and must not count as wrong. */
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
