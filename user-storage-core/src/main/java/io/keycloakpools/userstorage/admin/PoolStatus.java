package io.keycloakpools.userstorage.admin;

import io.keycloakpools.userstorage.observe.Outcome;
import io.keycloakpools.userstorage.observe.PoolObserver;
import io.keycloakpools.userstorage.observe.PoolObserver.BreakerView;
import io.keycloakpools.userstorage.rules.LinkStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.storage.UserStorageProviderModel;

/**
 * The answer of {@code GET /admin/realms/{realm}/user-pools/{id}/status}. Times are milliseconds
 * since 1970, as in Keycloak's events.
 *
 * @param users counts by status, in the whole realm
 */
public record PoolStatus(
    String id,
    String name,
    String providerId,
    boolean enabled,
    Map<String, Long> users,
    List<Broken> broken,
    Node node) {

  /** A name in a setting that no longer means anything; empty if it was lost. */
  public record Broken(String field, String name, String text) {}

  /**
   * Observations of one node, the newest outcomes first. {@code since} is null if the pool was not
   * used here yet.
   */
  public record Node(Long since, Map<String, BreakerState> breakers, List<Seen> lastOutcomes) {}

  /** A circuit breaker, {@code closed}, {@code half_open} or {@code open}. */
  public record BreakerState(String state, long since) {}

  /** One outcome; reason and user may be null. */
  public record Seen(long time, String step, String outcome, String reason, String userId) {}

  static PoolStatus of(
      KeycloakSession session,
      ComponentModel pool,
      List<Broken> broken,
      Optional<PoolObserver> observer) {
    Map<String, Long> users = new LinkedHashMap<>();
    Map<LinkStatus, Long> counts = new UserCounts(session).of(pool.getId());
    counts.forEach((status, count) -> users.put(status.code(), count));
    return new PoolStatus(
        pool.getId(),
        pool.getName(),
        pool.getProviderId(),
        new UserStorageProviderModel(pool).isEnabled(),
        users,
        broken,
        observer.map(PoolStatus::node).orElse(new Node(null, Map.of(), List.of())));
  }

  private static Node node(PoolObserver observer) {
    return new Node(
        observer.since().toEpochMilli(),
        breakers(observer),
        observer.lastOutcomes().stream().map(PoolStatus::seen).toList());
  }

  static Map<String, BreakerState> breakers(PoolObserver observer) {
    Map<String, BreakerState> breakers = new TreeMap<>();
    observer.breakers().forEach((guards, view) -> breakers.put(guards, state(view)));
    return breakers;
  }

  /** The newest that needs an admin: an outage, a clash, an account that cannot be used. */
  static Optional<Seen> lastProblem(PoolObserver observer) {
    return observer.lastOutcomes().stream()
        .filter(outcome -> outcome.result().isProblem())
        .findFirst()
        .map(PoolStatus::seen);
  }

  private static BreakerState state(BreakerView view) {
    return new BreakerState(view.state(), view.since().toEpochMilli());
  }

  private static Seen seen(Outcome outcome) {
    return new Seen(
        outcome.time().toEpochMilli(),
        outcome.step().code(),
        outcome.result().code(),
        outcome.reason().orElse(null),
        outcome.userId().orElse(null));
  }
}
