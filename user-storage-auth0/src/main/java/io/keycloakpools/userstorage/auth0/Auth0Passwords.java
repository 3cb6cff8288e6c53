package io.keycloakpools.userstorage.auth0;

import io.keycloakpools.userstorage.adapter.ConcurrentLookup;
import io.keycloakpools.userstorage.adapter.Deadline;
import io.keycloakpools.userstorage.adapter.IdToken;
import io.keycloakpools.userstorage.adapter.Reply;
import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.Lookup;
import io.keycloakpools.userstorage.directory.Names;
import io.keycloakpools.userstorage.directory.Outage;
import io.keycloakpools.userstorage.directory.PasswordAttempt;
import io.keycloakpools.userstorage.directory.PasswordCheck;
import io.keycloakpools.userstorage.directory.UnusableReason;
import java.util.concurrent.Executor;

/**
 * Fetches the user in parallel with the check, or only the roles of a user whom this request looked
 * up: one round trip.
 *
 * <p>Auth0 checks a password by name, and names change owners. The id token names the owner of the
 * password; without one (second factor pending), the name must still be the user's own. Otherwise
 * the check is repeated once with the present name.
 */
final class Auth0Passwords {

  /** Auth0 names no factor if the user has none. */
  private static final String UNNAMED_FACTOR = "second factor";

  private final Auth0TokenEndpoint tokens;
  private final Auth0Lookups lookups;
  private final Executor executor;

  Auth0Passwords(Auth0TokenEndpoint tokens, Auth0Lookups lookups, Executor executor) {
    this.tokens = tokens;
    this.lookups = lookups;
    this.executor = executor;
  }

  PasswordCheck check(PasswordAttempt attempt, Deadline deadline) {
    ConcurrentLookup details =
        ConcurrentLookup.start(() -> details(attempt, deadline), deadline, executor);
    PasswordCheck first = check(attempt, attempt.loginName(), details);
    if (!dependsOnName(first)
        || !(details.await() instanceof Lookup.Found found)
        || owns(found.user(), attempt.loginName())) {
      return first;
    }
    return check(attempt, found.user().loginName(), details);
  }

  private Lookup details(PasswordAttempt attempt, Deadline deadline) {
    return attempt
        .lookedUp()
        .map(user -> lookups.withRoles(user, deadline))
        .orElseGet(() -> lookups.byId(attempt.externalId(), deadline));
  }

  private PasswordCheck check(PasswordAttempt attempt, String loginName, ConcurrentLookup details) {
    Reply reply =
        tokens.checkPassword(loginName, attempt.password(), attempt.clientIp(), details.deadline());
    if (reply instanceof Reply.Failed failed) {
      return new PasswordCheck.Unavailable(failed.outage());
    }
    Reply.Answer answer = (Reply.Answer) reply;
    if (answer.ok()) {
      return accepted(IdToken.read(answer.text("id_token")), attempt, details);
    }
    return Auth0Refusal.asksForSecondFactor(answer)
        ? details.outcome(user -> secondFactor(user, loginName, answer))
        : Auth0Refusal.of(answer);
  }

  private PasswordCheck accepted(IdToken token, PasswordAttempt attempt, ConcurrentLookup details) {
    if (token.sub().isEmpty()) {
      return new PasswordCheck.Unavailable(Outage.refused("an answer without an id token"));
    }
    return token.sub().equals(attempt.externalId())
        ? newest(token, attempt, details).accepted(token.sub(), PasswordCheck.Accepted::new)
        : new PasswordCheck.AccountUnusable(UnusableReason.IDENTITY_CHANGED);
  }

  /** The search behind a look-up is "eventually consistent". */
  private ConcurrentLookup newest(
      IdToken token, PasswordAttempt attempt, ConcurrentLookup details) {
    return attempt.lookedUp().filter(token::outdates).isPresent()
        ? details.then(user -> lookups.byId(attempt.externalId(), details.deadline()))
        : details;
  }

  private static PasswordCheck secondFactor(
      DirectoryUser user, String loginName, Reply.Answer answer) {
    String factor = answer.body().at("/mfa_requirements/challenge/0/type").asText(UNNAMED_FACTOR);
    return owns(user, loginName)
        ? new PasswordCheck.SecondFactorPending(user, factor)
        : new PasswordCheck.AccountUnusable(UnusableReason.IDENTITY_CHANGED);
  }

  /** An outage or a success says nothing about the name. */
  private static boolean dependsOnName(PasswordCheck check) {
    return check instanceof PasswordCheck.Rejected
        || check instanceof PasswordCheck.AccountUnusable;
  }

  private static boolean owns(DirectoryUser user, String name) {
    return Names.same(name, user.loginName());
  }
}
