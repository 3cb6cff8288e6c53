package io.keycloakpools.simulators.auth0;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.simulators.SigningKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Tokens of users ("ID Token Structure", "Access Tokens"): 10 and 24 hours. */
final class UserTokens {
  private static final Duration ACCESS_TOKEN_LIFE = Duration.ofHours(24);
  private static final List<String> KNOWN =
      List.of("openid", "profile", "email", "address", "phone");

  private final Auth0Tenant tenant;
  private final SimulatedAuth0Users users;
  private final InstantSource clock;

  UserTokens(Auth0Tenant tenant, SimulatedAuth0Users users, InstantSource clock) {
    this.tenant = tenant;
    this.users = users;
    this.clock = clock;
  }

  Map<String, Object> issue(Session session) {
    Auth0User user = users.find(session.userId()).orElseThrow(AuthenticationErrors::wrongPassword);
    Auth0Scopes all = new Auth0Scopes(new LinkedHashSet<>(KNOWN));
    Auth0Scopes granted = session.scopes().map(asked -> asked.within(KNOWN)).orElse(all);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("access_token", SigningKey.ofThisRun().sign(accessClaims(session, granted)));
    if (session.scopes().isPresent() && granted.contains("openid")) {
      answer.put("id_token", SigningKey.ofThisRun().sign(idClaims(session, user, granted)));
    }
    answer.put("scope", granted.text());
    answer.put("expires_in", ACCESS_TOKEN_LIFE.toSeconds());
    answer.put("token_type", "Bearer");
    users.signedIn(session.userId(), session.ip());
    return answer;
  }

  Map<String, Object> userInfo(Auth0Call call, RateLimits limits) {
    JsonNode claims =
        call.request()
            .header("Authorization")
            .filter(header -> header.startsWith("Bearer "))
            .flatMap(header -> SigningKey.ofThisRun().verify(header.substring(7)))
            .filter(each -> each.path("iss").asText().equals(tenant.issuer()))
            .filter(each -> each.path("exp").asLong() > clock.instant().getEpochSecond())
            .filter(each -> Auth0Scopes.of(each.path("scope").asText()).contains("openid"))
            .orElseThrow(AuthenticationErrors::invalidToken);
    Auth0User user =
        users.find(claims.path("sub").asText()).orElseThrow(AuthenticationErrors::invalidToken);
    if (!limits.admits(Auth0Operation.USERINFO, user.userId())) {
      throw AuthenticationErrors.tooManyRequests();
    }
    return Claims.of(user, Auth0Scopes.of(claims.path("scope").asText()));
  }

  private Map<String, Object> idClaims(Session session, Auth0User user, Auth0Scopes scopes) {
    long now = clock.instant().getEpochSecond();
    Map<String, Object> claims = Claims.of(user, scopes);
    claims.put("iss", tenant.issuer());
    claims.put("aud", session.clientId());
    claims.put("iat", now);
    claims.put("exp", now + Undocumented.ID_TOKEN_LIFE.toSeconds());
    return claims;
  }

  private Map<String, Object> accessClaims(Session session, Auth0Scopes scopes) {
    long now = clock.instant().getEpochSecond();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", tenant.issuer());
    claims.put("sub", session.userId());
    claims.put(
        "aud",
        session
            .audience()
            .<Object>map(audience -> List.of(audience, tenant.userInfoAudience()))
            .orElse(tenant.userInfoAudience()));
    claims.put("iat", now);
    claims.put("exp", now + ACCESS_TOKEN_LIFE.toSeconds());
    claims.put("scope", scopes.text());
    claims.put("gty", "password");
    claims.put("azp", session.clientId());
    claims.put("jti", UUID.randomUUID().toString());
    return claims;
  }
}
