package io.keycloakpools.userstorage.cognito;

/**
 * The filter of ListUsers ("Searching for users using the ListUsers API operation", developer
 * guide).
 */
final class ListFilter {

  private ListFilter() {}

  /** An exact match; quotation marks and backslashes of the value are escaped. */
  static String equal(String attribute, String value) {
    String escaped = value.replace("\\", "\\\\").replace("\"", "\\\"");
    return attribute + " = \"" + escaped + "\"";
  }
}
