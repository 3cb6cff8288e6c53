package io.keycloakpools.simulators.auth0;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** "Authenticate Using Resource Owner Password Flow with MFA": the token lives 10 minutes. */
final class MfaGrant {
  private static final Duration LIFE = Duration.ofMinutes(10);

  private record Pending(Session session, Instant expires) {}

  private final Auth0Tenant tenant;
  private final SimulatedAuth0Users users;
  private final UserTokens tokens;
  private final InstantSource clock;
  private final Map<String, Pending> open = new ConcurrentHashMap<>();

  MfaGrant(Auth0Tenant tenant, SimulatedAuth0Users users, UserTokens tokens, InstantSource clock) {
    this.tenant = tenant;
    this.users = users;
    this.tokens = tokens;
    this.clock = clock;
  }

  String open(Session session) {
    String token = "Fe26.2*" + UUID.randomUUID();
    open.put(token, new Pending(session, clock.instant().plus(LIFE)));
    return token;
  }

  Map<String, Object> answer(Auth0Call call, Auth0Client client) {
    String token = call.required("mfa_token");
    String code = call.required("otp");
    Session session = require(token, client);
    boolean enrolled =
        users
            .find(session.userId())
            .filter(user -> user.secondFactors().contains(Auth0SecondFactor.OTP))
            .isPresent();
    if (!enrolled || !code.equals(tenant.mfaCode())) {
      throw AuthenticationErrors.badMfaCode();
    }
    open.remove(token);
    return tokens.issue(session);
  }

  Map<String, Object> challenge(Auth0Call call, Auth0Client client) {
    String type = call.required("challenge_type");
    require(call.required("mfa_token"), client);
    Map<String, Object> answer = new LinkedHashMap<>();
    if (type.contains("otp")) {
      answer.put("challenge_type", "otp");
    } else {
      answer.put("challenge_type", "oob");
      answer.put("oob_code", "Fe26.2*" + UUID.randomUUID());
      answer.put("binding_method", "prompt");
    }
    return answer;
  }

  private Session require(String token, Auth0Client client) {
    Pending pending = open.get(token);
    if (pending == null || !pending.session().clientId().equals(client.id())) {
      throw AuthenticationErrors.badMfaToken();
    }
    if (!clock.instant().isBefore(pending.expires())) {
      throw AuthenticationErrors.expiredMfaToken();
    }
    return pending.session();
  }
}
