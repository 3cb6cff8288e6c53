package io.keycloakpools.userstorage.auth0;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.keycloakpools.userstorage.adapter.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RateLimitTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final String IN_TEN_SECONDS = Long.toString(NOW.getEpochSecond() + 10);

  private final RateLimit limit = new RateLimit();

  @Test
  void callsAreMadeAtOnceAtFirst() {
    assertThat(limit.wait(NOW)).isZero();
  }

  @Test
  void aRefusalHoldsCallsBackUntilTheReset() {
    record(429, Map.of("x-ratelimit-reset", IN_TEN_SECONDS));

    assertThat(limit.wait(NOW)).isEqualTo(Duration.ofSeconds(10));
    assertThat(limit.wait(NOW.plusSeconds(4))).isEqualTo(Duration.ofSeconds(6));
    assertThat(limit.wait(NOW.plusSeconds(10))).isZero();
  }

  @Test
  void retryAfterCountsBeforeTheReset() {
    record(429, Map.of("retry-after", "3", "x-ratelimit-reset", IN_TEN_SECONDS));

    assertThat(limit.wait(NOW)).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void theLastCallOfTheLimitHoldsTheNextOneBack() {
    record(200, Map.of("x-ratelimit-remaining", "0", "x-ratelimit-reset", IN_TEN_SECONDS));

    assertThat(limit.wait(NOW)).isEqualTo(Duration.ofSeconds(10));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "49", "", "-1", "none"})
  void callsThatAreLeftHoldNothingBack(String remaining) {
    record(200, Map.of("x-ratelimit-remaining", remaining, "x-ratelimit-reset", IN_TEN_SECONDS));

    assertThat(limit.wait(NOW)).isZero();
  }

  @Test
  void theLastCallWithoutATimeHoldsNothingBack() {
    record(200, Map.of("x-ratelimit-remaining", "0"));

    assertThat(limit.wait(NOW)).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "soon", "99999999999999999999", "9223372036854775807", "31556889864403200"})
  void aRefusalWithGarbageHoldsCallsBackForASecond(String header) {
    record(429, Map.of("retry-after", header, "x-ratelimit-reset", header));

    assertThat(limit.wait(NOW)).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void aRefusalWithoutATimeHoldsCallsBackForASecond() {
    record(429, Map.of());

    assertThat(limit.wait(NOW)).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void noHeaderHoldsCallsBackForMoreThanAMinute() {
    record(429, Map.of("retry-after", "3600"));

    assertThat(limit.wait(NOW)).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void aResetInThePastHoldsNothingBack() {
    record(429, Map.of("x-ratelimit-reset", Long.toString(NOW.getEpochSecond() - 10)));

    assertThat(limit.wait(NOW)).isZero();
  }

  @Test
  void aLaterAnswerDoesNotShortenTheWait() {
    record(429, Map.of("retry-after", "10"));
    record(429, Map.of("retry-after", "2"));
    record(200, Map.of("x-ratelimit-remaining", "40", "x-ratelimit-reset", IN_TEN_SECONDS));

    assertThat(limit.wait(NOW)).isEqualTo(Duration.ofSeconds(10));
  }

  private void record(int status, Map<String, String> headers) {
    limit.record(new Reply.Answer(status, headers, MissingNode.getInstance()), NOW);
  }
}
