package io.keycloakpools.userstorage.rest;

import static org.apache.http.HttpStatus.SC_BAD_REQUEST;
import static org.apache.http.HttpStatus.SC_FORBIDDEN;
import static org.apache.http.HttpStatus.SC_LOCKED;
import static org.apache.http.HttpStatus.SC_NOT_FOUND;
import static org.apache.http.HttpStatus.SC_OK;
import static org.apache.http.HttpStatus.SC_UNAUTHORIZED;
import static org.apache.http.HttpStatus.SC_UNPROCESSABLE_ENTITY;

import io.keycloakpools.userstorage.adapter.AskedNames;
import io.keycloakpools.userstorage.adapter.ConcurrentLookup;
import io.keycloakpools.userstorage.adapter.Deadline;
import io.keycloakpools.userstorage.adapter.Reply;
import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.Listing;
import io.keycloakpools.userstorage.directory.Lookup;
import io.keycloakpools.userstorage.directory.Names;
import io.keycloakpools.userstorage.directory.Outage;
import io.keycloakpools.userstorage.directory.PasswordAttempt;
import io.keycloakpools.userstorage.directory.PasswordCheck;
import io.keycloakpools.userstorage.directory.UnusableReason;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Predicate;

/**
 * Contract of the keycloak-user-migration plugin: {@code GET} a name returns the user, {@code POST}
 * a password to it checks it. The plugin reads every status but 200 as "unknown" or "wrong"; here
 * only explicit statuses count, and the others are outages.
 */
final class MigrationDirectory extends RestDirectory {

  private static final Set<Integer> WRONG =
      Set.of(SC_BAD_REQUEST, SC_UNAUTHORIZED, SC_FORBIDDEN, SC_NOT_FOUND, SC_UNPROCESSABLE_ENTITY);

  private final RestSettings settings;
  private final Endpoint endpoint;
  private final MigrationUsers users;
  private final Executor executor;

  MigrationDirectory(
      RestSettings settings, Endpoint endpoint, Duration requestTimeout, Executor executor) {
    super(settings, requestTimeout);
    this.settings = settings;
    this.endpoint = endpoint;
    this.users = new MigrationUsers(settings.tenantField());
    this.executor = executor;
  }

  @Override
  protected Lookup byUsername(String username, Deadline deadline) {
    return lookup(username, user -> hasName(user, username), deadline);
  }

  /** The address may be the username of a user with another address. */
  @Override
  protected Lookup byEmail(String email, Deadline deadline) {
    Lookup answer = byUsername(email, deadline);
    return answer instanceof Lookup.Found found && !owns(found.user(), email)
        ? new Lookup.NotFound()
        : answer;
  }

  /** The contract has no lookup by identifier, and another person may have the name now. */
  @Override
  protected Lookup byExternalId(String externalId, String loginName, Deadline deadline) {
    Lookup answer = byKnownName(loginName, deadline);
    return answer instanceof Lookup.Found found && !found.user().externalId().equals(externalId)
        ? new Lookup.NotFound()
        : answer;
  }

  @Override
  protected Listing page(Optional<String> page, int limit, Deadline deadline) {
    return new Listing.Unavailable(
        Outage.refused("the contract user-migration has no list of users"));
  }

  private Lookup byKnownName(String loginName, Deadline deadline) {
    return UserReader.requireUser(
        lookup(loginName, user -> true, deadline), user -> hasName(user, loginName));
  }

  /**
   * Fetches the user in parallel, unless this request has them: {@code enabled} must permit the
   * sign-in, so a right password without the user opens nothing.
   */
  @Override
  protected PasswordCheck check(PasswordAttempt attempt, Deadline deadline) {
    ConcurrentLookup details =
        ConcurrentLookup.start(
            attempt, () -> byKnownName(attempt.loginName(), deadline), deadline, executor);
    Optional<String> clientIp = settings.forwardClientIp() ? attempt.clientIp() : Optional.empty();
    Reply reply = post(subject(attempt), attempt.password(), clientIp, deadline);
    if (!(reply instanceof Reply.Answer answer)) {
      return new PasswordCheck.Unavailable(Endpoint.outage(reply));
    }
    if (isRightPassword(answer)) {
      return details.outcome(PasswordCheck.Accepted::new);
    }
    return mayRefuseCredentials(answer) && details.await() instanceof Lookup.Unavailable unavailable
        ? new PasswordCheck.Unavailable(unavailable.outage())
        : refusal(answer);
  }

  @Override
  Reply requestUser(String username, Deadline deadline) {
    return endpoint.get(username, deadline);
  }

  @Override
  boolean isNotFound(Reply.Answer answer) {
    return answer.status() == SC_NOT_FOUND && Endpoint.isAnswer(answer);
  }

  @Override
  Reply requestPasswordCheck(String username, String password, Deadline deadline) {
    return post(username, password, Optional.empty(), deadline);
  }

  /** Any body counts, but a portal also answers 200, and JSON must be complete. */
  @Override
  boolean isRightPassword(Reply.Answer answer) {
    return answer.status() == SC_OK && Endpoint.isAnswer(answer);
  }

  @Override
  PasswordCheck refusal(Reply.Answer answer) {
    if (answer.status() == Reply.Answer.TOO_MANY_REQUESTS) {
      return new PasswordCheck.Throttled(answer.retryAfter(Instant.now()));
    }
    if (!Endpoint.isAnswer(answer)) {
      return new PasswordCheck.Unavailable(Endpoint.outage(answer));
    }
    if (answer.status() == SC_LOCKED) {
      return new PasswordCheck.AccountUnusable(UnusableReason.BLOCKED);
    }
    return WRONG.contains(answer.status())
        ? new PasswordCheck.Rejected()
        : new PasswordCheck.Unavailable(Endpoint.outage(answer));
  }

  private Lookup lookup(String name, Predicate<DirectoryUser> matching, Deadline deadline) {
    if (!AskedNames.possibleInPath(name)) {
      return new Lookup.NotFound();
    }
    Reply reply = requestUser(name, deadline);
    if (!(reply instanceof Reply.Answer answer)) {
      return new Lookup.Unavailable(Endpoint.outage(reply));
    }
    if (isNotFound(answer)) {
      return new Lookup.NotFound();
    }
    return answer.status() == SC_OK && answer.body().isObject()
        ? users.lookup(answer.body(), matching)
        : new Lookup.Unavailable(Endpoint.outage(answer));
  }

  private Reply post(
      String subject, String password, Optional<String> clientIp, Deadline deadline) {
    return endpoint.post(subject, json(Map.of("password", password)), clientIp, deadline);
  }

  private String subject(PasswordAttempt attempt) {
    return settings.checkPasswordByUserId() && MigrationUsers.isIdentifier(attempt.externalId())
        ? attempt.externalId()
        : attempt.loginName();
  }

  /** The status may be about the pool's own credentials; then the user cannot be read either. */
  private static boolean mayRefuseCredentials(Reply.Answer answer) {
    return answer.status() == SC_UNAUTHORIZED || answer.status() == SC_FORBIDDEN;
  }

  private static boolean hasName(DirectoryUser user, String name) {
    return Names.same(name, user.username()) || owns(user, name);
  }

  private static boolean owns(DirectoryUser user, String email) {
    return Names.same(email, user.email().orElse(null));
  }
}
