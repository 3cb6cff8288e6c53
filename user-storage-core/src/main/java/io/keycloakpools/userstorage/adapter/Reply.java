package io.keycloakpools.userstorage.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;

/** What came of an HTTP request. */
public sealed interface Reply {

  /**
   * An answer, whatever its status.
   *
   * @param headers by name in lower case, the first of each
   * @param body the JSON; a missing node where the body is none
   */
  record Answer(int status, Map<String, String> headers, JsonNode body) implements Reply {

    /** Whether the status is 2xx and the body is JSON. */
    public boolean ok() {
      return status >= 200 && status < 300 && !body.isMissingNode();
    }

    /** A member of the body as text; empty if there is none. */
    public String text(String member) {
      return body.path(member).asText("");
    }

    /** How long to wait, by {@code Retry-After} (RFC 9110, section 10.2.3). */
    public Optional<Duration> retryAfter(Instant now) {
      return Optional.ofNullable(headers.get("retry-after")).flatMap(text -> wait(text, now));
    }

    /** Headers and body may hold tokens. */
    @Override
    public String toString() {
      return "Answer[" + status + "]";
    }

    private static Optional<Duration> wait(String text, Instant now) {
      try {
        return Optional.of(Duration.ofSeconds(Math.max(0, Integer.parseInt(text.strip()))));
      } catch (NumberFormatException e) {
        return until(text.strip(), now);
      }
    }

    private static Optional<Duration> until(String date, Instant now) {
      try {
        Instant then = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
        return Optional.of(then.isAfter(now) ? Duration.between(now, then) : Duration.ZERO);
      } catch (DateTimeException e) {
        return Optional.empty();
      }
    }
  }

  /**
   * No answer, or none that may be used.
   *
   * @param reason for the log; holds no secret
   * @param retryAfter when to try again, if that is known
   */
  record Failed(String reason, Optional<Duration> retryAfter) implements Reply {
    public Failed(String reason) {
      this(reason, Optional.empty());
    }
  }
}
