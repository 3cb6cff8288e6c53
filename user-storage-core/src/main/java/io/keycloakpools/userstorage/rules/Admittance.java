package io.keycloakpools.userstorage.rules;

import io.keycloakpools.userstorage.directory.UnusableReason;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Whether the realm admits a user whose password the directory accepted. */
public enum Admittance {
  ADMITTED,
  /** An admin disabled the user: Keycloak says so, and nothing is written. */
  DISABLED_HERE,
  WRONG_CLIENT,
  IDENTITY_POOL_CLOSED,
  UNKNOWN_TENANT;

  /**
   * Asks the conditions in their order, and stops at the first that is not met: the last one may
   * create an organization.
   *
   * @param served whether the pool serves the application
   * @param enabled whether the user is enabled here
   * @param identityPoolOpen whether the identity pool that the user moves to admits users
   * @param tenantReady whether the organizations of the user's tenants exist, or could be created
   */
  public static Admittance of(
      boolean served,
      boolean enabled,
      BooleanSupplier identityPoolOpen,
      BooleanSupplier tenantReady) {
    if (!served) {
      return WRONG_CLIENT;
    }
    if (!enabled) {
      return DISABLED_HERE;
    }
    if (!identityPoolOpen.getAsBoolean()) {
      return IDENTITY_POOL_CLOSED;
    }
    return tenantReady.getAsBoolean() ? ADMITTED : UNKNOWN_TENANT;
  }

  /** Empty if the pool has no objection: Keycloak itself refuses disabled users. */
  public Optional<UnusableReason> refusal() {
    return switch (this) {
      case ADMITTED, DISABLED_HERE -> Optional.empty();
      case WRONG_CLIENT -> Optional.of(UnusableReason.WRONG_CLIENT);
      case IDENTITY_POOL_CLOSED -> Optional.of(UnusableReason.IDENTITY_POOL_CLOSED);
      case UNKNOWN_TENANT -> Optional.of(UnusableReason.UNKNOWN_TENANT);
    };
  }
}
