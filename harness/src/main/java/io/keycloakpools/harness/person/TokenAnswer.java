package io.keycloakpools.harness.person;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.harness.JsonAnswer;
import java.time.Duration;
import java.util.Optional;

/**
 * The answer of the token endpoint. Missing texts are empty, and no token shows in {@link
 * #toString()}.
 */
public record TokenAnswer(
    int status,
    String error,
    String errorDescription,
    String accessToken,
    String refreshToken,
    String idToken,
    Optional<String> retryAfter,
    Duration elapsed) {
  static TokenAnswer of(JsonAnswer answer) {
    JsonNode body = answer.body();
    return new TokenAnswer(
        answer.status(),
        body.path("error").asText(),
        body.path("error_description").asText(),
        body.path("access_token").asText(),
        body.path("refresh_token").asText(),
        body.path("id_token").asText(),
        answer.header("Retry-After"),
        answer.elapsed());
  }

  public boolean ok() {
    return status == 200 && !accessToken.isEmpty();
  }

  /** Returns a missing node without a token. */
  public JsonNode accessTokenClaims() {
    return Jwt.claims(accessToken);
  }

  public JsonNode idTokenClaims() {
    return Jwt.claims(idToken);
  }

  @Override
  public String toString() {
    return "TokenAnswer[" + status + " " + error + " \"" + errorDescription + "\" " + elapsed + "]";
  }
}
