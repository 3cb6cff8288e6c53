package io.keycloakpools.userstorage.auth0;

/** User search v3 ("User Search Query Syntax"). */
final class Lucene {

  private Lucene() {}

  static String equal(String field, String value) {
    return field + ":\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  static String or(String... queries) {
    return "(" + String.join(" OR ", queries) + ")";
  }

  static String and(String first, String second) {
    return first + " AND " + second;
  }
}
