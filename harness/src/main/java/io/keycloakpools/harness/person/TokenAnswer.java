package io.keycloakpools.harness.person;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.harness.JsonAnswer;
import java.time.Duration;
import java.util.Optional;

/**
 * What the token endpoint said. Texts that are not there are empty, and no token shows in {@link
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

  /** Whether there is an access token. */
  public boolean ok() {
    return status == 200 && !accessToken.isEmpty();
  }

  /** The claims of the access token; a missing node without one. */
  public JsonNode accessTokenClaims() {
    return Jwt.claims(accessToken);
  }

  /** The claims of the id token; a missing node without one. */
  public JsonNode idTokenClaims() {
    return Jwt.claims(idToken);
  }

  @Override
  public String toString() {
    return "TokenAnswer[" + status + " " + error + " \"" + errorDescription + "\" " + elapsed + "]";
  }
}
