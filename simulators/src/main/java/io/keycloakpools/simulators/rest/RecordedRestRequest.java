package io.keycloakpools.simulators.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.keycloakpools.simulators.HttpRequest;
import io.keycloakpools.simulators.SimulatorJson;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A request as it arrived, without passwords and credentials.
 *
 * @param path with the query, not decoded
 * @param names names and identifiers of the user
 * @param clientIp the end user's address, if sent
 */
public record RecordedRestRequest(
    String method, String path, List<String> names, Optional<String> clientIp, Instant at) {

  static RecordedRestRequest of(HttpRequest request, Instant at) {
    JsonNode body = SimulatorJson.readObject(request.body()).orElse(MissingNode.getInstance());
    return new RecordedRestRequest(
        request.method(),
        request.uri().toString(),
        names(request, body),
        Optional.ofNullable(body.path("clientIp").textValue())
            .or(() -> request.header("X-Forwarded-For")),
        at);
  }

  private static List<String> names(HttpRequest request, JsonNode body) {
    return Stream.concat(
            MigrationEndpoint.name(request).stream(),
            Stream.of("username", "email", "id", "loginName")
                .map(member -> body.path(member).textValue())
                .filter(Objects::nonNull))
        .toList();
  }
}
