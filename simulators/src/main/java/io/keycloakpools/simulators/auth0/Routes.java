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
  record Match(Operation operation, Map<String, String> variables) {}

  private record Route(String method, List<String> segments, Operation operation) {
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
          route("POST", "/mfa/challenge", Operation.MFA_CHALLENGE),
          route("GET", "/userinfo", Operation.USERINFO),
          route("GET", "/.well-known/jwks.json", Operation.JWKS),
          route("GET", "/.well-known/openid-configuration", Operation.DISCOVERY),
          route("GET", API + "/users-by-email", Operation.USERS_BY_EMAIL),
          route("GET", API + "/users", Operation.SEARCH_USERS),
          route("GET", API + "/users/{id}", Operation.GET_USER),
          route("GET", API + "/users/{id}/roles", Operation.USER_ROLES),
          route("GET", API + "/users/{id}/organizations", Operation.USER_ORGANIZATIONS),
          route(
              "GET",
              API + "/organizations/{organization}/members/{id}/roles",
              Operation.ORGANIZATION_MEMBER_ROLES),
          route(
              "GET", API + "/users/{id}/authentication-methods", Operation.AUTHENTICATION_METHODS),
          route("GET", API + "/roles", Operation.ROLES),
          route("GET", API + "/connections", Operation.CONNECTIONS),
          route("POST", API + "/jobs/users-exports", Operation.CREATE_EXPORT_JOB),
          route("GET", API + "/jobs/{id}", Operation.GET_JOB),
          route("GET", API + "/jobs/{id}/errors", Operation.JOB_ERRORS),
          route("GET", Exports.PATH + "/{file}", Operation.DOWNLOAD_EXPORT));

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

  private static Route route(String method, String path, Operation operation) {
    return new Route(method, segments(path), operation);
  }

  private static List<String> segments(String path) {
    return Arrays.asList(path.substring(1).split("/", -1));
  }
}
