package io.keycloakpools.identitypool.lint;

/**
 * Switches of a realm that give a meaning to the names of some attributes ({@code
 * DeclarativeUserProfileProviderFactory}). They change what is said of a schema, never the schema.
 *
 * @param emailAsUsername whether the e-mail address is the username
 * @param internationalized whether pages have several languages, one of which is the person's
 */
public record RealmSwitches(boolean emailAsUsername, boolean internationalized) {

  /** All are off. */
  public static final RealmSwitches OFF = new RealmSwitches(false, false);
}
