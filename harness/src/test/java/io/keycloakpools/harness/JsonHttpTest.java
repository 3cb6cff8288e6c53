package io.keycloakpools.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class JsonHttpTest {
  @Test
  void blanksAndUmlautsAreEncodedForPathQueryAndForm() {
    assertThat(JsonHttp.encode("ü b/+")).isEqualTo("%C3%BC%20b%2F%2B");
    assertThat(JsonHttp.encode(Map.of("a", "1&2"))).isEqualTo("a=1%262");
  }

  @Test
  void anAnswerShowsFieldNamesButNoValues() {
    JsonAnswer answer =
        new JsonAnswer(
            200,
            HttpHeaders.of(Map.of(), (name, value) -> true),
            Json.read("{\"access_token\":\"secret\"}"),
            Duration.ZERO);

    assertThat(answer).hasToString("JsonAnswer[status=200, fields=[access_token]]");
  }

  @Test
  void whatIsNotJsonIsMissing() {
    assertThat(Json.read("<html>").isMissingNode()).isTrue();
    assertThat(Json.read("").isMissingNode()).isTrue();
  }
}
