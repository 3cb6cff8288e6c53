package io.keycloakpools.userstorage.observe;

import io.keycloakpools.common.Word;
import io.keycloakpools.userstorage.directory.Outage;
import io.keycloakpools.userstorage.directory.UnusableReason;
import java.time.Instant;
import java.util.Optional;

/**
 * Outcome of one step, without names or addresses.
 *
 * @param reason one of a few fixed words
 */
public record Outcome(
    Instant time, Step step, Result result, Optional<String> reason, Optional<String> userId) {

  public static Outcome of(Step step, Result result, Optional<String> userId) {
    return new Outcome(Instant.now(), step, result, Optional.empty(), userId);
  }

  public static Outcome unusable(Step step, UnusableReason reason, String userId) {
    return new Outcome(
        Instant.now(),
        step,
        Result.ACCOUNT_UNUSABLE,
        Optional.of(reason.code()),
        Optional.of(userId));
  }

  /** Keeps only the outage's kind: its reason may contain names. */
  public static Outcome unavailable(Step step, Outage outage, Optional<String> userId) {
    return new Outcome(
        Instant.now(), step, Result.UNAVAILABLE, Optional.of(Word.of(outage.kind())), userId);
  }

  /**
   * A local account prevents an import.
   *
   * @param field {@code username} or {@code email}
   */
  public static Outcome clash(String field, String userId) {
    return new Outcome(
        Instant.now(), Step.LOOKUP, Result.CLASH, Optional.of(field), Optional.of(userId));
  }
}
