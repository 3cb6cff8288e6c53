package io.keycloakpools.userstorage.auth0;

import static io.keycloakpools.userstorage.auth0.Auth0Properties.CLIENT_ID;
import static io.keycloakpools.userstorage.auth0.Auth0Properties.CLIENT_SECRET;
import static io.keycloakpools.userstorage.auth0.Auth0Properties.CONNECTION;
import static io.keycloakpools.userstorage.auth0.Auth0Properties.DOMAIN;

import io.keycloakpools.common.settings.SettingProblem;
import io.keycloakpools.userstorage.adapter.Deadline;
import io.keycloakpools.userstorage.adapter.Reply;
import io.keycloakpools.userstorage.directory.ConnectionTest;
import io.keycloakpools.userstorage.directory.PasswordCheck;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Makes the calls of a sign-in for a user who does not exist. */
final class Auth0ConnectionTest {

  private final Auth0Settings settings;
  private final Auth0TokenEndpoint tokens;
  private final ManagementToken token;
  private final ManagementApi api;
  private final Duration timeout;

  Auth0ConnectionTest(
      Auth0Settings settings,
      Auth0TokenEndpoint tokens,
      ManagementToken token,
      ManagementApi api,
      Duration timeout) {
    this.settings = settings;
    this.tokens = tokens;
    this.token = token;
    this.api = api;
    this.timeout = timeout;
  }

  ConnectionTest run() {
    return readCalls()
        .or(this::signIn)
        .<ConnectionTest>map(ConnectionTest.Fails::new)
        .orElseGet(ConnectionTest.Works::new);
  }

  /** Unlike a sign-in, these calls run no Action or Rule. */
  Optional<SettingProblem> readCalls() {
    ManagementToken.Issued issued = token.get(Deadline.in(timeout));
    if (!issued.present()) {
      return Optional.of(tokenProblem(issued.reply()));
    }
    return read(issued.token(), "/users-by-email", "email", unknownName() + "@example.com")
        .or(
            () ->
                read(
                    issued.token(),
                    "/users",
                    "q",
                    Lucene.equal("username", unknownName()),
                    "search_engine",
                    "v3"))
        .or(() -> read(issued.token(), ManagementApi.userPath("auth0|" + unknownName(), "/roles")));
  }

  private Optional<SettingProblem> read(
      ManagementToken.Token with, String path, String... keysAndValues) {
    Reply reply = api.get(path, Deadline.in(timeout), keysAndValues);
    if (!(reply instanceof Reply.Answer answer)) {
      return Optional.of(unreachable((Reply.Failed) reply));
    }
    if (answer.ok() || answer.text("errorCode").equals("inexistent_user")) {
      return Optional.empty();
    }
    return Optional.of(
        answer.text("errorCode").equals("insufficient_scope")
            ? CLIENT_ID.problem("auth0Scope", Scopes.missing(answer, with))
            : unusable("/api/v2" + path.replaceAll("auth0%7C[^/]*", "{id}"), answer));
  }

  private SettingProblem tokenProblem(Reply reply) {
    if (!(reply instanceof Reply.Answer answer)) {
      return unreachable((Reply.Failed) reply);
    }
    if (Auth0Refusal.isInvalidClient(answer)) {
      return CLIENT_SECRET.problem("auth0Secret", settings.clientId());
    }
    if (Auth0Refusal.error(answer).equals("unauthorized_client")) {
      return CLIENT_ID.problem("auth0GrantOff", "Client Credentials");
    }
    if (Auth0Refusal.description(answer).contains("service not enabled")) {
      return DOMAIN.problem("auth0NoApi", settings.managementAudience());
    }
    if (Auth0Refusal.error(answer).equals("access_denied")) {
      return CLIENT_ID.problem("auth0NotAuthorized", settings.clientId());
    }
    return unusable("/oauth/token", answer);
  }

  private Optional<SettingProblem> signIn() {
    Reply reply =
        tokens.checkPassword(unknownName(), unknownName(), Optional.empty(), Deadline.in(timeout));
    if (!(reply instanceof Reply.Answer answer)) {
      return Optional.of(unreachable((Reply.Failed) reply));
    }
    if (Auth0Refusal.isInvalidClient(answer)) {
      return Optional.of(CLIENT_SECRET.problem("auth0Secret", settings.clientId()));
    }
    return switch (Auth0Refusal.error(answer)) {
      case "unauthorized_client" -> Optional.of(CLIENT_ID.problem("auth0GrantOff", "Password"));
      case "invalid_request" -> Optional.of(connectionProblem(answer));
      case "requires_verification", "requires_validation" ->
          Optional.of(CLIENT_ID.problem("auth0BotDetection"));
      default ->
          Auth0Refusal.of(answer) instanceof PasswordCheck.Unavailable
              ? Optional.of(unusable("/oauth/token", answer))
              : Optional.empty();
    };
  }

  /** "the connection was not found", "the connection was disabled", "specified strategy …". */
  private SettingProblem connectionProblem(Reply.Answer answer) {
    String description = Auth0Refusal.description(answer);
    String key = "auth0NoConnection";
    if (description.contains("disabled") || description.contains("not enabled")) {
      key = "auth0ConnectionOff";
    } else if (description.contains("strategy")) {
      key = "auth0NoDatabase";
    }
    return CONNECTION.problem(key, settings.connection(), settings.clientId());
  }

  private SettingProblem unreachable(Reply.Failed failed) {
    return DOMAIN.problem(
        "auth0Unreachable", settings.domain().toString(), failed.outage().reason());
  }

  private static SettingProblem unusable(String path, Reply.Answer answer) {
    return DOMAIN.problem("auth0Unusable", path, Auth0Refusal.describe(answer));
  }

  private static String unknownName() {
    return "keycloak-pools-test-" + UUID.randomUUID();
  }
}
