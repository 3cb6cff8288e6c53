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

/** What came of an HTTP request. */
public sealed interface Reply {

  /**
   * An answer, whatever its status.
   *
   * @param headers by name in lower case, the first of each
   * @param body the JSON, whatever the header says it is; a missing node where the body is none
   * @param content what the body is
   */
  record Answer(int status, Map<String, String> headers, JsonNode body, Content content)
      implements Reply {

    /** RFC 6585, section 4. */
    public static final int TOO_MANY_REQUESTS = 429;

    /** An answer with JSON, or with nothing. */
    public Answer(int status, Map<String, String> headers, JsonNode body) {
      this(status, headers, body, body.isMissingNode() ? Content.NOTHING : Content.JSON);
    }

    /** Whether the status is 2xx and the body is JSON. */
    public boolean ok() {
      return status >= 200 && status < 300 && !body.isMissingNode();
    }

    /** A member of the body as text; empty if there is none. */
    public String text(String member) {
      return body.path(member).asText("");
    }

    /**
     * What an answer that is of no use means: by its status a server that is not there, too many
     * requests, or something that is wrong with this question or the settings. The latter goes for
     * 500 too (RFC 9110, section 15.6.1): an endpoint that trips over some names says no more, and
     * whoever types them must not shut out everybody else.
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

  /** No answer, or none that may be used. */
  record Failed(Outage outage) implements Reply {}
}
