package io.keycloakpools.simulators.auth0;

import io.keycloakpools.simulators.Answer;
import java.util.Map;

/** The Authentication API and the documents under {@code /.well-known}. */
final class Authentication {
  private final ClientAuthentication clients;
  private final SimulatedAuth0TokenEndpoint tokenEndpoint;
  private final MfaGrant mfa;
  private final UserTokens userTokens;
  private final RateLimits limits;
  private final Discovery discovery;

  Authentication(
      ClientAuthentication clients,
      SimulatedAuth0TokenEndpoint tokenEndpoint,
      MfaGrant mfa,
      UserTokens userTokens,
      RateLimits limits,
      Discovery discovery) {
    this.clients = clients;
    this.tokenEndpoint = tokenEndpoint;
    this.mfa = mfa;
    this.userTokens = userTokens;
    this.limits = limits;
    this.discovery = discovery;
  }

  Answer answer(Auth0Call call) {
    try {
      if (Routes.isTokenEndpoint(call.request())) {
        return Auth0Answers.tokens(tokenEndpoint.answer(call));
      }
      return call.operation()
          .map(operation -> perform(operation, call))
          .orElseGet(Authentication::notFound);
    } catch (Auth0Error e) {
      return e.answer();
    }
  }

  private Answer perform(Auth0Operation operation, Auth0Call call) {
    return switch (operation) {
      case MFA_CHALLENGE -> Auth0Answers.ok(mfa.challenge(call, clients.require(call)));
      case USERINFO -> Auth0Answers.ok(userTokens.userInfo(call, limits));
      case JWKS -> Auth0Answers.ok(discovery.keys());
      case DISCOVERY -> Auth0Answers.ok(discovery.configuration());
      default -> notFound();
    };
  }

  private static Answer notFound() {
    return new Answer(404, Map.of("Content-Type", "text/plain"), "Not found.");
  }
}
