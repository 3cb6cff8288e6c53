package io.keycloakpools.userstorage.rest;

import io.keycloakpools.common.settings.SettingProblem;
import io.keycloakpools.userstorage.adapter.Deadline;
import io.keycloakpools.userstorage.adapter.Reply;
import io.keycloakpools.userstorage.directory.ConnectionTest;
import io.keycloakpools.userstorage.directory.PasswordCheck;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.apache.http.HttpStatus;

/** Asks for a user who does not exist, and tries a password. */
final class RestConnectionTest {

  private final RestSettings settings;
  private final RestDirectory directory;
  private final Duration timeout;

  RestConnectionTest(RestSettings settings, RestDirectory directory, Duration timeout) {
    this.settings = settings;
    this.directory = directory;
    this.timeout = timeout;
  }

  ConnectionTest run() {
    return readCall()
        .or(this::password)
        .<ConnectionTest>map(ConnectionTest.Fails::new)
        .orElseGet(ConnectionTest.Works::new);
  }

  /** This call counts no failed sign-in. */
  Optional<SettingProblem> readCall() {
    Reply reply = directory.requestUser(unknownName(), Deadline.in(timeout));
    if (!(reply instanceof Reply.Answer answer)) {
      return Optional.of(unreachable(reply));
    }
    if (directory.isNotFound(answer)) {
      return Optional.empty();
    }
    return Optional.of(
        answer.status() == HttpStatus.SC_OK && answer.body().isObject()
            ? RestProperties.URL.problem("restSomebody", settings.url().toString())
            : unusable("restLookup", answer));
  }

  private Optional<SettingProblem> password() {
    Reply reply =
        directory.requestPasswordCheck(unknownName(), unknownName(), Deadline.in(timeout));
    if (!(reply instanceof Reply.Answer answer)) {
      return Optional.of(unreachable(reply));
    }
    if (directory.isRightPassword(answer)) {
      return Optional.of(RestProperties.URL.problem("restAnyPassword", settings.url().toString()));
    }
    return directory.refusal(answer) instanceof PasswordCheck.Unavailable
        ? Optional.of(unusable("restPassword", answer))
        : Optional.empty();
  }

  private SettingProblem unreachable(Reply reply) {
    return RestProperties.URL.problem(
        "restUnreachable", settings.url().toString(), Endpoint.outage(reply).reason());
  }

  private SettingProblem unusable(String key, Reply.Answer answer) {
    boolean refusesCredentials =
        answer.status() == HttpStatus.SC_UNAUTHORIZED || answer.status() == HttpStatus.SC_FORBIDDEN;
    return refusesCredentials
        ? SettingProblem.of(settings.credential(), "restCredentials", Endpoint.describe(answer))
        : RestProperties.URL.problem(key, settings.url().toString(), Endpoint.describe(answer));
  }

  private static String unknownName() {
    return "keycloak-pools-test-" + UUID.randomUUID();
  }
}
