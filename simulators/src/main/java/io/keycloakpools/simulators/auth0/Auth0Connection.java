package io.keycloakpools.simulators.auth0;

/**
 * A database connection ("GET /connections").
 *
 * @param name its name, which is the realm of the password grant
 * @param id its id, {@code con_} and 16 letters or digits
 * @param usesUsernames whether users have a username beside the e-mail address
 */
public record Auth0Connection(String name, String id, boolean usesUsernames) {

  /** Returns a connection whose users have an e-mail address only; the id follows from the name. */
  public static Auth0Connection of(String name) {
    return new Auth0Connection(name, Ids.of("con_", name), false);
  }

  /** Returns this connection with another id. */
  public Auth0Connection id(String value) {
    return new Auth0Connection(name, value, usesUsernames);
  }

  /** Returns this connection with "Requires Username" on. */
  public Auth0Connection requiresUsername() {
    return new Auth0Connection(name, id, true);
  }
}
