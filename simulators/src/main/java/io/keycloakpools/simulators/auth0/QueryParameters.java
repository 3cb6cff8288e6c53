package io.keycloakpools.simulators.auth0;

import java.util.List;
import java.util.Set;

/** The query parameters of OpenAPI; any other is an error. */
final class QueryParameters {
  private static final Set<String> PAGING = Set.of("page", "per_page", "include_totals");
  private static final Set<String> FIELDS = Set.of("fields", "include_fields");
  private static final Set<String> SEARCH =
      Set.of("q", "search_engine", "sort", "primary_order", "connection");

  private QueryParameters() {}

  static void requireKnown(Auth0Operation operation, Auth0Call call) {
    List<Set<String>> allowed =
        switch (operation) {
          case USERS_BY_EMAIL -> List.of(Set.of("email"), FIELDS);
          case GET_USER -> List.of(FIELDS);
          case SEARCH_USERS -> List.of(SEARCH, FIELDS, PAGING);
          case USER_ROLES, USER_ORGANIZATIONS, ORGANIZATION_MEMBER_ROLES, AUTHENTICATION_METHODS ->
              List.of(PAGING);
          case ROLES -> List.of(Set.of("name_filter"), PAGING);
          case CONNECTIONS -> List.of(Set.of("name", "strategy"), FIELDS, PAGING);
          default -> List.of();
        };
    for (String name : call.query().keySet()) {
      if (allowed.stream().noneMatch(each -> each.contains(name))) {
        throw ManagementErrors.invalidQuery(
            "Query validation error: 'Additional properties not allowed: " + name + "'");
      }
    }
  }

  static boolean flag(Auth0Call call, String name, boolean otherwise) {
    return switch (call.parameter(name).orElse(Boolean.toString(otherwise))) {
      case "true" -> true;
      case "false" -> false;
      default -> throw invalid("Expected type boolean but found type string", name);
    };
  }

  static Auth0Error invalid(String what, String parameter) {
    return ManagementErrors.invalidQuery(
        "Query validation error: '" + what + "' on property " + parameter);
  }
}
