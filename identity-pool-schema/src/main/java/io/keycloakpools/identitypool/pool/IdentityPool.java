package io.keycloakpools.identitypool.pool;

import io.keycloakpools.common.settings.InvalidSettingException;
import io.keycloakpools.identitypool.settings.Mechanism;
import io.keycloakpools.identitypool.settings.PoolSettings;
import io.keycloakpools.identitypool.store.CompiledSchema;
import java.util.Optional;

/**
 * An identity pool with its schemas at this moment; not to be cached.
 *
 * @param id of the component, and federation link of its users
 * @param name unique in the realm
 * @param problem why it is unusable: then it is closed, and its schemas are stand-ins
 */
public record IdentityPool(
    String id,
    String name,
    PoolSettings settings,
    CompiledSchema payload,
    CompiledSchema metadata,
    Optional<InvalidSettingException> problem) {

  public boolean registrationAllowed() {
    return settings.publicRegistrationAllowed() && enabled();
  }

  public boolean enabled() {
    return whyClosed().isEmpty();
  }

  public Optional<String> whyClosed() {
    if (problem.isPresent()) {
      return Optional.of("identityPoolUnusable");
    }
    return switch (settings.state()) {
      case ON -> Optional.empty();
      case OFF -> Optional.of("identityPoolOff");
    };
  }

  public boolean allows(Mechanism mechanism) {
    return settings.mechanisms().contains(mechanism);
  }
}
