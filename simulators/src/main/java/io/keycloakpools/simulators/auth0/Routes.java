package io.keycloakpools.simulators.auth0;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.keycloakpools.simulators.HttpRequest;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Method and path of the operations; those of the token endpoint depend on the grant. */
final class Routes {
  record Match(Auth0Operation operation, Map<String, String> variables) {}

  private record Route(String method, List<String> segments, Auth0Operation operation) {
    Optional<Match> match(String askedMethod, List<String> asked) {
      if (!method.equals(askedMethod) || asked.size() != segments.size()) {
        return Optional.empty();
      }
      Map<String, String> variables = new HashMap<>();
      for (int i = 0; i < asked.size(); i++) {
        String segment = segments.get(i);
        if (segment.startsWith("{")) {
          variables.put(segment.substring(1, segment.length() - 1), decode(asked.get(i)));
        } else if (!segment.equals(asked.get(i))) {
          return Optional.empty();
        }
      }
      return Optional.of(new Match(operation, variables));
    }
  }

  private static final String API = "/api/v2";
  private static final List<Route> ALL =
      List.of(
          route("POST", "/mfa/challenge", Auth0Operation.MFA_CHALLENGE),
          route("GET", "/userinfo", Auth0Operation.USERINFO),
          route("GET", "/.well-known/jwks.json", Auth0Operation.JWKS),
          route("GET", "/.well-known/openid-configuration", Auth0Operation.DISCOVERY),
          route("GET", API + "/users-by-email", Auth0Operation.USERS_BY_EMAIL),
          route("GET", API + "/users", Auth0Operation.SEARCH_USERS),
          route("GET", API + "/users/{id}", Auth0Operation.GET_USER),
          route("GET", API + "/users/{id}/roles", Auth0Operation.USER_ROLES),
          route("GET", API + "/users/{id}/organizations", Auth0Operation.USER_ORGANIZATIONS),
          route(
              "GET",
              API + "/organizations/{organization}/members/{id}/roles",
              Auth0Operation.ORGANIZATION_MEMBER_ROLES),
          route(
              "GET",
              API + "/users/{id}/authentication-methods",
              Auth0Operation.AUTHENTICATION_METHODS),
          route("GET", API + "/roles", Auth0Operation.ROLES),
          route("GET", API + "/connections", Auth0Operation.CONNECTIONS),
          route("POST", API + "/jobs/users-exports", Auth0Operation.CREATE_EXPORT_JOB),
          route("GET", API + "/jobs/{id}", Auth0Operation.GET_JOB),
          route("GET", API + "/jobs/{id}/errors", Auth0Operation.JOB_ERRORS),
          route("GET", Exports.PATH + "/{file}", Auth0Operation.DOWNLOAD_EXPORT));

  private Routes() {}

  static Optional<Match> find(String method, String rawPath) {
    List<String> asked = segments(rawPath);
    return ALL.stream().flatMap(route -> route.match(method, asked).stream()).findFirst();
  }

  static boolean isTokenEndpoint(HttpRequest request) {
    return request.method().equals("POST") && request.uri().getRawPath().equals("/oauth/token");
  }

  static boolean isManagement(String rawPath) {
    return rawPath.startsWith(API + "/");
  }

  static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
  }

  private static Route route(String method, String path, Auth0Operation operation) {
    return new Route(method, segments(path), operation);
  }

  private static List<String> segments(String path) {
    return Arrays.asList(path.substring(1).split("/", -1));
  }
}
