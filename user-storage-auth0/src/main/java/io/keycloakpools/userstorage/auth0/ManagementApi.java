package io.keycloakpools.userstorage.auth0;

import io.keycloakpools.userstorage.adapter.AskedNames;
import io.keycloakpools.userstorage.adapter.Deadline;
import io.keycloakpools.userstorage.adapter.JsonCalls;
import io.keycloakpools.userstorage.adapter.Reply;
import io.keycloakpools.userstorage.directory.Outage;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.apache.http.HttpStatus;
import org.apache.http.client.methods.HttpGet;

/**
 * Repeats a rate-limited call when Auth0 permits it, if the deadline allows, and a call with a
 * refused token once, with a new token.
 */
final class ManagementApi {

  /** Other callers may use up each new limit first. */
  private static final int MAX_ATTEMPTS = 4;

  /** Rounds up: an early call is refused as well. */
  private static final Duration ROUND_UP = Duration.ofNanos(999_999);

  private final Auth0Settings settings;
  private final JsonCalls calls;
  private final ManagementToken token;
  private final RateLimit limit;

  ManagementApi(Auth0Settings settings, JsonCalls calls, ManagementToken token, RateLimit limit) {
    this.settings = settings;
    this.calls = calls;
    this.token = token;
    this.limit = limit;
  }

  /** The id contains characters that a path may not. */
  static String userPath(String userId, String rest) {
    return "/users/" + AskedNames.encoded(userId) + rest;
  }

  /**
   * @param path below {@code /api/v2}, encoded
   */
  Reply get(String path, Deadline deadline, String... keysAndValues) {
    URI address = settings.endpoint("/api/v2" + path + query(keysAndValues));
    boolean renewed = false;
    for (int attempt = 1; ; attempt++) {
      Duration wait = limit.wait(Instant.now());
      if (wait.compareTo(deadline.left()) >= 0) {
        return rateLimited(wait);
      }
      if (!pause(wait)) {
        return new Reply.Failed(Outage.down("interrupted"));
      }
      ManagementToken.Issued issued = token.get(deadline);
      if (!issued.present()) {
        return noToken(issued.reply());
      }
      Reply reply = send(address, issued.token(), deadline);
      if (!(reply instanceof Reply.Answer answer)) {
        return reply;
      }
      limit.record(answer, Instant.now());
      boolean retry = answer.status() == Reply.Answer.TOO_MANY_REQUESTS;
      if (retry && attempt == MAX_ATTEMPTS) {
        return rateLimited(limit.wait(Instant.now()));
      }
      if (answer.status() == HttpStatus.SC_UNAUTHORIZED && !renewed) {
        token.discard(issued.token());
        renewed = true;
        retry = true;
      }
      if (!retry) {
        return answer;
      }
    }
  }

  private static Reply rateLimited(Duration wait) {
    return new Reply.Failed(Outage.busy("the rate limit of the Management API", Optional.of(wait)));
  }

  private Reply send(URI address, ManagementToken.Token bearer, Deadline deadline) {
    HttpGet request = new HttpGet(address);
    request.setHeader("Authorization", "Bearer " + bearer.value());
    return calls.send(request, deadline);
  }

  private static Reply noToken(Reply reply) {
    return reply instanceof Reply.Answer answer
        ? new Reply.Failed(outage("no management token: " + Auth0Refusal.describe(answer), answer))
        : reply;
  }

  private static Outage outage(String reason, Reply.Answer answer) {
    return answer.status() == Reply.Answer.TOO_MANY_REQUESTS
        ? Outage.busy(reason, RateLimit.retryAfter(answer, Instant.now()))
        : answer.outage(reason);
  }

  private static boolean pause(Duration wait) {
    try {
      Thread.sleep(wait.plus(ROUND_UP).toMillis());
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static String query(String... keysAndValues) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      pairs.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
    pairs.forEach((key, value) -> query.add(key + "=" + AskedNames.encoded(value)));
    return query.toString();
  }
}
