package io.keycloakpools.simulators.auth0;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.keycloakpools.simulators.HttpRequest;
import io.keycloakpools.simulators.SimulatorJson;
import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

record Auth0Call(
    Optional<Auth0Operation> operation,
    HttpRequest request,
    Map<String, String> path,
    Map<String, String> query,
    JsonNode body) {

  static Auth0Call of(HttpRequest request) {
    JsonNode body = body(request);
    String rawPath = request.uri().getRawPath();
    Optional<Routes.Match> match = Routes.find(request.method(), rawPath);
    Optional<Auth0Operation> operation =
        Routes.isTokenEndpoint(request)
            ? ofGrant(body.path("grant_type").asText())
            : match.map(Routes.Match::operation);
    Map<String, String> path = match.map(Routes.Match::variables).orElse(Map.of());
    return new Auth0Call(operation, request, path, parameters(request.uri().getRawQuery()), body);
  }

  Optional<String> text(String member) {
    return Optional.ofNullable(body.path(member).textValue()).filter(each -> !each.isEmpty());
  }

  String required(String member) {
    return text(member).orElseThrow(() -> AuthenticationErrors.missing(member));
  }

  Optional<String> parameter(String name) {
    return Optional.ofNullable(query.get(name));
  }

  @Override
  public String toString() {
    return "Call[" + operation + "]";
  }

  private static Optional<Auth0Operation> ofGrant(String type) {
    return Grant.of(type)
        .map(
            grant ->
                switch (grant) {
                  case PASSWORD, PASSWORD_REALM -> Auth0Operation.PASSWORD_TOKEN;
                  case CLIENT_CREDENTIALS -> Auth0Operation.MANAGEMENT_TOKEN;
                  case MFA_OTP -> Auth0Operation.MFA_TOKEN;
                });
  }

  private static JsonNode body(HttpRequest request) {
    if (request.body().isEmpty()) {
      return MissingNode.getInstance();
    }
    return request.header("Content-Type").orElse("").startsWith("application/json")
        ? SimulatorJson.readObject(request.body()).orElse(MissingNode.getInstance())
        : SimulatorJson.tree(parameters(request.body()));
  }

  private static Map<String, String> parameters(String encoded) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String each : encoded == null ? new String[0] : encoded.split("&", -1)) {
      int equals = each.indexOf('=');
      if (equals > 0) {
        parameters.put(
            URLDecoder.decode(each.substring(0, equals), UTF_8),
            URLDecoder.decode(each.substring(equals + 1), UTF_8));
      }
    }
    return parameters;
  }
}
