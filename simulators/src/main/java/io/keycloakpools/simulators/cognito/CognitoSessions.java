package io.keycloakpools.simulators.cognito;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Authentication sessions: three minutes each by default ("CreateUserPoolClient"). */
final class CognitoSessions {
  private static final Duration VALIDITY = Duration.ofMinutes(3);

  record Session(String sub, String clientId, String challenge, Instant expires) {}

  private final InstantSource clock;
  private final Map<String, Session> open = new ConcurrentHashMap<>();

  CognitoSessions(InstantSource clock) {
    this.clock = clock;
  }

  String open(AppClient client, CognitoUser user, String challenge) {
    String token = "AYABe" + UUID.randomUUID() + UUID.randomUUID();
    open.put(
        token, new Session(user.sub(), client.id(), challenge, clock.instant().plus(VALIDITY)));
    return token;
  }

  Session require(String token, AppClient client, String challenge) {
    Session session = open.get(token);
    if (session == null
        || !session.clientId().equals(client.id())
        || !session.challenge().equals(challenge)) {
      throw invalid();
    }
    if (!clock.instant().isBefore(session.expires())) {
      throw CognitoError.notAuthorized("Invalid session for the user, session is expired.");
    }
    return session;
  }

  void close(String token) {
    open.remove(token);
  }

  static CognitoError invalid() {
    return CognitoError.notAuthorized("Invalid session for the user.");
  }
}
