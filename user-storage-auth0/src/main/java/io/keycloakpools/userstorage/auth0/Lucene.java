package io.keycloakpools.userstorage.auth0;

/** Queries of user search v3 ("User Search Query Syntax"). */
final class Lucene {

  private Lucene() {}

  /** An exact match; what would end the quotation is escaped. */
  static String equal(String field, String value) {
    return field + ":\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  /** Either of them. */
  static String or(String... queries) {
    return "(" + String.join(" OR ", queries) + ")";
  }

  /** Both of them. */
  static String and(String first, String second) {
    return first + " AND " + second;
  }
}
