package io.keycloakpools.identitypool.pool;

import io.keycloakpools.identitypool.settings.InvalidPoolSettingException;
import io.keycloakpools.identitypool.settings.Mechanism;
import io.keycloakpools.identitypool.settings.PoolSettings;
import io.keycloakpools.identitypool.store.CompiledSchema;
import java.util.Optional;

/**
 * An identity pool with its schemas, as it is at this moment: not to be kept.
 *
 * @param id of the component, and federation link of its users
 * @param name unique in the realm
 * @param payload what user data has to be like
 * @param metadata what data about the user has to be like
 * @param problem why it cannot be used: then it is closed, and its schemas are stand-ins
 */
public record IdentityPool(
    String id,
    String name,
    PoolSettings settings,
    CompiledSchema payload,
    CompiledSchema metadata,
    Optional<InvalidPoolSettingException> problem) {

  /** Whether people may register themselves. */
  public boolean registrationAllowed() {
    return settings.publicRegistrationAllowed() && enabled();
  }

  /** Whether it is switched on, and can be used. */
  public boolean enabled() {
    return whyClosed().isEmpty();
  }

  /** Key of the message that says why nobody can join it; empty if people can. */
  public Optional<String> whyClosed() {
    if (problem.isPresent()) {
      return Optional.of("identityPoolUnusable");
    }
    return switch (settings.state()) {
      case ON -> Optional.empty();
      case OFF -> Optional.of("identityPoolOff");
    };
  }

  /** Whether its users may sign in that way. */
  public boolean allows(Mechanism mechanism) {
    return settings.mechanisms().contains(mechanism);
  }
}
