package io.keycloakpools.harness.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keycloakpools.harness.Json;
import io.keycloakpools.harness.JsonAnswer;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ChangeTest {
  @Test
  void whatWasCreatedHasAnId() {
    assertThat(change(201, "").id()).isEqualTo("42");
  }

  @Test
  void aRefusalCarriesKeycloaksMessage() {
    Change change = change(400, "{\"errorMessage\":\"region: missing\"}");

    assertThat(change.expectRefused().errorMessage()).isEqualTo("region: missing");
    assertThatThrownBy(change::id).hasMessage("Refused with 400: region: missing");
  }

  @Test
  void severalMessagesAreJoined() {
    String body =
        """
        {"errors":[{"field":"a","errorMessage":"error-x"},{"field":"b","errorMessage":"error-y"}]}
        """;

    assertThat(change(400, body).expectRefused().errorMessage())
        .isEqualTo("a: error-x, b: error-y");
  }

  @Test
  void anUnexpectedSuccessIsReported() {
    assertThatThrownBy(change(204, "")::expectRefused).hasMessageContaining("Done");
  }

  private static Change change(int status, String body) {
    HttpHeaders headers =
        HttpHeaders.of(
            Map.of("Location", List.of("http://h/admin/realms/a/users/42")), (n, v) -> true);
    return Change.of(new JsonAnswer(status, headers, Json.read(body), Duration.ZERO));
  }
}
