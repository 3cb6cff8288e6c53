package io.keycloakpools.harness.server;

/**
 * A database in PostgreSQL; the password never shows in a text.
 *
 * @param url for JDBC
 */
public record Database(String url, String username, String password) {
  @Override
  public String toString() {
    return "Database[" + url + ", " + username + "]";
  }
}
