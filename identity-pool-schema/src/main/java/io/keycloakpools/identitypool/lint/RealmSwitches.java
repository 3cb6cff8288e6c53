package io.keycloakpools.identitypool.lint;

/**
 * Switches of a realm that give some names a meaning ({@code
 * DeclarativeUserProfileProviderFactory}). They affect findings, never the schema.
 */
public record RealmSwitches(boolean emailAsUsername, boolean internationalized) {

  public static final RealmSwitches OFF = new RealmSwitches(false, false);
}
