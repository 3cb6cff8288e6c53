package io.keycloakpools.userstorage.admin;

import io.keycloakpools.common.Word;
import io.keycloakpools.common.settings.InvalidSettingException;
import io.keycloakpools.common.settings.Settings;
import io.keycloakpools.userstorage.observe.PoolObserver;
import io.keycloakpools.userstorage.rules.LinkStatus;
import io.keycloakpools.userstorage.settings.FormerSwitches;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.keycloak.component.ComponentModel;
import org.keycloak.storage.UserStorageProviderModel;

/**
 * A pool as {@code GET /admin/realms/{realm}/user-pools} lists it.
 *
 * @param priority the lowest is asked first
 * @param stayOrMove null if the setting cannot be read
 * @param users users of the realm by status, and their {@code total}
 * @param breakers empty if the pool was not used on this node
 * @param lastProblem seen by this node; may be null
 */
public record PoolSummary(
    String id,
    String name,
    String providerId,
    boolean enabled,
    int priority,
    String stayOrMove,
    Map<String, Long> users,
    Map<String, PoolStatus.BreakerState> breakers,
    PoolStatus.Seen lastProblem,
    Map<String, URI> links) {

  static PoolSummary of(
      ComponentModel pool,
      Map<LinkStatus, Long> counts,
      Optional<PoolObserver> observer,
      PoolLinks links) {
    UserStorageProviderModel model = new UserStorageProviderModel(pool);
    return new PoolSummary(
        pool.getId(),
        pool.getName(),
        pool.getProviderId(),
        model.isEnabled(),
        model.getPriority(),
        stayOrMove(pool).orElse(null),
        users(counts),
        observer.map(PoolStatus::breakers).orElse(Map.of()),
        observer.flatMap(PoolStatus::lastProblem).orElse(null),
        links.of(pool));
  }

  private static Optional<String> stayOrMove(ComponentModel pool) {
    try {
      return Optional.of(Word.hyphenated(FormerSwitches.read(Settings.of(pool.getConfig()))));
    } catch (InvalidSettingException e) {
      return Optional.empty();
    }
  }

  private static Map<String, Long> users(Map<LinkStatus, Long> counts) {
    Map<String, Long> users = new LinkedHashMap<>();
    counts.forEach((status, count) -> users.put(status.code(), count));
    users.put("total", counts.values().stream().mapToLong(Long::longValue).sum());
    return users;
  }
}
