package io.keycloakpools.userstorage.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ReplyTest {

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "199, false",
    "200, true",
    "201, true",
    "299, true",
    "300, false",
    "302, false",
    "401, false",
    "429, false",
    "500, false",
  })
  void isOkByItsStatus(int status, boolean ok) {
    assertThat(answer(status, json("{}")).ok()).isEqualTo(ok);
  }

  @Test
  void isNotOkWithoutJson() {
    assertThat(answer(200, MissingNode.getInstance()).ok()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"error\":\"invalid_grant\"} | invalid_grant",
        "{\"error\":7}                 | 7",
        "{\"error\":\"\"}              | ''",
        "{\"error\":null}              | ''",
        "{\"error\":{}}                | ''",
        "{\"error\":[\"a\"]}           | ''",
        "{}                            | ''",
        "[]                            | ''",
        "null                          | ''",
        "\"error\"                     | ''",
      })
  void givesAMemberAsText(String body, String text) {
    assertThat(answer(400, json(body)).text("error")).isEqualTo(text);
  }

  @Test
  void withoutABodyHasNoText() {
    assertThat(answer(400, MissingNode.getInstance()).text("error")).isEmpty();
  }

  @Test
  void showsItsStatusOnly() {
    Reply answer =
        new Reply.Answer(
            200, Map.of("set-cookie", "token-a"), json("{\"access_token\":\"token-b\"}"));

    assertThat(answer).hasToString("Answer[200]");
  }

  @Nested
  final class RetryAfter {

    @ParameterizedTest
    @CsvSource({
      "0, 0",
      "1, 1",
      "120, 120",
      "' 30 ', 30",
      "2147483647, 2147483647",
      // A negative wait is none.
      "-1, 0",
      "-2147483648, 0",
    })
    void isANumberOfSeconds(String header, long seconds) {
      assertThat(retryAfter(header)).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({
      "'Sat, 21 Nov 2026 12:00:30 GMT', 30",
      "'Sat, 21 Nov 2026 13:00:00 GMT', 3600",
      "'  Sat, 21 Nov 2026 12:00:30 GMT  ', 30",
      "'Sun, 22 Nov 2026 12:00:00 GMT', 86400",
      "'Sat, 21 Nov 2026 13:00:30 +0100', 30",
      "'Sat, 21 Nov 2026 12:00:00 GMT', 0",
      // The past is now.
      "'Sat, 21 Nov 2026 11:59:59 GMT', 0",
      "'Thu, 01 Jan 1970 00:00:00 GMT', 0",
    })
    void isADate(String header, long seconds) {
      assertThat(retryAfter(header)).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          " ",
          "soon",
          "1.5",
          "1e3",
          "0x10",
          "30s",
          "99999999999999999999",
          "Mon, 21 Nov 2026 12:00:30 GMT",
          "Sat, 32 Nov 2026 12:00:30 GMT",
          "Sat, 21 Nov 2026",
          "2026-11-21T12:00:30Z",
          "Sat, 21 Nov 2026 12:00:30 CET",
        })
    void thatCannotBeReadIsNone(String header) {
      assertThat(retryAfter(header)).isEmpty();
    }

    @Test
    void thatWasNotSentIsNone() {
      assertThat(answer(429, MissingNode.getInstance()).retryAfter(NOW)).isEmpty();
    }

    private static Optional<Duration> retryAfter(String header) {
      return new Reply.Answer(429, Map.of("retry-after", header), MissingNode.getInstance())
          .retryAfter(NOW);
    }
  }

  private static Reply.Answer answer(int status, JsonNode body) {
    return new Reply.Answer(status, Map.of(), body);
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
