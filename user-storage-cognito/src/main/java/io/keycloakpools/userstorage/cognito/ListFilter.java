package io.keycloakpools.userstorage.cognito;

/** "Searching for users using the ListUsers API operation", developer guide. */
final class ListFilter {

  private ListFilter() {}

  static String equal(String attribute, String value) {
    String escaped = value.replace("\\", "\\\\").replace("\"", "\\\"");
    return attribute + " = \"" + escaped + "\"";
  }
}
