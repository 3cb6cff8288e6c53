package io.keycloakpools.userstorage.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.userstorage.directory.Outage;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import org.apache.http.HttpStatus;

/** Result of an HTTP request. */
public sealed interface Reply {

  /**
   * An answer with any status.
   *
   * @param headers first values, by lower-case name
   * @param body JSON, whatever the header says, or a missing node
   */
  record Answer(int status, Map<String, String> headers, JsonNode body, Content content)
      implements Reply {

    /** RFC 6585, section 4. */
    public static final int TOO_MANY_REQUESTS = 429;

    /** The body is JSON or empty. */
    public Answer(int status, Map<String, String> headers, JsonNode body) {
      this(status, headers, body, body.isMissingNode() ? Content.NOTHING : Content.JSON);
    }

    /** Whether the status is 2xx and the body is JSON. */
    public boolean ok() {
      return status >= 200 && status < 300 && !body.isMissingNode();
    }

    /** Empty if missing. */
    public String text(String member) {
      return body.path(member).asText("");
    }

    /**
     * Classifies an unusable answer: server down, too many requests, or a problem with this
     * question or the settings. The last includes 500 (RFC 9110, section 15.6.1): an endpoint may
     * fail on some names, and typing them must not lock out others.
     *
     * @param reason for the log; holds no secret
     */
    public Outage outage(String reason) {
      Optional<Duration> wait = retryAfter(Instant.now());
      if (status == TOO_MANY_REQUESTS) {
        return Outage.busy(reason, wait);
      }
      return status > HttpStatus.SC_INTERNAL_SERVER_ERROR
          ? new Outage(Outage.Kind.DOWN, reason, wait)
          : Outage.refused(reason);
    }

    /** Waiting time by {@code Retry-After} (RFC 9110, section 10.2.3). */
    public Optional<Duration> retryAfter(Instant now) {
      return Optional.ofNullable(headers.get("retry-after")).flatMap(text -> wait(text, now));
    }

    /** Omits headers and body, which may hold tokens. */
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

  /** No answer, or an unusable one. */
  record Failed(Outage outage) implements Reply {}
}
