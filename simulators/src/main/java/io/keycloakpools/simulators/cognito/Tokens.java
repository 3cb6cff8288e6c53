package io.keycloakpools.simulators.cognito;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.keycloakpools.simulators.SigningKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Tokens as in "Understanding user pool JSON web tokens", signed with a key of this JVM. */
final class Tokens {
  private static final Duration LIFE = Duration.ofHours(1);
  private static final Set<String> BOOLEANS = Set.of("email_verified", "phone_number_verified");
  private final CognitoPoolSettings pool;
  private final InstantSource clock;

  Tokens(CognitoPoolSettings pool, InstantSource clock) {
    this.pool = pool;
    this.clock = clock;
  }

  Map<String, Object> issue(AppClient client, CognitoUser user) {
    Map<String, Object> result =
        Map.of(
            "AccessToken", SigningKey.ofThisRun().sign(accessClaims(client, user)),
            "IdToken", SigningKey.ofThisRun().sign(idClaims(client, user)),
            "RefreshToken",
                Base64.getUrlEncoder().encodeToString(UUID.randomUUID().toString().getBytes(UTF_8)),
            "TokenType", "Bearer",
            "ExpiresIn", LIFE.toSeconds());
    return Map.of("ChallengeParameters", Map.of(), "AuthenticationResult", result);
  }

  private Map<String, Object> idClaims(AppClient client, CognitoUser user) {
    Map<String, Object> claims = commonClaims(user, "id");
    claims.put("aud", client.id());
    claims.put("cognito:username", user.username());
    user.attributes()
        .forEach(
            (name, value) ->
                claims.put(name, BOOLEANS.contains(name) ? Boolean.valueOf(value) : value));
    return claims;
  }

  private Map<String, Object> accessClaims(AppClient client, CognitoUser user) {
    Map<String, Object> claims = commonClaims(user, "access");
    claims.put("client_id", client.id());
    claims.put("username", user.username());
    claims.put("scope", "aws.cognito.signin.user.admin");
    return claims;
  }

  private Map<String, Object> commonClaims(CognitoUser user, String use) {
    long now = clock.instant().getEpochSecond();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("sub", user.sub());
    claims.put("iss", pool.issuer());
    claims.put("token_use", use);
    claims.put("auth_time", now);
    claims.put("iat", now);
    claims.put("exp", now + LIFE.toSeconds());
    claims.put("jti", UUID.randomUUID().toString());
    if (!user.groups().isEmpty()) {
      claims.put("cognito:groups", user.groups());
    }
    return claims;
  }
}
