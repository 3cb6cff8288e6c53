package io.keycloakpools.harness.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.harness.Json;
import io.keycloakpools.harness.JsonAnswer;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TokenAnswerTest {
  @Test
  void claimsAreReadAndTokensStayHidden() {
    String claims = "{\"sub\":\"ada\",\"note\":\"ü?>\"}";
    String token =
        "h."
            + Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(claims.getBytes(StandardCharsets.UTF_8))
            + ".s";
    TokenAnswer answer = answer(200, Map.of("access_token", token));

    assertThat(answer.ok()).isTrue();
    assertThat(answer.accessTokenClaims().path("note").asText()).isEqualTo("ü?>");
    assertThat(answer.toString()).doesNotContain(token);
  }

  @Test
  void aRefusalHasNoTokensButAReason() {
    TokenAnswer answer =
        answer(503, Map.of("error", "temporarily_unavailable", "error_description", "Later."));

    assertThat(answer.ok()).isFalse();
    assertThat(answer.error()).isEqualTo("temporarily_unavailable");
    assertThat(answer.errorDescription()).isEqualTo("Later.");
    assertThat(answer.retryAfter()).contains("30");
    assertThat(answer.accessTokenClaims().isMissingNode()).isTrue();
  }

  private static TokenAnswer answer(int status, Map<String, String> body) {
    HttpHeaders headers = HttpHeaders.of(Map.of("Retry-After", List.of("30")), (n, v) -> true);
    return TokenAnswer.of(new JsonAnswer(status, headers, Json.tree(body), Duration.ZERO));
  }
}
