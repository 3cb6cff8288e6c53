package io.keycloakpools.userstorage.observe;

import io.keycloakpools.userstorage.directory.Outage;
import io.keycloakpools.userstorage.directory.UnusableReason;
import java.time.Instant;
import java.util.Optional;

/**
 * What came of one step, without a name or an address.
 *
 * @param reason one of a few fixed words
 * @param userId of the Keycloak user, if one is known
 */
public record Outcome(
    Instant time, Step step, Result result, Optional<String> reason, Optional<String> userId) {

  /** An outcome that needs no reason; nobody's, if the user is not known. */
  public static Outcome of(Step step, Result result, Optional<String> userId) {
    return new Outcome(Instant.now(), step, result, Optional.empty(), userId);
  }

  /** {@link Result#ACCOUNT_UNUSABLE}. */
  public static Outcome unusable(Step step, UnusableReason reason, String userId) {
    return new Outcome(
        Instant.now(),
        step,
        Result.ACCOUNT_UNUSABLE,
        Optional.of(reason.code()),
        Optional.of(userId));
  }

  /** {@link Result#UNAVAILABLE}; what the outage says in words may hold names. */
  public static Outcome unavailable(Step step, Outage outage, Optional<String> userId) {
    return new Outcome(
        Instant.now(), step, Result.UNAVAILABLE, Optional.of(Words.code(outage.kind())), userId);
  }

  /**
   * {@link Result#CLASH}.
   *
   * @param field what the local account has already: {@code username} or {@code email}
   * @param userId of the local account
   */
  public static Outcome clash(String field, String userId) {
    return new Outcome(
        Instant.now(), Step.LOOKUP, Result.CLASH, Optional.of(field), Optional.of(userId));
  }
}
