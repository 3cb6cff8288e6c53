package io.keycloakpools.userstorage.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.userstorage.adapter.ConcurrentLookup;
import io.keycloakpools.userstorage.adapter.Deadline;
import io.keycloakpools.userstorage.adapter.Reply;
import io.keycloakpools.userstorage.directory.Lookup;
import io.keycloakpools.userstorage.directory.Outage;
import io.keycloakpools.userstorage.directory.PasswordCheck;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.http.HttpStatus;

/** Maps {@code outcome}; only {@code rejected} is a wrong password. */
record PoolsOutcomes(PoolsUsers users) {

  private static final String ACCEPTED = "accepted";
  private static final String TEMPORARY_PASSWORD = "temporary_password";
  private static final String SECOND_FACTOR = "second_factor";

  private static final Set<String> RIGHT = Set.of(ACCEPTED, TEMPORARY_PASSWORD, SECOND_FACTOR);

  private static final int MAX_WAIT_SECONDS = 86_400;

  boolean isRightPassword(Reply.Answer answer) {
    return RIGHT.contains(outcome(answer));
  }

  /**
   * @param byId finds the user if the answer has only the id
   */
  PasswordCheck rightPassword(
      Reply.Answer answer, Deadline deadline, Function<String, Lookup> byId) {
    JsonNode user = answer.body().path("user");
    Optional<String> id = SharedMembers.text(user.isObject() ? user : answer.body(), "id");
    if (id.isEmpty()) {
      return refused("a right password without the id of its user");
    }
    Lookup data = user.isObject() ? users.lookup(user, read -> true) : byId.apply(id.get());
    if (user.isObject() && data instanceof Lookup.Unavailable unreadable) {
      return new PasswordCheck.Unavailable(unreadable.outage());
    }
    ConcurrentLookup details = ConcurrentLookup.answered(data, deadline);
    return switch (outcome(answer)) {
      case ACCEPTED -> details.accepted(id.get(), PasswordCheck.Accepted::new);
      case TEMPORARY_PASSWORD -> details.outcome(PasswordCheck.TemporaryPassword::new);
      default ->
          details.outcome(found -> new PasswordCheck.SecondFactorPending(found, factor(answer)));
    };
  }

  PasswordCheck refusal(Reply.Answer answer) {
    return switch (outcome(answer)) {
      case "rejected" -> new PasswordCheck.Rejected();
      case "account_unusable" -> PoolsAccountStates.unusable(answer.text("reason"));
      case "throttled" -> new PasswordCheck.Throttled(wait(answer));
      default -> unknownOutcome(answer);
    };
  }

  private static PasswordCheck unknownOutcome(Reply.Answer answer) {
    if (answer.status() == Reply.Answer.TOO_MANY_REQUESTS) {
      return new PasswordCheck.Throttled(answer.retryAfter(Instant.now()));
    }
    return answer.status() == HttpStatus.SC_OK && answer.body().isObject()
        ? refused(
            "an answer out of order: outcome is not one of the contract's"
                + PoolsAccountStates.forLog(answer.text("outcome")))
        : new PasswordCheck.Unavailable(Endpoint.outage(answer));
  }

  private static String outcome(Reply.Answer answer) {
    return answer.status() == HttpStatus.SC_OK ? answer.text("outcome") : "";
  }

  private static String factor(Reply.Answer answer) {
    return SharedMembers.text(answer.body(), "factor").orElse("second factor");
  }

  private static Optional<Duration> wait(Reply.Answer answer) {
    JsonNode seconds = answer.body().path("retryAfter");
    return seconds.isNumber()
        ? Optional.of(Duration.ofSeconds(Math.max(0, Math.min(seconds.asLong(), MAX_WAIT_SECONDS))))
        : Optional.empty();
  }

  private static PasswordCheck refused(String reason) {
    return new PasswordCheck.Unavailable(Outage.refused(reason));
  }
}
