package io.keycloakpools.identitypool.pool;

import io.keycloakpools.identitypool.store.CompiledSchema;

/**
 * An identity pool with its schemas, as it is at this moment: not to be kept.
 *
 * @param id of the component, and federation link of its users
 * @param name unique in the realm
 * @param payload what user data has to be like
 * @param metadata what data about the user has to be like
 */
public record IdentityPool(
    String id,
    String name,
    PoolSettings settings,
    CompiledSchema payload,
    CompiledSchema metadata) {

  /** Whether people may register themselves. */
  public boolean registrationAllowed() {
    return settings.publicRegistrationAllowed() && enabled();
  }

  /** Whether it is switched on. */
  public boolean enabled() {
    return settings.state() == PoolSettings.State.ON;
  }

  /** Whether its users may sign in that way. */
  public boolean allows(Mechanism mechanism) {
    return settings.mechanisms().contains(mechanism);
  }
}
