package io.keycloakpools.identitypool.settings;

import io.keycloakpools.common.settings.InvalidSettingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.component.ComponentModel;

/**
 * Parsed settings, kept as a note on the component, because every token refresh reads them: see
 * {@code IdentitySchemas}.
 *
 * @param raw the parsed configuration, because components are mutable
 */
record KeptSettings(
    Map<String, List<String>> raw,
    Optional<PoolSettings> settings,
    Optional<InvalidSettingException> problem) {

  private static final String NOTE = "keycloakpools.settings";

  static PoolSettings of(ComponentModel pool) {
    KeptSettings kept = pool.getNote(NOTE);
    if (kept == null || !pool.getConfig().equals(kept.raw)) {
      kept = parsed(pool);
      pool.setNote(NOTE, kept);
    }
    return kept.orThrow();
  }

  private static KeptSettings parsed(ComponentModel pool) {
    Map<String, List<String>> raw = new HashMap<>();
    pool.getConfig()
        .forEach((key, values) -> raw.put(key, values == null ? null : new ArrayList<>(values)));
    try {
      return new KeptSettings(raw, Optional.of(PoolSettings.read(raw::get)), Optional.empty());
    } catch (InvalidSettingException e) {
      return new KeptSettings(raw, Optional.empty(), Optional.of(e));
    }
  }

  private PoolSettings orThrow() {
    problem.ifPresent(
        e -> {
          throw e;
        });
    return settings.orElseThrow();
  }
}
