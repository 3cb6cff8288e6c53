package io.keycloakpools.simulators.auth0;

/**
 * A database connection ("GET /connections").
 *
 * @param name also the realm of the password grant
 * @param id {@code con_} and 16 letters or digits
 */
public record Auth0Connection(String name, String id, boolean usesUsernames) {

  public static Auth0Connection of(String name) {
    return new Auth0Connection(name, Ids.of("con_", name), false);
  }

  public Auth0Connection id(String value) {
    return new Auth0Connection(name, value, usesUsernames);
  }

  public Auth0Connection requiresUsername() {
    return new Auth0Connection(name, id, true);
  }
}
