package io.keycloakpools.harness.server;

/**
 * A PostgreSQL database; {@link #toString()} hides the password.
 *
 * @param url for JDBC
 */
public record Database(String url, String username, String password) {
  @Override
  public String toString() {
    return "Database[" + url + ", " + username + "]";
  }
}
